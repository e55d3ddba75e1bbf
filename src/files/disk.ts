/** The only file that knows node:fs. */
import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { explainError, isAbsent, stopForReading, stopForWriting, writing } from './faults.ts';

/** The folder that package.json stands in; bundled lexicons and jobs are found from here. */
export const packageRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A file's bytes, or why they cannot be had. */
export type ReadResult = { readonly bytes: Uint8Array } | { readonly error: string };

/** Reads a whole file of at most `limit` bytes. Never throws. */
export function readBytes(path: string, limit: number): ReadResult {
  try {
    const fault = faultOfKind(path);
    if (fault !== null) return { error: fault };
    const size = statSync(path).size;
    if (size > limit) return { error: `${size} bytes, expected at most ${limit}` };
    return { bytes: readFileSync(path) };
  } catch (error) {
    return { error: explainError(error) };
  }
}

/** Why a path is no file that can be read; null where it is one. Opening a pipe or a device could wait for ever, so they are told apart first. */
function faultOfKind(path: string): string | null {
  const stats = statSync(path);
  if (stats.isFile()) return null;
  if (!stats.isDirectory()) return 'a pipe, socket or device, expected a file';
  readdirSync(path);
  return explainError({ code: 'EISDIR' });
}

/** Reads a text file as UTF-8, or says why it cannot be read. Never throws. */
export function readUtf8(path: string): { readonly text: string } | { readonly error: string } {
  const result = readBytes(path, 64 * 1024 * 1024);
  return 'error' in result ? result : { text: new TextDecoder('utf-8').decode(result.bytes) };
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

/** What identifies a file's content; sha256 is null where it cannot be read. */
export interface HashedFile {
  readonly sha256: string | null;
  /** In bytes. */
  readonly size: number;
}

/** A file's sha256 and size, read in pieces; signals are heard in between. Never throws. */
export async function hashFile(path: string): Promise<HashedFile> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for (const piece of readPieces(path)) {
      hash.update(piece);
      size += piece.length;
      if (size % (64 * PIECE) === 0) await setImmediate();
    }
    return { sha256: hash.digest('hex'), size };
  } catch {
    return { sha256: null, size: 0 };
  }
}

/** The first bytes of a file; none where it cannot be read. */
export function readHead(path: string, length: number): Uint8Array {
  try {
    for (const piece of readPieces(path)) return piece.slice(0, length);
  } catch {
    // Whoever reads the whole file says why it cannot be read.
  }
  return new Uint8Array(0);
}

const PIECE = 1024 * 1024;

/** Some bytes of a file, from `start` up to and without `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A file's bytes, or those of a range of it, in pieces of at most 1 MB. Each piece is overwritten by the next one. */
export function* readPieces(path: string, range: ByteRange = { start: 0, end: Number.POSITIVE_INFINITY }): Generator<Uint8Array> {
  const fault = faultOfKind(path);
  if (fault !== null) throw new Error(fault);
  const file = openSync(path, 'r');
  try {
    const buffer = new Uint8Array(Math.min(PIECE, Math.max(1, statSync(path).size)));
    for (let at = range.start; at < range.end; ) {
      const read = readSync(file, buffer, 0, Math.min(buffer.length, range.end - at), at);
      if (read === 0) return;
      yield buffer.subarray(0, read);
      at += read;
    }
  } finally {
    closeSync(file);
  }
}

/** A file's size in bytes; 0 where there is none. */
export function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

/** Standard input in pieces of at most 1 MB, as they come. Each piece is overwritten by the next one. */
export function* readInputPieces(): Generator<Uint8Array> {
  const buffer = new Uint8Array(PIECE);
  for (let read = readInput(buffer); read > 0; read = readInput(buffer)) yield buffer.subarray(0, read);
}

/** All of standard input as text. */
export function readInputText(): string {
  const pieces: Uint8Array[] = [];
  for (const piece of readInputPieces()) pieces.push(piece.slice());
  return Buffer.concat(pieces).toString('utf8');
}

