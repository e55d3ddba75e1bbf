/** The only door to csv-parse: CSV text → rows that know their line. */
import { CsvError, parse } from 'csv-parse/sync';
import type { Compiled, Row } from './model/problems.ts';
import { closeCells, type ParsedTable, type TableError } from './open-cells.ts';
import { parsePlain } from './plain-rows.ts';

/**
 * Rows of a lexicon CSV with a header line. Blank lines and rows whose first cell begins with `#` are comments, above the header too.
 * A BOM, CRLF and semicolons or tabs as delimiter (as spreadsheets write in many countries) are all read; with these a number may have a decimal comma.
 */
export function parseRows(source: string, file: string): Compiled<readonly Row[]> {
  const text = blankTop(source);
  const delimiter = delimiterOf(text);
  try {
    const records = plainRows(text, delimiter) ?? parsedRows(text, delimiter);
    const cellsOf = delimiter !== ',' ? withDecimalPoints : (record: Row['cells']) => record;
    return { value: records.filter(isRow).map(({ line, record }) => ({ file, line, cells: cellsOf(record) })), faults: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as CsvError & { lines?: number }).lines ?? 1);
    return {
      value: [],
      faults: [{ file, line, message: `not readable as CSV (${error.message}), expected comma-separated values with a header line` }],
    };
  }
}

