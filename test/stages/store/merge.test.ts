import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Utterance } from '../../../src/core/model/statements.ts';
import { mergeUtterances } from '../../../src/stages/statements/merge.ts';
import type { OpenDatabase } from '../../../src/stages/store/database.ts';
import { mergePrintings } from '../../../src/stages/store/merge.ts';
import { emptyStore, shelve, utteranceOf } from './shelves.ts';

const LONG = 'We will return to the table when both sides are ready';

async function mergedInStore(utterances: readonly Utterance[]): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const store: OpenDatabase = await emptyStore();
  const rows = shelve(utterances);
  await store.add('articles', rows.articles);
  await store.add('utterances', rows.utterances);
  await store.run('INSERT INTO touched SELECT DISTINCT wording_key FROM utterances');
  await mergePrintings(store);
  const merged = await store.all(`
SELECT c.id, u.speaker_id AS speaker, c.said, u.text, a.id AS cited, (SELECT list(x.id ORDER BY x.id) FROM appearances p JOIN articles x ON x.key = p.article_key WHERE p.statement_id = c.id) AS printings
FROM chosen c JOIN utterances u ON u.article_key = c.article_key AND u.ordinal = c.ordinal JOIN articles a ON a.key = c.article_key ORDER BY c.id`);
  store.close();
  return merged.map((row) => ({ ...row, printings: (row.printings as { items?: readonly string[] }).items ?? row.printings }));
}

function mergedInRoom(utterances: readonly Utterance[]): readonly unknown[] {
  return mergeUtterances(utterances).map((statement) => ({
    id: statement.id,
    speaker: statement.speaker?.id ?? null,
    said: statement.said?.day ?? null,
    text: statement.text,
    cited: statement.appearances[0]?.articleId,
    printings: statement.appearances.map((appearance) => appearance.articleId).sort(),
  }));
}

const printing = fc.record({
  article: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  text: fc.constantFrom(
    LONG,
    `“${LONG.toUpperCase()}!”`,
    'We want talks',
    'We want talks.',
    'Nothing will come of threats against a neighbour like us',
  ),
  speaker: fc.constantFrom('Ada Bell', 'Boris Chern', null),
  said: fc.constantFrom('2018-12-22', '2018-12-23', '2019', null),
});

/** Printings at places of their own; an article has one day of publication. */
const printings = fc
  .tuple(fc.array(printing, { maxLength: 12 }), fc.array(fc.constantFrom('2018-12-22', '2018-12-24', null), { minLength: 6, maxLength: 6 }))
  .map(([all, days]) =>
    all.map((printed, index) =>
      utteranceOf({ ...printed, start: index * 100, published: days[printed.article.charCodeAt(0) - 97] ?? null }),
    ),
  );

it('the store merges printings by the same law as the statements room', async () => {
  await fc.assert(
    fc.asyncProperty(printings, async (utterances) => {
      expect(await mergedInStore(utterances)).toEqual(mergedInRoom(utterances));
    }),
    { numRuns: 30 },
  );
});

it('a printing that names nobody joins the one speaker whom another printing names, and is not the one that is cited', async () => {
  const unnamed = utteranceOf({ article: 'a', text: LONG, speaker: null, published: '2018-12-01' });
  const named = utteranceOf({ article: 'b', text: LONG, published: '2018-12-05' });
  expect(await mergedInStore([unnamed, named])).toMatchObject([{ speaker: 'ada-bell', cited: 'b', printings: ['a', 'b'] }]);
});

it('where two speakers are named for one wording, a printing that names nobody stays apart', async () => {
  const rows = ['Ada Bell', 'Boris Chern', null].map((speaker, index) =>
    utteranceOf({ article: 'abc'.charAt(index), text: LONG, speaker }),
  );
  expect(await mergedInStore(rows)).toHaveLength(3);
});
