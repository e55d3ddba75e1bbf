/** Large files in pieces: JSON lines and web archives, as they are or packed by gzip or bzip2. */
import { createHash } from 'node:crypto';
import type { Problem } from '../core/model/problems.ts';
import { readHead, readPieces } from '../files/disk/read.ts';
import type { InputPath } from '../files/inputs.ts';
import { LineCutter, type LinePiece, type LongLine, PIECE_BYTES } from '../files/line-pieces.ts';
import { unpackPieces } from '../files/unpack.ts';
import { CUT_HEAD, type Cut, cutOf, headNeeded, longLineProblem } from '../stages/articles/large.ts';
import { PieceCutter, type RecordFault, type RecordPiece } from '../stages/articles/warc-pieces.ts';

/** Size in bytes from which a file that can be cut is read in pieces. */
const CUT_FROM = 2 * 1024 * 1024;

/** The bytes of a piece, and where they stood. */
export type PieceBytes =
  | { readonly bytes: Uint8Array; readonly firstLine: number }
  | { readonly bytes: Uint8Array; readonly records: readonly number[] };

/** Some whole lines or records with the hash of each by its place, as 'line 7'; or what is wrong with one. */
export type Piece = { readonly input: PieceBytes; readonly hashes: ReadonlyMap<string, string> } | { readonly problem: Problem };

/** Some lines or records of a file, by their numbers from 1. */
export interface ItemRange {
  readonly of: Cut['unit'];
  readonly first: number;
  /** Null where it goes to the end of the file, with what is wrong behind the last sound item. */
  readonly last: number | null;
  /** Bytes of the file, packed as they are, that hold it. */
  readonly bytes: number;
}

/** A file that is read in pieces. */
export interface LargeFile extends InputPath {
  readonly cut: Cut;
}

/** What is told of a file while it is cut. */
export interface OpenOptions {
  /** Told each time how many more bytes of the file were read. */
  readonly onRead?: (bytes: number) => void;
  /** Told the sha256 and size of all bytes of the file at the end. */
  readonly finish?: (sha256: string, size: number) => void;
  /** Whether a line or record is passed over because it is known already. */
  readonly isKept?: (number: number, hash: string) => boolean;
  /** What is read of the file; all of it is looked at in any case. */
  readonly range?: ItemRange;
}

/** How a file is cut; null for one that is read whole. */
export function largeCut({ path, file, size }: InputPath & { readonly size: number }, format: string | undefined): Cut | null {
  if (size < CUT_FROM) return null;
  const head = readHead(file, CUT_HEAD);
  return cutOf(path, headNeeded(head) > CUT_HEAD ? readHead(file, headNeeded(head)) : head, format);
}

/** The pieces of a file, and what is wrong between them. Throws where the file cannot be opened. */
export async function* openPieces({ path, file, cut }: LargeFile, options: OpenOptions = {}): AsyncGenerator<Piece> {
  const { range } = options;
  const isOutside = (number: number): boolean => range !== undefined && (number < range.first || number > (range.last ?? number));
  const isKept = (number: number, hash: string): boolean => isOutside(number) || (options.isKept?.(number, hash) ?? false);
  const problems: Problem[] = [];
  const bytes = watched(readPieces(file), options);
  const chunks = cut.isPacked ? unpackPieces(bytes, (fault) => problems.push({ path, place: '', ...fault })) : bytes;
  const cutter = cut.unit === 'line' ? new LineCutter({ isKept }) : new PieceCutter({ path, isKept, least: PIECE_BYTES });
  for await (const chunk of chunks) yield* piecesIn(cutter.add(chunk), path, isOutside);
  yield* piecesIn(cutter.end(), path, isOutside);
  if (range === undefined || range.last === null) for (const problem of problems) yield { problem };
}

function* piecesIn(pieces: Iterable<CutPiece>, path: string, isOutside: (number: number) => boolean): Generator<Piece> {
  for (const piece of pieces) {
    const fault = 'longLine' in piece ? piece.longLine : 'record' in piece ? piece.record : null;
    if (fault === null || !isOutside(fault)) yield pieceOf(piece, path);
  }
}

type CutPiece = LinePiece | LongLine | RecordPiece | RecordFault;

/** A piece, or what is wrong with a line or record, as threads and the store take it. */
export function pieceOf(piece: CutPiece, path: string): Piece {
  if ('longLine' in piece) return { problem: longLineProblem(path, piece.longLine) };
  if ('problem' in piece) return { problem: piece.problem };
  const [input, unit] =
    'records' in piece
      ? [{ bytes: piece.bytes, records: piece.records }, 'record']
      : [{ bytes: piece.bytes, firstLine: piece.firstLine }, 'line'];
  return { input, hashes: new Map([...piece.hashes].map(([number, hash]) => [`${unit} ${number}`, hash])) };
}

function* watched(chunks: Iterable<Uint8Array>, { onRead, finish }: OpenOptions): Generator<Uint8Array> {
  const hash = createHash('sha256');
  let size = 0;
  for (const chunk of chunks) {
    if (finish) hash.update(chunk);
    size += chunk.length;
    onRead?.(chunk.length);
    yield chunk;
  }
  finish?.(hash.digest('hex'), size);
}
