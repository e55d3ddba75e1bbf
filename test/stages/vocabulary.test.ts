import { expect, test } from 'vitest';
import { compileVocabulary, parseTables } from '../../src/stages/vocabulary.ts';

const file = (table: string, text: string) => ({ path: `lexicons/${table}.csv`, table, text });

test.each(['tones', 'constructor', '__proto__', 'toString'])('a file called %s, which nothing reads, is a fault', (table) => {
  const tables = parseTables([file(table, 'pattern,weight\ntrust,1\n')]);
  const { faults } = compileVocabulary(tables.value, ['US', 'Russia']);
  expect(faults.map(({ file, line, message }) => `${file}:${line}: ${message}`)).toContainEqual(
    expect.stringMatching(`^lexicons/${table}.csv:1: no table is called .${table}., expected one of .*speakers`),
  );
});

test('files of one name are one table, in the order of the job', () => {
  const { value } = parseTables([file('outlets', 'outlet\nRiverside Post\n'), file('outlets', 'outlet\nHarbour Ledger\n')]);
  expect(value.outlets?.map(({ cells }) => cells.outlet)).toEqual(['Riverside Post', 'Harbour Ledger']);
});
