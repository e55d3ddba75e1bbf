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
