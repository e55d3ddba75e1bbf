/** From the paths that a person or a job names to the files behind them. */
import { isAbsolute, normalize, relative, resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { kindOf, listFiles, realPath, realPaths } from './disk/look.ts';

/**
 * The files behind one name, which is relative to `base`: a file, a folder (all below it), or a glob. Null where there is nothing of that name.
 * Paths come absolute where the name is, else as the name begins.
 */
export function expandInput(name: string, base = '.'): readonly string[] | null {
  const kind = kindOf(resolve(base, name));
  if (kind === 'file') return [name];
  if (kind === 'folder') return listFiles(resolve(base, name)).map((file) => shownAs(file, name, base));
  if (!isDynamicPattern(name)) return null;
  return globSync(name, { cwd: resolve(base), dot: false, expandDirectories: false, absolute: true, onlyFiles: false })
    .map((found) => resolve(found))
    .filter((found) => kindOf(found) !== 'folder')
    .map((found) => shownAs(found, name, base))
    .sort(byCodePoint);
}

function shownAs(file: string, name: string, base: string): string {
  return isAbsolute(name) ? file : normalize(relative(base, file));
}

/** One input of a run: the path as it is named everywhere, and where it lies. */
export interface InputPath {
  /** As named by the job or the person, with what follows below a folder: 'sample/articles/day.txt'. */
  readonly path: string;
  readonly file: string;
}

/** What lies behind the inputs of a job. */
export interface ListedInputs {
  /** In code point order of their paths. */
  readonly inputs: readonly InputPath[];
  /** Names behind which there is nothing. */
  readonly missing: readonly string[];
}

/**
 * All inputs under several names, relative to `base`. A file that is reached by several names or links is one input, under the first of its paths
 * in code point order. What lies in the folder `output` was written by detente and is no input.
 */
export function listInputs(names: readonly string[], base: string, output?: string): ListedInputs {
  const found = new Map<string, string>();
  const missing: string[] = [];
  for (const name of names) {
    const paths = expandInput(name, base);
    if (paths === null || paths.length === 0) missing.push(name);
    for (const path of paths ?? []) found.set(normalize(path).split(sep).join('/'), resolve(base, path));
  }
  const own = output === undefined ? null : realPath(output) + sep;
  const taken = new Set<string>();
  const realOf = realPaths();
  const inputs = [...found]
    .map(([path, file]): InputPath => ({ path, file }))
    .sort((a, b) => byCodePoint(a.path, b.path))
    .filter(({ file }) => {
      const real = realOf(file);
      if ((own !== null && real.startsWith(own)) || taken.has(real)) return false;
      taken.add(real);
      return true;
    });
  return { inputs, missing };
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
