/** WARC 1.1 records (ISO 28500), each in a gzip member of its own. */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync, inflateRawSync } from 'node:zlib';
import { escapeMarkup, type FeedItem } from './items.ts';
import type { Answer } from './request.ts';

/** What a feed tells of a page, kept beside it. */
export interface Told {
  readonly title: string;
  readonly published: string;
  readonly updated: string;
  readonly outlet: string;
  readonly side: string;
  /** Address of the feed. */
  readonly via: string;
  /** Key of the page in the index, and sha256 of its unpacked body: from these the index can be made anew. */
  readonly item: string;
  readonly payload: string;
}

/** What is kept of one page: where it was, when it was fetched (ISO 8601), and what the feed tells of it. */
export interface Kept {
  readonly url: string;
  readonly fetched: string;
  readonly told: Told;
}

/** Two members: what the feed tells, and the answer as it came. The first is written first, so that a page never stands without it. */
export function pageRecords(kept: Kept, answer: Answer): Uint8Array {
  const block = Buffer.concat([Buffer.from(`${answer.head}\r\n\r\n`), answer.body]);
  return withMetadata(kept, { type: 'response', contentType: 'application/http; msgtype=response', block });
}

/** The same for an item that is kept for its own text: a page is made of it. */
export function itemRecords(kept: Kept, item: FeedItem): Uint8Array {
  const title = escapeMarkup(item.title);
  const page = `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1>${item.content}</article></body></html>\n`;
  return withMetadata(kept, { type: 'resource', contentType: 'text/html; charset=utf-8', block: Buffer.from(page) });
}

/** The first record of a file: who collected, by which rules. */
export function infoRecord(
  fetched: string,
  { software, operator, name }: { readonly software: string; readonly operator: string; readonly name: string },
): Uint8Array {
  const block = fieldLines({ software, operator, robots: 'obey', format: 'WARC File Format 1.1' });
  return member(
    {
      'WARC-Type': 'warcinfo',
      'WARC-Record-ID': idOf('warcinfo', name, fetched),
      'WARC-Date': fetched,
      'WARC-Filename': name,
      'Content-Type': 'application/warc-fields',
    },
    block,
  );
}

interface Main {
  readonly type: 'response' | 'resource';
  readonly contentType: string;
  readonly block: Uint8Array;
}

function withMetadata({ url, fetched, told }: Kept, { type, contentType, block }: Main): Uint8Array {
  const id = idOf(type, url, fetched, createHash('sha256').update(block).digest('hex'));
  const common = { 'WARC-Target-URI': url, 'WARC-Date': fetched };
  const metadata = {
    'WARC-Type': 'metadata',
    'WARC-Record-ID': idOf('metadata', id),
    ...common,
    'WARC-Refers-To': id,
    'Content-Type': 'application/warc-fields',
  };
  const main = { 'WARC-Type': type, 'WARC-Record-ID': id, ...common, 'Content-Type': contentType };
  return Buffer.concat([member(metadata, fieldLines(told)), member(main, block)]);
}

function fieldLines(fields: object): Uint8Array {
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === '' ? [] : [`${name}: ${String(value).replace(/\s+/g, ' ').trim()}\r\n`],
  );
  return Buffer.from(lines.join(''));
}

function member(fields: Readonly<Record<string, string>>, block: Uint8Array): Uint8Array {
  const digest = `sha256:${createHash('sha256').update(block).digest('hex')}`;
  const lines = Object.entries({ ...fields, 'WARC-Block-Digest': digest, 'Content-Length': String(block.length) }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return gzipSync(Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`), block, Buffer.from('\r\n\r\n')]));
}

/** An id that follows from what the record is of, in the form of a UUID of version 8 (RFC 9562). */
function idOf(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `<urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}>`;
}

/** One sound member of a file: where it ends, and what it holds. */
export interface Member {
  readonly end: number;
  readonly content: Uint8Array;
}

const GZIP_HEAD = 10;
const GZIP_TAIL = 8;

/** The sound members at the beginning of some bytes, up to the first that is broken or cut short. They are members as this program writes them: with a head of ten bytes. */
export function* soundMembers(bytes: Uint8Array): Generator<Member> {
  for (let at = 0; at + GZIP_HEAD + GZIP_TAIL < bytes.length; ) {
    const end = endOfMember(bytes, at);
    if (end === null || end > bytes.length) return;
    try {
      // The whole member once more: this checks its length and sum.
      yield { end, content: gunzipSync(bytes.subarray(at, end)) };
    } catch {
      return;
    }
    at = end;
  }
}

function endOfMember(bytes: Uint8Array, at: number): number | null {
  if (bytes[at] !== 0x1f || bytes[at + 1] !== 0x8b || bytes[at + 3] !== 0) return null;
  try {
    const { engine } = inflateRawSync(bytes.subarray(at + GZIP_HEAD), { info: true }) as unknown as {
      readonly engine: { readonly bytesWritten: number };
    };
    return at + GZIP_HEAD + engine.bytesWritten + GZIP_TAIL;
  } catch {
    return null;
  }
}

/** What a record says of itself, as far as an index of pages needs it. */
export interface Described {
  readonly type: string;
  readonly id: string;
  /** Of a record of metadata: the id of the page's record, and what else it tells. */
  readonly refersTo: string;
  readonly item: string;
  readonly updated: string;
  readonly payload: string;
}

/** Bytes of a record in which its head, and the whole of a record of metadata, stand. */
const DESCRIBING = 16_384;

/** Reads what a record says of itself. */
export function describeRecord(content: Uint8Array): Described {
  const [head = '', ...rest] = Buffer.from(content.subarray(0, DESCRIBING)).toString('utf8').split('\r\n\r\n');
  const field = (text: string, name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1]?.trim() ?? '';
  const type = field(head, 'WARC-Type');
  const told = type === 'metadata' ? rest.join('\r\n') : '';
  return {
    ...{ type, id: field(head, 'WARC-Record-ID'), refersTo: field(head, 'WARC-Refers-To') },
    ...{ item: field(told, 'item'), updated: field(told, 'updated'), payload: field(told, 'payload') },
  };
}
