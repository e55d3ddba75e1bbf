/** Mean, median and deviation from the exact integer sums of a group. */
import type { Group } from '../../core/model/groups.ts';

const MILLION = 1e6;

/** What the sums of a group say about its tone, in [-1, 1]. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Sample standard deviation; null for a single observation. */
  readonly deviation: number | null;
  /** Articles that the statements are from. */
  readonly articles: number;
  /** Squared standard error of the mean, clustered by article; null for fewer than two articles. */
  readonly squaredError: number | null;
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
    articles: group.citedArticles,
    squaredError: clusteredError(group),
  };
}

/**
 * What statements of one article share counts once: distances from the mean are summed within each article before they are squared (Liang and Zeger 1986,
 * https://doi.org/10.1093/biomet/73.1.13), times articles / (articles − 1). With x = tone sum, k = count of an article and S, n those of the group,
 * Σ (x − kS/n)² · n² is taken in whole numbers.
 */
function clusteredError({ relevant, toneSum, citedArticles, articleCounts, articleProducts, articleSquares }: Group): number | null {
  if (citedArticles < 2) return null;
  const n = BigInt(relevant);
  const scatter = n * n * articleSquares - 2n * n * toneSum * articleProducts + toneSum * toneSum * articleCounts;
  return ((citedArticles / (citedArticles - 1)) * Number(scatter)) / relevant ** 4 / MILLION ** 2;
}

/** Median of the tone; null where nothing is relevant. */
export function groupMedian(group: Group): number | null {
  return group.toneMedianDoubled === null ? null : Number(group.toneMedianDoubled) / 2 / MILLION;
}

/** Mean general sentiment of the same statements; null where nothing is relevant. */
export function groupSentiment(group: Group): number | null {
  return group.relevant === 0 ? null : Number(group.sentimentSum) / group.relevant / MILLION;
}
