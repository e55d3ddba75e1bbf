/** From the paths that a person or a job names to the files behind them. */
import { isAbsolute, join, normalize, relative, resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { kindOf, listFiles } from './disk.ts';

/** The files behind one name: a file, a folder (all below it), or a glob. Null where there is nothing of that name. */
export function expandInput(path: string): readonly string[] | null {
  const kind = kindOf(path);
  if (kind === 'file') return [path];
  if (kind === 'folder') return listFiles(path);
  if (!isDynamicPattern(path)) return null;
  return globSync(path, { dot: false, expandDirectories: false, absolute: false })
    .map((found) => join(found))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** One input of a run: the path as it is named everywhere, and where it lies. */
export interface InputPath {
  /** As named by the job or the person, with what follows below a folder: 'sample/articles/day.txt'. */
  readonly path: string;
  readonly file: string;
}

/** All inputs under several names, each once, in code point order; and the names behind which there is nothing. */
export function listInputs(
  names: readonly string[],
  base: string,
): { readonly inputs: readonly InputPath[]; readonly missing: readonly string[] } {
  const byFile = new Map<string, InputPath>();
  const missing: string[] = [];
  for (const name of names) {
    const root = resolve(base, name);
    const files = expandInput(root);
    if (files === null || files.length === 0) missing.push(name);
    for (const file of files ?? []) {
      const shown = file === root ? name : isAbsolute(name) ? file : relative(base, file);
      if (!byFile.has(file)) byFile.set(file, { path: normalize(shown).split(sep).join('/'), file });
    }
  }
  const inputs = [...byFile.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { inputs, missing };
}
