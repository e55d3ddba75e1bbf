import { expect, it } from 'vitest';
import type { OpenDatabase } from '../../../src/stages/store/database.ts';
import { storeBatch } from '../../../src/stages/store/ingest.ts';
import { dropInputs, type PresentInput, planReading } from '../../../src/stages/store/ledger.ts';
import { useToneLexicon } from '../../../src/stages/store/scores.ts';
import { emptyStore, shelve, utteranceOf } from './shelves.ts';

const READER = 'reader-1';

/** Stores one article per input, as a night would. */
async function read(store: OpenDatabase, inputs: readonly PresentInput[], reader = READER): Promise<void> {
  for (const { path, sha256 } of inputs) {
    const name = path.replace(/^news\/|\.txt$/g, '');
    const rows = shelve([utteranceOf({ article: name, text: `Words of ${name} in ${sha256}` })]);
    const facts = [{ path, sha256, size: 1, articles: 1, problems: 0 }];
    await storeBatch(store, { rows: { ...rows, problems: {} }, inputs: facts, reader, replaces: [path] });
  }
}

async function texts(store: OpenDatabase): Promise<readonly unknown[]> {
  return (await store.all('SELECT text FROM utterances ORDER BY text')).map((row) => row.text);
}

const A = { path: 'news/a.txt', sha256: 'aaa' };
const B = { path: 'news/b.txt', sha256: 'bbb' };

it('an input that has not changed is not read again', async () => {
  const store = await emptyStore();
  await read(store, [A, B]);
  expect(await planReading(store, [A, B], READER)).toMatchObject({ read: [], renamed: [], gone: [], unchanged: 2 });
});

it('a changed input is read again, and what it gave before goes', async () => {
  const store = await emptyStore();
  await read(store, [A, B]);
  const changed = { ...A, sha256: 'a-new' };
  expect(await planReading(store, [changed, B], READER)).toMatchObject({ read: ['news/a.txt'], unchanged: 1 });
  await read(store, [changed]);
  expect(await texts(store)).toEqual(['Words of a in a-new', 'Words of b in bbb']);
});

it('a renamed input is read under its new name, and dropped under the old one', async () => {
  const store = await emptyStore();
  await read(store, [A, B]);
  const moved = { path: 'news/c.txt', sha256: 'aaa' };
  const plan = await planReading(store, [moved, B], READER);
  expect(plan).toMatchObject({ read: ['news/c.txt'], renamed: ['news/a.txt'], gone: [] });
  await read(store, [moved]);
  await dropInputs(store, plan.renamed);
  expect(await texts(store)).toEqual(['Words of b in bbb', 'Words of c in aaa']);
});

it('an input that is gone is told, and nothing is dropped unless it is asked for', async () => {
  const store = await emptyStore();
  await read(store, [A, B]);
  const plan = await planReading(store, [B], READER);
  expect(plan).toMatchObject({ read: [], renamed: [], gone: ['news/a.txt'] });
  expect(await texts(store)).toHaveLength(2);
  await dropInputs(store, plan.gone);
  expect(await texts(store)).toEqual(['Words of b in bbb']);
  expect(await planReading(store, [A, B], READER)).toMatchObject({ read: ['news/a.txt'] });
});

it('another edition of the reader reads everything again', async () => {
  const store = await emptyStore();
  await read(store, [A, B]);
  expect((await planReading(store, [A, B], 'reader-2')).read).toEqual(['news/a.txt', 'news/b.txt']);
});

it('an input that could not be read, or whose pieces did not all come in, is tried again', async () => {
  const store = await emptyStore();
  await read(store, [{ ...A, sha256: null }]);
  expect((await planReading(store, [A], READER)).read).toEqual(['news/a.txt']);
  expect((await planReading(store, [{ ...A, sha256: null }], READER)).read).toEqual(['news/a.txt']);
});

it('an article that is read again keeps the date on which it was first shown', async () => {
  const store = await emptyStore();
  await read(store, [A]);
  await store.run("UPDATE articles SET added = '2026-01-01'");
  await read(store, [{ ...A, sha256: 'a-new' }, B]);
  expect(await store.all('SELECT id, added FROM articles ORDER BY id')).toEqual([
    { id: 'a', added: '2026-01-01' },
    { id: 'b', added: null },
  ]);
});

it('another tone lexicon drops all scores and tells the backgrounds anew, without reading an article', async () => {
  const store = await emptyStore();
  await read(store, [A]);
  await useToneLexicon(store, { hash: 'one', loadBackgrounds: async () => () => ['US'] });
  await store.append('scores', [['key', true, 'both named', 1, 'positive', 0, '[]', '[]', 0]]);
  await useToneLexicon(store, { hash: 'one', loadBackgrounds: async () => () => ['Russia'] });
  expect(await store.all('SELECT score_key FROM scores')).toHaveLength(1);
  await useToneLexicon(store, { hash: 'two', loadBackgrounds: async () => () => ['Russia'] });
  expect(await store.all('SELECT score_key FROM scores')).toHaveLength(0);
  expect(await store.all('SELECT background FROM articles')).toEqual([{ background: '["Russia"]' }]);
  expect((await planReading(store, [A], READER)).read).toEqual([]);
});
