/** Web archives (ISO 28500): WARC → the pages in it, WET → their texts. Address and day come from the record. */
import type { Clipping, DateHint } from '../../core/model/articles.ts';
import type { Outcome } from '../../core/model/problems.ts';
import { decodeText } from './decode.ts';
import { joinOutcomes, keep, setAside } from './finish.ts';
import type { InputFile, ReadOptions } from './input.ts';
import { mendGiven } from './mend.ts';
import { declaredEncoding, readPage } from './pages/page.ts';
import { joinChunks, unpackBody } from './warc-body.ts';

/** Longest record that is read, in bytes; the longest page is no longer. */
const LONGEST_RECORD = 16 * 1024 * 1024;
const LONGEST_HEAD = 64 * 1024;
const RECORD_START = Buffer.from('WARC/');

/** One record: its header fields by lower-case name, and its block. */
interface WarcRecord {
  readonly fields: ReadonlyMap<string, string>;
  readonly block: Uint8Array;
}

type Found =
  | { readonly record: WarcRecord; readonly next: number }
  | { readonly fault: string; readonly code: string; readonly next: number };

/**
 * Reads the pages and texts of a web archive. Requests, revisits, pictures, redirects and faults of servers hold no article and are passed over. What a
 * record of metadata before a page tells of it (title, published, updated, outlet: as `detente collect` writes it) is used.
 */
export function readWarc(file: InputFile, options: ReadOptions): Outcome<Clipping> {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.length);
  const outcomes: Outcome<Clipping>[] = [];
  const told = new Map<string, ReadonlyMap<string, string>>();
  let number = file.firstRecord ?? 1;
  for (let at = startOfRecord(bytes, 0); at >= 0; number++) {
    const found = recordAt(bytes, at);
    const place = `record ${number}`;
    if ('record' in found) takeMetadata(found.record, told);
    outcomes.push(
      'fault' in found
        ? setAside({ path: file.path, place }, found.code, found.fault)
        : readRecord(found.record, { path: file.path, place, options, told }),
    );
    at = startOfRecord(bytes, found.next);
  }
  const joined = joinOutcomes(outcomes);
  const isWhole = file.firstRecord === undefined;
  return isWhole && joined.kept.length + joined.problems.length === 0
    ? setAside(file, 'empty', 'the web archive holds no page and no text')
    : joined;
}

/** Keeps what a record of metadata tells of another one. */
function takeMetadata({ fields, block }: WarcRecord, told: Map<string, ReadonlyMap<string, string>>): void {
  const about = fields.get('warc-refers-to');
  if (about === undefined || fields.get('warc-type')?.toLowerCase() !== 'metadata' || block.length > LONGEST_HEAD) return;
  told.set(about, fieldsOf(Buffer.from(block).toString('utf8')));
}

/** Where the next record begins: at a line that begins so. */
function startOfRecord(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(RECORD_START, from); at >= 0; at = bytes.indexOf(RECORD_START, at + 1))
    if (at === 0 || bytes[at - 1] === 0x0a) return at;
  return -1;
}

function recordAt(bytes: Buffer, at: number): Found {
  const end = endOfHead(bytes, at);
  if (end === null) return { code: 'bad archive', fault: 'the record has no end of its head', next: at + RECORD_START.length };
  const fields = fieldsOf(bytes.toString('utf8', at, end.head));
  const length = Number(fields.get('content-length') ?? 'none');
  if (!Number.isSafeInteger(length) || length < 0)
    return {
      code: 'bad archive',
      fault: `the record's length is "${fields.get('content-length') ?? ''}", expected a number of bytes`,
      next: end.block,
    };
  const next = end.block + length;
  if (length > LONGEST_RECORD)
    return {
      code: 'too large',
      fault: `the record has ${length} bytes, expected at most ${LONGEST_RECORD}`,
      next: Math.min(next, bytes.length),
    };
  if (next > bytes.length)
    return { code: 'bad archive', fault: `the record has ${bytes.length - end.block} bytes, expected ${length}`, next: end.block };
  if (next < bytes.length && !/^\s*(?:WARC\/|$)/.test(bytes.toString('latin1', next, next + 16)))
    return { code: 'bad archive', fault: `no record follows behind the ${length} bytes that the record is said to have`, next: end.block };
  return { record: { fields, block: bytes.subarray(end.block, next) }, next };
}

/** Where a head ends and its block begins: behind an empty line. */
function endOfHead(bytes: Uint8Array, at: number): { readonly head: number; readonly block: number } | null {
  const limit = Math.min(bytes.length, at + LONGEST_HEAD);
  for (let i = at; i < limit; i++) {
    if (bytes[i] !== 0x0a) continue;
    if (i > at && bytes[i + 1] === 0x57 && isRecordStart(bytes, i + 1)) return null;
    if (bytes[i + 1] === 0x0a) return { head: i, block: i + 2 };
    if (bytes[i + 1] === 0x0d && bytes[i + 2] === 0x0a) return { head: i, block: i + 3 };
  }
  return null;
}

