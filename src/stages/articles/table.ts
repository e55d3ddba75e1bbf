/** CSV and TSV → clippings: a record a row, by column names as in JSON records. */
import type { Clipping } from '../../core/model/articles.ts';
import type { Outcome } from '../../core/model/problems.ts';
import { type Delimiter, parseTable, type TableRecord } from '../../core/rows.ts';
import { joinOutcomes, setAside } from './finish.ts';
import type { InputFile, ReadOptions } from './input.ts';
import { agreeOnOrder } from './records/day-order.ts';
import { FIELDS, plainName } from './records/fields.ts';
import { areStatements, isHeader, namesText, STATEMENTS_REASON } from './records/header.ts';
import { readRecord } from './records.ts';
import { joinSpoken, readSpoken } from './subtitles.ts';

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
  const { names, records, errors } = parseTable(table, (named?.[1] as Delimiter | undefined) ?? delimiterOf(table), isHeader);
  const spoken = records.length > 0 && TIMED.every((name) => names.some((each) => plainName(each) === name)) ? spokenText(records) : '';
  if (spoken !== '') return readSpoken(file, spoken, options);
  const reason = reasonAgainst(names, options);
  if (reason && records.length > 0) return setAside(file, ...reason);
  const rows = records.map(({ line, cells }) =>
    readRecord(Object.fromEntries(Object.entries(cells).map(withoutFormula)), { path: file.path, place: `line ${line}`, options }),
  );
  const faults = errors.map(({ line, message }) =>
    setAside({ path: file.path, place: `line ${line}` }, 'bad csv', `the record cannot be read (${message})`),
  );
  if (rows.length === 0 && faults.length === 0) return setAside(file, 'empty', 'the table has no rows');
  return agreeOnOrder(joinOutcomes([...rows, ...faults]));
}

/** What programs that write down speech call the columns of their tables. */
const TIMED = ['start', 'end', 'text'];

function spokenText(records: readonly TableRecord[]): string {
  const pieces = records.map(({ cells }) => {
    const named = new Map(Object.entries(cells).map(([name, cell]) => [plainName(name), cell.trim()]));
    return { text: named.get('text') ?? '', speaker: named.get('speaker') ?? '' };
  });
  return joinSpoken(pieces);
}

/** Code and reason why the rows below these names are no articles, whatever they hold; null where they may be. */
function reasonAgainst(names: readonly string[], { columns }: ReadOptions): readonly [code: string, reason: string] | null {
  const plain = names.map(plainName);
  const own = columns?.text;
  if (own !== undefined && plain.includes(plainName(own))) return null;
  if (!namesText(names)) {
    const [isTitled, isLinked] = [FIELDS.title, FIELDS.url].map((known) => known.some((name) => plain.includes(name)));
    const shown = names.slice(0, 8).join(', ');
    return isLinked && (isTitled || plain.length === 1)
      ? ['list of links', `the table lists addresses, and has no column of text (its columns are ${shown})`]
      : isWordy(names)
        ? ['no text field', `the table has no column of text (its columns are ${shown})`]
        : null;
  }
  return areStatements(plain) ? ['statements', STATEMENTS_REASON] : null;
}

/** Names of columns, and no row of a table that has none. */
function isWordy(names: readonly string[]): boolean {
  return names.length > 1 && names.every((name) => /^[\p{L}_][\p{L}\p{N} _./()-]{0,60}$/u.test(name.trim()));
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
