/** Where a tone stops being neutral. */
import type { ToneLabel } from './model.ts';

/** A tone within ±NEUTRAL_BAND, in [-1, 1], is neutral. */
export const NEUTRAL_BAND = 0.2;

/** The label of a tone in [-1, 1]. */
export function labelOf(tone: number): ToneLabel {
  if (Math.abs(tone) < NEUTRAL_BAND) return 'neutral';
  return tone > 0 ? 'positive' : 'negative';
}
