/** The only file that knows node:fs. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that package.json stands in; bundled lexicons and jobs are found from here. */
export const packageRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** A file's bytes, or why they cannot be had. */
export type ReadResult = { readonly bytes: Uint8Array } | { readonly error: string };

/** Reads a whole file of at most `limit` bytes. Never throws. */
export function readBytes(path: string, limit: number): ReadResult {
  try {
    const size = statSync(path).size;
    if (size > limit) return { error: `${size} bytes, expected at most ${limit}` };
    return { bytes: readFileSync(path) };
  } catch (error) {
    return { error: explainError(error) };
  }
}

/** Reads a text file as UTF-8, or says why it cannot be read. Never throws. */
export function readUtf8(path: string): { readonly text: string } | { readonly error: string } {
  const result = readBytes(path, 64 * 1024 * 1024);
  return 'error' in result ? result : { text: new TextDecoder('utf-8').decode(result.bytes) };
}

/** Everything on standard input. */
export function readStandardInput(): Uint8Array {
  return readFileSync(0);
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

/** All files below a folder in code point order, hidden ones left out. Paths begin with the folder as given. */
export function listFiles(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !relative(folder, path)
          .split(sep)
          .some((part) => part.startsWith('.')),
    )
    .sort(byCodePoint);
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

/** The error of a file operation in words. */
export function explainError(error: unknown): string {
  const code = (error as { code?: string }).code ?? '';
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'no such file or folder',
    EACCES: 'no permission',
    EISDIR: 'a folder, expected a file',
    ENOSPC: 'the disk is full',
    EROFS: 'the file system is read-only',
    EMFILE: 'too many open files',
    EIO: 'the disk reported an error',
  };
  return words[code] ?? (error instanceof Error ? error.message : String(error));
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
