/** "Lift sanctions", "suspend the treaty", "patience is running out": what is done away with changes its sign. */
import type { Token } from '../model.ts';
import type { Found, Scene } from './scene.ts';
import { modifiersNear, NO_SHIFT, type ShiftRule, shiftBy } from './shift.ts';

const REVERSERS: ReadonlySet<string> = new Set(['reverser']);

/** A reverser reaches this many tokens. */
const REACH = 9;

/** A reverser turns the nearest term only; two reversers on one term ("stop blocking talks") cancel. */
export const reversal: ShiftRule = {
  id: 'reversal',
  shifts(found, _value, scene) {
    const reversers = modifiersNear(found, scene, REVERSERS);
    if (reversers.length === 0) return NO_SHIFT;
    return reversers
      .filter((reverser) => targetOf(reverser, scene) === found)
      .map((reverser) => shiftBy(reverser, reverser.term.weight, scene));
  },
};

/** The term that a reverser turns: the nearest in its direction, with no finite verb between. */
function targetOf(reverser: Found, scene: Scene): Found | null {
  const { scope } = reverser.term;
  const near = scene.bearers.filter(({ sentence, clause }) => sentence === reverser.sentence && Math.abs(clause - reverser.clause) <= 1);
  const after = near.find(({ first }) => first > reverser.last);
  const before = near.findLast(({ last }) => last < reverser.first);
  if (scope !== 'back' && after && after.first - reverser.last <= REACH && !hasFiniteVerb(scene, reverser.last + 1, after.first))
    return after;
  if ((scope === 'back' || scope === 'both') && before && before.clause === reverser.clause && reverser.first - before.last <= REACH)
    return before;
  return null;
}

/** An auxiliary begins a new statement ("prevent nuclear war | is the common task"); after "to" it does not. */
function hasFiniteVerb({ reading }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { pos, text } = reading.tokens[i] as Token;
    if (text === ';' || text === ':' || text === '—') return true;
    if (pos === 'AUX' && reading.tokens[i - 1]?.lemma !== 'to') return true;
  }
  return false;
}
