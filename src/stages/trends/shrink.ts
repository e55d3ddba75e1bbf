/** Means of thin groups, drawn toward the mean of all groups: normal-normal empirical Bayes with DerSimonian and Laird's variance between groups. */

import { sum } from '../../core/statistics.ts';
import type { Moments } from './moments.ts';

/** What is needed of a group. */
type Measured = Pick<Moments, 'count' | 'mean' | 'deviation'>;

/** Fewer groups than this say nothing about how much groups differ. */
export const FEWEST_TO_SHRINK = 3;

/**
 * The shrunk means in the order given; null for all where there are fewer than three groups, or no group of two from which the spread within could be known.
 * https://doi.org/10.1016/0197-2456(86)90046-2
 */
export function shrinkMeans(groups: readonly Measured[]): readonly (number | null)[] {
  const within = pooledVariance(groups);
  if (groups.length < FEWEST_TO_SHRINK || within === null) return groups.map(() => null);
  if (within === 0) return groups.map((group) => group.mean);
  const errors = groups.map((group) => within / group.count);
  const between = varianceBetween(groups, errors);
  const centre = weightedMean(
    groups,
    errors.map((error) => 1 / (between + error)),
  );
  return groups.map((group, i) => {
    const kept = between / (between + (errors[i] ?? 0));
    return kept * group.mean + (1 - kept) * centre;
  });
}

/** Variance within groups, pooled over all of them, so that a group of one can be weighed too. */
function pooledVariance(groups: readonly Measured[]): number | null {
  const freedom = sum(groups.map((group) => group.count - 1));
  if (freedom === 0) return null;
  return sum(groups.map((group) => (group.count - 1) * (group.deviation ?? 0) ** 2)) / freedom;
}

/** DerSimonian and Laird's moment estimate, never below zero. */
function varianceBetween(groups: readonly Measured[], errors: readonly number[]): number {
  const weights = errors.map((error) => 1 / error);
  const centre = weightedMean(groups, weights);
  const scatter = sum(groups.map((group, i) => (weights[i] ?? 0) * (group.mean - centre) ** 2));
  const total = sum([...weights]);
  const squares = sum(weights.map((weight) => weight ** 2));
  return Math.max(0, (scatter - (groups.length - 1)) / (total - squares / total));
}

function weightedMean(groups: readonly Measured[], weights: readonly number[]): number {
  return sum(groups.map((group, i) => group.mean * (weights[i] ?? 0))) / sum([...weights]);
}
