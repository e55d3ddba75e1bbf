import { expect, test } from 'vitest';
import type { StatementRow } from '../../../../src/core/model/groups.ts';
import { listedData } from '../../../../src/stages/writing/report/find.ts';
import { listNewest } from '../../../../src/stages/writing/report/listing.ts';

const rowOf = (number: number, more: Partial<StatementRow> = {}): StatementRow => ({
  ...{ id: `s${number}`, speakerId: 'ada-bell', speaker: 'Ada Bell', side: 'US', said: '2019-03-02', text: `Talks, number ${number}.` },
  ...{
    passage: null,
    tone: 0.5,
    label: 'positive',
    articles: 1,
    outlet: 'Hill Times',
    title: 'A </script> title',
    url: null,
    path: 'a.txt',
  },
  ...{
    kind: 'direct',
    cue: 'said',
    spans: '[[0,16]]',
    hits: '[{"term":"talks","words":"talks","span":[0,5],"base":1,"value":1,"shifts":[]}]',
  },
  ...more,
});

async function* inBatches(...batches: readonly (readonly StatementRow[])[]): AsyncIterable<readonly StatementRow[]> {
  yield* batches;
}

const term = (period: string, change: number | null) => ({ group: { term: 'talks', period }, change }) as never;
const trends = { terms: [term('2018', null), term('2019', 0.1)] };

test('the page has every listed statement as data that cannot end its script, however they came in batches', async () => {
  const rows = [rowOf(1), rowOf(2, { text: 'Two\u2028lines.' }), rowOf(3)];
  const dataOf = async (...batches: readonly (readonly StatementRow[])[]) => {
    const pieces = [...listedData(await listNewest(inBatches(...batches), trends))];
    return pieces.map((piece) => (typeof piece === 'string' ? piece : Buffer.from(piece).toString())).join('');
  };
  const whole = await dataOf(rows);
  expect(whole).not.toMatch(/[<\u2028]/);
  expect(JSON.parse(whole)).toMatchObject([{ id: 's1', title: 'A </script> title' }, { id: 's2', text: 'Two\u2028lines.' }, { id: 's3' }]);
  expect(await dataOf(rows.slice(0, 1), [], rows.slice(1))).toBe(whole);
  expect(await dataOf()).toBe('[]');
});

test('words are counted in the last two years alone, and statements without hits are known', async () => {
  const old = rowOf(1, { said: '2010', text: 'TALKING', hits: '[{"term":"talks","words":"talking","span":[0,7],"value":1,"shifts":[]}]' });
  const { words, rows } = await listNewest(inBatches([rowOf(3), old, { ...old, id: 's4' }, rowOf(2, { said: null, hits: '[]' })]), trends);
  expect(Object.fromEntries(words)).toEqual({ talks: 'talks' });
  expect(rows.map(({ isWithoutHits }) => isWithoutHits)).toEqual([false, false, false, true]);
});
