/** "No dialogue", "not enemies", "failed to agree", "neither a triumph nor a disaster". */
import type { Token } from '../../core/model/reading.ts';
import type { Shift } from '../../core/model/tone.ts';
import { countBelow } from '../../core/ordered.ts';
import type { Found } from './found.ts';
import { isForbidden, isRestraint } from './prohibition.ts';
import { isBehindDenied, isRaised, isShown, isUndone } from './raising.ts';
import { deniesReversalOf, isActingVerb } from './reversal.ts';
import type { Scene } from './scene.ts';
import { modifiersNear, NO_SHIFT, type ShiftRule, shiftBy } from './shift.ts';

/** A negator reaches this many tokens forward inside its clause. */
const REACH = 10;
/** Within this many tokens a negator surely means the term; further on, it may mean another word of the clause, unless it denies the clause as a whole. */
const NEAR = 4;
/** Weight from which on a negator denies more than a possibility. */
const FULL = -0.7;
/** Two negators this close act on each other ("never failed to"). */
const PAIR_REACH = 3;
/** "Nobody wants", "no reason why", "never said that". */
const WHOLE_CLAUSE: ReadonlySet<string> = new Set(['nobody', 'no one', 'none', 'nothing', 'neither', 'nor']);

/** What is left of a good and of an evil that is denied. */
interface Denial {
  readonly good: number;
  readonly evil: number;
}

/** "No dialogue", "no sanctions": a thing that is not there turns. */
const ABSENT: Denial = { good: -1, evil: -0.9 };
/** "Not helpful", "not bad": qualities have degrees, so what is not bad may still lie between (Taboada et al. 2011 shift it). */
const DENIED_QUALITY: Denial = { good: -0.9, evil: -0.35 };
/** "Not an enemy": what somebody is called he is or is not. */
const DENIED_NAME: Denial = { good: -0.9, evil: -0.9 };
/** A denied deed ("did not threaten") is taken back and no more, for it is denied where it was feared or blamed. */
const DENIED_DEED: Denial = { good: -0.9, evil: -0.1 };
/** "No interference", "not a provocation": so is a deed that is called by its noun, nearly. */
const DENIED_WRONG: Denial = { good: -0.9, evil: -0.3 };
/** "Never refused": who did not refuse gave. */
const DENIED_REFUSAL: Denial = { good: -0.9, evil: -0.4 };
/** "There were no talks", "we have held no meeting": that something did not take place is reported. */
const NO_CONTACT: Denial = { good: 0, evil: 0 };
/** "You must not attack", "nobody may interfere": what is forbidden is feared or has happened, and stays a charge. */
const FORBIDDEN: Denial = { good: -0.9, evil: 0.3 };
/** "We should not provoke Russia": who will not have it done to the other side speaks for it. */
const RESTRAINT: Denial = { good: -0.9, evil: -0.6 };
/** What stands far from its negator. */
const FAR_THING: Denial = { good: -0.7, evil: -0.5 };
const FAR_WORD: Denial = { good: 0.2, evil: 0.3 };
/** "Does not address their crimes", "will not win this war": what another word of the clause is denied for is there, and is hardly spoken of. */
const BESIDE: Denial = { good: -0.7, evil: 0.3 };
/** "No sign that they want peace", "not seen them take a step": who looks for a good and does not find it complains. */
const UNSHOWN: Denial = { good: -1.2, evil: -0.15 };
/** The denial of a denial. */
const BACK_AGAIN = -0.9;

