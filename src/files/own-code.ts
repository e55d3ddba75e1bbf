/** The program's own sources and libraries: a hash of a part of it, which changes with anything that the part depends on. */
import { createHash } from 'node:crypto';
import { dirname, join, sep } from 'node:path';
import { exitCodes, Stop } from '../core/stop.ts';
import { listNames, packageRoot } from './disk/look.ts';
import { readUtf8 } from './disk/read.ts';

/** Tests and benches run the sources as they are written. */
const isCompiled = import.meta.url.endsWith('.js');

/** A hash of a part of the program with its libraries, of what it is told, and of the contents that it reads. */
export function identifyPart(part: Part, told: unknown, contents: readonly string[]): string {
  const entries = isCompiled ? part.entries : part.entries.map((entry) => entry.replace(/\.js$/, '.ts'));
  const { sources, packages } = closureOf(join(import.meta.dirname, '..'), { ...part, entries });
  const code = sources.flat();
  return hash([JSON.stringify(told), ...packages.flatMap((name) => [name, versionOf(name) ?? '']), ...code, ...contents]);
}

/** A library's version, wherever npm has put it: in the package's own node_modules or in one further up; null where there is none. */
export function versionOf(name: string): string | null {
  for (let folder = packageRoot; ; folder = dirname(folder)) {
    const file = join(folder, 'node_modules', name, 'package.json');
    if (listNames(dirname(file)).includes('package.json')) return (JSON.parse(readOwn(file)) as { readonly version: string }).version;
    if (folder === dirname(folder)) return null;
  }
}

/** Where a part of the program begins, and which sources are left out with all that only they import. */
export interface Part {
  readonly entries: readonly string[];
  readonly closed?: RegExp;
}

/** All that a part of the program imports, directly or not. */
export interface Closure {
  /** Names below the program's folder with their texts, sorted. */
  readonly sources: readonly (readonly [name: string, text: string])[];
  readonly packages: readonly string[];
}

const IMPORT = /^(?:import|export)\s(?:[^'";]{0,4000}\sfrom\s+)?['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** Follows the imports of compiled sources below a folder; `read` gives a source's text. */
export function closureOf(folder: string, { entries, closed }: Part, read: (path: string) => string = readOwn): Closure {
  const texts = new Map<string, string>();
  const packages = new Set<string>();
  const waiting = [...entries];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (texts.has(name) || closed?.test(name)) continue;
    const text = read(join(folder, name));
    texts.set(name, text);
    for (const [, stated, dynamic] of text.matchAll(IMPORT)) {
      const target = stated ?? dynamic ?? '';
      if (target.startsWith('.')) waiting.push(join(dirname(name), target).replaceAll(sep, '/'));
      else if (!target.startsWith('node:')) packages.add(packageOf(target));
    }
  }
  return { sources: [...texts].sort(([a], [b]) => (a < b ? -1 : 1)), packages: [...packages].sort() };
}

/** '@scope/name/file' → '@scope/name'. */
function packageOf(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

/** A file of detente itself: without it a hash would be wrong, and everything would be read again. */
function readOwn(path: string): string {
  const read = readUtf8(path);
  if ('error' in read) throw new Stop(exitCodes.cannotWrite, `${path}: ${read.error}; nothing was done`);
  return read.text;
}

/** SHA-256 of texts; where one ends and the next begins counts. */
export function hash(parts: readonly string[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(`${part.length}:`).update(part);
  return sum.digest('hex');
}
