import { expect, test } from 'vitest';
import { changeYears } from '../../../src/stages/trends/change-points.ts';

const series = (values: readonly number[]) => values.map((value, i) => ({ year: 2000 + i, value }));

test.each([
  { what: 'one fall', values: [0.3, 0.32, 0.29, 0.31, -0.2, -0.22, -0.19, -0.21, -0.2], years: [2004] },
  { what: 'a fall and a return', values: [0.3, 0.31, 0.29, 0.3, -0.2, -0.22, -0.19, -0.21, 0.3, 0.29, 0.31, 0.3], years: [2004, 2008] },
  { what: 'nothing but noise', values: [0.02, -0.05, 0.04, 0, 0.03, -0.02, -0.04, 0.05, 0.01], years: [] },
  { what: 'a steady fall', values: [0.4, 0.36, 0.29, 0.25, 0.21, 0.14, 0.1, 0.05, 0.01, -0.05, -0.09, -0.16], years: [] },
  { what: 'no movement at all', values: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], years: [] },
  { what: 'one odd year', values: [0.1, 0.12, 0.09, 0.11, 0.9, 0.1, 0.11, 0.09, 0.1], years: [] },
  { what: 'too short for two levels', values: [0, 0, 1, 1, 1], years: [] },
])('$what', ({ values, years }) => {
  expect(changeYears(series(values))).toEqual(years);
});

test('the split is the best of all splits, found by trying each', () => {
  const values = [0.1, 0.3, 0.2, 0.25, 0.15, -0.3, -0.1, -0.25, -0.2];
  const scatter = (part: readonly number[]) => {
    const mean = part.reduce((a, b) => a + b, 0) / part.length;
    return part.reduce((total, value) => total + (value - mean) ** 2, 0);
  };
  const splits = [3, 4, 5, 6].map((at) => ({ at, residual: scatter(values.slice(0, at)) + scatter(values.slice(at)) }));
  const best = splits.reduce((a, b) => (b.residual < a.residual ? b : a));
  expect(changeYears(series(values))).toEqual([2000 + best.at]);
});
