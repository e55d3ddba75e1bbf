import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parsedRows, parseRows, plainRows } from '../../src/core/rows.ts';

it('every lexicon that comes with detente is read the plain way, to the same rows and lines as by csv-parse', () => {
  const names = readdirSync('lexicons', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv'));
  for (const name of names) {
    const text = readFileSync(join('lexicons', name), 'utf8');
    expect(plainRows(text, ','), name).toEqual(parsedRows(text, ','));
  }
  expect(names.length).toBeGreaterThan(20);
});

it('whatever a text holds, the plain way gives what csv-parse gives, or gives it up', () => {
  const cell = fc.constantFrom(
    '',
    'a',
    ' b ',
    '"c"',
    '"d ""e"""',
    '"f,g"',
    '"h\ni"',
    ' "j"',
    '"k" ',
    'l"m',
    '"n',
    'ü; o',
    '#p',
    '\t',
    '"q\r\nr"',
  );
  const line = fc.array(cell, { maxLength: 4 }).map((cells) => cells.join(','));
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 5 }),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\uFEFF'),
      fc.boolean(),
      fc.constantFrom(',', '\t'),
      (lines, end, bom, isEnded, delimiter) => {
        const all = ['x,y,z', ...lines].map((each) => each.replaceAll(',', delimiter));
        const text = `${bom}${all.join(end)}${isEnded ? end : ''}`;
        const plain = plainRows(text, delimiter);
        if (plain !== null) expect(plain.filter(isFilled)).toEqual(parsedRows(text, delimiter).filter(isFilled));
      },
    ),
    { numRuns: 500 },
  );
});

const isFilled = ({ record }: { readonly record: Readonly<Record<string, string>> }): boolean =>
  Object.values(record).some((cell) => cell !== '');

it.each([
  ['cells in quotation marks', 'a,b\n"one, two","three ""four"""\n', [{ a: 'one, two', b: 'three "four"' }]],
  ['white space around cells', 'a , b\n one ,\ttwo\n', [{ a: 'one', b: 'two' }]],
  ['white space around quotation marks', 'a,b\n "one" ,two\n', [{ a: 'one', b: 'two' }]],
  ['rows with fewer cells or more', 'a,b\none\none,two,three\n', [{ a: 'one' }, { a: 'one', b: 'two' }]],
  ['semicolons and decimal commas', 'a;b\n0,5;x,y\n', [{ a: '0.5', b: 'x,y' }]],
  ['tabs', 'a\tb\tc\n\tx, y\t0,5\n', [{ a: '', b: 'x, y', c: '0.5' }]],
  ['tabs and quotation marks', 'a\tb\tc\n\t"x\ty"\t"o""p"\n', [{ a: '', b: 'x\ty', c: 'o"p' }]],
  ['the line that tells spreadsheets what parts columns', 'sep=;\r\na;b\r\none;two\r\n', [{ a: 'one', b: 'two' }]],
  ['a comment above the header', '# mine; all\na,b\none,two\n', [{ a: 'one', b: 'two' }]],
  ['comments and blank rows, left out', 'a,b\n# note,x\n,\n\none,two\n', [{ a: 'one', b: 'two' }]],
])('rows are read with %s', (_what, text, expected) => {
  expect(parseRows(text, 'file.csv').value.map(({ cells }) => cells)).toEqual(expected);
});

it('a row knows the line on which it ends, and a mark that is not closed is told by its line', () => {
  expect(parseRows('a,b\n\n"one\ntwo",x\n# note\nthree,y\n', 'file.csv').value.map(({ line }) => line)).toEqual([4, 6]);
  expect(parseRows('a,b\none,two\n"open,x\n', 'file.csv').faults).toMatchObject([
    { file: 'file.csv', message: expect.stringContaining('Quote Not Closed') },
  ]);
});
