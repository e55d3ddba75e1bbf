import { expect, it } from 'vitest';
import { describeSides, sparkline } from '../../src/cli/side-table.ts';
import type { TrendRow } from '../../src/core/model/trends.ts';

const row = (side: string, period: string, mean: number | null): TrendRow =>
  ({ mean, group: { side, period, relevant: 4 } }) as unknown as TrendRow;

it('the last five years of each side stand in columns, with a gap where a year has no mean', () => {
  const rows = [row('US', '2019', -1), row('US', '2024', 0.25), row('US', '2025', -0.5), row('Russia', '2025', 1), row('US', 'undated', 1)];
  expect(describeSides(rows, ['US', 'Russia', 'other'])).toEqual([
    'Mean tone by side, -1 hostile to +1 cooperative (n):',
    '                    2021         2022         2023         2024         2025',
    '  US         ···▆▃  –            –            –            +0.25 (4)    -0.50 (4)',
    '  Russia     ····█  –            –            –            –            +1.00 (4)',
  ]);
});

it('nothing dated, no table', () => {
  expect(describeSides([row('US', 'undated', 0.1)], ['US'])).toEqual([]);
});

it.each([
  [[-1, 0, 1], '▁▅█'],
  [[null, 0.99], '·█'],
])('%j is drawn as %s', (means, bars) => {
  expect(sparkline(means)).toBe(bars);
});
