/** Pieces of text → lines: what stands on one line, cut where a gap is wide enough to part columns. */

import type { Piece } from '../../../core/model/documents.ts';
import { medianOf } from './columns.ts';

/** Two pieces stand on one line where their bases are no further apart, in sizes of the larger letters; of the smaller ones where those are less than half as large. */
const SAME_BASE = 0.45;
/** A letter that begins a text and reaches over several lines is so many times as large as the others. */
const DROP_CAP = 1.8;
/** A gap that parts words, and one that parts columns, in sizes of the letters. */
const WORD_GAP = 0.12;
const COLUMN_GAP = 1;
/** A figure that refers to a note: how small it is, and how high it stands, in sizes of the letters beside it. */
const NOTE_SIZE = 0.8;
const NOTE_RISE = 0.15;
const MOST_DROP_CAPS = 20;

/** Lines from the top of a page down, those of one height from left to right. */
export function linesOf(pieces: readonly Piece[]): readonly Piece[] {
  return rowsOf(withoutDropCaps(pieces)).flatMap(joinRow);
}

/** A large letter at the beginning of a text stands with the last line beside it, and belongs to the first. */
function withoutDropCaps(pieces: readonly Piece[]): readonly Piece[] {
  const size = medianOf(pieces.map((piece) => piece.size));
  const isDropCap = (piece: Piece): boolean => piece.size > size * DROP_CAP && /^[“"‘']?\p{Lu}$/u.test(piece.text.trim());
  const caps = pieces.filter(isDropCap);
  if (caps.length === 0 || caps.length > MOST_DROP_CAPS) return pieces;
  const moved = new Map(caps.map((cap) => [cap, firstBeside(cap, pieces)]));
  return pieces.map((piece) => {
    const first = moved.get(piece);
    return first ? { ...first, text: piece.text.trim(), left: first.left - 0.01, right: first.left } : piece;
  });
}

/** The uppermost piece right beside a large letter. */
function firstBeside(cap: Piece, pieces: readonly Piece[]): Piece | undefined {
  const isBeside = ({ base, left, size }: Piece): boolean =>
    base < cap.base + size * 0.2 && base > cap.base - cap.size && left >= cap.right - 1 && left < cap.right + size * 1.5;
  return pieces.filter((piece) => piece.size < cap.size && isBeside(piece)).sort((a, b) => a.base - b.base || a.left - b.left)[0];
}

/** Lines that stand beside one another, row by row. */
export function rowsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const rows: Piece[][] = [];
  let row: Piece[] = [];
  for (const piece of [...pieces].sort((a, b) => a.base - b.base || a.left - b.left)) {
    const last = row.at(-1);
    if (last && piece.base - last.base <= SAME_BASE * sizeToCompare(last.size, piece.size)) row.push(piece);
    else {
      row = [piece];
      rows.push(row);
    }
  }
  return rows;
}

function sizeToCompare(one: number, other: number): number {
  const [smaller, larger] = [Math.min(one, other), Math.max(one, other)];
  return smaller * 2 < larger ? smaller : larger;
}

/** One row, with marks of notes and letters that were set twice left out. */
function joinRow(row: readonly Piece[]): readonly Piece[] {
  const largest = row.reduce((found, piece) => (piece.size > found.size ? piece : found));
  const lines: Piece[] = [];
  for (const piece of [...row].sort((a, b) => a.left - b.left)) {
    const last = lines.at(-1);
    if (isNoteMark(piece, largest) || (last && isSetTwice(piece, last))) continue;
    if (last && piece.left - last.right <= COLUMN_GAP * Math.max(last.size, piece.size)) lines[lines.length - 1] = joined(last, piece);
    else lines.push({ ...piece, text: piece.text.trim() });
  }
  return lines;
}

function isNoteMark(piece: Piece, beside: Piece): boolean {
  return (
    piece.size <= beside.size * NOTE_SIZE && beside.base - piece.base >= beside.size * NOTE_RISE && /^\s*[\d*†‡,]{1,6}\s*$/.test(piece.text)
  );
}

/** Some programs set bold letters twice, a little apart. */
function isSetTwice(piece: Piece, last: Piece): boolean {
  return Math.abs(piece.left - last.left) < last.size * 0.2 && piece.text.trim() === last.text.trim();
}

function joined(last: Piece, piece: Piece): Piece {
  const hasGap = piece.left - last.right > WORD_GAP * Math.min(last.size, piece.size) || /^\s/.test(piece.text);
  return {
    text: `${last.text}${hasGap ? ' ' : ''}${piece.text.trim()}`,
    left: last.left,
    right: Math.max(last.right, piece.right),
    base: last.base,
    size: Math.max(last.size, piece.size),
  };
}
