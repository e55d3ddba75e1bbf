/** CSV and TSV → clippings: a record a row, by column names as in JSON records. */
import type { Clipping, Outcome } from '../../core/model.ts';
import { parseTable } from '../../core/rows.ts';
import { joinOutcomes, setAside } from './finish.ts';
import type { InputFile, ReadOptions } from './input.ts';
import { readRecord } from './records.ts';

/** Reads a table with a header line. The delimiter is the one that its header uses most. */
export function readTable(file: InputFile, text: string, options: ReadOptions): Outcome<Clipping> {
  const { records, errors } = parseTable(text, delimiterOf(text));
  const rows = records.map(({ line, cells }) => readRecord(cells, { path: file.path, place: `line ${line}`, options }));
  const faults = errors.map(({ line, message }) =>
    setAside({ path: file.path, place: `line ${line}` }, 'bad csv', `the record cannot be read (${message})`),
  );
  if (rows.length === 0 && faults.length === 0) return setAside(file, 'empty', 'the table has no rows');
  return joinOutcomes([...rows, ...faults]);
}

function delimiterOf(text: string): ',' | ';' | '\t' {
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (delimiter: string): number => header.split(delimiter).length;
  return count('\t') > 1 && count('\t') >= count(',') ? '\t' : count(';') > count(',') ? ';' : ',';
}
