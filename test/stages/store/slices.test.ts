import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../src/stages/store/database.ts';
import { slicesBy } from '../../../src/stages/store/slices.ts';

it('every hash belongs to exactly one slice, however many there are', async () => {
  const store = await openDatabase(':memory:');
  await store.run('CREATE TABLE hashes AS SELECT md5(i::VARCHAR) AS hash FROM range(500) t(i)');
  await store.run("INSERT INTO hashes VALUES ('0000'), ('ffff'), ('7fff'), ('8000'), ('00')");
  const check = async (count: number, size: number) => {
    const found = await Promise.all([...slicesBy('hash', count, size)].map((slice) => store.all(`SELECT hash FROM hashes WHERE ${slice}`)));
    expect(found.flat()).toHaveLength(505);
  };
  await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 300 }), check), { numRuns: 10 });
  store.close();
});
