import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { OpenDatabase } from '../../../src/stages/store/database.ts';
import { inspectStore, openStore } from '../../../src/stages/store/open.ts';
import { STORE_VERSION } from '../../../src/stages/store/schema.ts';
import { shelve, utteranceOf } from './shelves.ts';

/** A store file of two articles with a statement each, after some SQL was run in it. */
async function storeAfter(sql: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'detente-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'store.duckdb');
  const store = await open(path);
  const { articles, utterances } = shelve([
    utteranceOf({ article: 'kept', text: 'We trust them.' }),
    utteranceOf({ article: 'gone', text: 'We do not.' }),
  ]);
  await store.add('articles', { ...articles, added: (articles.key ?? []).map(() => '2018-12-23') });
  await store.add('utterances', utterances);
  await store.append('inputs', [['news/kept.txt', 'aa', 10, 'reader', 1, 0]]);
  await store.run(sql);
  store.close();
  return path;
}

async function open(path: string): Promise<OpenDatabase> {
  const opened = await openStore(path, { memory: '64MB', threads: 1, spill: `${path}.spill` });
  if ('fault' in opened) throw new Error(JSON.stringify(opened.fault));
  return opened.store;
}

const versionIs = (version: string): string => `UPDATE meta SET value = '${version}' WHERE name = 'version'`;
const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

test('a store of an older version keeps what was read, and asks for all inputs again', async () => {
  const path = await storeAfter(
    `ALTER TABLE articles DROP COLUMN record; ALTER TABLE articles ADD COLUMN forgotten VARCHAR; ${versionIs('1')}`,
  );
  const store = await open(path);
  expect(await store.all('SELECT id, added, record FROM articles ORDER BY id')).toEqual([
    { id: 'gone', added: '2018-12-23', record: null },
    { id: 'kept', added: '2018-12-23', record: null },
  ]);
  expect(await store.all('SELECT text FROM utterances ORDER BY text')).toEqual([{ text: 'We do not.' }, { text: 'We trust them.' }]);
  expect(await store.all('SELECT path, sha256, reader FROM inputs')).toEqual([{ path: 'news/kept.txt', sha256: 'aa', reader: '' }]);
  expect((await store.all('SELECT wording_key FROM touched')).length).toBe(2);
  expect(await store.all('SELECT name, value FROM meta')).toEqual([{ name: 'version', value: STORE_VERSION }]);
  store.close();
});

test('a store of some size is carried over, whatever little memory nights have', async () => {
  const path = await storeAfter(
    `INSERT INTO utterances BY NAME SELECT md5(i::VARCHAR) AS article_key, 0 AS ordinal, md5(i::VARCHAR) AS wording_key, repeat(md5(i::VARCHAR), 20) AS text,
       repeat(md5((i + 1)::VARCHAR), 20) AS passage FROM range(20000) t(i); ${versionIs('1')}`,
  );
  const store = await open(path);
  expect(await store.all('SELECT count(*)::INTEGER AS u FROM utterances')).toEqual([{ u: 20_002 }]);
  expect(await store.all("SELECT current_setting('memory_limit') AS memory")).toEqual([{ memory: '61.0 MiB' }]);
  store.close();
});

test('a store in which articles were multiplied holds each once after it is carried over', async () => {
  const path = await storeAfter(
    `INSERT INTO articles SELECT * FROM articles; INSERT INTO utterances SELECT * FROM utterances; INSERT INTO utterances SELECT * FROM utterances; ${versionIs('1')}`,
  );
  const store = await open(path);
  expect(await store.all('SELECT (SELECT count(*) FROM articles)::INTEGER AS a, (SELECT count(*) FROM utterances)::INTEGER AS u')).toEqual([
    { a: 2, u: 2 },
  ]);
  store.close();
});

test('a store of a later version is refused, and stays as it is', async () => {
  const path = await storeAfter(versionIs('999'));
  const before = hashOf(path);
  const opened = await openStore(path, { memory: '64MB', threads: 1, spill: `${path}.spill` });
  expect(opened).toEqual({ fault: { kind: 'newer', version: '999' } });
  expect(await inspectStore(path)).toEqual({ fault: { kind: 'newer', version: '999' } });
  expect(hashOf(path)).toBe(before);
});

test.each([
  ['of this version', STORE_VERSION, false],
  ['of an older version', '1', true],
] as const)('a look at a store %s changes nothing in it', async (_title, version, isOlder) => {
  const path = await storeAfter(versionIs(version));
  const before = hashOf(path);
  expect(await inspectStore(path)).toEqual({ look: { inputs: 1, articles: 2, isOlder } });
  expect(hashOf(path)).toBe(before);
});

test('a file that is no store is told as unusable', async () => {
  expect(await inspectStore(join(import.meta.dirname, 'shelves.ts'))).toMatchObject({ fault: { kind: 'unusable' } });
});
