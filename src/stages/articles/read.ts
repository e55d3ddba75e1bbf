/** The doorway of the room: one file in, its articles out, with what was set aside and why. Nothing here throws on a file's content. */
import type { Clipping } from '../../core/model/articles.ts';
import type { Outcome } from '../../core/model/problems.ts';
import { decodeText } from './decode.ts';
import { otherExport, readExport, sniffExport } from './exports/read.ts';
import { readFeed } from './feed.ts';
import { joinOutcomes, setAside } from './finish.ts';
import { FORMATS, OTHER_NAMES } from './formats.ts';
import type { InputFile, ReadOptions } from './input.ts';
import { CUT_HEAD, cutOf } from './large.ts';
import { readMail } from './mail/read.ts';
import { openMhtml } from './mail/saved-page.ts';
import { readMarkdown } from './markdown.ts';
import { type MendedText, mendGiven, mendText } from './mend.ts';
import { DOCX_TEXT, docxText, officeKind } from './office.ts';
import { unpackBzip2 } from './packing/bzip2.ts';
import { unpackGzip } from './packing/gzip.ts';
import { LARGEST_OUTPUT } from './packing/limits.ts';
import { isTar, unpackTar } from './packing/tar.ts';
import { openZip, unpackNamed, unpackZip } from './packing/zip.ts';
import { declaredEncoding, readPage } from './pages/page.ts';
import { markupText } from './pages/walk.ts';
import { pdfText } from './pdf/read.ts';
import { readPlain } from './plain.ts';
import { readJson, readJsonLines } from './records.ts';
import { sniffFormat } from './sniff.ts';
import { type Foreign, foreignFormat, foreignPage, foreignText, foreignXml } from './sniffing/foreign.ts';
import { readSubtitles } from './subtitles.ts';
import { readTable } from './table.ts';
import { readWarc } from './warc.ts';

export type { InputFile, ReadOptions } from './input.ts';

/** Longest file that is read as a whole, in bytes; longer ones of lines are read in pieces. */
const LONGEST_FILE = 256 * 1024 * 1024;
/** Archives in archives are opened so deep. */
const DEEPEST = 2;

type TextReader = (file: InputFile, text: string, options: ReadOptions) => Outcome<Clipping>;

/** Readers of decoded text, by format; `jsonl` has other names by which people know their data. */
export const READERS: Readonly<Record<string, TextReader>> = {
  text: readTextFile,
  transcript: (file, text, options) => readPlain(file, mendGiven(text), options),
  subtitles: readSubtitles,
  xml: readXml,
  html: readPageText,
  jsonl: readJsonText,
  json: (file, text, options) => readJson(text, file.path, options),
  table: readTable,
  feed: readFeed,
  nexis: (file, text, options) => readExport('nexis', { path: file.path, text }, options),
  factiva: (file, text, options) => readExport('factiva', { path: file.path, text }, options),
  proquest: (file, text, options) => readExport('proquest', { path: file.path, text }, options),
};

/** Readers of bytes. */
export const BYTE_READERS: Readonly<Record<string, (file: InputFile, options: ReadOptions, at: Unpacking) => Outcome<Clipping>>> = {
  mail: readMessages,
  mhtml: readSaved,
  pdf: readPdf,
  warc: readWarc,
};
/** Reads every article of a file. */
export function readClippings(file: InputFile, options: ReadOptions): Outcome<Clipping> {
  return readAt(file, options, outermost());
}

/** Reads some records of a web archive. */
export function readPiece(file: InputFile, options: ReadOptions): Outcome<Clipping> {
  return readAs('warc', file, options, outermost());
}

function readAt(file: InputFile, options: ReadOptions, at: Unpacking): Outcome<Clipping> {
  if (file.bytes.length === 0) return setAside(file, 'empty', 'the file is empty');
  const head = file.bytes.subarray(0, CUT_HEAD);
  const sniffed = sniffFormat(file.path, head);
  const foreign = sniffed === 'tar' ? null : foreignFormat(file.path, head);
  if (foreign) return foreignOutcome(file, foreign);
  if (Object.hasOwn(PACKINGS, sniffed)) return readPacked(file, options, { ...at, packing: sniffed });
  if (file.bytes.length > LONGEST_FILE)
    return setAside(file, 'too large', `the file has ${file.bytes.length} bytes, expected at most ${LONGEST_FILE}`);
  return readAs(options.format === undefined ? sniffed : (OTHER_NAMES[options.format] ?? options.format), file, options, at);
}

