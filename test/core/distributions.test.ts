import { expect, test } from 'vitest';
import { normalTwoSidedTail, studentQuantile95, studentTwoSidedTail } from '../../src/core/distributions.ts';

test.each([
  [0, 1],
  [0.3003757045930553, 0.7638905934705396],
  [1.959963984540054, 0.05],
  [-2.5043961347997645, 0.01226606138621289],
  [2.9, 0.003731626600768077],
  [5, 5.733031437583892e-7],
])('the chance of a normal value beyond %f is %f', (z, p) => {
  expect(normalTwoSidedTail(z)).toBeCloseTo(p, 12);
});

test.each([
  [1, 12.7062047361747],
  [2, 4.302652729749464],
  [6, 2.4469118511449697],
  [9.5, 2.2441374614922958],
  [30, 2.0422724563012373],
  [1000, 1.9623390808264078],
  [1_000_000, 1.9599663],
])('with %f degrees of freedom the bound of 95 in 100 is %f', (freedom, t) => {
  expect(studentQuantile95(freedom)).toBeCloseTo(t, 6);
});

test('the tail of t at its own quantile is five in a hundred', () => {
  for (const freedom of [1, 2.5, 7, 40, 399]) expect(studentTwoSidedTail(studentQuantile95(freedom), freedom)).toBeCloseTo(0.05, 10);
});
