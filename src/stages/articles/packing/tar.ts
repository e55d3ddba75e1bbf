/** tar archives (POSIX ustar and pax, GNU): the files inside, in order. */
import type { Outcome } from '../../../core/model/problems.ts';
import { setAside } from '../finish.ts';
import type { InputFile } from '../input.ts';
import { HIDDEN, MOST_ENTRIES } from './limits.ts';

const BLOCK = 512;
/** Where the fields of a header stand, and how long they are. */
const NAME = [0, 100] as const;
const SIZE = [124, 12] as const;
const SUM = [148, 8] as const;
const TYPE = 156;
const MAGIC = [257, 5] as const;
const PREFIX = [345, 155] as const;

/** Whether bytes begin with the header of an entry: its sum must be right. */
export function isTar(head: Uint8Array): boolean {
  return head.length >= BLOCK && head[0] !== 0 && hasRightSum(head.subarray(0, BLOCK));
}

/** The files inside, named 'archive.tar/folder/name'; folders, links and system files are left out. */
export function unpackTar(file: InputFile): Outcome<InputFile> {
  const kept: InputFile[] = [];
  const { bytes } = file;
  const broken = (code: string, reason: string): Outcome<InputFile> => ({ kept, problems: setAside(file, code, reason).problems });
  let longName: string | null = null;
  let entry = 1;
  for (let at = 0; at + BLOCK <= bytes.length; entry++) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    if (entry > MOST_ENTRIES) return broken('too large', `the tar file has more than ${MOST_ENTRIES} entries`);
    const size = sizeOf(header);
    if (size === null || !hasRightSum(header)) return broken('bad archive', `entry ${entry} of the tar file cannot be read`);
    const start = at + BLOCK;
    if (start + size > bytes.length) return broken('bad archive', `entry ${entry} of the tar file is cut off`);
    const content = bytes.subarray(start, start + size);
    const type = String.fromCharCode(header[TYPE] ?? 0);
    if (type === 'L') longName = textOf(content);
    else if (type === 'x') longName = paxPath(content) ?? longName;
    else {
      const name = longName ?? nameOf(header);
      longName = null;
      if (/[0\0 7]/.test(type) && !name.endsWith('/') && !HIDDEN.test(name)) kept.push({ path: `${file.path}/${name}`, bytes: content });
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return { kept, problems: [] };
}

function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return Buffer.from(end < 0 ? bytes : bytes.subarray(0, end)).toString('utf8');
}

function fieldOf(header: Uint8Array, [from, length]: readonly [number, number]): string {
  return textOf(header.subarray(from, from + length));
}

function nameOf(header: Uint8Array): string {
  const name = fieldOf(header, NAME);
  const prefix = fieldOf(header, MAGIC) === 'ustar' ? fieldOf(header, PREFIX) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** A size in bytes, in octal digits or, from 8 GB on, in binary; null where it is neither. */
function sizeOf(header: Uint8Array): number | null {
  const digits = fieldOf(header, SIZE).trim();
  return /^[0-7]{1,12}$/.test(digits) ? Number.parseInt(digits, 8) : null;
}

/** The sum of all bytes of the header, its own field taken as blanks. */
function hasRightSum(header: Uint8Array): boolean {
  const digits = fieldOf(header, SUM).trim();
  if (!/^[0-7]{1,8}$/.test(digits)) return false;
  const [from, length] = SUM;
  const sum = header.reduce((total, byte, i) => total + (i >= from && i < from + length ? 0x20 : byte), 0);
  return sum === Number.parseInt(digits, 8);
}

/** The path in a pax header: lines of "LENGTH key=value". */
function paxPath(bytes: Uint8Array): string | null {
  return /(?:^|\n)\d+ path=([^\n]{1,4000})/.exec(Buffer.from(bytes).toString('utf8'))?.[1] ?? null;
}
