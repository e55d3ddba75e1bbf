import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Utterance } from '../../src/model.ts';
import { storeBatch } from '../../src/store/ingest.ts';
import { mergePrintings } from '../../src/store/merge.ts';
import { emptyStore, shelve, utteranceOf } from './shelves.ts';

const WORDS = [
  'We will return to the table when both sides are ready',
  'We want talks',
  'Nothing will come of threats against a neighbour like us',
];

/** Stores the articles in so many nights, each merged at its end, and gives all that publication reads. */
async function afterNights(nights: readonly (readonly Utterance[])[]): Promise<unknown> {
  const store = await emptyStore();
  for (const night of nights) {
    const rows = shelve(night);
    const paths = [...new Set(night.map((utterance) => utterance.appearance.path))];
    const inputs = paths.map((path) => ({ path, sha256: path, size: 1, articles: 1, problems: 0 }));
    await storeBatch(store, { rows: { ...rows, problems: [] }, inputs, reader: 'one', replaces: paths });
    await mergePrintings(store);
  }
  if (nights.length === 0) await mergePrintings(store);
  const chosen = await store.all('SELECT id, article_key, said, score_key FROM chosen ORDER BY id');
  const appearances = await store.all('SELECT statement_id, article_key, start, is_named FROM appearances ORDER BY ALL');
  const inputs = await store.all('SELECT path, sha256 FROM inputs ORDER BY path');
  store.close();
  return { chosen, appearances, inputs };
}

const article = fc.record({
  published: fc.constantFrom('2018-12-22', '2018-12-24', null),
  said: fc.array(
    fc.record({
      text: fc.constantFrom(...WORDS),
      speaker: fc.constantFrom('Ada Bell', 'Boris Chern', null),
      said: fc.constantFrom('2018-12-22', '2018', null),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  night: fc.integer({ min: 0, max: 3 }),
});

it('any way of cutting the same inputs into nights, in any order, gives what one night gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(article, { maxLength: 8 }), async (articles) => {
      const printed = articles.map(({ published, said }, index) =>
        said.map((words, ordinal) => utteranceOf({ ...words, article: `article-${index}`, published, start: ordinal * 100 })),
      );
      const nights = [3, 0, 2, 1].map((night) => printed.filter((_, index) => articles[index]?.night === night).flat());
      const worked = nights.filter((night) => night.length > 0);
      expect(await afterNights(worked)).toEqual(await afterNights(printed.length > 0 ? [printed.flat()] : []));
    }),
    { numRuns: 15 },
  );
});
