/** Statements that are already extracted: JSON lines or CSV with speaker, date and text. */
import { readBytes, readStandardInput } from './disk.ts';
import { parseRows } from './rows.ts';
import { exitCodes, Stop } from './stop.ts';

/** Bytes of the largest file of statements that is read whole. */
const LARGEST_FILE = 512 * 1024 * 1024;

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

/** The statements of a file, in order, each with the place of what is wrong. */
export function* statementLines(file: string): Generator<ReadLine> {
  const text = readWhole(file);
  if (/\.(csv|tsv)$/i.test(file)) {
    const rows = parseRows(text, file);
    for (const fault of rows.faults) yield { error: fault.message, place: `line ${fault.line}` };
    for (const row of rows.value) yield checkLine(row.cells, `line ${row.line}`);
    return;
  }
  let number = 0;
  for (const line of text.split('\n')) {
    number += 1;
    if (line.trim() !== '') yield parseLine(line, `line ${number}`);
  }
}

function parseLine(line: string, place: string): ReadLine {
  try {
    return checkLine(JSON.parse(line), place);
  } catch {
    return { error: 'not JSON, expected one object per line', place };
  }
}

function checkLine(value: unknown, place: string): ReadLine {
  const line = value as StatementLine | null;
  if (typeof line !== 'object' || line === null || typeof line.text !== 'string')
    return { error: 'no `text`, expected the words of a statement', place };
  return line;
}

function readWhole(file: string): string {
  if (file === '-') return new TextDecoder().decode(readStandardInput());
  const result = readBytes(file, LARGEST_FILE);
  if ('error' in result) throw new Stop(exitCodes.usage, `${file}: ${result.error}`);
  return new TextDecoder().decode(result.bytes);
}
