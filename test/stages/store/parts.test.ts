import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import type { Utterance } from '../../../src/core/model/statements.ts';
import type { OpenDatabase } from '../../../src/stages/store/database.ts';
import { storeBatch } from '../../../src/stages/store/ingest.ts';
import { completeStatements, mergePrintings } from '../../../src/stages/store/merge.ts';
import {
  exportBucket,
  exportShard,
  importBucket,
  importInputs,
  importMerged,
  importShard,
  isOfBucket,
  type PartFiles,
} from '../../../src/stages/store/parts.ts';
import { tableOf } from '../../../src/stages/store/table.ts';
import { emptyStore, shelve, utteranceOf } from './shelves.ts';

const WORDS = [
  'We will return to the table when both sides are ready',
  'We want talks',
  'Nothing will come of threats against a neighbour like us',
  'The treaty is dead and nobody will mourn it in this city',
];
const TABLES = [
  'inputs',
  'articles',
  'utterances',
  'problems',
  'scores',
  'chosen',
  'cuttings',
  'unsettled',
  'appearances',
  'statements',
  'touched',
];

/** Reads articles as a night or a shard does: what they say goes into the store, its printings are merged, and what has no score gets one. */
async function read(store: OpenDatabase, articles: readonly (readonly Utterance[])[]): Promise<void> {
  for (const article of articles) {
    const { path } = article[0]?.appearance ?? { path: '' };
    const problems = tableOf([{ path, place: '', code: 'note', reason: 'made up', sha256: path }]);
    const rows = { ...shelve(article), problems };
    await storeBatch(store, { rows, inputs: [{ path, sha256: path, size: 1, articles: 1, problems: 1 }], reader: 'one', replaces: [path] });
  }
  await merge(store);
}

async function merge(store: OpenDatabase): Promise<void> {
  await mergePrintings(store);
  await store.run(
    "INSERT INTO scores SELECT DISTINCT score_key, true, score_key, 1, 'neutral', 0, '[]', '[]', 0 FROM chosen ANTI JOIN scores USING (score_key)",
  );
}

/** All that publication reads; scores that no statement has are no part of it. */
async function contentOf(store: OpenDatabase): Promise<unknown> {
  await store.run('DELETE FROM scores WHERE score_key NOT IN (SELECT score_key FROM chosen)');
  const rows = [];
  for (const table of TABLES) rows.push([table, await store.all(`SELECT * FROM ${table} ORDER BY ALL`)]);
  return rows;
}

interface Cut {
  readonly shards: readonly (readonly (readonly Utterance[])[])[];
  readonly buckets: number;
  /** Turns the order in which parts are read and made. */
  readonly isTurned: boolean;
}

/** Maps, reduces and finishes in memory, with parts as files in a folder. */
async function inParts({ shards, buckets, isTurned }: Cut): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'detente-parts-'));
  const place = async (name: string, write: (path: string) => Promise<readonly string[]>): Promise<PartFiles> => {
    const path = join(folder, name);
    mkdirSync(path);
    return { folder: path, names: await write(path) };
  };
  const inStore = async <T>(work: (store: OpenDatabase) => Promise<T>): Promise<T> => {
    const store = await emptyStore();
    try {
      return await work(store);
    } finally {
      store.close();
    }
  };
  try {
    const parts: PartFiles[] = [];
    for (const [shard, articles] of shards.entries())
      parts.push(
        await inStore(async (store) => {
          await read(store, isTurned ? [...articles].reverse() : articles);
          return place(`part-${shard}`, (path) => exportShard(store, path, buckets));
        }),
      );
    const ordered = isTurned ? [...parts].reverse() : parts;
    const merged: PartFiles[] = [];
    for (let bucket = 0; bucket < buckets; bucket++)
      merged.push(
        await inStore(async (store) => {
          const wanted = ordered.map((part) => ({ ...part, names: part.names.filter((name) => isOfBucket(name, bucket)) }));
          await importBucket(store, wanted, bucket);
          await merge(store);
          await completeStatements(store);
          return place(`merged-${bucket}`, (path) => exportBucket(store, path));
        }),
      );
    return await inStore(async (store) => {
      for (const part of ordered) await importShard(store, part);
      await importInputs(store, ordered);
      for (const part of isTurned ? [...merged].reverse() : merged) await importMerged(store, part);
      return contentOf(store);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inOneNight(articles: readonly (readonly Utterance[])[]): Promise<unknown> {
  const store = await emptyStore();
  await read(store, articles);
  await completeStatements(store);
  const content = await contentOf(store);
  store.close();
  return content;
}

const article = fc.record({
  published: fc.constantFrom('2018-12-22', '2018-12-24', null),
  shard: fc.nat(2),
  said: fc.array(
    fc.record({
      text: fc.constantFrom(...WORDS),
      speaker: fc.constantFrom('Ada Bell', 'Boris Chern', null),
      said: fc.constantFrom('2018-12-22', '2018', null),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

it('any number of shards and buckets, done in any order, gives the store that one night gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(article, { maxLength: 8 }),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      async (articles, buckets, isTurned) => {
        const printed = articles.map(({ published, said }, index) =>
          said.map((each, ordinal) => utteranceOf({ ...each, article: `article-${index}`, published, start: ordinal * 100 })),
        );
        const shards = [0, 1, 2].map((shard) => printed.filter((_, index) => articles[index]?.shard === shard));
        expect(await inParts({ shards, buckets, isTurned })).toEqual(await inOneNight(printed));
      },
    ),
    { numRuns: 4 },
  );
});

it('a part has the same bytes whatever the order in which its inputs were read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'detente-parts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const articles = WORDS.map((text, index) => [utteranceOf({ text, article: `article-${index}` })]);
  const written = [];
  for (const [index, order] of [articles, [...articles].reverse()].entries()) {
    const store = await emptyStore();
    await store.run('SET threads = 1');
    await read(store, order);
    const path = join(folder, String(index));
    mkdirSync(path);
    const names = await exportShard(store, path, 2);
    written.push(names.map((name) => [name, readFileSync(join(path, name), 'latin1')]));
    store.close();
  }
  expect(written[0]).toEqual(written[1]);
  expect(written[0]?.map(([name]) => name)).toContain('articles.parquet');
});
