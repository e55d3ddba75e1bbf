import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanChange, studentInterval, toneInterval, wilsonShare } from '../../../src/stages/trends/interval.ts';
import { groupMedian, groupMoments, type Moments } from '../../../src/stages/trends/moments.ts';
import { logRatio, netTone } from '../../../src/stages/trends/net-tone.ts';
import { VECTORS } from '../validation/vectors.ts';
import { groupOf } from './groups.ts';

const moments = (tones: readonly number[]) => groupMoments(groupOf(tones)) as Moments;

// scipy 1.17.1
test.each([
  { tones: [-0.5, 0, 0.25], mean: -0.08333333333333333, deviation: 0.3818813079129867, low: -1.0319790917325233, high: 0.8653124250658566 },
  {
    tones: [-0.9, -0.2, 0, 0, 0.4, 0.6, -0.3],
    mean: -0.057142857142857155,
    deviation: 0.4894116973712516,
    low: -0.5097731846337766,
    high: 0.3954874703480623,
  },
])('mean, deviation and t interval of $tones', ({ tones, mean, deviation, low, high }) => {
  expect(moments(tones).mean).toBeCloseTo(mean, 12);
  expect(moments(tones).deviation).toBeCloseTo(deviation, 12);
  expect(studentInterval(moments(tones))?.low).toBeCloseTo(low, 10);
  expect(studentInterval(moments(tones))?.high).toBeCloseTo(high, 10);
});

// numpy 2.4.6, tools/reference_vectors.py: Liang and Zeger's variance with articles / (articles - 1)
test('statements of one article are taken together: the interval has a degree of freedom less than there are articles', () => {
  const articles = [[0.5, 0.4, 0.6], [-0.2, -0.1], [0.1], [-0.7, -0.3, -0.5, -0.6]];
  const sums = articles.map((tones) => ({
    count: BigInt(tones.length),
    sum: tones.reduce((total, tone) => total + BigInt(Math.round(tone * 1e6)), 0n),
  }));
  const clustered = groupOf(articles.flat(), {
    citedArticles: 4,
    articleCounts: sums.reduce((total, { count }) => total + count * count, 0n),
    articleProducts: sums.reduce((total, { count, sum }) => total + count * sum, 0n),
    articleSquares: sums.reduce((total, { sum }) => total + sum * sum, 0n),
  });
  const found = groupMoments(clustered) as Moments;
  expect(found.squaredError).toBeCloseTo(VECTORS.clustered.squaredError, 12);
  expect(studentInterval(found)?.low).toBeCloseTo(VECTORS.clustered.low, 9);
  expect(studentInterval(found)?.high).toBeCloseTo(VECTORS.clustered.high, 9);
});

test('a mean from one or two articles has no interval, however many statements they hold', () => {
  const many = groupOf([0.1, 0.2, 0.3, 0.4]);
  expect(toneInterval(groupMoments({ ...many, citedArticles: 2 }) as Moments)).toBeNull();
  expect(toneInterval(groupMoments({ ...many, citedArticles: 1 }) as Moments)).toBeNull();
});

test('the interval of a tone ends where the scale ends', () => {
  expect(toneInterval(moments([-0.5, 0, 0.25]))?.low).toBe(-1);
});

test('two observations have a deviation but no interval, one has neither, none has nothing', () => {
  expect(moments([0.1, 0.3]).deviation).toBeCloseTo(0.1414213562, 9);
  expect(toneInterval(moments([0.1, 0.3]))).toBeNull();
  expect(moments([0.1]).deviation).toBeNull();
  expect(groupMoments(groupOf([]))).toBeNull();
});

test('a million equal tones have no deviation at all, so nothing cancels in the sums', () => {
  const many = { ...groupOf([]), relevant: 1_000_000, toneSum: 333_333_000_000n, toneSquares: 333_333n * 333_333n * 1_000_000n };
  expect(groupMoments(many)).toMatchObject({ count: 1_000_000, mean: 0.333333, deviation: 0 });
});

test('the median of an even number is the middle of the two', () => {
  expect(groupMedian(groupOf([0.1, 0.2, 0.5, -0.3]))).toBeCloseTo(0.15, 12);
});

// scipy 1.17.1
test.each([
  [0, 5, 0, 0.43448246478317476],
  [1, 5, 0.036224108632430196, 0.6244653702374747],
  [3, 10, 0.10779126740630102, 0.6032218525388546],
  [10, 10, 0.7224672001371109, 1],
  [37, 120, 0.23272736988916295, 0.3958299772380067],
])('the share %i of %i lies within Wilson bounds', (count, total, low, high) => {
  expect(wilsonShare(count, total)?.low).toBeCloseTo(low, 12);
  expect(wilsonShare(count, total)?.high).toBeCloseTo(high, 12);
});

test('Wilson bounds hold the share and stay within 0 and 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (total, part) => {
      const interval = wilsonShare(Math.round(total * part), total);
      return (
        interval !== null && interval.low >= 0 && interval.low <= interval.share && interval.share <= interval.high && interval.high <= 1
      );
    }),
  );
});

test.each([
  [0, 0, 0],
  [3, 1, 0.8472978603872037],
  [0, 4, -2.1972245773362196],
  [12, 30, -0.8919980393051105],
])('the log ratio of %i positive and %i negative', (positive, negative, ratio) => {
  expect(logRatio(positive, negative)).toBeCloseTo(ratio, 12);
});

test('net tone is the difference of the shares, and nothing of nothing', () => {
  expect(netTone(3, 1, 10)).toBe(0.2);
  expect(netTone(0, 0, 0)).toBeNull();
});

test("a change has Welch's interval from three observations on both sides", () => {
  const change = meanChange(moments([0.1, 0.2, 0.3, 0.2]), moments([-0.2, 0, -0.1]));
  expect(change.difference).toBeCloseTo(-0.3, 12);
  // scipy 1.17.1, ttest_ind(equal_var=False)
  expect(change.interval?.low).toBeCloseTo(-0.499225479670281, 10);
  expect(change.interval?.high).toBeCloseTo(-0.10077452032971906, 10);
  expect(meanChange(moments([0.1, 0.2]), moments([-0.2, 0, -0.1])).interval).toBeNull();
});
