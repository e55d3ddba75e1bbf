import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/stages/store/database.ts';
import { exportLines } from '../../../src/stages/store/published.ts';
import { formatCell, formatHeader, formatRows } from '../../../src/stages/writing/csv.ts';
import { csvLines } from '../../../src/stages/writing/csv-lines.ts';
import { SCRIPT_GUARD } from '../../../src/stages/writing/guard.ts';

type Row = readonly [
  text: string | null,
  decimal: number | null,
  whole: number | null,
  truth: boolean | null,
  day: string | null,
  list: string | null,
];

const COLUMNS = (['string', 'number', 'integer', 'boolean', 'date', 'array'] as const).map((type, place) => ({
  ...{ name: `${type}_cell`, type, description: '' },
  cell: (row: Row) => row[place] ?? null,
}));

/** First and last of every stretch of characters that a rule names. */
function namedCharacters(): readonly string[] {
  const codes = [...`${SCRIPT_GUARD.any}`.matchAll(/\\u\{([0-9a-f]+)\}/g)].map(([, code]) => Number.parseInt(code ?? '', 16));
  return [...new Set(codes)].filter((code) => code < 0xd800 || code > 0xdfff).map((code) => String.fromCodePoint(code));
}

/** Every character that a rule names, and some that none does. */
const CHARACTERS = [...namedCharacters(), ...'aZ09 .é“”‘’—…漢😀\u0301'];

const TEXTS = [
  ...[
    '',
    ' ',
    "'",
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\r',
    '\n',
    '\r\n',
    '#',
    '=1+1',
    ' =1',
    '\u200b=1',
    '\uff1d',
    '-',
    '--',
    '@a',
    'plain',
    "'=1",
    'NULL',
  ],
  ...[
    'a"b',
    'a,b',
    '"a"',
    'a\r\nb',
    '\u0000',
    'a\u0000b',
    '\u0000=1',
    '\ufffe',
    'a\uffff',
    '\ufeff',
    '\u0085x',
    '\u2212 5',
    '\u001f',
    'a\u001fb',
    '\\',
    '\\n',
  ],
];

const text = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 6 }).map((found) => found.join('')),
);
const missing = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 8 });
const row: fc.Arbitrary<Row> = fc.tuple(
  missing(text),
  missing(fc.integer({ min: -3_000_000, max: 3_000_000 }).map((millionths) => millionths / 1e6)),
  missing(fc.integer({ min: -100_000, max: 100_000 })),
  missing(fc.boolean()),
  missing(fc.constantFrom('2018-12-22', '0987-01-01', '1999-02-28')),
  missing(fc.constantFrom('[]', '[[1,2]]', '[[1,2],[3,4]]', '["a;b"]')),
);

/** What the database writes for these rows. */
async function written(rows: readonly Row[], isForExcel: boolean, way: 'line' | 'lineOfFew'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'detente-lines-'));
  const database = await openDatabase(':memory:');
  await database.run(
    'CREATE TABLE given (string_cell VARCHAR, number_cell VARCHAR, integer_cell VARCHAR, boolean_cell VARCHAR, date_cell VARCHAR, array_cell VARCHAR)',
  );
  await database.append(
    'given',
    rows.map((cells) => cells.map((cell) => (cell === null ? null : String(cell)))),
  );
  await database.run(`CREATE TABLE published AS SELECT string_cell, number_cell::DOUBLE AS number_cell, integer_cell::INTEGER AS integer_cell,
    boolean_cell::BOOLEAN AS boolean_cell, date_cell::DATE AS date_cell, array_cell FROM given`);
  const lines = csvLines(COLUMNS, isForExcel);
  await exportLines(database, join(folder, 'statements.csv'), { ...lines, line: lines[way] });
  database.close();
  const bytes = readFileSync(join(folder, 'statements.csv'), 'utf8');
  rmSync(folder, { recursive: true });
  return bytes;
}

test('the database, and the short way for plain rows, write the same bytes as csv-stringify, whatever stands in the cells', async () => {
  const rows = fc.sample(row, { numRuns: 20_000, seed: 7 });
  const texts: readonly Row[] = TEXTS.map((each) => [each, 0, 0, true, null, '[]']);
  for (const given of [[...texts, ...rows], texts.slice(0, 1), []]) {
    for (const isForExcel of [false, true]) {
      const cells = given.map((row) => COLUMNS.map((column) => formatCell(column.cell(row), column.type)));
      const rows = stringify(cells, { record_delimiter: 'windows', quoted_match: /[\r\n;\t]/ });
      for (const way of ['line', 'lineOfFew'] as const)
        expect(await written(given, isForExcel, way)).toBe(formatHeader(COLUMNS, isForExcel) + rows);
      expect(formatRows(COLUMNS, given)).toBe(rows);
    }
  }
});

test.each([1, 2, 4])('with %i threads the rows stand in their order', async (threads) => {
  const folder = mkdtempSync(join(tmpdir(), 'detente-lines-'));
  const database = await openDatabase(':memory:', { threads });
  await database.run("CREATE TABLE published AS SELECT 'row ' || i AS string_cell FROM range(300000) t(i)");
  await exportLines(database, join(folder, 'statements.csv'), csvLines(COLUMNS.slice(0, 1), false));
  database.close();
  const lines = readFileSync(join(folder, 'statements.csv'), 'utf8').split('\r\n');
  rmSync(folder, { recursive: true });
  expect(lines).toEqual(['string_cell', ...Array.from({ length: 300_000 }, (_, i) => `row ${i}`), '']);
});
