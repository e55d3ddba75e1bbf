/** Cuts a large web archive into pieces of whole records, so that memory stays flat whatever its size. */
import { createHash } from 'node:crypto';
import type { Problem } from '../../core/model/problems.ts';
import { type FoundRecord, mayHoldArticle, RecordCutter, tellsOf } from './warc-records.ts';

/** Some whole records of an archive: those that may hold articles, with the metadata that belongs to them. */
export interface RecordPiece {
  readonly bytes: Uint8Array;
  /** Number of each record in the archive, from 1. */
  readonly records: readonly number[];
  /** Number of each record that may hold an article → hash of its bytes and of those that tell of it. */
  readonly hashes: ReadonlyMap<number, string>;
}

/** Why a record cannot be read. */
export interface RecordFault {
  readonly record: number;
  readonly problem: Problem;
}

/** How an archive is cut. */
export interface PieceOptions {
  readonly path: string;
  /** Whether a record is passed over because it is known already. */
  readonly isKept: (record: number, hash: string) => boolean;
  /** Bytes after which a piece ends with its record. */
  readonly least: number;
}

type Sound = Extract<FoundRecord, { readonly bytes: Uint8Array }>;

/** Takes the bytes of an archive as they come, and gives pieces and what is wrong between them. */
export class PieceCutter {
  readonly #cutter = new RecordCutter();
  readonly #options: PieceOptions;
  #piece: Uint8Array[] = [];
  #pieceBytes = 0;
  #records: number[] = [];
  #hashes = new Map<number, string>();
  /** The record of metadata that may tell of the next page. */
  #before: { readonly number: number; readonly bytes: Uint8Array } | null = null;

  constructor(options: PieceOptions) {
    this.#options = options;
  }

  *add(chunk: Uint8Array): Generator<RecordPiece | RecordFault> {
    for (const found of this.#cutter.add(chunk)) yield* this.#take(found);
  }

  *end(): Generator<RecordPiece | RecordFault> {
    for (const found of this.#cutter.end()) yield* this.#take(found);
    yield* this.#flush();
  }

  *#take(found: FoundRecord): Generator<RecordPiece | RecordFault> {
    const { number } = found;
    if ('fault' in found)
      yield { record: number, problem: { path: this.#options.path, place: `record ${number}`, code: found.code, reason: found.fault } };
    else if (mayHoldArticle(found.fields)) this.#takePage(found);
    else if (tellsOf(found.fields, found.block) !== null) this.#before = { number, bytes: new Uint8Array(found.bytes) };
    if (this.#pieceBytes >= this.#options.least) yield* this.#flush();
  }

  #takePage({ number, bytes }: Sound): void {
    const before = this.#before;
    this.#before = null;
    const hash = createHash('sha256');
    if (before) hash.update(before.bytes);
    const key = hash.update(bytes).digest('hex').slice(0, 16);
    if (this.#options.isKept(number, key)) return;
    this.#hashes.set(number, key);
    if (before) this.#put(before.number, before.bytes);
    this.#put(number, new Uint8Array(bytes));
  }

  #put(number: number, bytes: Uint8Array): void {
    this.#records.push(number);
    this.#piece.push(bytes);
    this.#pieceBytes += bytes.length;
  }

  *#flush(): Generator<RecordPiece> {
    if (this.#records.length > 0) yield { bytes: Buffer.concat(this.#piece), records: this.#records, hashes: this.#hashes };
    this.#piece = [];
    this.#pieceBytes = 0;
    this.#records = [];
    this.#hashes = new Map();
  }
}
