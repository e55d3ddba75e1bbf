/** Files, whole or in pieces. */

import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { explainError } from '../faults.ts';
import { faultOfKind } from './look.ts';

const NEWLINE = 10;

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

/** Reads a text file that people or we ourselves write: UTF-8, or UTF-16 with its mark, as spreadsheets save it. Says why another cannot be read. Never throws. */
export function readUtf8(path: string): { readonly text: string } | { readonly error: string; readonly line?: number } {
  const result = readBytes(path, 64 * 1024 * 1024);
  if ('error' in result) return result;
  const { bytes } = result;
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { error: 'not in UTF-8, expected a file that was saved as UTF-8 ("CSV UTF-8" in a spreadsheet)', line: brokenLine(bytes) };
  }
}

/** The first line that is not in UTF-8, from 1. */
function brokenLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return 1;
}

/** Where files are read that are hashed and nothing else: most are so small that to make room for each would take as long as to read it. */
let hashed: Uint8Array | null = null;

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
    // What was read is hashed before anybody else can read into the same place.
    hashed ??= new Uint8Array(PIECE);
    for (const piece of readPieces(path, WHOLE, hashed)) {
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

export const PIECE = 1024 * 1024;

/** Some bytes of a file, from `start` up to and without `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

const WHOLE: ByteRange = { start: 0, end: Number.POSITIVE_INFINITY };

/** A file's bytes, or those of a range of it, in pieces of at most 1 MB. Each piece is overwritten by the next one, in a place of its own where none is given. */
export function* readPieces(path: string, range: ByteRange = WHOLE, place: Uint8Array | null = null): Generator<Uint8Array> {
  const fault = faultOfKind(path);
  if (fault !== null) throw new Error(fault);
  const file = openSync(path, 'r');
  try {
    const buffer = place ?? new Uint8Array(Math.min(PIECE, Math.max(1, statSync(path).size)));
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
