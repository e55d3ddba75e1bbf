/** gzip and zip, opened within limits: a file that claims or holds far more than it should is set aside before it fills the memory. */
import { gunzipSync, inflateRawSync } from 'node:zlib';
import type { Outcome } from '../../core/model.ts';
import { setAside } from './finish.ts';
import type { InputFile } from './input.ts';

/** Most bytes that come out of one packed file. */
const LARGEST_OUTPUT = 128 * 1024 * 1024;
/** Text packs 3 to 20 times; a file that packs better than this holds nothing but padding. */
const HIGHEST_RATIO = 200;
/** Below this size the ratio does not matter. */
const SMALL_OUTPUT = 8 * 1024 * 1024;
const MOST_ENTRIES = 20_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const DEFLATED = 8;
const STORED = 0;
const ENCRYPTED = 1;
const ZIP64 = 0xffffffff;

/** The file inside a gzip file; its path loses the ending. */
export function unpackGzip(file: InputFile): Outcome<InputFile> {
  try {
    const bytes = gunzipSync(file.bytes, { maxOutputLength: limitFor(file.bytes.length) });
    return { kept: [{ path: file.path, bytes }], problems: [] };
  } catch (error) {
    return setAside(file, ...packingFault(error, 'gzip'));
  }
}

function limitFor(packed: number): number {
  return Math.min(LARGEST_OUTPUT, Math.max(SMALL_OUTPUT, packed * HIGHEST_RATIO));
}

function packingFault(error: unknown, kind: string): [code: string, reason: string] {
  const code = (error as { code?: string }).code;
  if (code === 'ERR_BUFFER_TOO_LARGE')
    return ['too large', `the ${kind} file holds more than ${LARGEST_OUTPUT} bytes or packs better than ${HIGHEST_RATIO} to 1`];
  return ['bad archive', `the ${kind} file cannot be opened (${code ?? 'unknown fault'})`];
}

/** The files inside a zip file, named 'archive.zip/folder/name'; folders and system files are left out. */
export function unpackZip(file: InputFile): Outcome<InputFile> {
  const view = new DataView(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  const end = endOfDirectory(view);
  if (end < 0) return setAside(file, 'bad archive', 'the zip file has no directory');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES || at === ZIP64)
    return setAside(file, 'too large', `the zip file has ${count} entries, expected at most ${MOST_ENTRIES}`);
  const outcome = { kept: [] as InputFile[], problems: [] as Outcome<never>['problems'][number][] };
  let room = LARGEST_OUTPUT;
  for (let i = 0; i < count; i++) {
    const entry = readEntry(view, at);
    if (!entry)
      return {
        ...outcome,
        problems: [...outcome.problems, ...setAside(file, 'bad archive', `entry ${i + 1} of the zip file cannot be read`).problems],
      };
    at = entry.next;
    if (entry.name.endsWith('/') || /(^|\/)(__MACOSX\/|\.)/.test(entry.name)) continue;
    const unpacked = unpackEntry(view, entry, { file, room });
    for (const each of unpacked.kept) outcome.kept.push(each);
    for (const each of unpacked.problems) outcome.problems.push(each);
    room -= unpacked.kept[0]?.bytes.length ?? 0;
  }
  return outcome;
}

/** The directory's end is in the last 64 KB, behind at most a comment. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return -1;
}

interface Entry {
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
  return {
    name,
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & ENCRYPTED) !== 0,
    packed: view.getUint32(at + 20, true),
    start: view.getUint32(at + 42, true),
    next,
  };
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
      kept: [{ path, bytes: inflateRawSync(bytes, { maxOutputLength: Math.max(1, Math.min(room, limitFor(packed))) }) }],
      problems: [],
    };
  } catch (error) {
    return setAside({ path }, ...packingFault(error, 'zip'));
  }
}
