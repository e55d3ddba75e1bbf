/** CSV and TSV → clippings: a record a row, by column names as in JSON records. */
import type { Clipping } from '../../core/model/articles.ts';
import type { Outcome } from '../../core/model/problems.ts';
import { type Delimiter, parseTable } from '../../core/rows.ts';
import { joinOutcomes, setAside } from './finish.ts';
import type { InputFile, ReadOptions } from './input.ts';
import { agreeOnOrder } from './records/day-order.ts';
import { FIELDS, plainName } from './records/fields.ts';
import { readRecord } from './records.ts';

const DELIMITERS: readonly Delimiter[] = ['\t', ';', '|', ','];
/** Excel's own line that names the delimiter. */
const NAMED_DELIMITER = /^\ufeff?"?sep=([,;|\t])"?[^\S\r\n]*(?:\r\n|\n|\r)/i;
/** Lines in which delimiters are counted. */
const LINES = 10;

/** Reads a table with a header line, which may stand below a title. */
export function readTable(file: InputFile, text: string, options: ReadOptions): Outcome<Clipping> {
  const named = NAMED_DELIMITER.exec(text);
  // The line is blanked, not cut, so that line numbers stay those of the file.
  const table = (named ? text.slice(named[0].search(/[\r\n]/)) : text).replace(/\r\r\n/g, '\r\n');
  const { records, errors } = parseTable(table, (named?.[1] as Delimiter | undefined) ?? delimiterOf(table));
  const rows = records.map(({ line, cells }) =>
    readRecord(Object.fromEntries(Object.entries(cells).map(withoutFormula)), { path: file.path, place: `line ${line}`, options }),
  );
  const faults = errors.map(({ line, message }) =>
    setAside({ path: file.path, place: `line ${line}` }, 'bad csv', `the record cannot be read (${message})`),
  );
  if (rows.length === 0 && faults.length === 0) return setAside(file, 'empty', 'the table has no rows');
  return agreeOnOrder(joinOutcomes([...rows, ...faults]));
}

/** What spreadsheets write to keep a value from being read as a number or a day, and to show a link: `="1"`, `=HYPERLINK("address","label")`. */
function withoutFormula([name, cell]: readonly [string, string]): readonly [string, string] {
  if (!cell.startsWith('=')) return [name, cell];
  const link = /^=HYPERLINK\("([^"]*)"(?:[,;]\s*"([^"]*)")?\)$/i.exec(cell);
  if (link) return [name, ADDRESSES.has(plainName(name)) ? (link[1] ?? '') : (link[2] ?? link[1] ?? '')];
  return [name, /^="([^"]*)"$/.exec(cell)?.[1] ?? cell];
}

const ADDRESSES: ReadonlySet<string> = new Set(FIELDS.url);

/** The delimiter that stands on most of the first lines, as often in each as may be. */
function delimiterOf(text: string): Delimiter {
  const lines = (text.slice(0, 20_000).match(/[^\r\n]+/g) ?? []).slice(0, LINES);
  const header = lines.find((line) => DELIMITERS.some((delimiter) => line.includes(delimiter))) ?? '';
  const count = (delimiter: Delimiter): number => header.replace(/"[^"]*"/g, '').split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best), ',');
}
