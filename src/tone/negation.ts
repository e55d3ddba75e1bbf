/** "No dialogue", "not enemies", "neither a breakthrough nor a collapse". */
import type { Shift } from '../model.ts';
import type { Found, Scene } from './scene.ts';
import { modifiersNear, NO_SHIFT, type ShiftRule, shiftBy } from './shift.ts';

/** A negator reaches this many tokens forward inside its clause. */
const REACH = 10;
/** A denial that is a term of its own reaches only its neighbour. */
const DENIAL_REACH = 2;
/** The absence of a good is bad … */
const NEGATED_GOOD = -1;
/** … the absence of an evil is half a good. */
const NEGATED_EVIL = -0.5;

/** Each negator before the term in its clause turns the sign that is left; "neither … nor" counts once, "not only" (weight above 0) not at all. */
export const negation: ShiftRule = {
  id: 'negation',
  shifts(found, value, scene) {
    if (found.isName) return NO_SHIFT;
    const negators = modifiersNear(found, scene, 'negator');
    const near = scene.denials.length === 0 ? negators : [...negators, ...denialsNear(found, scene)];
    if (near.length === 0) return NO_SHIFT;
    const shifts: Shift[] = [];
    let current = value;
    for (const negator of near.filter((each) => reaches(each, found) && !isSecondOfPair(each, near))) {
      const strength = negator.term.isDenial ? 1 : -negator.term.weight;
      if (strength <= 0) continue;
      const factor = (current > 0 ? NEGATED_GOOD : NEGATED_EVIL) * Math.min(1, strength);
      current *= factor;
      shifts.push(shiftBy(negator, factor, scene));
    }
    return shifts;
  },
};

/** Two words of a denial that is a term of its own ("never worked") still deny what follows at once. */
function denialsNear(found: Found, scene: Scene): readonly Found[] {
  return scene.denials.filter(({ clause, last }) => clause === found.clause && last < found.first && found.first - last <= DENIAL_REACH);
}

function reaches({ clause, lastClause, first, last, term }: Found, found: Found): boolean {
  if (found.clause < clause || found.clause > lastClause) return false;
  if (last < found.first) return term.scope !== 'back' && found.first - last <= REACH;
  return (term.scope === 'back' || term.scope === 'both') && first - found.last <= REACH;
}

/** "Neither a breakthrough nor a collapse" denies each once. */
function isSecondOfPair(negator: Found, near: readonly Found[]): boolean {
  if (negator.term.pattern !== 'nor') return false;
  return near.some((other) => other.term.pattern !== 'nor' && other.clause === negator.clause && other.last < negator.first);
}
