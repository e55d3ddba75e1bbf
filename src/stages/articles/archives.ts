/** gzip, bzip2 and zip, opened within limits: a file that claims or holds far more than it should is set aside before it fills the memory. */
import { constants, gunzipSync, inflateRawSync } from 'node:zlib';
import type { Outcome } from '../../core/model/problems.ts';
import { bunzip2 } from './bzip2.ts';
import { setAside } from './finish.ts';
import type { InputFile } from './input.ts';

/** Most bytes that come out of one packed file, with all that is packed in it. */
export const LARGEST_OUTPUT = 128 * 1024 * 1024;
/** Text packs 3 to 20 times; a file that packs better than this holds nothing but padding. */
const HIGHEST_RATIO = 200;
/** Below this size the ratio does not matter. */
const SMALL_OUTPUT = 8 * 1024 * 1024;
/** Most files that are taken out of one archive. */
export const MOST_ENTRIES = 20_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LOCAL_ENTRY = 0x04034b50;
const DEFLATED = 8;
const STORED = 0;
const ENCRYPTED = 1;
const ZIP64 = 0xffffffff;

/**
 * The file inside a gzip file, all its members; its path loses the ending. Of a file that ends in debris the sound members are read; of one that breaks off
 * also what stands before the break, where the file inside `isOfRecords`, each of which tells itself whether it is whole.
 */
export function unpackGzip(file: InputFile, room = LARGEST_OUTPUT, isOfRecords = false): Outcome<InputFile> {
  try {
    return {
      kept: [{ path: file.path, bytes: gunzipSync(file.bytes, { maxOutputLength: limitFor(file.bytes.length, room) }) }],
      problems: [],
    };
  } catch (error) {
    const fault = setAside(file, ...packingFault(error, 'gzip'));
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return fault;
    const limit = limitFor(file.bytes.length, room);
    const isCutOff = (error as { code?: string }).code === 'Z_BUF_ERROR';
    const sound = isOfRecords && isCutOff ? beforeTheBreak(file.bytes, limit) : soundMembers(file.bytes, limit);
    return sound.length === 0 ? fault : { kept: [{ path: file.path, bytes: sound }], problems: fault.problems };
  }
}

/** What stands before the end of a file that breaks off. */
function beforeTheBreak(bytes: Uint8Array, most: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return new Uint8Array(0);
  }
}

const GZIP_HEADER = 10;
const GZIP_FOOTER = 8;

/** What the members before the first broken one hold, each unpacked by itself. */
function soundMembers(bytes: Uint8Array, most: number): Uint8Array {
  const members: Uint8Array[] = [];
  let room = most;
  for (let at = 0; at + GZIP_HEADER + GZIP_FOOTER < bytes.length; ) {
    const start = endOfGzipHeader(bytes, at);
    if (start === null) break;
    try {
      const { buffer, engine } = inflateRawSync(bytes.subarray(start), {
        maxOutputLength: Math.max(1, room),
        info: true,
      }) as unknown as Inflated;
      members.push(buffer);
      room -= buffer.length;
      at = start + engine.bytesWritten + GZIP_FOOTER;
    } catch {
      // The rest is broken; what came before it stands.
      break;
    }
  }
  return Buffer.concat(members);
}

interface Inflated {
  readonly buffer: Uint8Array;
  /** Bytes that were taken in. */
  readonly engine: { readonly bytesWritten: number };
}

/** Where the packed bytes of a member begin (RFC 1952), or null where no member begins. */
function endOfGzipHeader(bytes: Uint8Array, at: number): number | null {
  if (bytes[at] !== 0x1f || bytes[at + 1] !== 0x8b || bytes[at + 2] !== DEFLATED) return null;
  const flags = bytes[at + 3] ?? 0;
  let end = at + GZIP_HEADER;
  if (flags & 4) end += 2 + (bytes[end] ?? 0) + (bytes[end + 1] ?? 0) * 256;
  for (const flag of [8, 16]) if (flags & flag) end = bytes.indexOf(0, end) + 1 || bytes.length;
  if (flags & 2) end += 2;
  return end < bytes.length ? end : null;
}

/** The file inside a bzip2 file; its path loses the ending. */
export function unpackBzip2(file: InputFile, room = LARGEST_OUTPUT): Outcome<InputFile> {
  const bytes = bunzip2(file.bytes, limitFor(file.bytes.length, room));
  if (bytes === 'too large') return setAside(file, ...packingFault({ code: 'ERR_BUFFER_TOO_LARGE' }, 'bzip2'));
  return bytes === 'broken' ? setAside(file, ...packingFault({}, 'bzip2')) : { kept: [{ path: file.path, bytes }], problems: [] };
}

/** Bytes that may come out of so many packed ones; at least one, which zlib asks for. */
function limitFor(packed: number, room: number): number {
  return Math.max(1, Math.min(room, LARGEST_OUTPUT, Math.max(SMALL_OUTPUT, packed * HIGHEST_RATIO)));
}

function packingFault(error: unknown, kind: string): [code: string, reason: string] {
  const code = (error as { code?: string }).code;
  if (code === 'ERR_BUFFER_TOO_LARGE')
    return ['too large', `the ${kind} file holds more than ${LARGEST_OUTPUT} bytes or packs better than ${HIGHEST_RATIO} to 1`];
  return ['bad archive', `the ${kind} file cannot be opened (${code ?? 'unknown fault'})`];
}

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

/** Files that systems hide. */
export const HIDDEN = /(?:^|[\\/])(?:__MACOSX[\\/]|\.(?!\.?[\\/])|thumbs\.db$|desktop\.ini$)/i;

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
