/** "No dialogue", "not enemies", "neither a triumph nor a disaster". */
import type { Shift } from '../../core/model.ts';
import type { Found, Scene } from './scene.ts';
import { modifiersNear, NO_SHIFT, type ShiftRule, shiftBy } from './shift.ts';

/** A negator reaches this many tokens forward inside its clause. */
const REACH = 10;
/** A denial that is a term of its own reaches only its neighbour. */
const DENIAL_REACH = 2;
/** Within this many tokens a negator surely means the term; further on, it may mean another word of the clause, unless it denies the clause as a whole. */
const NEAR = 3;
/** "Nobody wants", "no reason why", "never said that". */
const WHOLE_CLAUSE: ReadonlySet<string> = new Set(['nobody', 'none', 'nothing', 'neither', 'nor']);
/** "No dialogue", "no sanctions": a thing that is not there turns, an evil by half. */
const ABSENT = { good: -1, evil: -0.5 };
/** "Not helpful", "not an enemy": a denied quality turns by half … */
const DENIED_QUALITY = { good: -0.6, evil: -0.5 };
/** … a denied deed ("did not threaten", "should not bully") is mostly taken back, for it is denied where it was feared or blamed. */
const DENIED_DEED = { good: -0.6, evil: 0.1 };
/** What stands far from its negator. */
const FAR_THING = { good: -0.7, evil: -0.5 };
const FAR_WORD = { good: 0.2, evil: 0.3 };

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
    for (const negator of near.filter((each) => reaches(each, found, scene) && !isSecondOfPair(each, near))) {
      const strength = negator.term.isDenial ? 1 : -negator.term.weight;
      if (strength <= 0) continue;
      const factor = isHalfOfPair(negator, found, { near, scene })
        ? 0
        : denialOf(negator, found, scene)[current > 0 ? 'good' : 'evil'] * Math.min(1, strength);
      current *= factor;
      shifts.push(shiftBy(negator, factor, scene));
    }
    return shifts;
  },
};

/** "Neither side thinks that it gains": who denies thinking so denies what is thought. */
const OPINIONS: ReadonlySet<string> = new Set(['think', 'believe', 'want', 'expect', 'suppose', 'feel', 'claim', 'say']);

function isRaised(found: Found, clause: number, { reading: { tokens }, clauses }: Scene): boolean {
  let i = found.first;
  while (i > 0 && clauses[i - 1] === found.clause) i -= 1;
  return tokens[i]?.lemma === 'that' && clauses[i - 1] === clause && OPINIONS.has(tokens[i - 1]?.lemma ?? '');
}

interface Denial {
  readonly good: number;
  readonly evil: number;
}

function denialOf(negator: Found, { term, first, last }: Found, { reading }: Scene): Denial {
  const isWhole = negator.last > negator.first || WHOLE_CLAUSE.has(negator.term.pattern);
  const isNear = isWhole || (first - negator.last <= NEAR && negator.first - last <= NEAR);
  if (term.class === 'object') return isNear ? ABSENT : FAR_THING;
  if (!isNear) return FAR_WORD;
  return reading.tokens[first]?.pos === 'VERB' && !isWhole ? DENIED_DEED : DENIED_QUALITY;
}

/** Two words of a denial that is a term of its own ("never worked") still deny what follows at once. */
function denialsNear(found: Found, scene: Scene): readonly Found[] {
  return scene.denials.filter(({ clause, last }) => clause === found.clause && last < found.first && found.first - last <= DENIAL_REACH);
}

function reaches({ clause, lastClause, first, last, term }: Found, found: Found, scene: Scene): boolean {
  if (found.clause < clause || found.clause > lastClause) return found.clause === clause + 1 && isRaised(found, clause, scene);
  if (last < found.first) return term.scope !== 'back' && found.first - last <= REACH;
  return (term.scope === 'back' || term.scope === 'both') && first - found.last <= REACH;
}

/** "Neither a triumph nor a disaster" denies each once. */
function isSecondOfPair(negator: Found, near: readonly Found[]): boolean {
  if (negator.term.pattern !== 'nor') return false;
  return near.some((other) => other.term.pattern !== 'nor' && other.clause === negator.clause && other.last < negator.first);
}

/** "Neither a triumph nor a disaster" is the middle between them: of opposites the first half says nothing. */
function isHalfOfPair(negator: Found, found: Found, { near, scene }: { near: readonly Found[]; scene: Scene }): boolean {
  if (negator.term.pattern !== 'neither') return false;
  const nor = near.find(({ term, first }) => term.pattern === 'nor' && first > found.last);
  if (!nor) return false;
  const other = scene.bearers.find(({ first }) => first > nor.last && first - nor.last <= NEAR);
  return other === undefined || other.term.prior * found.term.prior < 0;
}
