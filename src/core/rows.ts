/** The only door to csv-parse: CSV text → rows that know their line. */
import { CsvError, parse } from 'csv-parse/sync';
import type { Compiled, Fault, Row } from './model.ts';

/**
 * Rows of a lexicon CSV with a header line. Blank lines and rows whose first cell begins with `#` are comments.
 * A BOM, CRLF and a semicolon as delimiter (as spreadsheets write in many countries) are all read.
 */
export function parseRows(text: string, file: string): Compiled<readonly Row[]> {
  const delimiter = /^[^\n,]*;/.test(text) ? ';' : ',';
  try {
    const parsed = parse(text, {
      bom: true,
      columns: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as readonly {
      info: { lines: number };
      record: Record<string, string>;
    }[];
    const rows: Row[] = [];
    const faults: Fault[] = [];
    for (const { info, record } of parsed) {
      const cells = Object.values(record);
      if (cells.every((cell) => cell === '') || cells[0]?.startsWith('#')) continue;
      rows.push({ file, line: info.lines, cells: record });
    }
    return { value: rows, faults };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as CsvError & { lines?: number }).lines ?? 1);
    return {
      value: [],
      faults: [{ file, line, message: `not readable as CSV (${error.message}), expected comma-separated values with a header line` }],
    };
  }
}

/** One record of a data file, with the line where it ends. */
export interface TableRecord {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Longest record of a data file, in characters; an unclosed quotation mark swallows no more than this. */
const LONGEST_RECORD = 4_000_000;

/** Records of a data file with a header line, as people export them; a record that cannot be read is told of, and the rest goes on. */
export function parseTable(
  text: string,
  delimiter: ',' | ';' | '\t',
): { readonly records: readonly TableRecord[]; readonly errors: readonly TableError[] } {
  const errors: TableError[] = [];
  const keep = (error: CsvError | undefined): undefined => {
    if (error) errors.push(tableErrorOf(error));
  };
  try {
    const parsed = parse(text, {
      bom: true,
      columns: true,
      delimiter,
      info: true,
      max_record_size: LONGEST_RECORD,
      on_skip: keep,
      relax_column_count: true,
      relax_quotes: delimiter === '\t',
      skip_empty_lines: true,
      skip_records_with_error: true,
    }) as readonly { info: { lines: number }; record: Record<string, string> }[];
    return { records: parsed.map(({ info, record }) => ({ line: info.lines, cells: record })), errors };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { records: [], errors: [...errors, tableErrorOf(error)] };
  }
}

/** Why a record of a data file could not be read. */
export interface TableError {
  readonly line: number;
  readonly message: string;
}

function tableErrorOf(error: CsvError): TableError {
  return { line: Number((error as CsvError & { lines?: number }).lines ?? 1), message: error.message };
}