function isRecordStart(bytes: Uint8Array, at: number): boolean {
  return RECORD_START.every((byte, i) => bytes[at + i] === byte);
}

function fieldsOf(head: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

interface Place {
  readonly path: string;
  readonly place: string;
  readonly options: ReadOptions;
  /** What records of metadata tell, by the id of the record that they tell of. */
  readonly told: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const NOTHING: Outcome<never> = { kept: [], problems: [] };

function readRecord({ fields, block }: WarcRecord, at: Place): Outcome<Clipping> {
  const type = fields.get('warc-type')?.toLowerCase();
  const contentType = fields.get('content-type')?.toLowerCase() ?? '';
  if (type === 'response' && /^application\/http/.test(contentType)) return readResponse(fields, block, at);
  if (type === 'resource' && /html/.test(contentType)) return readHtml(fields, { body: block, charset: charsetOf(contentType) }, at);
  if ((type === 'conversion' || type === 'resource') && /^text\/plain/.test(contentType)) return readConversion(fields, block, at);
  return NOTHING;
}

function readResponse(fields: ReadonlyMap<string, string>, block: Uint8Array, at: Place): Outcome<Clipping> {
  const end = endOfHead(block, 0);
  if (end === null) return NOTHING;
  const head = Buffer.from(block.subarray(0, end.head)).toString('latin1');
  const answer = fieldsOf(head.replace(/^[^\n]*\n/, ''));
  const type = answer.get('content-type')?.toLowerCase() ?? '';
  if (!/^HTTP\/[\d.]+ 2\d\d/.test(head) || !/html/.test(type)) return NOTHING;
  const whole = /chunked/i.test(answer.get('transfer-encoding') ?? '') ? joinChunks(block.subarray(end.block)) : block.subarray(end.block);
  const body = unpackBody(whole, answer.get('content-encoding')?.toLowerCase() ?? '', LONGEST_RECORD);
  if (body === null) return setAside(at, 'too large', `the page is packed and larger than ${LONGEST_RECORD} bytes`);
  return readHtml(fields, { body, charset: charsetOf(type) }, at);
}

interface Page {
  readonly body: Uint8Array;
  readonly charset: string | null;
}

function readHtml(fields: ReadonlyMap<string, string>, { body, charset }: Page, { path, place, options, told }: Place): Outcome<Clipping> {
  const decoded = decodeText(body, charset ?? declaredEncoding(body));
  if (!decoded) return setAside({ path, place }, 'not text', 'the page is binary, expected HTML');
  const address = addressOf(fields);
  const known = told.get(fields.get('warc-record-id') ?? '');
  const hints = [...itemDays(known), ...dayOf(fields)];
  const page = { path, place, html: decoded.text, address, id: address, hints };
  return readPage({ ...page, outlet: known?.get('outlet') ?? null, title: known?.get('title') ?? null }, options);
}

function readConversion(fields: ReadonlyMap<string, string>, block: Uint8Array, { path, place, options }: Place): Outcome<Clipping> {
  const decoded = decodeText(block);
  if (!decoded) return setAside({ path, place }, 'not text', 'the record is binary, expected text');
  const url = addressOf(fields);
  const hints = [...(url ? [{ kind: 'url', name: 'url', value: url }] : []), ...dayOf(fields)];
  const outlet = /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url ?? '')?.[1] ?? null;
  const draft = { id: url ?? `${path}:${place}`, path, place, ...mendGiven(decoded.text), url, outlet, hints, hasHead: true };
  return keep(draft, options.boilerplate);
}

function addressOf(fields: ReadonlyMap<string, string>): string | null {
  const uri = fields.get('warc-target-uri')?.replace(/^<|>$/g, '');
  return uri && /^https?:/i.test(uri) ? uri : null;
}

/** The days that the feed told of the page. */
function itemDays(known: ReadonlyMap<string, string> | undefined): readonly DateHint[] {
  return ['published', 'updated'].flatMap((name) => {
    const value = known?.get(name);
    return value ? [{ kind: 'field', name, value: value.slice(0, 80) }] : [];
  });
}

/** The day on which the page was fetched: the last resort, for it was published then or before. */
function dayOf(fields: ReadonlyMap<string, string>): readonly DateHint[] {
  const value = fields.get('warc-date');
  return value ? [{ kind: 'crawl', name: 'WARC-Date', value: value.slice(0, 40) }] : [];
}

function charsetOf(contentType: string): string | null {
  return /charset\s*=\s*["']?([\w-]{2,40})/.exec(contentType)?.[1] ?? null;
}