/** Reads a file in a named format, and puts the name on what was read. */
function readAs(format: string, file: InputFile, options: ReadOptions, at: Unpacking): Outcome<Clipping> {
  const { kept, problems } = readIn(format, file, options, at);
  return { kept: kept.map((clipping) => ({ reader: format, ...clipping })), problems };
}

function readIn(format: string, file: InputFile, options: ReadOptions, at: Unpacking): Outcome<Clipping> {
  const byteReader = Object.hasOwn(BYTE_READERS, format) ? BYTE_READERS[format] : undefined;
  if (byteReader) return byteReader(file, options, at);
  const decoded = decodeText(file.bytes, declaredEncoding(file.bytes));
  if (!decoded) return setAside(file, 'not text', 'the file is binary, expected text');
  const reader = Object.hasOwn(READERS, format) ? READERS[format] : undefined;
  return reader
    ? reader(file, decoded.text, options)
    : setAside(file, 'unknown format', `the format "${format}" is not known, expected one of ${FORMATS.join(', ')}`);
}

function foreignOutcome({ path }: Pick<InputFile, 'path'>, { code, name }: Foreign): Outcome<never> {
  return setAside({ path }, code, `the file is ${name}, which detente does not read`);
}

/** XML that is neither feed nor page is named by its outermost element. */
function readXml(file: InputFile, text: string): Outcome<Clipping> {
  return foreignOutcome(file, foreignXml(text) ?? { code: 'xml', name: 'an XML document' });
}

