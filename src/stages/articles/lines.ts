/** What can be told of a file before it is read: whether it can be cut into lines, and what is too large. */
import type { Problem } from '../../core/model/problems.ts';
import { sniffFormat } from './sniff.ts';

/** Bytes of the largest file that is read whole; larger ones need to be cut, or be JSON lines. */
export const LARGEST_FILE = 64 * 1024 * 1024;

/** Whether a file is one of JSON lines that can be cut into pieces. A zero byte tells UTF-16, whose lines end otherwise, or no text at all. */
export function isJsonLines(path: string, head: Uint8Array, format: string | undefined): boolean {
  return head.length > 0 && (format ?? sniffFormat(path, head)) === 'jsonl' && !head.includes(0);
}

/** A line that is longer than 16 MB. */
export function longLineProblem(path: string, line: number): Problem {
  return { path, place: `line ${line}`, code: 'too large', reason: 'the line is longer than 16 MB' };
}
