/** Statements that are already extracted: JSON lines (ours or Quotebank's) or CSV with speaker, date and text. */

import { parseRows } from '../core/rows.ts';
import { exitCodes, Stop } from '../core/stop.ts';
import { kindOf } from '../files/disk/look.ts';
import { readBytes, readPieces } from '../files/disk/read.ts';
import { readInputPieces } from '../files/disk/standard-input.ts';
import { cutLines } from '../files/line-pieces.ts';

/** Bytes of the largest CSV of statements; it is read whole. */
const LARGEST_TABLE = 512 * 1024 * 1024;

/** One statement; any fields beside these are handed through. */
export interface StatementLine {
  readonly text: string;
  readonly speaker?: string | null;
  readonly side?: string | null;
  readonly date?: string | null;
  readonly cue?: string | null;
}

/** A statement, or why a line of the file is none. */
export type ReadLine = StatementLine | { readonly error: string; readonly place: string };

/** The statements of a file, in order, each with the place of what is wrong. JSON lines are read piece by piece, so a file may be of any size. */
export function* statementLines(file: string): Generator<ReadLine> {
  if (/\.(csv|tsv)$/i.test(file)) {
    const rows = parseRows(readWhole(file), file);
    for (const fault of rows.faults) yield { error: fault.message, place: `line ${fault.line}` };
    for (const row of rows.value) yield checkLine(row.cells, `line ${row.line}`);
    return;
  }
  if (file !== '-' && kindOf(file) !== 'file')
    throw new Stop(exitCodes.usage, `${file}: no such file or folder, expected JSON lines or CSV`);
  const pieces = file === '-' ? readInputPieces() : readPieces(file);
  for (const piece of cutLines(pieces)) {
    if ('longLine' in piece) yield { error: 'longer than any statement', place: `line ${piece.longLine}` };
    else yield* linesOf(new TextDecoder().decode(piece.bytes), piece.firstLine);
  }
}

function* linesOf(text: string, firstLine: number): Generator<ReadLine> {
  let number = firstLine;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') yield parseLine(line, `line ${number}`);
    number += 1;
  }
}

function parseLine(line: string, place: string): ReadLine {
  try {
    return checkLine(JSON.parse(line), place);
  } catch {
    return { error: 'not JSON, expected one object per line', place };
  }
}

/** A line of Quotebank holds its statement as `quotation`; an article with several quotations is for `detente extract`. */
function checkLine(value: unknown, place: string): ReadLine {
  const line = value as
    | (Partial<StatementLine> & { readonly quotation?: unknown; readonly quotes?: unknown; readonly quotations?: unknown })
    | null;
  if (typeof line !== 'object' || line === null) return { error: 'not an object, expected a statement', place };
  if (typeof line.text === 'string') return { ...line, text: line.text };
  if (typeof line.quotation === 'string')
    return { ...line, text: line.quotation, speaker: line.speaker === 'None' ? null : (line.speaker ?? null) };
  if (Array.isArray(line.quotes) || Array.isArray(line.quotations))
    return { error: 'an article with quotations, expected one statement; use detente extract', place };
  return { error: 'no `text`, expected the words of a statement', place };
}

function readWhole(file: string): string {
  const result = readBytes(file, LARGEST_TABLE);
  if ('error' in result) throw new Stop(exitCodes.usage, `${file}: ${result.error}`);
  return new TextDecoder().decode(result.bytes);
}
