/** Where a tone stops being neutral: the one place that scores, corrections, charts and sentences take it from. */
import type { ToneLabel } from './model/tone.ts';

/** A tone in [-1, 1] is negative from here down … */
export const NEGATIVE_FROM = -0.1;
/** … and from here up positive: courtesies are common, so a good word in passing is not enough. */
export const POSITIVE_FROM = 0.2;

/** The label of a tone in [-1, 1]. */
export function labelOf(tone: number): ToneLabel {
  if (tone >= POSITIVE_FROM) return 'positive';
  return tone <= NEGATIVE_FROM ? 'negative' : 'neutral';
}
