/** What can be told of a file before it is read: whether it can be read piece by piece, and what is too large. */
import { constants, gunzipSync } from 'node:zlib';
import { bunzipBlocks } from '../../core/bunzip.ts';
import type { Problem } from '../../core/model/problems.ts';
import { OTHER_NAMES } from './formats.ts';
import { sniffFormat } from './sniff.ts';

/** Bytes of the largest file that is read whole; larger ones need to be cut, or be JSON lines or web archives. */
export const LARGEST_FILE = 64 * 1024 * 1024;
/** Bytes at the beginning of a file that tell how it can be cut. */
export const CUT_HEAD = 4096;
/** Bytes that hold the first block of a bzip2 file. */
const BZIP2_HEAD = 1024 * 1024;

/** How a file can be read piece by piece. */
export interface Cut {
  readonly unit: 'line' | 'record';
  /** Whether it is packed by gzip or bzip2. */
  readonly isPacked: boolean;
}

/** How many first bytes of a file tell how it can be cut; a bzip2 file tells nothing before its first block is whole. */
export function headNeeded(head: Uint8Array): number {
  return sniffFormat('', head) === 'bzip2' ? BZIP2_HEAD : CUT_HEAD;
}

/** How a file can be cut, by its name, its first bytes and the job's format; null for one that is read whole. */
export function cutOf(path: string, head: Uint8Array, format: string | undefined): Cut | null {
  const packing = sniffFormat(path, head);
  const isPacked = packing === 'gzip' || packing === 'bzip2';
  const text = packing === 'bzip2' ? firstBlock(head) : isPacked ? unpackedHead(head) : head;
  const found = format === undefined ? sniffFormat(path, text) : (OTHER_NAMES[format] ?? format);
  if (text.length === 0) return null;
  // A zero byte tells UTF-16, whose lines end otherwise, or no text at all.
  if (found === 'jsonl') return text.includes(0) ? null : { unit: 'line', isPacked };
  return found === 'warc' ? { unit: 'record', isPacked } : null;
}

/** What the first bytes of a packed file hold. */
function unpackedHead(head: Uint8Array): Uint8Array {
  try {
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, CUT_HEAD);
  } catch {
    return new Uint8Array(0);
  }
}

function firstBlock(head: Uint8Array): Uint8Array {
  try {
    const { value } = bunzipBlocks([head]).next() as { value: Uint8Array | undefined };
    return (value ?? new Uint8Array(0)).subarray(0, CUT_HEAD);
  } catch {
    return new Uint8Array(0);
  }
}

/** A line that is longer than 16 MB. */
export function longLineProblem(path: string, line: number): Problem {
  return { path, place: `line ${line}`, code: 'too large', reason: 'the line is longer than 16 MB' };
}

/** A file read in pieces of which nothing was read and nothing set aside. */
export function emptyProblem(path: string, { unit }: Pick<Cut, 'unit'>): Problem {
  const reason = unit === 'line' ? 'there is no record in it' : 'the web archive holds no page and no text';
  return { path, place: '', code: 'empty', reason };
}
