/** The doorway of the room: one file in, its articles out, with what was set aside and why. Nothing here throws on a file's content. */
import type { Clipping, Outcome } from '../../core/model.ts';
import { unpackGzip, unpackZip } from './archives.ts';
import { decodeText } from './decode.ts';
import { readExport, sniffExport } from './exports/read.ts';
import { readFeed } from './feed.ts';
import { joinOutcomes, setAside } from './finish.ts';
import type { InputFile, ReadOptions } from './input.ts';
import { openMhtml } from './mhtml.ts';
import { readPage } from './pages/page.ts';
import { readPlain } from './plain.ts';
import { readJson, readLines } from './records.ts';
import { sniffFormat } from './sniff.ts';
import { readTable } from './table.ts';

export { type BoilerplateVocabulary, compileBoilerplate } from './cleaning/vocabulary.ts';
export type { InputFile, ReadOptions } from './input.ts';

/** Longest file that is read as a whole, in bytes; longer ones of lines are read in pieces. */
const LONGEST_FILE = 256 * 1024 * 1024;
/** Archives in archives are opened so deep. */
const DEEPEST = 2;
/** Bytes of a page in which it names its encoding. */
const META_HEAD = 4096;

type TextReader = (file: InputFile, text: string, options: ReadOptions) => Outcome<Clipping>;

/** Readers of decoded text, by format; `jsonl` has other names by which people know their data. */
const READERS: Readonly<Record<string, TextReader>> = {
  text: readTextFile,
  transcript: readPlain,
  html: ({ path }, text, options) => readPage({ path, html: text, address: null }, options),
  jsonl: readJsonLines,
  json: (file, text, options) => readJson(text, file.path, options),
  table: readTable,
  feed: readFeed,
  nexis: (file, text, options) => readExport('nexis', { path: file.path, text }, options),
  factiva: (file, text, options) => readExport('factiva', { path: file.path, text }, options),
  proquest: (file, text, options) => readExport('proquest', { path: file.path, text }, options),
};
const OTHER_NAMES: Readonly<Record<string, string>> = {
  txt: 'text',
  htm: 'html',
  ndjson: 'jsonl',
  gqg: 'jsonl',
  quotebank: 'jsonl',
  csv: 'table',
  tsv: 'table',
  rss: 'feed',
  atom: 'feed',
};

/** Formats that a job may name. */
export const FORMATS: readonly string[] = [...Object.keys(READERS), 'mhtml', ...Object.keys(OTHER_NAMES)].sort();

/** Reads every article of a file. */
export function readClippings(file: InputFile, options: ReadOptions): Outcome<Clipping> {
  return readAt(file, options, 0);
}

function readAt(file: InputFile, options: ReadOptions, depth: number): Outcome<Clipping> {
  if (file.bytes.length === 0) return setAside(file, 'empty', 'the file is empty');
  const sniffed = sniffFormat(file.path, file.bytes.subarray(0, META_HEAD));
  if (sniffed === 'gzip' || sniffed === 'zip')
    return readPacked(file, options, { depth, unpack: sniffed === 'gzip' ? unpackGzip : unpackZip });
  if (file.bytes.length > LONGEST_FILE)
    return setAside(file, 'too large', `the file has ${file.bytes.length} bytes, expected at most ${LONGEST_FILE}`);
  const format = options.format === undefined ? sniffed : (OTHER_NAMES[options.format] ?? options.format);
  if (format === 'mhtml') return readSaved(file, options);
  const decoded = decodeText(file.bytes, format === 'html' ? declaredEncoding(file.bytes) : null);
  if (!decoded) return setAside(file, 'not text', 'the file is binary, expected text');
  const reader = Object.hasOwn(READERS, format) ? READERS[format] : undefined;
  return reader
    ? reader(file, decoded.text, options)
    : setAside(file, 'unknown format', `the format "${format}" is not known, expected one of ${FORMATS.join(', ')}`);
}

/** Lines of records; a file of one line may as well be a list. */
function readJsonLines(file: InputFile, text: string, options: ReadOptions): Outcome<Clipping> {
  const isOneLine = !/\S[^\S\r\n]*[\r\n]+\s*\S/.test(text);
  return isOneLine && /^\s*(?:\[|\{\s*"(?:articles|items|results|data|documents|records)")/.test(text)
    ? readJson(text, file.path, options)
    : readLines(text.split(/\r\n|\n|\r/), 1, file.path, options);
}

interface Packing {
  readonly depth: number;
  readonly unpack: (file: InputFile) => Outcome<InputFile>;
}

function readPacked(file: InputFile, options: ReadOptions, { depth, unpack }: Packing): Outcome<Clipping> {
  if (depth >= DEEPEST) return setAside(file, 'bad archive', 'an archive in an archive in an archive is not opened');
  const { kept, problems } = unpack(file);
  if (kept.length === 0 && problems.length === 0) return setAside(file, 'empty', 'the archive holds no files');
  return joinOutcomes([...kept.map((inner) => readAt(inner, options, depth + 1)), { kept: [], problems }]);
}

function readSaved(file: InputFile, options: ReadOptions): Outcome<Clipping> {
  const saved = openMhtml(file.bytes);
  return saved
    ? readPage({ path: file.path, html: saved.html, address: saved.url }, options)
    : setAside(file, 'unknown layout', 'the saved page has no HTML part');
}

/** A text file is one article, unless it says itself that it is an export of many. */
function readTextFile(file: InputFile, text: string, options: ReadOptions): Outcome<Clipping> {
  const layout = sniffExport(text);
  return layout ? readExport(layout, { path: file.path, text }, options) : readPlain(file, text, options);
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, META_HEAD)).toString('latin1');
  return /<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(head)?.[1] ?? null;
}
