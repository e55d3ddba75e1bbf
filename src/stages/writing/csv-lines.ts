/**
 * Lines of CSV as SQL, so that the database can write a table of a million long rows itself: the bytes are those of csv.ts, which a test holds it to.
 * Decimals are in millionths, as the sums are kept: finer ones may round the other way.
 */
import type { Column, ColumnType } from './column.ts';
import { DECIMALS, formatHeader } from './csv.ts';
import { DATABASE_GUARD } from './guard.ts';

/** A table that the database writes. */
export interface CsvLines {
  /** The first line, without its end. */
  readonly header: string;
  /** SQL over the table's columns that gives a row's line, without its end. */
  readonly line: string;
  /** The same for few rows: it makes its patterns ready once and not for each column, which takes longer than a thousand rows, and copies each cell once more. */
  readonly lineOfFew: string;
}

/** The lines of a table whose relation has these columns, of these types. */
export function csvLines(columns: readonly Pick<Column<never>, 'name' | 'type'>[], isForExcel: boolean): CsvLines {
  return {
    header: formatHeader(columns, isForExcel).trimEnd(),
    // Not ||, which copies the line again for every cell.
    line: lineOf(columns.map(({ name, type }) => CELLS[type](name))),
    lineOfFew: lineOfFew(columns),
  };
}

function lineOf(cells: readonly string[]): string {
  return `concat_ws(',', ${cells.map((cell) => `coalesce(${cell}, '')`).join(', ')})`;
}

/** All cells of text go through one list, whose own list of one row is unpacked at the end. */
function lineOfFew(columns: readonly Pick<Column<never>, 'name' | 'type'>[]): string {
  const texts = columns.filter(({ type }) => type === 'string').map(({ name }) => name);
  const cells = columns.map(({ name, type }) => (type === 'string' ? `texts[${texts.indexOf(name) + 1}]` : CELLS[type](name)));
  return `list_transform([list_transform([${texts.join(', ')}], lambda cell: ${textCell('cell')})], lambda texts: ${lineOf(cells)})[1]`;
}

/** A cell as text, null where it is missing. */
const CELLS: Readonly<Record<ColumnType, (name: string) => string>> = {
  string: textCell,
  number: (name) => `replace(printf('%.${DECIMALS}f', ${name}), '-${(0).toFixed(DECIMALS)}', '${(0).toFixed(DECIMALS)}')`,
  integer: asText,
  boolean: asText,
  date: asText,
  array: (name) => quoted(name, name),
};

/** Most cells hold nothing to guard, most of the others only a comma, and most of the rest are days: what costs more is asked of few. */
function textCell(name: string): string {
  const { any, special, plain } = DATABASE_GUARD;
  const looked = `CASE WHEN NOT ${matches(name, special)} THEN ${inQuotes(name)} WHEN ${matches(name, plain)} THEN ${name} ELSE ${guarded(name)} END`;
  return `CASE WHEN ${matches(name, any)} THEN ${looked} ELSE ${name} END`;
}

function asText(name: string): string {
  return `${name}::VARCHAR`;
}

/** An apostrophe before what might be run, a sign for what cannot be read, and quotes where they are needed. */
function guarded(name: string): string {
  const apostrophe = `CASE WHEN ${needsGuard(name)} THEN '''' ELSE '' END`;
  return quoted(`${apostrophe} || regexp_replace(${name}, '${DATABASE_GUARD.unreadable}', '\ufffd', 'g')`, name);
}

/** The value, in quotes where the cell that it is made from has a character to cut at. */
function quoted(value: string, name: string): string {
  return `CASE WHEN ${matches(name, DATABASE_GUARD.cutting)} THEN ${inQuotes(value)} ELSE ${value} END`;
}

/** Looking for a quote takes a tenth of the time of replacing what is not there. */
function inQuotes(value: string): string {
  return `concat('"', CASE WHEN contains(${value}, '"') THEN replace(${value}, '"', '""') ELSE ${value} END, '"')`;
}

/** SQL: whether a spreadsheet would run the text or show it in another form. */
export function needsGuard(value: string): string {
  return `(${matches(value, DATABASE_GUARD.formula)} OR ${matches(value, DATABASE_GUARD.lookalike)} AND NOT ${matches(value, DATABASE_GUARD.plain)})`;
}

function matches(value: string, pattern: string): string {
  return `regexp_matches(${value}, '${pattern}')`;
}
