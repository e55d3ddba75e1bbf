/** Whether and how fast a series moves, without assuming normal errors. */

import { normalTwoSidedTail, Z95 } from '../../core/distributions.ts';
import type { Interval } from '../../core/model/trends.ts';
import { median, medianSorted } from '../../core/statistics.ts';

/** A value in a year. */
export interface Point {
  readonly year: number;
  readonly value: number;
}

/** Mann–Kendall's test for a monotone trend. */
export interface MannKendall {
  /** Pairs that rise less pairs that fall. */
  readonly score: number;
  readonly variance: number;
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
}

/** Mann–Kendall with the correction for ties and for continuity: Kendall 1975; the variance as in Gilbert 1987, eq. 16.2. Cost: n². */
export function mannKendall(points: readonly Point[]): MannKendall {
  let score = 0;
  for (const [i, earlier] of points.entries()) for (const later of points.slice(i + 1)) score += Math.sign(later.value - earlier.value);
  const variance = scoreVariance(points);
  const z = variance === 0 ? 0 : (score - Math.sign(score)) / Math.sqrt(variance);
  return { score, variance, z, p: normalTwoSidedTail(z) };
}

/** Theil–Sen: the median of the slopes between all pairs, with Sen's interval: https://doi.org/10.1080/01621459.1968.10480934 */
export function theilSen(points: readonly Point[]): { readonly slope: number; readonly intercept: number; readonly interval: Interval } {
  const slopes = pairSlopes(points);
  const slope = medianSorted(slopes);
  const spread = Z95 * Math.sqrt(scoreVariance(points));
  const upper = Math.min(roundHalfToEven((slopes.length + spread) / 2), slopes.length - 1);
  const lower = Math.max(roundHalfToEven((slopes.length - spread) / 2) - 1, 0);
  return {
    slope,
    intercept: median(points.map((point) => point.value)) - slope * median(points.map((point) => point.year)),
    interval: { low: slopes[lower] ?? slope, high: slopes[upper] ?? slope },
  };
}

function pairSlopes(points: readonly Point[]): number[] {
  const slopes = points.flatMap((earlier, i) =>
    points.slice(i + 1).map((later) => (later.value - earlier.value) / (later.year - earlier.year)),
  );
  return slopes.sort((a, b) => a - b);
}

/** Variance of the score under no trend; every run of equal values makes it smaller. */
function scoreVariance(points: readonly Point[]): number {
  const ties = new Map<number, number>();
  for (const { value } of points) ties.set(value, (ties.get(value) ?? 0) + 1);
  const part = (n: number) => n * (n - 1) * (2 * n + 5);
  return (part(points.length) - [...ties.values()].reduce((total, count) => total + part(count), 0)) / 18;
}

/** As the reference implementation rounds the ranks of the bounds. */
function roundHalfToEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
