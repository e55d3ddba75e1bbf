/** One article's statements without those that two finders found at the same place. */
import type { Utterance } from '../../core/model/statements.ts';
import { wordingKey } from './merge.ts';

/** Each wording at each place once; of two readings of it the one that names a speaker. */
export function distinctUtterances(utterances: readonly Utterance[]): readonly Utterance[] {
  const startOf = ({ appearance }: Utterance): number | undefined => appearance.spans[0]?.[0];
  // In most articles no two begin at one place, and nothing has to be compared.
  if (new Set(utterances.map(startOf)).size === utterances.length) return utterances;
  const placeOf = (utterance: Utterance): string => `${startOf(utterance)} ${wordingKey(utterance)}`;
  const named = new Set(utterances.filter((utterance) => utterance.speaker !== null).map(placeOf));
  const seen = new Set<string>();
  return utterances.filter((utterance) => {
    const place = placeOf(utterance);
    if (utterance.speaker === null && named.has(place)) return false;
    const one = `${place} ${utterance.speaker?.id}`;
    return !seen.has(one) && seen.add(one);
  });
}