/** Each negator of the term's clause turns the sign that is left; "neither … nor" counts once, what affirms (weight above 0) not at all. */
export const negation: ShiftRule = {
  id: 'negation',
  shifts(found, value, scene) {
    const near = modifiersNear(found, scene, 'negator');
    if (near.length === 0) return NO_SHIFT;
    const reaching = near.filter(
      (each) =>
        each.term.weight < 0 &&
        !(each.term.turnsGoodOnly && value < 0) &&
        reaches(each, found, scene) &&
        !isSecondOfPair(each, near) &&
        !isUndone(each, scene),
    );
    const acting = reaching.some(isFull) ? reaching.filter(isFull) : reaching;
    const shifts: Shift[] = [];
    let current = value;
    for (const negator of acting.filter((each) => !isCutOff(each, found, { acting, scene })).toReversed()) {
      const strength = Math.min(1, -negator.term.weight);
      const first = isHalfOfPair(negator, found, { near, scene }) ? 0 : denialOf(negator, found, scene)[current > 0 ? 'good' : 'evil'];
      const isBackAgain = first !== 0 && (shifts.length > 0 || (found.term.weight > 0 && value < 0));
      const factor = isBackAgain ? BACK_AGAIN * strength : first * strength;
      current *= factor;
      shifts.push(shiftBy(negator, factor, scene));
    }
    return shifts;
  },
};

/** "There was a time when they could have agreed": what is denied in full is not denied again by a "could have". */
function isFull({ term }: Found): boolean {
  return term.weight <= FULL;
}

function denialOf(negator: Found, found: Found, scene: Scene): Denial {
  const { term, first, last } = found;
  if (negator.term.isEvidence && isShown(negator, found, scene)) return UNSHOWN;
  const isWhole = negator.last > negator.first || WHOLE_CLAUSE.has(negator.term.pattern);
  const isNear = isWhole || (first - negator.last <= NEAR && negator.first - last <= NEAR);
  if (term.isContact && isPlainReport(negator, found, scene)) return NO_CONTACT;
  if (term.weight < 0 && PLAIN.has(negator.term.pattern) && isRestraint(negator, found, scene)) return RESTRAINT;
  if (term.weight < 0 && !isDeniedItself(negator, found, scene)) return BESIDE;
  if (term.weight < 0 && PLAIN.has(negator.term.pattern) && isForbidden(negator, found, scene)) return FORBIDDEN;
  if (term.class === 'object') return isNear ? (term.isDeed ? DENIED_WRONG : ABSENT) : FAR_THING;
  if (!isNear) return isPredicateNoun(found, scene) ? DENIED_NAME : FAR_WORD;
  if (isActingVerb(found, scene)) return DENIED_REFUSAL;
  if (isPredicateNoun(found, scene)) return DENIED_NAME;
  return scene.reading.tokens[first]?.pos === 'VERB' && !isWhole ? DENIED_DEED : DENIED_QUALITY;
}

/** Verbs whose object is not there when they are denied: having, making, wanting, seeing, being called. */
const VERBS_OF_BEING: ReadonlySet<string> = new Set(
  `be become remain have get make create cause pose constitute represent hold conduct impose do want wish need seek intend plan look see consider regard view
  call think feel let allow go provoke start begin wage launch introduce use mean lead find harbor bear pursue support expect`.split(/\s+/),
);

/** True where the negator denies the evil itself: "no war", "is not hostile", "do not want a war"; not where another verb or a preposition stands between. */
function isDeniedItself(negator: Found, { first }: Found, { reading: { tokens } }: Scene): boolean {
  if (tokens[first]?.pos === 'VERB') return true;
  for (let i = first - 1; i > negator.last; i--) {
    const { pos, lemma } = tokens[i] as Token;
    if (pos === 'VERB' || pos === 'AUX') return VERBS_OF_BEING.has(lemma);
    if (pos === 'ADP' && !IDENTIFYING.has(lemma)) return false;
  }
  return true;
}

/** "Not seen as a threat", "not one of our enemies", "no desire for a war". */
const IDENTIFYING: ReadonlySet<string> = new Set(['as', 'of', 'for', 'to', 'in']);

/** Words that deny and say nothing else; who "failed to" or "refused" did something. */
const PLAIN: ReadonlySet<string> = new Set(['not', 'no', 'never', 'none', 'nobody', 'no one', 'nothing', 'neither', 'nor']);
/** Tokens of a clause that are looked at on each side of the contact. */
const LONGEST_REPORT = 60;
const PAST: ReadonlySet<string> = new Set(['was', 'were', 'been', 'had', 'has', 'have', "'ve", 'did']);
const MODALS: ReadonlySet<string> = new Set("will would shall should can could must may might 'll wo ca".split(' '));

