/** zip and zip64: the directory of a file, and the files inside. */
import { inflateRawSync } from 'node:zlib';
import type { Outcome } from '../../../core/model/problems.ts';
import { setAside } from '../finish.ts';
import type { InputFile } from '../input.ts';
import { HIDDEN, LARGEST_OUTPUT, limitFor, MOST_ENTRIES, packingFault } from './limits.ts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LOCAL_ENTRY = 0x04034b50;
const DEFLATED = 8;
const STORED = 0;
const ENCRYPTED = 1;
const ZIP64 = 0xffffffff;

/** A zip file whose directory was read. */
export interface Zip {
  readonly file: InputFile;
  readonly view: DataView;
  readonly entries: readonly Entry[];
  /** What the directory itself lacks. */
  readonly problems: Outcome<never>['problems'];
}

/** Reads the directory of a zip file; nothing is unpacked yet. */
export function openZip(file: InputFile): Zip {
  const view = new DataView(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  const broken = (code: string, reason: string): Zip => ({ file, view, entries: [], problems: setAside(file, code, reason).problems });
  const end = endOfDirectory(view);
  if (end === null) return broken('bad archive', 'the zip file has no directory');
  if (end.count > MOST_ENTRIES) return broken('too large', `the zip file has ${end.count} entries, expected at most ${MOST_ENTRIES}`);
  const entries: Entry[] = [];
  let at = end.start;
  for (let i = 0; i < end.count; i++) {
    const entry = readEntry(view, at);
    if (!entry) return { ...broken('bad archive', `entry ${i + 1} of the zip file cannot be read`), entries };
    entries.push(entry);
    at = entry.next;
  }
  return { file, view, entries, problems: [] };
}

/** The files inside a zip file, named 'archive.zip/folder/name'; folders and system files are left out. */
export function unpackZip({ file, view, entries, problems }: Zip, most = LARGEST_OUTPUT): Outcome<InputFile> {
  const outcome = { kept: [] as InputFile[], problems: [...problems] };
  let room = most;
  for (const entry of entries) {
    if (entry.name.endsWith('/') || HIDDEN.test(entry.name)) continue;
    const unpacked = unpackEntry(view, entry, { file, room });
    for (const each of unpacked.kept) outcome.kept.push(each);
    for (const each of unpacked.problems) outcome.problems.push(each);
    room -= unpacked.kept[0]?.bytes.length ?? 0;
  }
  return outcome;
}

/** One named file of a zip file. */
export function unpackNamed({ file, view, entries }: Zip, name: string): Outcome<InputFile> {
  const entry = entries.find((each) => each.name === name);
  return entry ? unpackEntry(view, entry, { file, room: LARGEST_OUTPUT }) : { kept: [], problems: [] };
}

/** The directory's end is in the last 64 KB, behind at most a comment; a zip64 file has its numbers in a record of their own. */
function endOfDirectory(view: DataView): { readonly count: number; readonly start: number } | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    const short = { count: view.getUint16(at + 10, true), start: view.getUint32(at + 16, true) };
    if (short.count !== 0xffff && short.start !== ZIP64) return short;
    return endOfDirectory64(view, at) ?? short;
  }
  return null;
}

function endOfDirectory64(view: DataView, end: number): { readonly count: number; readonly start: number } | null {
  if (end < 20 || view.getUint32(end - 20, true) !== LOCATOR_64) return null;
  const at = longNumber(view, end - 12);
  if (at === null || at + 56 > view.byteLength || view.getUint32(at, true) !== END_OF_DIRECTORY_64) return null;
  const [count, start] = [longNumber(view, at + 32), longNumber(view, at + 48)];
  return count === null || start === null ? null : { count, start };
}

/** A number of 64 bits that a file of this size can hold, or null. */
function longNumber(view: DataView, at: number): number | null {
  if (at + 8 > view.byteLength) return null;
  const value = view.getBigUint64(at, true);
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : null;
}

/** One entry of a zip file's directory. */
export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packed: number;
  readonly start: number;
  readonly next: number;
}

function readEntry(view: DataView, at: number): Entry | null {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > view.byteLength) return null;
  const name = Buffer.from(view.buffer, view.byteOffset + at + 46, nameLength).toString('utf8');
  const long = longNumbers(view, { from: at + 46 + nameLength, length: view.getUint16(at + 30, true) });
  const [unpacked, packed, start] = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const isLong = unpacked === ZIP64 ? 1 : 0;
  return {
    name,
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & ENCRYPTED) !== 0,
    packed: packed === ZIP64 ? (long[isLong] ?? packed) : packed,
    start: start === ZIP64 ? (long[isLong + (packed === ZIP64 ? 1 : 0)] ?? start) : start,
    next,
  };
}

/** The numbers of the extra field with the mark 1: those of size and place that need 64 bits, in their order. */
function longNumbers(view: DataView, { from, length }: { readonly from: number; readonly length: number }): readonly number[] {
  for (let at = from; at + 4 <= from + length && at + 4 <= view.byteLength; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const count = Math.min(3, Math.floor(view.getUint16(at + 2, true) / 8));
    return Array.from({ length: count }, (_, i) => longNumber(view, at + 4 + i * 8) ?? ZIP64);
  }
  return [];
}

function unpackEntry(
  view: DataView,
  entry: Entry,
  { file, room }: { readonly file: InputFile; readonly room: number },
): Outcome<InputFile> {
  const path = `${file.path}/${entry.name}`;
  const { start, packed, method } = entry;
  if (entry.isEncrypted) return setAside({ path }, 'bad archive', 'the entry is encrypted');
  if (start + 30 > view.byteLength || view.getUint32(start, true) !== LOCAL_ENTRY)
    return setAside({ path }, 'bad archive', 'the entry is not where the directory says');
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (from + packed > view.byteLength) return setAside({ path }, 'bad archive', 'the entry is cut off');
  const bytes = file.bytes.subarray(from, from + packed);
  if (method === STORED)
    return packed <= room ? { kept: [{ path, bytes }], problems: [] } : setAside({ path }, 'too large', 'the zip file holds too much');
  if (method !== DEFLATED) return setAside({ path }, 'bad archive', `the entry is packed by method ${method}, expected deflate`);
  try {
    return {
      kept: [{ path, bytes: inflateRawSync(bytes, { maxOutputLength: limitFor(packed, room) }) }],
      problems: [],
    };
  } catch (error) {
    return setAside({ path }, ...packingFault(error, 'zip'));
  }
}