/** Lines of records; a file of one line may as well be a list. */
function readJsonText(file: InputFile, text: string, options: ReadOptions): Outcome<Clipping> {
  const isOneLine = !/\S[^\S\r\n]*[\r\n]\s*\S/.test(text);
  return isOneLine && /^\s*(?:\[|\{\s*"(?:articles|items|results|data|documents|records|response)")/.test(text)
    ? readJson(text, file.path, options)
    : readJsonLines(text, file.path, options);
}

/** How deep in archives a file lies, and how many bytes all that is packed in the outermost one may still give. */
interface Unpacking {
  readonly depth: number;
  readonly room: { left: number };
}

function outermost(): Unpacking {
  return { depth: 0, room: { left: LARGEST_OUTPUT } };
}

interface Packing extends Unpacking {
  readonly packing: string;
}

/** Packed files by what they are packed in. */
const PACKINGS: Readonly<Record<string, (file: InputFile, room: number) => Outcome<InputFile>>> = {
  gzip: (file, room) => unpackGzip(file, room, cutOf(file.path, file.bytes.subarray(0, CUT_HEAD), undefined) !== null),
  bzip2: (file, room) => unpackBzip2(file, room, cutOf(file.path, file.bytes, undefined) !== null),
  zip: (file, room) => unpackZip(openZip(file), room),
  tar: unpackTar,
};

function readPacked(file: InputFile, options: ReadOptions, { depth, packing, room }: Packing): Outcome<Clipping> {
  const office = packing === 'zip' ? readOffice(file, options) : null;
  if (office) return office;
  if (depth >= DEEPEST) return setAside(file, 'bad archive', 'an archive in an archive in an archive is not opened');
  const { kept, problems } = (PACKINGS[packing] ?? unpackGzip)(file, room.left);
  room.left -= kept.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (kept.length === 0 && problems.length === 0) return setAside(file, 'empty', 'the archive holds no files');
  // A .tar.gz is one archive to whoever made it.
  const deeper = (inner: InputFile): number => (packing !== 'tar' && isTar(inner.bytes) ? depth : depth + 1);
  return joinOutcomes([...kept.map((inner) => readAt(inner, options, { depth: deeper(inner), room })), { kept: [], problems }]);
}

const TOO_DEEP = 'the elements of the document lie more than 300 deep in one another';

/** A .docx is one text, or an export of many articles; other documents that are packed as zip are set aside. Null for an archive of files. */
function readOffice(file: InputFile, options: ReadOptions): Outcome<Clipping> | null {
  const zip = openZip(file);
  const kind = officeKind(zip.entries.map(({ name }) => name));
  if (kind !== 'docx') return kind && foreignOutcome(file, kind);
  const { kept, problems } = unpackNamed(zip, DOCX_TEXT);
  const xml = kept[0] && decodeText(kept[0].bytes)?.text;
  if (xml === undefined)
    return { kept: [], problems: problems.length > 0 ? problems : setAside(file, 'bad archive', 'the document has no text part').problems };
  const text = docxText(xml);
  if (text === null) return setAside(file, 'too complex', TOO_DEEP);
  const outcome = readMended(file, { text: mendText(text) }, options);
  return { ...outcome, kept: outcome.kept.map((clipping) => ({ reader: 'docx', ...clipping })) };
}

/** What is attached to a message is read as the files of an archive are. */
function readMessages(file: InputFile, options: ReadOptions, { depth, room }: Unpacking): Outcome<Clipping> {
  return readMail(file, options, (inner) =>
    depth >= DEEPEST
      ? setAside(inner, 'bad archive', 'what is attached to a message in an archive is not opened')
      : readAt(inner, options, { depth: depth + 1, room }),
  );
}

/** A PDF is one text, or an export of many articles. */
function readPdf(file: InputFile, options: ReadOptions): Outcome<Clipping> {
  const opened = options.documents?.(file.bytes) ?? NOT_OPENED;
  if ('code' in opened) return setAside(file, opened.code, opened.reason);
  const found = pdfText(opened.pages, (line) => EXPORT_MARK.test(line));
  return found
    ? readMended(file, { ...found, text: mendText(found.text) }, options)
    : setAside(file, 'no text layer', 'the document has no letters in it, only pictures of them');
}

const NOT_OPENED = { code: 'bad pdf', reason: 'documents are not opened here' };

function readSaved(file: InputFile, options: ReadOptions): Outcome<Clipping> {
  const saved = openMhtml(file.bytes);
  return saved
    ? readPage({ path: file.path, html: saved.html, address: saved.url }, options)
    : setAside(file, 'unknown layout', 'the saved page has no HTML part');
}

/** Marks of the exports that databases give out as web pages and PDF. */
const EXPORT_MARK =
  /\d of \d+ DOCUMENTS?\b|End of Document\b|\bDocument [A-Z][A-Z0-9]{1,9}[0-9A-Za-z]{18,30}\b|ProQuest document (?:ID|link)/;

/** What any of them holds; most pages hold none. */
const MARK_WORDS = ['DOCUMENT', 'Document', 'ProQuest document'];

/** A web page is one article, unless it is an export of many. */
function readPageText({ path }: InputFile, html: string, options: ReadOptions): Outcome<Clipping> {
  const text = MARK_WORDS.some((word) => html.includes(word)) && EXPORT_MARK.test(html) ? mendText(markupText(html)) : '';
  const layout = text === '' ? null : sniffExport(text);
  if (layout) return readExport(layout, { path, text }, options);
  const foreign = foreignPage(path, html);
  return foreign ? foreignOutcome({ path }, foreign) : readPage({ path, html, address: null }, options);
}

/** A text file is one article, unless it says itself that it is an export of many. */
function readTextFile(file: InputFile, given: string, options: ReadOptions): Outcome<Clipping> {
  const program = options.format === undefined ? foreignText(file.path, given) : null;
  if (program) return setAside(file, 'machine text', `the file is ${program}, by its name, and holds hardly a sentence, expected writing`);
  return readMended(file, readMarkdown(file.path, mendGiven(given)), options);
}

function readMended(file: InputFile, mended: MendedText, options: ReadOptions): Outcome<Clipping> {
  const layout = sniffExport(mended.text);
  if (layout) return readExport(layout, { path: file.path, text: mended.text }, options);
  const other = otherExport(mended.text);
  return other
    ? setAside(file, 'unknown layout', `the file is an export of ${other}, whose layout detente does not know`)
    : readPlain(file, mended, options);
}
