import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shrinkMeans } from '../../../src/stages/trends/shrink.ts';

const group = (count: number, mean: number, deviation: number | null = 0.4) => ({ count, mean, deviation });

test('the thinner a group, the nearer it is drawn to the others', () => {
  const [thin = 0, thick = 0] = shrinkMeans([group(2, 0.6), group(200, 0.6), group(100, -0.4), group(50, -0.1)]) as number[];
  expect(thin).toBeLessThan(thick);
  expect(thick).toBeGreaterThan(0.59);
  expect(thin).toBeGreaterThan(0);
});

test('groups that differ no more than chance would have it all get one mean', () => {
  const means = shrinkMeans([group(4, 0.1), group(4, 0.11), group(4, 0.09)]) as number[];
  for (const mean of means) expect(mean).toBeCloseTo(0.1, 12);
});

test("DerSimonian and Laird's variance, by hand", () => {
  // within 0.04, errors 0.01 each, weights 100 each: Q = 100 (0.09 + 0 + 0.09) = 18, τ² = (18 − 2) / (300 − 100) = 0.08, kept 8/9
  const means = shrinkMeans([group(4, 0.3, 0.2), group(4, 0, 0.2), group(4, -0.3, 0.2)]) as number[];
  expect(means[0]).toBeCloseTo((0.3 * 8) / 9, 12);
  expect(means[1]).toBeCloseTo(0, 12);
});

test('too few groups, or groups of one only, are not drawn anywhere', () => {
  expect(shrinkMeans([group(4, 0.3), group(4, 0.1)])).toEqual([null, null]);
  expect(shrinkMeans([group(1, 0.3, null), group(1, 0.1, null), group(1, 0.2, null)])).toEqual([null, null, null]);
});

test('a shrunk mean never leaves the range of the means', () => {
  const groups = fc.array(fc.record({ count: fc.integer({ min: 1, max: 50 }), mean: fc.double({ min: -1, max: 1, noNaN: true }) }), {
    minLength: 3,
  });
  fc.assert(
    fc.property(groups, (list) => {
      const means = list.map(({ mean }) => mean);
      const shrunk = shrinkMeans([group(5, 0), ...list.map(({ count, mean }) => group(count, mean, count === 1 ? null : 0.3))]) as number[];
      return shrunk.every((value) => value >= Math.min(0, ...means) - 1e-9 && value <= Math.max(0, ...means) + 1e-9);
    }),
  );
});
