/** Files that are written so that they last. */

import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { FileFault, writing } from '../faults.ts';
import { syncPath } from './change.ts';
import { hashFile } from './read.ts';

/** Writes a file from chunks of text, or of bytes of UTF-8, and makes it last. Gives its size in bytes and its sha256. */
export async function writeChunks(path: string, chunks: AsyncIterable<Chunk> | Iterable<Chunk>): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let size = 0;
  const file = writing(path, () => openSync(path, 'w'));
  try {
    for await (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
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

type Chunk = string | Uint8Array;

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
    throw new FileFault(path, 'written', error);
  }
}

/** Makes a file last that was written by another hand. Gives its size in bytes and its sha256. */
export async function sealFile(path: string): Promise<WrittenFile> {
  syncPath(path);
  const { size, sha256 } = await hashFile(path);
  if (sha256 === null) throw new FileFault(path, 'written', new Error('it cannot be read back'));
  return { size, sha256 };
}

/** What was written. */
export interface WrittenFile {
  readonly size: number;
  readonly sha256: string;
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}
