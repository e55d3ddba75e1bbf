/** Cuts a large file of lines into ranges of whole lines that several machines can read side by side. */
import { createHash, type Hash } from 'node:crypto';
import type { ByteRange } from './disk/read.ts';

/** Some whole lines of a file, as a range of its bytes. */
export interface LineRange extends ByteRange {
  /** Number of its first line in the file, from 1. */
  readonly firstLine: number;
  /** Of its bytes. */
  readonly sha256: string;
}

/** A file, and the ranges that make it up. */
export interface RangedFile {
  readonly sha256: string;
  readonly size: number;
  readonly ranges: readonly LineRange[];
}

const NEWLINE = 0x0a;

/** Ranges of at least `least` bytes, each of which ends with a line; the last one may be shorter. */
export function cutRanges(chunks: Iterable<Uint8Array>, least: number): RangedFile {
  const whole = createHash('sha256');
  const ranges: LineRange[] = [];
  let open: { readonly start: number; readonly firstLine: number; readonly hash: Hash } = {
    start: 0,
    firstLine: 1,
    hash: createHash('sha256'),
  };
  let offset = 0;
  let line = 1;
  const close = (end: number): void => {
    ranges.push({ start: open.start, end, firstLine: open.firstLine, sha256: open.hash.digest('hex') });
    open = { start: end, firstLine: line, hash: createHash('sha256') };
  };
  for (const chunk of chunks) {
    whole.update(chunk);
    let taken = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) {
      line += 1;
      if (offset + at + 1 - open.start < least) continue;
      open.hash.update(chunk.subarray(taken, at + 1));
      taken = at + 1;
      close(offset + taken);
    }
    open.hash.update(chunk.subarray(taken));
    offset += chunk.length;
  }
  if (offset > open.start) close(offset);
  return { sha256: whole.digest('hex'), size: offset, ranges };
}