/** The names in the header of a lexicon CSV, and its line; none where the file holds nothing, or no CSV. */
export function parseHeader(source: string): { readonly line: number; readonly names: readonly string[] } {
  const text = blankTop(source);
  try {
    const options = { bom: true, delimiter: delimiterOf(text), info: true, skip_empty_lines: true, to: 1, trim: true };
    const [first] = parse(text, options) as unknown as readonly { info: { lines: number }; record: readonly string[] }[];
    return { line: first?.info.lines ?? 1, names: first?.record ?? [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { line: 1, names: [] };
  }
}

/** Comments, blank lines and the line "sep=;" of spreadsheets above the header, each left as an empty line, so that all others keep their numbers. */
function blankTop(text: string): string {
  return text.replace(/^\uFEFF?(?:[ \t]*(?:#[^\n]*|sep=.\r?)?\n)+/, (top) => top.replace(/[^\r\n]+/g, ''));
}

/** What stands first in the header of the signs that part columns. */
function delimiterOf(text: string): ',' | ';' | '\t' {
  const found = /^[^\n,;\t]*([;\t])/.exec(text.trimStart())?.[1];
  return found === ';' || found === '\t' ? found : ',';
}

/** Whether a record is neither blank nor a comment: most show it by their first cell. */
function isRow({ record }: NamedRow): boolean {
  const cells = Object.values(record);
  return !cells[0]?.startsWith('#') && cells.some((cell) => cell !== '');
}

interface NamedRow {
  readonly line: number;
  readonly record: Readonly<Record<string, string>>;
}

/** Rows of a text without surprises; null where it is not one. */
export function plainRows(text: string, delimiter: string): readonly NamedRow[] | null {
  const records = parsePlain(text, delimiter);
  const [header, ...rest] = records ?? [];
  // csv-parse says what is wrong with a header that is not there, or holds a name twice or none.
  if (header === undefined || header.cells.some((name) => name === '') || new Set(header.cells).size < header.cells.length) return null;
  return rest.map(({ line, cells }) => ({ line, record: recordOf(header.cells, cells) }));
}

function recordOf(names: readonly string[], cells: readonly string[]): Readonly<Record<string, string>> {
  const record: Record<string, string> = {};
  const count = Math.min(names.length, cells.length);
  for (let i = 0; i < count; i++) record[names[i] as string] = cells[i] as string;
  return record;
}

/** The same by csv-parse, which takes all that people write. */
export function parsedRows(text: string, delimiter: string): readonly NamedRow[] {
  const parsed = parse(text, {
    bom: true,
    columns: true,
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  }) as readonly { info: { lines: number }; record: Record<string, string> }[];
  return parsed.map(({ info, record }) => ({ line: info.lines, record }));
}

function withDecimalPoints(record: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(record).map(([name, cell]) => [name, /^[-−+]?\d+,\d+$/.test(cell) ? cell.replace(',', '.') : cell]),
  );
}

/** One record of a data file, with the line where it ends. */
export interface TableRecord {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Longest record of a data file, in characters; an unclosed quotation mark swallows no more than this. */
const LONGEST_RECORD = 4_000_000;

/** What stands between the cells of a table. */
export type Delimiter = ',' | ';' | '\t' | '|';

/** Lines above the header: a title, a note on the export. */
const MOST_TITLE_LINES = 10;

/** What a data file holds: the names of its columns, its records, and what could not be read. */
export interface DataTable {
  readonly names: readonly string[];
  readonly records: readonly TableRecord[];
  readonly errors: readonly TableError[];
}

/**
 * Records of a data file with a header line, as people export them; a record that cannot be read is told of, and the rest goes on.
 * The header is the first of the top lines whose cells `isHeader` knows as names, else the first that has two cells.
 */
export function parseTable(text: string, delimiter: Delimiter, isHeader: (cells: readonly string[]) => boolean = () => false): DataTable {
  const { rows, errors } = parseCells(text, delimiter);
  const filled = rows.slice(0, MOST_TITLE_LINES + 1).map(({ record }) => record.filter((cell) => cell.trim() !== '').length);
  const widest = Math.max(0, ...filled);
  const known = rows.slice(0, MOST_TITLE_LINES + 1).findIndex(({ record }) => isHeader(record));
  const header = known >= 0 ? known : widest < 2 ? 0 : filled.findIndex((count) => count >= 2);
  const names = rows[header]?.record ?? [];
  const records = rows.slice(header + 1).map(({ info, record }) => ({ line: info.lines, cells: cellsOf(names, record) }));
  return { names, records, errors };
}

/** Of two columns of one name the first that holds anything counts. */
function cellsOf(names: readonly string[], record: readonly string[]): Readonly<Record<string, string>> {
  const cells: Record<string, string> = {};
  for (const [i, name] of names.entries()) if (!Object.hasOwn(cells, name) || cells[name] === '') cells[name.trim()] = record[i] ?? '';
  return cells;
}

/** Quotation marks are doubled inside cells; where that leaves faults, programs that write \\" or no marks at all are thought of. */
function parseCells(text: string, delimiter: Delimiter): ParsedTable {
  const strict = parseWith(text, { delimiter, relax_quotes: delimiter === '\t' });
  if (strict.errors.length === 0) return strict;
  const others = [
    ...(text.includes('\\"') ? [parseWith(text, { delimiter, escape: '\\' })] : []),
    parseWith(text, { delimiter, relax_quotes: true }),
  ];
  const other = others.find(({ errors, rows }) => errors.length === 0 && rows.length > strict.rows.length && !rows.some(hasOpenCell));
  return other ?? closeCells(text, strict, (mended) => parseWith(mended, { delimiter, relax_quotes: delimiter === '\t' }));
}

/** A cell that begins with a mark was never closed, and has swallowed what came behind it. */
function hasOpenCell({ record }: ParsedTable['rows'][number]): boolean {
  return record.some((cell) => cell.startsWith('"') && (cell.includes('\n') || cell.split('"').length % 2 === 0));
}

function parseWith(
  text: string,
  options: { readonly delimiter: Delimiter; readonly escape?: string; readonly relax_quotes?: boolean },
): ParsedTable {
  const errors: TableError[] = [];
  const keep = (error: CsvError | undefined): undefined => {
    if (error) errors.push(tableErrorOf(error));
  };
  try {
    const rows = parse(text, {
      ...options,
      bom: true,
      info: true,
      max_record_size: LONGEST_RECORD,
      on_skip: keep,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
    }) as unknown as ParsedTable['rows'];
    return { rows, errors };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows: [], errors: [...errors, tableErrorOf(error)] };
  }
}

function tableErrorOf(error: CsvError): TableError {
  return { line: Number((error as CsvError & { lines?: number }).lines ?? 1), message: error.message };
}
