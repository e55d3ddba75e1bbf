/** What lies where: folders, files, links, and how large they are. */
import { lstatSync, readdirSync, readlinkSync, realpathSync, statfsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explainError, FileFault, isAbsent } from '../faults.ts';

/** The folder that package.json stands in; bundled lexicons and jobs are found from here. */
export const packageRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** Why a path is no file that can be read; null where it is one. Opening a pipe or a device could wait for ever, so they are told apart first. */
export function faultOfKind(path: string): string | null {
  const stats = statSync(path);
  if (stats.isFile()) return null;
  if (!stats.isDirectory()) return 'a pipe, socket or device, expected a file';
  readdirSync(path);
  return explainError({ code: 'EISDIR' });
}

/** Whether a path is a folder, a file, or nothing. */
export function kindOf(path: string): 'folder' | 'file' | null {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() ? 'file' : null;
  } catch {
    return null;
  }
}

/**
 * All files below a folder in code point order, hidden ones left out. Paths begin with the folder as given. Links are followed, and a folder
 * that is met again is not entered twice. What cannot be read (a broken link, a pipe, a folder without permission) is listed too, so that whoever
 * reads it says why.
 */
export function listFiles(folder: string): readonly string[] {
  const found: string[] = [];
  const entered = new Set<string>();
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    try {
      const real = realpathSync(next);
      if (entered.has(real)) continue;
      entered.add(real);
      const names = readdirSync(next).filter((name) => !name.startsWith('.'));
      // What is put last is entered first: of two ways to one folder the first in order is taken.
      for (const path of names
        .sort(byCodePoint)
        .reverse()
        .map((name) => join(next, name)))
        (kindOf(path) === 'folder' ? waiting : found).push(path);
    } catch {
      found.push(next);
    }
  }
  return found.sort(byCodePoint);
}

/** The path that a file has when all links are followed; the path itself where there is nothing behind it. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** The same for many files, most of which share a folder with others: the way to a folder is followed once. */
export function realPaths(): (path: string) => string {
  const folders = new Map<string, string>();
  return (path) => {
    const folder = dirname(path);
    const known = folders.get(folder) ?? realPath(folder);
    folders.set(folder, known);
    return isLink(path) ? realPath(path) : join(known, basename(path));
  };
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** The CSV files of a folder in code point order, or the file itself. */
export function listTables(path: string): readonly string[] {
  if (kindOf(path) === 'file') return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith('.csv'))
    .sort(byCodePoint)
    .map((name) => join(path, name));
}

/** A file's name without folder and last ending. */
export function stemOf(path: string): string {
  return basename(path).replace(/\.[^.]+$/, '');
}

/** A file's size in bytes; 0 where there is none. */
export function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

/** Where a link leads, or null where there is no link. */
export function linkTarget(link: string): string | null {
  try {
    return readlinkSync(link);
  } catch {
    return null;
  }
}

/** Bytes free on the disk of a folder. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** The names in a folder in code point order; none where there is no folder. */
export function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort(byCodePoint);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw new FileFault(folder, 'read', error);
  }
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