/** Waits for input that is not there yet: a pipe that does not block answers EAGAIN. */
function readInput(buffer: Uint8Array): number {
  for (;;) {
    try {
      return readSync(0, buffer);
    } catch (error) {
      const { code } = error as { readonly code?: string };
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

/** Makes a folder and those above it. */
export function makeFolder(path: string): void {
  writing(path, () => makeFolders(path));
}

/** Not `mkdirSync(path, { recursive: true })`: where a file system answers ENOENT although the parent is there, as /proc does, that never ends. */
function makeFolders(path: string): void {
  if (kindOf(path) === 'folder') return;
  const parent = dirname(path);
  if (parent !== path) makeFolders(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    if (kindOf(path) !== 'folder') throw error;
  }
}

/** Removes a file or a folder with all that is in it; no fault where there is none. */
export function removePath(path: string): void {
  writing(path, () => rmSync(path, { recursive: true, force: true }));
}

/** Renames a file or folder over what has the new name, in one step, and makes the step last. */
export function movePath(from: string, to: string): void {
  writing(to, () => renameSync(from, to));
  syncPath(dirname(to));
}

/** Makes a folder of a name that nobody else has: the beginning that is given, and some letters after it. */
export function makeDraft(beginning: string): string {
  makeFolder(dirname(beginning));
  return writing(beginning, () => mkdtempSync(beginning));
}

/** Gives a folder its name in one step, and makes the step last. False where there is something of that name already; nothing is changed then. */
export function placeFolder(from: string, to: string): boolean {
  try {
    renameSync(from, to);
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes((error as { readonly code?: string }).code ?? '')) return false;
    throw stopForWriting(to, error);
  }
  syncPath(dirname(to));
  return true;
}

/** Makes or swaps a link in one step: whoever follows it sees the old target or the new one, never none. */
export function swapLink(link: string, target: string): void {
  const next = `${link}.next`;
  removePath(next);
  writing(link, () => symlinkSync(target, next));
  movePath(next, link);
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
    throw stopForReading(folder, error);
  }
}

/** Writes a file from chunks of text and makes it last. Gives its size in bytes and its sha256. */
export async function writeChunks(path: string, chunks: AsyncIterable<string> | Iterable<string>): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let size = 0;
  const file = writing(path, () => openSync(path, 'w'));
  try {
    for await (const chunk of chunks) {
      const bytes = Buffer.from(chunk, 'utf8');
      writing(path, () => writeAll(file, bytes));
      hash.update(bytes);
      size += bytes.length;
    }
    writing(path, () => fsyncSync(file));
  } finally {
    writing(path, () => closeSync(file));
  }
  return { size, sha256: hash.digest('hex') };
}

/** Appends bytes to a file and makes them last. */
export function appendBytes(path: string, bytes: Uint8Array): void {
  writing(path, () => {
    const file = openSync(path, 'a');
    try {
      writeAll(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  });
}

/** Cuts a file to a size in bytes. */
export function truncateFile(path: string, size: number): void {
  writing(path, () => truncateSync(path, size));
  syncPath(path);
}

/** Makes a file that is not there yet; false where it is. */
export function createFile(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'EEXIST') return false;
    throw stopForWriting(path, error);
  }
}

/** Makes a file last that was written by another hand. Gives its size in bytes and its sha256. */
export async function sealFile(path: string): Promise<WrittenFile> {
  syncPath(path);
  const { size, sha256 } = await hashFile(path);
  if (sha256 === null) throw stopForWriting(path, new Error('it cannot be read back'));
  return { size, sha256 };
}

/** What was written. */
export interface WrittenFile {
  readonly size: number;
  readonly sha256: string;
}

/** Makes the names in a folder last, or the bytes of a file. */
export function syncPath(path: string): void {
  writing(path, () => {
    const opened = openSync(path, 'r');
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  });
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
