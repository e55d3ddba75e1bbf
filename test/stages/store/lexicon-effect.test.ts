import { expect, test } from 'vitest';
import { forgetFormerScores, readLexiconEffect, setScoresAside } from '../../../src/stages/store/lexicon-effect.ts';
import { emptyStore } from './shelves.ts';

/** A published store of three statements of two sides in two years. */
async function publishedStore() {
  const store = await emptyStore();
  for (const [id, side, said] of [
    ['a', 'US', '2014-03-01'],
    ['b', 'Russia', '2014-05-01'],
    ['c', 'US', '2016-01-01'],
  ])
    await store.run(`INSERT INTO chosen (id, score_key, said) VALUES ('${id}', 'key-${id}', '${said}');
INSERT INTO statements (id, side, said) VALUES ('${id}', '${side}', '${said}')`);
  return store;
}

type Store = Awaited<ReturnType<typeof publishedStore>>;

/** Scores every statement with one hit of a row. */
async function score(
  store: Store,
  scores: Readonly<Record<string, readonly [tone: number | null, term: string, weight: number]>>,
): Promise<void> {
  for (const [id, [tone, term, weight]] of Object.entries(scores)) {
    const hits = JSON.stringify([{ term, base: weight, value: weight }]);
    const millionths = tone === null ? 'NULL' : Math.round(tone * 1e6);
    await store.run(`INSERT INTO scores (score_key, tone, hits) VALUES ('key-${id}', ${millionths}, '${hits}');
UPDATE statements SET tone = ${millionths}, hits = '${hits}' WHERE id = '${id}'`);
  }
}

const FIRST = { a: [0.4, 'trust', 1.2], b: [-0.5, 'threat', -1.5], c: [0.4, 'trust', 1.2] } as const;

test('an edit of one weight moves the means of the years and sides that hold its row, and no other', async () => {
  const store = await publishedStore();
  await score(store, FIRST);
  await setScoresAside(store);
  await score(store, { ...FIRST, a: [0.2, 'trust', 0.6] });
  expect(await readLexiconEffect(store)).toEqual({
    years: [
      { period: '2014', side: null, relevantBefore: 2, relevantAfter: 2, before: -0.05, after: -0.15 },
      { period: '2014', side: 'US', relevantBefore: 1, relevantAfter: 1, before: 0.4, after: 0.2 },
    ],
    rows: [{ period: '2014', term: 'trust', weightBefore: 1.2, weightAfter: 0.6, statements: 1, points: -0.6 }],
  });
  store.close();
});

test('a statement that is no longer relevant takes its points away, and a row that is gone has no weight now', async () => {
  const store = await publishedStore();
  await score(store, FIRST);
  await setScoresAside(store);
  await score(store, { a: [0.4, 'trust', 1.2], b: [null, 'threat', -1.5], c: [0.3, 'confidence', 1] });
  const effect = await readLexiconEffect(store);
  expect(effect?.years.map(({ period, side, after }) => [period, side, after])).toEqual([
    ['2014', null, 0.4],
    ['2014', 'Russia', null],
    ['2016', null, 0.3],
    ['2016', 'US', 0.3],
  ]);
  expect(
    effect?.rows.map(({ period, term, weightBefore, weightAfter, points }) => [period, term, weightBefore, weightAfter, points]),
  ).toEqual([
    ['2014', 'threat', -1.5, null, 1.5],
    ['2016', 'trust', 1.2, null, -1.2],
    ['2016', 'confidence', null, 1, 1],
  ]);
  store.close();
});

test('two edits before a publication are told as one, against what was published', async () => {
  const store = await publishedStore();
  await score(store, FIRST);
  await setScoresAside(store);
  await score(store, { ...FIRST, a: [0.9, 'trust', 3] });
  await setScoresAside(store);
  await score(store, { ...FIRST, a: [0.5, 'trust', 1.5] });
  expect((await readLexiconEffect(store))?.years[0]).toMatchObject({ before: -0.05, after: 0 });
  store.close();
});

test('where the lexicon is the same, or the effect was told, there is none to tell', async () => {
  const store = await publishedStore();
  await score(store, FIRST);
  expect(await readLexiconEffect(store)).toBe(null);
  await setScoresAside(store);
  await score(store, FIRST);
  expect(await readLexiconEffect(store)).toEqual({ years: [], rows: [] });
  await forgetFormerScores(store);
  expect(await readLexiconEffect(store)).toBe(null);
  store.close();
});
