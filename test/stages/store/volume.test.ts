import { expect, it } from 'vitest';
import type { Cell } from '../../../src/core/model/groups.ts';
import { readFallOffs } from '../../../src/stages/store/volume.ts';
import { emptyStore } from './shelves.ts';

const DATE = '2026-03-01';
const dayBefore = (days: number): string => new Date(Date.parse(DATE) - days * 86_400_000).toISOString().slice(0, 10);

/** So many articles of an outlet, each so many days before the run. */
const printed = (outlet: string | null, count: number, days: readonly number[]): readonly (string | null)[][] =>
  days.flatMap((day) => Array.from({ length: count }, () => [outlet, dayBefore(day)]));

const days = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

async function fallOffs(...articles: readonly (readonly (readonly (string | null)[])[])[]) {
  const store = await emptyStore();
  const rows = articles
    .flat()
    .map(([outlet, published], index): Cell[] => [
      ...[
        `key-${index}`,
        `id-${index}`,
        'feed.jsonl',
        '',
        outlet ?? null,
        null,
        null,
        published ?? null,
        'metadata',
        '[]',
        '[]',
        null,
        null,
      ],
    ]);
  await store.append('articles', rows);
  const found = await readFallOffs(store, DATE);
  store.close();
  return found;
}

it('an outlet with less than a quarter of its usual week has fallen off, the driest first', async () => {
  const dry = [...printed('Harbor Ledger', 2, days(7, 34)), ...printed('Harbor Ledger', 1, [0, 3])];
  const silent = printed('Volga Standard', 1, days(7, 34));
  expect(await fallOffs(dry, silent)).toEqual([
    { outlet: 'Volga Standard', recent: 0, expected: 7 },
    { outlet: 'Harbor Ledger', recent: 2, expected: 14 },
  ]);
});

it('an outlet that goes on as before, is slow, new, small or without a name, has not fallen off', async () => {
  const steady = printed('Plains Tribune', 2, days(0, 34));
  const slow = [...printed('Baltic Courier', 2, days(7, 34)), ...printed('Baltic Courier', 1, [0, 2, 4, 6])];
  const fresh = printed('Northgate Herald', 9, [1, 2]);
  const small = printed('Lakeside Post', 1, days(8, 22));
  const nameless = printed(null, 5, days(7, 34));
  const undated = [...printed('Capital Observer', 0, []), ['Capital Observer', null]];
  expect(await fallOffs(steady, slow, fresh, small, nameless, undated)).toEqual([]);
});

it('articles older than the 28 days, after the run, or dated to the month alone are not counted', async () => {
  const old = printed('Meridian Wire', 3, days(35, 60));
  const coming = printed('Volga Standard', 3, [-1, -2, -3]);
  const vague = Array.from({ length: 40 }, () => ['Harbor Ledger', '2026-02']);
  expect(await fallOffs(old, coming, vague)).toEqual([]);
});
