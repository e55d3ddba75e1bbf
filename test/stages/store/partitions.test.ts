import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Utterance } from '../../../src/core/model/statements.ts';
import { markPublished } from '../../../src/stages/store/counts.ts';
import type { OpenDatabase } from '../../../src/stages/store/database.ts';
import { storeBatch } from '../../../src/stages/store/ingest.ts';
import { dropInputs } from '../../../src/stages/store/ledger.ts';
import { completeStatements, mergePrintings } from '../../../src/stages/store/merge.ts';
import { emptyStore, joined, shelve, utteranceOf } from './shelves.ts';

const WORDS = [
  'We will return to the table when both sides are ready',
  'We want talks',
  'Nothing will come of threats against a neighbour like us',
];

/** What a night finds: articles that are new or changed, and paths that are gone. */
interface Night {
  readonly read: readonly (readonly Utterance[])[];
  readonly gone: readonly string[];
}

const pathOf = (utterances: readonly Utterance[]): string => utterances[0]?.appearance.path ?? '';

async function spendNight(store: OpenDatabase, { read, gone }: Night): Promise<void> {
  const paths = read.map(pathOf);
  const inputs = paths.map((path) => ({ path, sha256: path, size: 1, articles: 1, problems: 0 }));
  const shelved = read.map(shelve);
  const rows = {
    articles: joined(shelved.map((each) => each.articles)),
    utterances: joined(shelved.map((each) => each.utterances)),
    problems: {},
  };
  await storeBatch(store, { rows, inputs, reader: 'one', replaces: paths });
  await dropInputs(store, gone);
  await mergePrintings(store);
  await store.run(
    "INSERT INTO scores SELECT DISTINCT score_key, true, '', 1, 'neutral', 0, '[]', '[]', 0 FROM chosen ANTI JOIN scores USING (score_key)",
  );
  await completeStatements(store);
  await markPublished(store, '2026-01-01');
}

/** Spends the nights, and gives all that publication reads. */
async function afterNights(nights: readonly Night[]): Promise<unknown> {
  const store = await emptyStore();
  for (const night of nights) await spendNight(store, night);
  const tables = ['chosen', 'statements', 'appearances', 'touched'];
  const rows = await Promise.all(tables.map((table) => store.all(`SELECT * FROM ${table} ORDER BY ALL`)));
  const inputs = await store.all('SELECT path, sha256 FROM inputs ORDER BY path');
  store.close();
  return [...rows, inputs];
}

const said = fc.array(
  fc.record({
    text: fc.constantFrom(...WORDS),
    speaker: fc.constantFrom('Ada Bell', 'Boris Chern', null),
    said: fc.constantFrom('2018-12-22', '2018', null),
  }),
  { minLength: 1, maxLength: 3 },
);

/** An article, the night in which it comes, what it said before it was revised, and whether it is taken back the night after. */
const article = fc.record({
  published: fc.constantFrom('2018-12-22', '2018-12-24', null),
  said,
  before: fc.option(said),
  isTakenBack: fc.boolean(),
  night: fc.integer({ min: 1, max: 3 }),
});

it('any way of cutting the same inputs into nights, in any order, revised and taken back between them, gives what one night gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(article, { maxLength: 8 }), async (articles) => {
      const print = (words: (typeof articles)[number]['said'], index: number) =>
        words.map((each, ordinal) =>
          utteranceOf({ ...each, article: `article-${index}`, published: articles[index]?.published ?? null, start: ordinal * 100 }),
        );
      const last = articles.map((each, index) => print(each.said, index));
      const first = articles.map((each, index) => print(each.before ?? [], index));
      const nights = [0, 1, 2, 3, 4].map((night) => ({
        read: [
          ...last.filter((_, index) => articles[index]?.night === night),
          ...first.filter((words, index) => words.length > 0 && articles[index]?.night === night + 1),
        ],
        gone: last.filter((_, index) => articles[index]?.isTakenBack && articles[index].night === night - 1).map(pathOf),
      }));
      const kept = last.filter((_, index) => !articles[index]?.isTakenBack);
      expect(await afterNights(nights)).toEqual(await afterNights([{ read: kept, gone: [] }]));
    }),
    { numRuns: 15 },
  );
});
