/** Where a series changes its level: exact least-squares segmentation, the number of levels chosen by BIC. */

import { linearRegression, linearRegressionLine, sum } from '../../core/statistics.ts';
import type { Point } from './slope.ts';

/** A level lasts at least this many points. */
export const SHORTEST_LEVEL = 3;

/** Residuals smaller than the resolution of a tone are no better than this. */
const SMALLEST_VARIANCE = 1e-12;

interface Segmentation {
  readonly residual: number;
  /** Index of the first point of every level but the first. */
  readonly starts: readonly number[];
}

/** First years of the levels after the first one; none where one level, or a straight line, explains the series best. Cost: n² per level. */
export function changeYears(points: readonly Point[]): readonly number[] {
  const n = points.length;
  const residual = segmentResiduals(points.map((point) => point.value));
  let best: Segmentation = { residual: residual(0, n), starts: [] };
  let row: readonly (Segmentation | null)[] = points.map((_, i) =>
    i + 1 < SHORTEST_LEVEL ? null : { residual: residual(0, i + 1), starts: [] },
  );
  for (let levels = 2; levels * SHORTEST_LEVEL <= n; levels++) {
    row = addLevel(row, residual);
    const candidate = row[n - 1];
    if (candidate && criterion(candidate, n) < criterion(best, n)) best = candidate;
  }
  if (best.starts.length > 0 && lineCriterion(points) < criterion(best, n)) return [];
  return best.starts.map((start) => points[start]?.year ?? Number.NaN);
}

/** The best segmentations of every beginning of the series with one level more. row[i] covers points 0..i. */
function addLevel(row: readonly (Segmentation | null)[], residual: (from: number, to: number) => number): readonly (Segmentation | null)[] {
  return row.map((_, i) => {
    let best: Segmentation | null = null;
    for (let start = SHORTEST_LEVEL; start + SHORTEST_LEVEL <= i + 1; start++) {
      const before = row[start - 1];
      if (!before) continue;
      const total = before.residual + residual(start, i + 1);
      if (best === null || total < best.residual) best = { residual: total, starts: [...before.starts, start] };
    }
    return best;
  });
}

/** BIC: every change costs a level, a place, and (as in Zhang and Siegmund 2007) half a parameter more, which keeps noise from looking like change. */
function criterion({ residual, starts }: Segmentation, n: number): number {
  return n * Math.log(Math.max(residual / n, SMALLEST_VARIANCE)) + PARAMETERS_PER_CHANGE * starts.length * Math.log(n);
}

const PARAMETERS_PER_CHANGE = 3;

/** The same for a straight line, which costs one parameter more than a level: a steady fall is no flight of stairs. */
function lineCriterion(points: readonly Point[]): number {
  const n = points.length;
  const line = linearRegressionLine(linearRegression(points.map(({ year, value }) => [year, value])));
  const residual = sum(points.map(({ year, value }) => (value - line(year)) ** 2));
  return n * Math.log(Math.max(residual / n, SMALLEST_VARIANCE)) + Math.log(n);
}

/** Sum of squared distances from the mean of points from..to-1, by running sums. */
function segmentResiduals(values: readonly number[]): (from: number, to: number) => number {
  const sums = [0];
  const squares = [0];
  for (const [i, value] of values.entries()) {
    sums.push((sums[i] ?? 0) + value);
    squares.push((squares[i] ?? 0) + value * value);
  }
  const between = (list: readonly number[], from: number, to: number) => (list[to] ?? 0) - (list[from] ?? 0);
  return (from, to) => Math.max(0, between(squares, from, to) - between(sums, from, to) ** 2 / (to - from));
}
