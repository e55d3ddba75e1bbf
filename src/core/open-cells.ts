/** A cell of a table that opens with a mark and is never closed swallows the rows below it: the line that opens it is left out, and the rows are given back. */

import { countBelow } from './ordered.ts';

/** Why a record of a data file could not be read. */
export interface TableError {
  readonly line: number;
  readonly message: string;
}

/** A record, with the line where it ends. */
export interface TableRow {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

/** The cells of a table, and the records that could not be read. */
export interface ParsedTable {
  readonly rows: readonly TableRow[];
  readonly errors: readonly TableError[];
}

/** Longer tables are taken as they parse, and a table is parsed anew no more often than this. */
const LONGEST = 16_000_000;
const MOST_TRIES = 20;
/** Longest cell of a column of ids, days or other plain values. */
const LONGEST_VALUE = 64;
const OPEN = 'a quoted cell that begins here is not closed';
const REST = 'it is the rest of a cell that could not be read';

/**
 * The table without the lines that open a cell and do not close it. A line is left out only where all lines that it swallowed then stand as rows like the others: as many
 * cells as the header, and no blanks in the columns in which the others have none. What stands behind a record that cannot be read and is not like the others is its rest.
 */
export function closeCells(text: string, parsed: ParsedTable, parse: (text: string) => ParsedTable): ParsedTable {
  if (text.length > LONGEST || parsed.errors.length === 0) return parsed;
  const lines = text.split('\n');
  const opened: TableError[] = [];
  const tried = new Set<number>();
  let table = parsed;
  while (tried.size < MOST_TRIES) {
    const line = openingOf(table, tried);
    if (line === null) break;
    tried.add(line);
    const closed = withoutLine(lines, line, { table, parse });
    if (closed === null) continue;
    opened.push({ line, message: OPEN });
    table = closed;
  }
  const { rows, errors } = withoutRests(table);
  return { rows, errors: [...errors, ...opened] };
}

/** The first line, not yet tried, in which a record begins that ends farther down in a fault; null where there is none. */
function openingOf({ rows, errors }: ParsedTable, tried: ReadonlySet<number>): number | null {
  for (const error of errors) {
    const line = 1 + (rows[rowsBefore(rows, error.line) - 1]?.info.lines ?? 0);
    if (line > 1 && line < error.line && !tried.has(line)) return line;
  }
  return null;
}

/** The table without a line, where that is right; else null, and the line stays. */
function withoutLine(
  lines: string[],
  line: number,
  { table, parse }: { readonly table: ParsedTable; readonly parse: (text: string) => ParsedTable },
): ParsedTable | null {
  const kept = lines[line - 1] ?? '';
  const end = table.errors.find((error) => error.line > line)?.line ?? line;
  lines[line - 1] = kept.endsWith('\r') ? '\r' : '';
  const closed = parse(lines.join('\n'));
  const isGiven = ({ info }: TableRow): boolean => info.lines > line && info.lines <= end;
  const given = closed.rows.filter(isGiven);
  const isLike = likeness(closed.rows.filter((row) => !isGiven(row)));
  if (closed.errors.length < table.errors.length && given.length > 0 && given.every(isLike)) return closed;
  lines[line - 1] = kept;
  return null;
}

/** How many rows end above a line. */
function rowsBefore(rows: readonly TableRow[], line: number): number {
  return countBelow(rows, line, ({ info }) => info.lines);
}

function withoutRests({ rows, errors }: ParsedTable): ParsedTable {
  if (errors.length === 0) return { rows, errors };
  const suspects = new Set<TableRow>();
  for (const { line } of errors) {
    const next = rows[rowsBefore(rows, line + 1)];
    if (next && next !== rows[0]) suspects.add(next);
  }
  const isLike = likeness(rows.filter((row) => !suspects.has(row)));
  const rests = new Set([...suspects].filter((row) => !isLike(row)));
  return {
    rows: rows.filter((row) => !rests.has(row)),
    errors: [...errors, ...[...rests].map(({ info }) => ({ line: info.lines, message: REST }))],
  };
}

/** Whether a row has as many cells as the header, and plain values in the columns in which all others have them; never where there is no such column. */
function likeness([header, ...others]: readonly TableRow[]): (row: TableRow) => boolean {
  const width = header?.record.length ?? 0;
  const isPlain = ({ record }: TableRow, column: number): boolean => {
    const cell = (record[column] ?? '').trim();
    return cell.length <= LONGEST_VALUE && !/\s/.test(cell);
  };
  const plain = Array.from({ length: width }, (_, column) => column).filter((column) => others.every((row) => isPlain(row, column)));
  return (row) => plain.length > 0 && others.length > 0 && row.record.length === width && plain.every((column) => isPlain(row, column));
}
