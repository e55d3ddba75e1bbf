/** "Very productive", "somewhat helpful": neighbours that strengthen or weaken one term. */
import type { Found } from './found.ts';
import { modifiersNear, NO_SHIFT, type ShiftRule, shiftBy } from './shift.ts';

/** It stands at most this many tokens away. */
const REACH = 3;

/** Neighbours in the same clause, before the term or (by the row's scope) after it. */
export const strength: ShiftRule = {
  id: 'strength',
  shifts(found, _value, scene) {
    const near = modifiersNear(found, scene, 'strength');
    if (near.length === 0) return NO_SHIFT;
    return near.filter((modifier) => isNeighbour(modifier, found)).map((modifier) => shiftBy(modifier, modifier.term.weight, scene));
  },
};

function isNeighbour({ clause, first, last, term }: Found, found: Found): boolean {
  if (clause !== found.clause) return false;
  if (last < found.first) return term.scope !== 'back' && found.first - last <= REACH;
  return (term.scope === 'back' || term.scope === 'both') && first - found.last <= REACH;
}
