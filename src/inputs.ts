/** From the paths that a person or a job names to the files behind them. */
import { join } from 'node:path';
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
