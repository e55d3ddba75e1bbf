import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCell, formatHeader, formatRows } from '../../../src/stages/writing/csv.ts';

const COLUMNS = [{ name: 'text', type: 'string', description: '', cell: (row: string) => row }] as const;

test.each([
  ['=1+1', "'=1+1"],
  ['+44 20', "'+44 20"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['\n=1', "'\n=1"],
  ['\u0000=1', "'\ufffd=1"],
  ['  =1', "'  =1"],
  ['\u00a0=1', "'\u00a0=1"],
  ['\u200b=1', "'\u200b=1"],
  ['\ufeff=1', "'\ufeff=1"],
  ['\uff1d1', "'\uff1d1"],
  ['\u2212 5', "'\u2212 5"],
  ['\tplain', "'\tplain"],
])('%j cannot be taken for a formula', (text, written) => {
  expect(formatCell(text, 'string')).toBe(written);
});

test.each([
  '7292853538009782',
  '1e5',
  '1.8E+308',
  '007',
  '1.50',
  '1/2',
  '04:07',
  '2024-07-16 23:37:17',
  '$5',
  '5 %',
  'TRUE',
  'False',
  'Mar 5',
  '5 March 2024',
  'march 5, 2024',
  '12-May',
  "'04:07",
])('%j would be shown in another form', (text) => {
  expect(formatCell(text, 'string')).toBe(`'${text}`);
});

test.each([
  '1983',
  '0',
  '123456789012345',
  '2018-03',
  '2018-03-18',
  '2018-W12',
  'Route 66',
  'Maria',
  'March',
  'Marshall 5',
  'G7',
  '1990s',
  'true to form',
  '3 of 4',
])('%j keeps its form', (text) => {
  expect(formatCell(text, 'string')).toBe(text);
});

test.each(['plain', ' a blank before', '“Quoted.”', 'a = b', 'x-y', '[[1,2]]', "'tis", '', '…and so on'])('%j is left as it is', (text) => {
  expect(formatCell(text, 'string')).toBe(text);
});

test.each([
  [-0.5, 'number', '-0.500000'],
  [0.1234567, 'number', '0.123457'],
  [-0.0000001, 'number', '0.000000'],
  [3, 'integer', '3'],
  [-3, 'integer', '-3'],
  [true, 'boolean', 'true'],
  [false, 'boolean', 'false'],
  [null, 'number', ''],
  [null, 'string', ''],
  ['2018-12-22', 'date', '2018-12-22'],
])('%j as %s is %j', (cell, type, written) => {
  expect(formatCell(cell, type)).toBe(written);
});

test('lines end with CRLF, and a BOM comes first only for Excel', () => {
  expect(formatHeader(COLUMNS, false)).toBe('text\r\n');
  expect(formatHeader(COLUMNS, true)).toBe('\ufefftext\r\n');
  expect(formatRows(COLUMNS, ['a,b', 'say "no"', 'two\nlines', 'two\rlines', 'a;b'])).toBe(
    '"a,b"\r\n"say ""no"""\r\n"two\nlines"\r\n"two\rlines"\r\n"a;b"\r\n',
  );
});

test('what is written is what csv-parse reads, whatever the text, and no cell begins like a formula', () => {
  const awkward = fc.array(
    fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '\u0000',
      '\u200b',
      '\ufeff',
      '\uff1d',
      ' ',
      '"',
      ',',
      ';',
      "'",
      'a',
      '1',
      '\ud800',
      '😀',
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(awkward, (characters) => {
      const text = characters.join('');
      const [[read] = []] = parse(`x\r\n${formatRows(COLUMNS, [text])}`, { from_line: 2, record_delimiter: '\r\n' }) as string[][];
      expect(read ?? '').toBe(formatCell(text, 'string'));
      expect(read ?? '').not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u);
    }),
    { numRuns: 2000 },
  );
});
