/** Web archives (ISO 28500): WARC → the pages in it, WET → their texts. Address and day come from the record. */
import type { Clipping, DateHint } from '../../core/model/articles.ts';
import type { Outcome } from '../../core/model/problems.ts';
import { decodeText } from './decode.ts';
import { domainOf } from './domain.ts';
import { guarded, joinOutcomes, keep, setAside } from './finish.ts';
import type { InputFile, ReadOptions } from './input.ts';
import { emptyProblem } from './large.ts';
import { mendGiven } from './mend.ts';
import { declaredEncoding, readPage } from './pages/page.ts';
import { joinChunks, unpackBody } from './warc-body.ts';
import { endOfHead, type Fields, fieldsOf, LONGEST_RECORD, mayHoldArticle, recordsOf, tellsOf } from './warc-records.ts';

/**
 * Reads the pages and texts of a web archive. Requests, revisits, pictures, redirects and faults of servers hold no article and are passed over. What the
 * record of metadata before a page tells of it (title, published, updated, outlet: as `detente collect` writes it) is used.
 */
export function readWarc(file: InputFile, options: ReadOptions): Outcome<Clipping> {
  const outcomes: Outcome<Clipping>[] = [];
  let told: Told | null = null;
  let index = 0;
  for (const found of recordsOf(file.bytes)) {
    const place = `record ${file.records?.[index++] ?? found.number}`;
    if ('fault' in found) outcomes.push(setAside({ path: file.path, place }, found.code, found.fault));
    else if (mayHoldArticle(found.fields)) {
      outcomes.push(readGuarded(found, { path: file.path, place, options, told }));
      told = null;
    } else told = toldBy(found) ?? told;
  }
  const joined = joinOutcomes(outcomes);
  return file.records === undefined && joined.kept.length + joined.problems.length === 0
    ? { kept: [], problems: [emptyProblem(file.path, { unit: 'record' })] }
    : joined;
}

interface WarcRecord {
  readonly fields: Fields;
  readonly block: Uint8Array;
}

/** What a record of metadata tells of another one. */
interface Told {
  readonly about: string;
  readonly fields: Fields;
}

function toldBy({ fields, block }: WarcRecord): Told | null {
  const about = tellsOf(fields, block);
  return about === null ? null : { about, fields: fieldsOf(Buffer.from(block).toString('utf8')) };
}

interface Place {
  readonly path: string;
  readonly place: string;
  readonly options: ReadOptions;
  /** What the record of metadata before it tells. */
  readonly told: Told | null;
}

const NOTHING: Outcome<never> = { kept: [], problems: [] };

/** A fault of our own costs the record, not the archive. */
function readGuarded(record: WarcRecord, at: Place): Outcome<Clipping> {
  const outcome = guarded({ path: at.path, place: at.place }, () => readRecord(record, at));
  return 'code' in outcome ? { kept: [], problems: [outcome] } : outcome;
}

function readRecord({ fields, block }: WarcRecord, at: Place): Outcome<Clipping> {
  const type = fields.get('warc-type')?.toLowerCase();
  const contentType = fields.get('content-type')?.toLowerCase() ?? '';
  if (type === 'response' && /^application\/http/.test(contentType)) return readResponse(fields, block, at);
  if (type === 'resource' && /html/.test(contentType)) return readHtml(fields, { body: block, charset: charsetOf(contentType) }, at);
  if ((type === 'conversion' || type === 'resource') && /^text\/plain/.test(contentType)) return readConversion(fields, block, at);
  return NOTHING;
}

function readResponse(fields: Fields, block: Uint8Array, at: Place): Outcome<Clipping> {
  const end = endOfHead(block, 0, true);
  if (end === null || end === 'open') return NOTHING;
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

function readHtml(fields: Fields, { body, charset }: Page, { path, place, options, told }: Place): Outcome<Clipping> {
  const decoded = decodeText(body, charset ?? declaredEncoding(body));
  if (!decoded) return setAside({ path, place }, 'not text', 'the page is binary, expected HTML');
  const address = addressOf(fields);
  const known = told?.about === fields.get('warc-record-id') ? told?.fields : undefined;
  const hints = [...itemDays(known), ...dayOf(fields)];
  const page = { path, place, html: decoded.text, address, id: address, hints };
  return readPage({ ...page, outlet: known?.get('outlet') ?? null, title: known?.get('title') ?? null }, options);
}

function readConversion(fields: Fields, block: Uint8Array, { path, place, options }: Place): Outcome<Clipping> {
  const decoded = decodeText(block);
  if (!decoded) return setAside({ path, place }, 'not text', 'the record is binary, expected text');
  const url = addressOf(fields);
  const hints = [...(url ? [{ kind: 'url', name: 'url', value: url }] : []), ...dayOf(fields)];
  const draft = {
    id: url ?? `${path}:${place}`,
    path,
    place,
    ...mendGiven(decoded.text),
    url,
    outlet: domainOf(url),
    hints,
    hasHead: true,
  };
  return keep(draft, options.boilerplate);
}

function addressOf(fields: Fields): string | null {
  const uri = fields.get('warc-target-uri')?.replace(/^<|>$/g, '');
  return uri && /^https?:/i.test(uri) ? uri : null;
}

/** The days that the feed told of the page. */
function itemDays(known: Fields | undefined): readonly DateHint[] {
  return ['published', 'updated'].flatMap((name) => {
    const value = known?.get(name);
    return value ? [{ kind: 'field', name, value: value.slice(0, 80) }] : [];
  });
}

/** The day on which the page was fetched: the last resort, for it was published then or before. */
function dayOf(fields: Fields): readonly DateHint[] {
  const value = fields.get('warc-date');
  return value ? [{ kind: 'crawl', name: 'WARC-Date', value: value.slice(0, 40) }] : [];
}

function charsetOf(contentType: string): string | null {
  return /charset\s*=\s*["']?([\w-]{2,40})/.exec(contentType)?.[1] ?? null;
}
