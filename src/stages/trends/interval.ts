/** 95 % intervals of a mean, a share and a difference of means. */

import { studentQuantile95, Z95 } from '../../core/distributions.ts';
import type { Change, Interval, Share } from '../../core/model/trends.ts';
import type { Moments } from './moments.ts';

/** From fewer articles a mean has no interval: with two it would nearly always be the whole scale. */
export const FEWEST_FOR_INTERVAL = 3;

const quantiles = Array.from({ length: 200 }, (_, freedom) => (freedom === 0 ? Number.NaN : studentQuantile95(freedom)));

function quantileOf(freedom: number): number {
  return quantiles[freedom] ?? studentQuantile95(freedom);
}

/** Student's t interval of a mean of statements that are clustered in articles, with a degree of freedom less than there are articles; not clipped. */
export function studentInterval({ articles, mean, squaredError }: Moments): Interval | null {
  if (articles < FEWEST_FOR_INTERVAL || squaredError === null) return null;
  const half = quantileOf(articles - 1) * Math.sqrt(squaredError);
  return { low: mean - half, high: mean + half };
}

/** The t interval of a mean tone: no farther than the scale goes, [-1, 1]. */
export function toneInterval(moments: Moments): Interval | null {
  const interval = studentInterval(moments);
  return interval && { low: Math.max(-1, interval.low), high: Math.min(1, interval.high) };
}

/** A share with its Wilson score interval, which holds for small numbers too: Wilson 1927, https://doi.org/10.1080/01621459.1927.10502953 */
export function wilsonShare(count: number, total: number): Share | null {
  if (total === 0) return null;
  const share = count / total;
  const shrink = 1 + (Z95 * Z95) / total;
  const centre = (share + (Z95 * Z95) / (2 * total)) / shrink;
  const half = (Z95 / shrink) * Math.sqrt((share * (1 - share)) / total + (Z95 * Z95) / (4 * total * total));
  return { share, low: count === 0 ? 0 : centre - half, high: count === total ? 1 : centre + half };
}

/** How much `later` lies above `earlier`, with Welch's interval, clustered by article, where both have three articles. */
export function meanChange(earlier: Moments, later: Moments): Change {
  const difference = later.mean - earlier.mean;
  if (Math.min(earlier.articles, later.articles) < FEWEST_FOR_INTERVAL) return { difference, interval: null };
  const [a, b] = [earlier.squaredError ?? 0, later.squaredError ?? 0];
  if (a + b === 0) return { difference, interval: { low: difference, high: difference } };
  const freedom = (a + b) ** 2 / (a ** 2 / (earlier.articles - 1) + b ** 2 / (later.articles - 1));
  const half = quantileOf(freedom) * Math.sqrt(a + b);
  return { difference, interval: { low: Math.max(-2, difference - half), high: Math.min(2, difference + half) } };
}
