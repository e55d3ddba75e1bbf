/** The rules that change a term's weight, in order; each sees what the earlier ones did. */
import type { Shift, Token } from '../model.ts';
import type { Found, Scene } from './scene.ts';

/** One rule: the shifts that it adds to a bearer of weight, given its value so far. */
export interface ShiftRule {
  readonly id: string;
  shifts(found: Found, value: number, scene: Scene): readonly Shift[];
}

/** A negator reaches this many words forward inside its clause. */
const NEGATION_REACH = 8;
/** A reverser reaches this many words forward. */
const REVERSER_REACH = 10;
/** An intensifier or diminisher stands at most this many words away. */
const INTENSITY_REACH = 3;
/** A negated evil is a smaller good than a negated good is an evil. */
const NEGATED_EVIL = -0.5;

/** Reversal, then negation (which looks at the sign that is left), then strength, then the clause's mood. */
export const SHIFT_RULES: readonly ShiftRule[] = [
  { id: 'reversal', shifts: reversal },
  { id: 'negation', shifts: negation },
  { id: 'intensity', shifts: intensity },
  { id: 'mood', shifts: mood },
];

/** Every shift on a term, in the order of the rules. */
export function shiftsOn(found: Found, scene: Scene): readonly Shift[] {
  let value = found.term.weight;
  const all: Shift[] = [];
  for (const rule of SHIFT_RULES) {
    for (const shift of rule.shifts(found, value, scene)) {
      all.push(shift);
      value *= shift.factor;
    }
  }
  return all;
}

/** "lift sanctions", "suspend the treaty": the nearest bearer after the reverser, or before it for "patience is running out". */
function reversal(found: Found, _value: number, scene: Scene): readonly Shift[] {
  return scene.modifiers
    .filter((modifier) => modifier.term.class === 'reverser' && nearestBearer(modifier, scene) === found)
    .map((modifier) => shift('reverser', modifier, modifier.term.weight, scene));
}

function nearestBearer(modifier: Found, scene: Scene): Found | null {
  const { scope } = modifier.term;
  const after = scene.bearers.find((bearer) => bearer.first > modifier.last);
  const before = scene.bearers.findLast((bearer) => bearer.last < modifier.first);
  const isNear = (bearer: Found | undefined): boolean =>
    bearer !== undefined && bearer.clause === modifier.clause && Math.abs(bearer.first - modifier.first) <= REVERSER_REACH;
  if (scope !== 'back' && isNear(after)) return after ?? null;
  if ((scope === 'back' || scope === 'both') && isNear(before)) return before ?? null;
  return null;
}

/** An odd number of negators before the term in its clause; what is good turns bad, what is bad turns half good. */
function negation(found: Found, value: number, scene: Scene): readonly Shift[] {
  const negators = scene.modifiers.filter(
    (modifier) =>
      modifier.term.class === 'negator' &&
      modifier.clause === found.clause &&
      found.first - modifier.last <= NEGATION_REACH &&
      found.first > modifier.last,
  );
  let current = value;
  return negators.map((negator) => {
    const factor = current > 0 ? -1 : NEGATED_EVIL;
    current *= factor;
    return shift('negation', negator, factor, scene);
  });
}

function intensity(found: Found, _value: number, scene: Scene): readonly Shift[] {
  return scene.modifiers
    .filter(({ term, first, last, clause }) => {
      if (term.class !== 'intensifier' && term.class !== 'diminisher') return false;
      const distance = last < found.first ? found.first - last : first - found.last;
      return clause === found.clause && distance <= INTENSITY_REACH;
    })
    .map((modifier) => shift(modifier.term.class, modifier, modifier.term.weight, scene));
}

/** Hedges, conditions and questions weaken the whole clause that they stand in. */
function mood(found: Found, _value: number, scene: Scene): readonly Shift[] {
  return scene.modifiers
    .filter(({ term, clause }) => ['hedge', 'condition', 'question', 'contrast'].includes(term.class) && clause === found.clause)
    .map((modifier) => shift(modifier.term.class, modifier, modifier.term.weight, scene));
}

function shift(kind: string, by: Found, factor: number, scene: Scene): Shift {
  const first = scene.reading.tokens[by.first] as Token;
  const last = scene.reading.tokens[by.last] as Token;
  return { kind, word: scene.reading.text.slice(first.start, last.end), factor };
}
