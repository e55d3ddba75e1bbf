/** Cuts a large file of JSON lines into pieces of whole lines, so that memory stays flat whatever its size. */
import { createHash } from 'node:crypto';

/** Some whole lines of a file. */
export interface LinePiece {
  readonly bytes: Uint8Array;
  /** Number of its first line, from 1. */
  readonly firstLine: number;
}

/** A line that is longer than the reader takes. */
export interface LongLine {
  readonly longLine: number;
}

/** Bytes after which a piece ends with its line, and the longest line that is read. */
export const PIECE_BYTES = 256 * 1024;
export const LONGEST_LINE = 16 * 1024 * 1024;

const NEWLINE = 0x0a;

/** Whole lines in pieces, long lines by their number alone; at the end `finish` is told the sha256 and size of all bytes that went by. */
export function* cutLines(
  chunks: Iterable<Uint8Array>,
  finish: (sha256: string, size: number) => void,
  limits = { piece: PIECE_BYTES, line: LONGEST_LINE },
): Generator<LinePiece | LongLine> {
  const hash = createHash('sha256');
  const gathered = new Gatherer(limits);
  let size = 0;
  for (const chunk of chunks) {
    hash.update(chunk);
    size += chunk.length;
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      yield* gathered.endLine(chunk.subarray(start, end + 1));
      start = end + 1;
    }
    gathered.add(chunk.subarray(start));
  }
  yield* gathered.endFile();
  finish(hash.digest('hex'), size);
}

/** Holds the lines of the piece under way, and the line that has not ended yet. */
class Gatherer {
  readonly #limits: { readonly piece: number; readonly line: number };
  #piece: Uint8Array[] = [];
  #pieceBytes = 0;
  #line: Uint8Array[] = [];
  #lineBytes = 0;
  #firstLine = 1;
  #nextLine = 1;

  constructor(limits: { readonly piece: number; readonly line: number }) {
    this.#limits = limits;
  }

  /** Takes a part of the line under way; what is too long is counted and not kept. The bytes are copied. */
  add(part: Uint8Array): void {
    this.#lineBytes += part.length;
    if (part.length === 0) return;
    if (this.#lineBytes > this.#limits.line) this.#line = [];
    else this.#line.push(part.slice());
  }

  *endLine(part: Uint8Array): Generator<LinePiece | LongLine> {
    this.add(part);
    if (this.#lineBytes > this.#limits.line) {
      yield* this.flush();
      yield { longLine: this.#nextLine };
      this.#firstLine = this.#nextLine + 1;
    } else {
      this.#piece.push(...this.#line);
      this.#pieceBytes += this.#lineBytes;
    }
    this.#line = [];
    this.#lineBytes = 0;
    this.#nextLine += 1;
    if (this.#pieceBytes >= this.#limits.piece) yield* this.flush();
  }

  *endFile(): Generator<LinePiece | LongLine> {
    if (this.#lineBytes > 0) yield* this.endLine(new Uint8Array(0));
    yield* this.flush();
  }

  *flush(): Generator<LinePiece> {
    if (this.#pieceBytes > 0) yield { bytes: Buffer.concat(this.#piece), firstLine: this.#firstLine };
    this.#piece = [];
    this.#pieceBytes = 0;
    this.#firstLine = this.#nextLine;
  }
}
