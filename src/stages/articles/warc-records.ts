/** Cuts a web archive (ISO 28500) into its records, chunk by chunk: what is held is never much more than the longest record that is read. */

/** Longest record that is read, in bytes; the longest page is no longer. */
export const LONGEST_RECORD = 16 * 1024 * 1024;
/** Longest head of a record or of an HTTP answer, in bytes. */
export const LONGEST_HEAD = 64 * 1024;
const RECORD_START = Buffer.from('WARC/');
/** Bytes behind a record that show whether another one follows. */
const BEHIND = 16;
/** Bytes that are looked at behind a line feed in a head. */
const AHEAD = 1 + RECORD_START.length;

/** Header fields by lower-case name. */
export type Fields = ReadonlyMap<string, string>;

/** One record, or why there is none, with its number in the file from 1. */
export type FoundRecord =
  | { readonly number: number; readonly fields: Fields; readonly block: Uint8Array; readonly bytes: Uint8Array }
  | { readonly number: number; readonly code: string; readonly fault: string };

type Looked =
  | { readonly fields: Fields; readonly block: Uint8Array; readonly bytes: Uint8Array; readonly next: number }
  | { readonly code: string; readonly fault: string; readonly next: number }
  | { readonly wanted: number };

/** All records of an archive that is in memory. */
export function* recordsOf(bytes: Uint8Array): Generator<FoundRecord> {
  const cutter = new RecordCutter();
  yield* cutter.add(bytes);
  yield* cutter.end();
}

/** Takes the bytes of an archive as they come. What it gives does not depend on where they were parted, and stands until the next chunk is added. */
export class RecordCutter {
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  /** Bytes to be held before it is worth looking again. */
  #wanted = 0;
  /** Whether a record may begin with the first byte that is held. */
  #mayBegin = true;
  #number = 0;

  /** The records that end in this chunk. */
  *add(chunk: Uint8Array): Generator<FoundRecord> {
    if (this.#heldBytes + chunk.length >= this.#wanted) yield* this.#cut(this.#joined(chunk), false);
    else this.#hold(chunk);
  }

  /** What is left when no byte follows. */
  *end(): Generator<FoundRecord> {
    yield* this.#cut(this.#joined(new Uint8Array(0)), true);
  }

  #joined(chunk: Uint8Array): Buffer {
    const parts = this.#held;
    this.#held = [];
    this.#heldBytes = 0;
    return parts.length === 0 ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length) : Buffer.concat([...parts, chunk]);
  }

  #hold(bytes: Uint8Array): void {
    // The slice of a Buffer would be no copy.
    if (bytes.length > 0) this.#held.push(new Uint8Array(bytes));
    this.#heldBytes += bytes.length;
  }

  *#cut(bytes: Buffer, isLast: boolean): Generator<FoundRecord> {
    this.#wanted = 0;
    let at = 0;
    for (;;) {
      const start = startOfRecord(bytes, at, this.#mayBegin);
      const looked = start < 0 ? null : lookAt(bytes, start, isLast);
      if (looked === null || 'wanted' in looked) {
        // A mark of a record may be parted between this chunk and the next one.
        const from = start < 0 ? Math.max(at, bytes.length - RECORD_START.length) : start;
        this.#mayBegin = start >= 0 || (this.#mayBegin && from === at);
        this.#wanted = looked === null ? 0 : looked.wanted;
        return this.#hold(bytes.subarray(from));
      }
      const { next, ...found } = looked;
      this.#number += 1;
      yield { number: this.#number, ...found };
      this.#mayBegin = 'fields' in found || bytes[next - 1] === 0x0a;
      at = next;
    }
  }
}

/** Where the next record begins: at a line that begins so, or right behind the record before. */
function startOfRecord(bytes: Buffer, from: number, mayBegin: boolean): number {
  for (let at = bytes.indexOf(RECORD_START, from); at >= 0; at = bytes.indexOf(RECORD_START, at + 1))
    if (at === from ? mayBegin : bytes[at - 1] === 0x0a) return at;
  return -1;
}

/** The record at a place; behind a broken one the search goes on within it, for its length may be wrong. */
function lookAt(bytes: Buffer, at: number, isLast: boolean): Looked {
  const end = endOfHead(bytes, at, isLast);
  if (end === 'open') return { wanted: bytes.length - at + 1 };
  if (end === null) return { code: 'bad archive', fault: 'the record has no end of its head', next: at + RECORD_START.length };
  const fields = fieldsOf(bytes.toString('utf8', at, end.head));
  const given = fields.get('content-length') ?? '';
  const length = /^\d{1,15}$/.test(given) ? Number(given) : null;
  const broken = (code: string, fault: string): Looked => ({ code, fault, next: end.block });
  if (length === null) return broken('bad archive', `the record's length is "${given.slice(0, 40)}", expected a number of bytes`);
  if (length > LONGEST_RECORD) return broken('too large', `the record has ${length} bytes, expected at most ${LONGEST_RECORD}`);
  const next = end.block + length;
  if (!isLast && bytes.length < next + BEHIND) return { wanted: next + BEHIND - at };
  if (next > bytes.length) return broken('bad archive', `the record has ${bytes.length - end.block} bytes, expected ${length}`);
  if (!/^(?:\r\n\r\n|[\r\n]*(?:WARC\/|$))/.test(bytes.toString('latin1', next, next + BEHIND)))
    return broken('bad archive', `no record follows behind the ${length} bytes that the record is said to have`);
  return { fields, block: bytes.subarray(end.block, next), bytes: bytes.subarray(at, next), next };
}

/** Where a head ends and its block begins: behind an empty line. Null where it has no end, 'open' where more bytes have to tell. */
export function endOfHead(
  bytes: Uint8Array,
  at: number,
  isLast: boolean,
): { readonly head: number; readonly block: number } | 'open' | null {
  const limit = Math.min(isLast ? bytes.length : bytes.length - AHEAD, at + LONGEST_HEAD);
  for (let i = at; i < limit; i++) {
    if (bytes[i] !== 0x0a) continue;
    if (i > at && RECORD_START.every((byte, k) => bytes[i + 1 + k] === byte)) return null;
    if (bytes[i + 1] === 0x0a) return { head: i, block: i + 2 };
    if (bytes[i + 1] === 0x0d && bytes[i + 2] === 0x0a) return { head: i, block: i + 3 };
  }
  return limit === at + LONGEST_HEAD || isLast ? null : 'open';
}

/** The fields of a head; of several of one name the first. */
export function fieldsOf(head: string): Fields {
  const fields = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/** Whether a record may hold an article. Requests, revisits and the like may not. */
export function mayHoldArticle(fields: Fields): boolean {
  return /^(?:response|resource|conversion)$/i.test(fields.get('warc-type') ?? '');
}

/** The id of the record that a record of metadata tells of, or null. */
export function tellsOf(fields: Fields, block: Uint8Array): string | null {
  const isMetadata = fields.get('warc-type')?.toLowerCase() === 'metadata' && block.length <= LONGEST_HEAD;
  return isMetadata ? (fields.get('warc-refers-to') ?? null) : null;
}