/** Whether the clause of a denied contact looks back ("were", "have held", "did"), with no word of will or duty, which would make a refusal of it. */
function isPlainReport({ term, clause }: Found, found: Found, { clauses, reading: { tokens } }: Scene): boolean {
  if (!PLAIN.has(term.pattern)) return false;
  const isInside = (i: number): boolean => clauses[i] === clause || clauses[i] === found.clause;
  const [from, to] = [Math.max(0, found.first - LONGEST_REPORT), Math.min(tokens.length, found.first + LONGEST_REPORT)];
  let first = found.first;
  while (first > from && isInside(first - 1)) first -= 1;
  let isPast = false;
  for (let i = first; i < to && isInside(i); i++) {
    const { lower } = tokens[i] as Token;
    if (MODALS.has(lower)) return false;
    isPast ||= PAST.has(lower);
  }
  return isPast;
}

/** "Is not our enemy", "do not regard them as enemies": a noun shortly behind "as" or a form of "be" in its clause, no other preposition between. */
function isPredicateNoun({ first, clause }: Found, { clauses, reading: { tokens } }: Scene): boolean {
  if (tokens[first]?.pos !== 'NOUN') return false;
  for (let i = first - 1; i >= first - NEAR && clauses[i] === clause; i--) {
    const { lemma, pos } = tokens[i] as Token;
    if (lemma === 'as') return true;
    if (pos === 'ADP') return false;
    if (lemma === 'be') return tokens[i - 1]?.lemma !== 'there';
  }
  return false;
}

function reaches(negator: Found, found: Found, scene: Scene): boolean {
  const { clause, lastClause, first, last, term } = negator;
  if (deniesReversalOf(negator, found, scene)) return true;
  if (term.scope === 'back')
    return (found.clause === clause || found.clause === clause - 1) && first > found.last && first - found.last <= REACH;
  if (found.clause < clause || found.clause > lastClause) return found.clause === lastClause + 1 && isRaised(found, negator, scene);
  if (isBehindDenied(negator, found, scene)) return false;
  if (first < found.first) return found.first - last <= REACH && !isQuotedApart(last, found.first, scene);
  return term.scope === 'both' && first - found.last <= REACH;
}

/** "It 'will not work,' he said, 'under pressure'": a mark and the quotation mark behind it end what is denied. */
function isQuotedApart(from: number, to: number, { reading: { tokens } }: Scene): boolean {
  for (let i = from + 1; i < to - 1; i++) {
    const [mark, next] = [tokens[i] as Token, tokens[i + 1] as Token];
    if (ENDS_QUOTED.test(mark.text) && CLOSING.test(next.text) && mark.end === next.start) return true;
  }
  return false;
}

const ENDS_QUOTED = /^[,.!?]$/;
const CLOSING = /^["”’'»]$/;

/** "Not an enemy, not a threat": the first denies its own word only; "never failed to" acts on what comes next. */
function isCutOff(negator: Found, found: Found, { acting, scene }: { acting: readonly Found[]; scene: Scene }): boolean {
  const next = acting.find((other) => other.first > negator.last && other.last < found.first);
  if (next === undefined || negator.term.pattern === 'neither') return false;
  if (next.clause !== negator.clause) return false;
  const between = scene.reading.tokens.slice(negator.last + 1, next.first);
  // "No reason why you and I cannot agree": what denies a whole clause reaches over its subject.
  if (negator.last > negator.first) return between.some(({ pos }) => pos === 'PUNCT');
  return between.length > PAIR_REACH || between.some(({ pos }) => pos === 'PUNCT' || pos === 'CCONJ');
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
  const other = scene.bearers[countBelow(scene.bearers, nor.last + 1, ({ first }) => first)];
  return other === undefined || other.first - nor.last > NEAR || other.term.weight * found.term.weight < 0;
}
