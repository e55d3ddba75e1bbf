/** Mean, median and deviation from the exact integer sums of a group. */
import type { Group } from '../../core/model.ts';

const MILLION = 1e6;

/** What the sums of a group say about its tone, in [-1, 1]. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Sample standard deviation; null for a single observation. */
  readonly deviation: number | null;
}

/** Mean tone; null where nothing is relevant. */
export function groupMean({ relevant, toneSum }: Pick<Group, 'relevant' | 'toneSum'>): number | null {
  return relevant === 0 ? null : Number(toneSum) / relevant / MILLION;
}

/** Mean and sample deviation of the tone; null where nothing is relevant. n Σx² − (Σx)² is taken in whole numbers, so nothing cancels. */
export function groupMoments(group: Group): Moments | null {
  const count = group.relevant;
  const mean = groupMean(group);
  if (mean === null) return null;
  const scatter = BigInt(count) * group.toneSquares - group.toneSum * group.toneSum;
  return {
    count,
    mean,
    deviation: count < 2 ? null : Math.sqrt(Number(scatter) / count / (count - 1)) / MILLION,
  };
}

/** Median of the tone; null where nothing is relevant. */
export function groupMedian(group: Group): number | null {
  return group.toneMedianDoubled === null ? null : Number(group.toneMedianDoubled) / 2 / MILLION;
}

/** Mean general sentiment of the same statements; null where nothing is relevant. */
export function groupSentiment(group: Group): number | null {
  return group.relevant === 0 ? null : Number(group.sentimentSum) / group.relevant / MILLION;
}
