import { expect, it } from 'vitest';
import { columnNames, TABLES } from '../../../src/stages/store/schema.ts';
import { countRows, tableOf } from '../../../src/stages/store/table.ts';
import { emptyStore } from './shelves.ts';

it('rows become columns of one length, and no rows a table without columns', () => {
  const rows = [
    { path: 'a.txt', code: 'empty' },
    { path: 'b.txt', code: null },
  ];
  expect(tableOf(rows)).toEqual({ path: ['a.txt', 'b.txt'], code: ['empty', null] });
  expect([countRows(tableOf(rows)), countRows(tableOf([]))]).toEqual([2, 0]);
});

it.each(Object.keys(TABLES))('the names of the columns of %s are those that the store has', async (name) => {
  const store = await emptyStore();
  const columns = await store.all(`SELECT column_name FROM duckdb_columns() WHERE table_name = '${name}' ORDER BY column_index`);
  store.close();
  expect(columnNames(name)).toEqual(columns.map(({ column_name }) => column_name));
});

it('columns go to their places whatever their order, one that is missing is null, and one that the table does not have is a bug', async () => {
  const store = await emptyStore();
  await store.add('problems', { reason: ['no text'], path: ['a.txt'] });
  expect(await store.all('SELECT * FROM problems')).toEqual([
    { path: 'a.txt', place: null, code: null, reason: 'no text', sha256: null, added: null },
  ]);
  await expect(store.add('problems', { cause: ['x'] })).rejects.toThrow('problems.cause: no such column');
  store.close();
});
