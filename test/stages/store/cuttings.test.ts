import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Utterance } from '../../../src/core/model/statements.ts';
import { findWholes } from '../../../src/stages/statements/cuttings.ts';
import { mergeUtterances } from '../../../src/stages/statements/merge.ts';
import { settleCuttings } from '../../../src/stages/store/cuttings.ts';
import type { OpenDatabase } from '../../../src/stages/store/database.ts';
import { prepareSums } from '../../../src/stages/store/groups.ts';
import { storeBatch } from '../../../src/stages/store/ingest.ts';
import { dropInputs } from '../../../src/stages/store/ledger.ts';
import { completeStatements, mergePrintings } from '../../../src/stages/store/merge.ts';
import { emptyStore, shelve, utteranceOf } from './shelves.ts';

const SENTENCES = [
  'We will return to the table when both sides are ready.',
  'The treaty is not dead, whatever they write in the north.',
  'Nothing will come of threats.',
];
/** One to three sentences that follow each other. */
const TEXTS = [0, 1, 2].flatMap((from) => [1, 2, 3].map((to) => SENTENCES.slice(from, from + to).join(' ')));

async function addInput(store: OpenDatabase, utterances: readonly Utterance[]): Promise<void> {
  const path = utterances[0]?.appearance.path ?? '';
  const inputs = [{ path, sha256: path, size: 1, articles: 1, problems: 0 }];
  await storeBatch(store, { rows: { ...shelve(utterances), problems: {} }, inputs, reader: 'one', replaces: [path] });
}

async function settle(store: OpenDatabase): Promise<void> {
  await mergePrintings(store);
  await settleCuttings(store, findWholes);
}

const pairsIn = async (store: OpenDatabase) =>
  (await store.all('SELECT id, whole FROM cuttings ORDER BY id')).map(({ id, whole }) => [id, whole]);

function pairsInRoom(utterances: readonly Utterance[]): readonly unknown[] {
  const cuttings = mergeUtterances(utterances).flatMap(({ id, speaker, said, text }) =>
    speaker !== null && said?.day.length === 10 ? [{ id, voice: speaker.id, day: said.day, pieces: [text] }] : [],
  );
  return [...findWholes(cuttings)].sort();
}

const printed = fc.record({
  text: fc.constantFrom(...TEXTS),
  speaker: fc.constantFrom('Ada Bell', 'Boris Chern', null),
  said: fc.constantFrom('2018-12-21', '2018-12-22', '2018-12-23', '2018-12-24', '2018', null),
});
const articles = fc
  .array(fc.array(printed, { minLength: 1, maxLength: 3 }), { maxLength: 7 })
  .map((all) =>
    all.map((said, index) => said.map((each, start) => utteranceOf({ ...each, article: `article-${index}`, start: start * 400 }))),
  );

it('the store finds the parts that the statements room finds, over however many nights articles come and go', async () => {
  await fc.assert(
    fc.asyncProperty(articles, fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), async (all, isFirst) => {
      const store = await emptyStore();
      const [first, second] = [true, false].map((night) => all.filter((_, index) => isFirst[index] === night));
      for (const article of first ?? []) await addInput(store, article);
      await settle(store);
      expect(await pairsIn(store)).toEqual(pairsInRoom((first ?? []).flat()));
      for (const article of second ?? []) await addInput(store, article);
      await settle(store);
      expect(await pairsIn(store)).toEqual(pairsInRoom(all.flat()));
      await dropInputs(
        store,
        (first ?? []).map((article) => article[0]?.appearance.path ?? ''),
      );
      await settle(store);
      expect(await pairsIn(store)).toEqual(pairsInRoom((second ?? []).flat()));
      store.close();
    }),
    { numRuns: 6 },
  );
});

it('finds the parts of a speaker who said more than is held at once', async () => {
  const store = await emptyStore();
  const days = ['2018-12-21', '2018-12-22', '2018-12-23', '2018-12-24', '2018-12-25'];
  const all = days.map((said, day) =>
    Array.from({ length: 150 }, (_, index) => {
      const whole = `${SENTENCES[0]} ${index} times ${said} we said so and we will say so again.`;
      const text = day % 2 === 0 ? whole : whole.replace(said, days[day - 1] ?? '').replace(' and we will say so again', '');
      return utteranceOf({ article: `article-${day}`, text, said, start: index * 400 });
    }),
  );
  for (const article of all) await addInput(store, article);
  await mergePrintings(store);
  await settleCuttings(store, findWholes, 200);
  const [row] = await store.all('SELECT count(*)::INTEGER AS parts FROM cuttings');
  expect(row?.parts).toBe(300);
  store.close();
});

it('a part is no observation: its appearances are those of the longest statement, whose own words are the ones that are cited', async () => {
  const store = await emptyStore();
  const texts = [SENTENCES[0] ?? '', SENTENCES.slice(0, 2).join(' '), SENTENCES.join(' ')];
  for (const [index, text] of texts.entries())
    await addInput(store, [utteranceOf({ article: `article-${index}`, text, said: `2018-12-2${index}`, published: `2018-12-2${index}` })]);
  await settle(store);
  await store.run("INSERT INTO scores SELECT DISTINCT score_key, true, score_key, 1, 'neutral', 0, '[]', '[]', 0 FROM chosen");
  await completeStatements(store);
  await prepareSums(store);
  const rows = await store.all(`
SELECT s.text, r.articles, a.path FROM observations o JOIN reach r USING (number) JOIN ranked_articles k USING (rank) JOIN articles a ON a.rowid = k.place
  JOIN statements s ON s.rowid = o.place`);
  expect(rows).toEqual([{ text: texts[2], articles: 3, path: 'news/article-2.txt' }]);
  store.close();
});
