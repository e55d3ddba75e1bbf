import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/stages/store/database.ts';
import { inTransaction } from '../../../src/stages/store/open.ts';

test('the rows of a query are those of its moment, whatever is written while they are taken', async () => {
  const store = await openDatabase(':memory:');
  await store.run('CREATE TABLE numbers AS SELECT range::INTEGER AS n FROM range(5000)');
  const taken: unknown[] = [];
  for await (const rows of await store.held('SELECT n FROM numbers ORDER BY n')) {
    taken.push(...rows.map(({ n }) => n));
    await inTransaction(store, () => store.run('DELETE FROM numbers WHERE n % 2 = 0; INSERT INTO numbers VALUES (7)'));
  }
  expect(taken).toEqual(Array.from({ length: 5000 }, (_, n) => n));
  store.close();
});
