/** Cuts a large file of JSON lines into pieces of whole lines, so that memory stays flat whatever its size. */
import { createHash } from 'node:crypto';

/** Some whole lines of a file. */
export interface LinePiece {
  readonly bytes: Uint8Array;
  /** Number of its first line, from 1. */
  readonly firstLine: number;
  /** Number of each line that is to be read → hash of its bytes. */
  readonly hashes: ReadonlyMap<number, string>;
}

/** A line that is longer than the reader takes. */
export interface LongLine {
  readonly longLine: number;
}

/** Bytes after which a piece ends with its line, and the longest line that is read. */
export const PIECE_BYTES = 256 * 1024;
export const LONGEST_LINE = 16 * 1024 * 1024;

const NEWLINE = 0x0a;
const BLANK_LINE = new Uint8Array([NEWLINE]);

/** How a file is cut. */
export interface CutOptions {
  /** Told the sha256 and size of all bytes at the end. */
  readonly finish?: (sha256: string, size: number) => void;
  /** Whether a line is left blank, which every reader passes over. */
  readonly isKept?: (line: number, hash: string) => boolean;
  readonly limits?: { readonly piece: number; readonly line: number };
  /** Number of the first line, where the chunks begin within a file. */
  readonly firstLine?: number;
}

/** Whole lines in pieces, long lines by their number alone. A piece of which every line is kept is left out. */
export function* cutLines(chunks: Iterable<Uint8Array>, options: CutOptions = {}): Generator<LinePiece | LongLine> {
  const { finish } = options;
  const cutter = new LineCutter(options);
  const hash = createHash('sha256');
  let size = 0;
  for (const chunk of chunks) {
    if (finish) hash.update(chunk);
    size += chunk.length;
    yield* cutter.add(chunk);
  }
  yield* cutter.end();
  finish?.(hash.digest('hex'), size);
}

/** Takes the bytes of a file of lines as they come, and gives its pieces. */
export class LineCutter {
  readonly #gathered: Gatherer;

  constructor({ isKept = () => false, limits = { piece: PIECE_BYTES, line: LONGEST_LINE }, firstLine = 1 }: CutOptions = {}) {
    this.#gathered = new Gatherer(limits, isKept, firstLine);
  }

  *add(chunk: Uint8Array): Generator<LinePiece | LongLine> {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      yield* this.#gathered.endLine(chunk.subarray(start, end + 1));
      start = end + 1;
    }
    this.#gathered.add(chunk.subarray(start));
  }

  end(): Generator<LinePiece | LongLine> {
    return this.#gathered.endFile();
  }
}

/** What tells a line from another one: the first 64 bits of the sha256 of its bytes. */
function hashLine(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
}

/** Holds the lines of the piece under way, and the line that has not ended yet. */
class Gatherer {
  readonly #limits: { readonly piece: number; readonly line: number };
  #piece: Uint8Array[] = [];
  #pieceBytes = 0;
  #line: Uint8Array[] = [];
  #lineBytes = 0;
  #firstLine: number;
  #nextLine: number;
  #hashes = new Map<number, string>();
  readonly #isKept: (line: number, hash: string) => boolean;

  constructor(
    limits: { readonly piece: number; readonly line: number },
    isKept: (line: number, hash: string) => boolean,
    firstLine: number,
  ) {
    this.#limits = limits;
    this.#isKept = isKept;
    this.#firstLine = firstLine;
    this.#nextLine = firstLine;
  }

  /** Takes a part of the line under way; what is too long is counted and not kept. The bytes are copied. */
  add(part: Uint8Array): void {
    this.#lineBytes += part.length;
    if (part.length === 0) return;
    if (this.#lineBytes > this.#limits.line) this.#line = [];
    else this.#line.push(new Uint8Array(part));
  }

  *endLine(part: Uint8Array): Generator<LinePiece | LongLine> {
    this.add(part);
    if (this.#lineBytes > this.#limits.line) {
      yield* this.flush();
      yield { longLine: this.#nextLine };
      this.#firstLine = this.#nextLine + 1;
    } else this.#take(hashLine(this.#line));
    this.#line = [];
    this.#lineBytes = 0;
    this.#nextLine += 1;
    if (this.#pieceBytes >= this.#limits.piece) yield* this.flush();
  }

  #take(hash: string): void {
    const isKept = this.#isKept(this.#nextLine, hash);
    if (!isKept) this.#hashes.set(this.#nextLine, hash);
    this.#piece.push(...(isKept ? [BLANK_LINE] : this.#line));
    this.#pieceBytes += isKept ? BLANK_LINE.length : this.#lineBytes;
  }

  *endFile(): Generator<LinePiece | LongLine> {
    if (this.#lineBytes > 0) yield* this.endLine(new Uint8Array(0));
    yield* this.flush();
  }

  *flush(): Generator<LinePiece> {
    if (this.#hashes.size > 0) yield { bytes: Buffer.concat(this.#piece), firstLine: this.#firstLine, hashes: this.#hashes };
    this.#hashes = new Map();
    this.#piece = [];
    this.#pieceBytes = 0;
    this.#firstLine = this.#nextLine;
  }
}
