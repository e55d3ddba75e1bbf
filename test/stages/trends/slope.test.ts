import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mannKendall, theilSen } from '../../../src/stages/trends/slope.ts';

// scipy 1.17.1
const REFERENCES = [
  {
    y: [40, 52, 66, 63, 59, 61, 58],
    score: 3,
    variance: 44.333333333333336,
    z: 0.3003757045930553,
    p: 0.7638905934705396,
    slope: 2,
    intercept: 53,
    low: -3,
    high: 7.666666666666667,
  },
  {
    y: [48, 40, 47, 50, 44, 34, 24, 30, 28, 25],
    score: -29,
    variance: 125,
    z: -2.5043961347997645,
    p: 0.01226606138621289,
    slope: -2.5714285714285716,
    intercept: 48.57142857142857,
    low: -4.333333333333333,
    high: -1.5,
  },
  {
    y: [0.1, 0.2, 0.2, -0.1, -0.3, -0.3, -0.5, -0.2],
    score: -16,
    variance: 63.333333333333336,
    z: -1.8848425873126298,
    p: 0.05945109331155374,
    slope: -0.09999999999999999,
    intercept: 0.19999999999999996,
    low: -0.16666666666666666,
    high: 0,
  },
  { y: [5, 5, 5, 5, 5], score: 0, variance: 0, z: 0, p: 1, slope: 0, intercept: 5, low: 0, high: 0 },
];

const series = (values: readonly number[], first = 0) => values.map((value, i) => ({ year: first + i, value }));

test.each(REFERENCES)('Mann–Kendall and Theil–Sen of $y', ({ y, ...expected }) => {
  const { score, variance, z, p } = mannKendall(series(y));
  expect(score).toBe(expected.score);
  expect(variance).toBeCloseTo(expected.variance, 10);
  expect(z).toBeCloseTo(expected.z, 12);
  expect(p).toBeCloseTo(expected.p, 12);
  const { slope, intercept, interval } = theilSen(series(y));
  expect(slope).toBeCloseTo(expected.slope, 12);
  expect(intercept).toBeCloseTo(expected.intercept, 12);
  expect(interval.low).toBeCloseTo(expected.low, 12);
  expect(interval.high).toBeCloseTo(expected.high, 12);
});

test('a missing year counts in the slope: it is per year, not per point', () => {
  expect(
    theilSen([
      { year: 2000, value: 0 },
      { year: 2004, value: 0.4 },
      { year: 2010, value: 1 },
    ]).slope,
  ).toBeCloseTo(0.1, 12);
});

test('turning a series upside down turns slope and score around and leaves p', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 8, maxLength: 30 }), (values) => {
      const [up, down] = [
        series(values, 2000),
        series(
          values.map((value) => -value),
          2000,
        ),
      ];
      expect(mannKendall(down).score).toBe(0 - mannKendall(up).score);
      expect(mannKendall(down).p).toBe(mannKendall(up).p);
      expect(theilSen(down).slope).toBeCloseTo(-theilSen(up).slope, 12);
    }),
  );
});
