/** "Lift sanctions", "suspend the treaty", "patience is running out": what is done away with changes its sign. */
import type { Token } from '../../core/model/reading.ts';
import type { Found } from './found.ts';
import type { Scene } from './scene.ts';
import { modifiersNear, NO_SHIFT, overlaps, type ShiftRule, shiftBy } from './shift.ts';
import { isDoneToOther } from './toward.ts';

/** A reverser reaches this many tokens. */
const REACH = 8;
/** A negator this close before a reverser denies it. */
const DENIAL_REACH = 3;
/** A reverser that only turns what stands before it ("… has evaporated") reaches over the rest of its subject. */
const REACH_BACK = 9;
/** What a reverser behind it turns has at least this weight … */
const WEIGHTY = 0.45;
/** … and where it turns only what stands before it, this one. */
const WEIGHTY_SUBJECT = 0.25;
/** Who judges an act ("talking to them makes no sense") may judge a small one. */
const WEIGHTY_ACT = 0.15;
/** Breaking off what is good weighs more than having it: talks are common, ending them is an act … */
const LOST_GOOD = 1.3;
/** … and so is removing what is bad. */
const REMOVED_EVIL = 0.8;
/** Who resists or ends a wrong ("stop this aggression", "counter their lies") speaks of it as one, though with less heat. */
const RESISTED_DEED = 0.5;

/** A reverser turns the nearest term and what hangs on it; two reversers on one term ("stop blocking talks") cancel. */
export const reversal: ShiftRule = {
  id: 'reversal',
  shifts(found, value, scene) {
    const reversers = modifiersNear(found, scene, 'reverser');
    if (reversers.length === 0) return NO_SHIFT;
    let current = value;
    return reversers
      .filter((reverser) => targetsOf(reverser, scene).includes(found))
      .map((reverser) => {
        const factor = factorOf(reverser, found, { value: current, scene });
        current *= factor;
        return shiftBy(reverser, factor, scene);
      });
  },
};

function factorOf({ term: { weight } }: Found, found: Found, { value, scene }: { value: number; scene: Scene }): number {
  if (weight >= 0) return weight;
  if (found.term.isDeed && !isDoneToOther(found, scene)) return RESISTED_DEED;
  return weight * (value > 0 ? LOST_GOOD : REMOVED_EVIL);
}

/** "Sanctions must not be lifted": a negator right before a reverser that stands behind the term takes the reversal back. */
export function deniesReversalOf(negator: Found, found: Found, scene: Scene): boolean {
  if (negator.first <= found.last) return false;
  return (scene.modifiers.reverser.get(found.sentence) ?? []).some(
    (reverser) =>
      reverser.first > negator.last &&
      reverser.first - negator.last <= DENIAL_REACH &&
      reverser.clause === negator.clause &&
      targetsOf(reverser, scene).includes(found),
  );
}

/** True for a verb that weighs by itself and is a reverser too: "reject", "cancel". */
export function isActingVerb(found: Found, scene: Scene): boolean {
  return (scene.modifiers.reverser.get(found.sentence) ?? []).some((reverser) => overlaps(reverser, found));
}

/**
 * True for a term whose words here act on another one and do not weigh beside it: "reject" in "reject the sanctions", "fail" in
 * "failed to agree", "doubt" in "no doubt". Who ends something good does both.
 */
export function isUsedUp(found: Found, scene: Scene): boolean {
  const { reverser, negator } = scene.modifiers;
  if (isPartOfLifted(found, scene)) return true;
  if (
    (reverser.get(found.sentence) ?? []).some((each) => overlaps(each, found) && !holds(found, each) && takesAwayEvil(each, found, scene))
  )
    return true;
  return (negator.get(found.sentence) ?? []).some(
    (each) =>
      each.last > each.first &&
      overlaps(each, found) &&
      (each.term.weight > 0 || bearersBeside(each, scene).some((other) => isNext(other, each))),
  );
}

/** "Lifting the sanctions imposed by them": a participle says of the noun before it how it came about, and where the noun is lifted it has no say. */
function isPartOfLifted(found: Found, scene: Scene): boolean {
  const { tokens } = scene.reading;
  if (tokens[found.first]?.pos !== 'VERB' || !PARTICIPLE.test(tokens[found.first]?.lower ?? '')) return false;
  const before = bearersBeside(found, scene).find(({ last }) => last === found.first - 1);
  if (before === undefined || before.term.weight <= 0) return false;
  return (scene.modifiers.reverser.get(found.sentence) ?? []).some((reverser) => holds(before, reverser));
}

function takesAwayEvil(reverser: Found, found: Found, scene: Scene): boolean {
  return targetsOf(reverser, scene).some(
    (target) =>
      target !== found &&
      (target.term.weight < 0 ? !target.term.isDeed || isDoneToOther(target, scene) : isTurnedByAnother(target, reverser, scene)),
  );
}

/** "It would be dangerous to end the dialogue": the loss of a good is an evil too. */
function isTurnedByAnother(target: Found, reverser: Found, scene: Scene): boolean {
  return (scene.modifiers.reverser.get(target.sentence) ?? []).some(
    (other) => other.first > reverser.last && targetsOf(other, scene).includes(target),
  );
}

/** A term that stands shortly after a negator in its clause. */
function isNext({ first, clause }: Found, negator: Found): boolean {
  return clause === negator.clause && first > negator.last && first - negator.last <= REACH;
}

/** The terms of the modifier's sentence. */
function bearersBeside({ sentence }: Found, { bearersIn }: Scene): readonly Found[] {
  return bearersIn.get(sentence) ?? [];
}

/** A reverser's terms are looked for once. */
function targetsOf(reverser: Found, scene: Scene): readonly Found[] {
  const known = scene.targets.get(reverser) ?? findTargets(reverser, scene);
  scene.targets.set(reverser, known);
  return known;
}

/** The terms that a reverser turns: the nearest in its direction with no finite verb between, and those in the same noun phrase. */
function findTargets(reverser: Found, scene: Scene): readonly Found[] {
  const { scope, turnsGoodOnly, judges } = reverser.term;
  const near = bearersBeside(reverser, scene).filter(
    (found) =>
      !overlaps(reverser, found) &&
      (turnsGoodOnly ? found.term.weight > 0 : found.term.weight !== 0) &&
      (!judges || isDoneToOther(found, scene)) &&
      Math.abs(found.clause - reverser.clause) <= 1,
  );
  const after = near.findIndex(({ first }) => first > reverser.last);
  const target = near[after];
  // "Lifting the sanctions | imposed by them": a row that holds the verb and its object has done the verb's work; "… against them" hangs on the object.
  if (isHeld(reverser, scene) && scene.reading.tokens[target?.first ?? 0]?.pos === 'VERB') return [];
  if (scope !== 'back' && target && target.first - reverser.last <= REACH && !isBeyondObject(reverser, target, scene)) {
    return phraseFrom(near.slice(after), scene);
  }
  const [reach, weighty] = scope === 'back' ? [REACH_BACK, judges ? WEIGHTY_ACT : WEIGHTY_SUBJECT] : [REACH, WEIGHTY];
  const before = near.findLast(({ term, last }) => last < reverser.first && Math.abs(term.weight) >= weighty);
  const isVerb = scene.reading.tokens[reverser.first]?.pos !== 'NOUN';
  const isBack = isVerb && (scope === 'back' || scope === 'both');
  if (isBack && before?.clause === reverser.clause && reverser.first - before.last <= reach) {
    const noun = nounBefore(before, near, scene);
    return noun === null ? [before] : [noun, before];
  }
  return [];
}

/** "The sanctions imposed last year must be lifted": the noun that a participle hangs on, for it is the noun that is lifted. */
function nounBefore(participle: Found, near: readonly Found[], { reading: { tokens } }: Scene): Found | null {
  if (tokens[participle.first]?.pos !== 'VERB' || !PARTICIPLE.test(tokens[participle.first]?.lower ?? '')) return null;
  return near.find(({ last }) => last === participle.first - 1 && tokens[last]?.pos === 'NOUN') ?? null;
}

const PARTICIPLE = /(?:ed|en)$/;

function isHeld(reverser: Found, scene: Scene): boolean {
  return bearersBeside(reverser, scene).some((found) => holds(found, reverser));
}

/** True for a term that says what a reverser does to its object: "lift the sanctions". */
function holds({ first, last }: Found, reverser: Found): boolean {
  return first <= reverser.first && last > reverser.last;
}

/** "The military contacts", "the last hope of a thaw": goes on while only adjectives and nouns stand between, or "of", "in", "with", or a comma or "and" before the next noun of a list, of the same sign. */
function phraseFrom(candidates: readonly Found[], { reading }: Scene): readonly Found[] {
  const phrase = candidates.slice(0, 1);
  for (const next of candidates.slice(1)) {
    const head = phrase[0] as Found;
    const between = reading.tokens.slice((phrase.at(-1) as Found).last + 1, next.first);
    if (!between.every(({ pos, text }) => PHRASE_PARTS.has(pos) || pos === 'CCONJ' || text === ',')) break;
    const isCompound = between.every(({ pos }) => pos !== 'ADP' && pos !== 'CCONJ' && pos !== 'PUNCT');
    if (!isCompound && head.term.weight * next.term.weight < 0) break;
    if (between.some(({ pos }) => pos === 'CCONJ' || pos === 'PUNCT') && !isListed(next, head, reading.tokens)) break;
    phrase.push(next);
  }
  return phrase;
}

/** A noun of the same clause: "all agreements on trust, transparency and inspections". */
function isListed({ first, clause }: Found, head: Found, tokens: readonly Token[]): boolean {
  return clause === head.clause && tokens[first]?.pos === 'NOUN';
}

const PHRASE_PARTS: ReadonlySet<string> = new Set(['ADJ', 'NOUN', 'PROPN', 'DET', 'ADP', 'PRON', 'NUM']);

/**
 * What follows a reverser is not always its object: a new statement, the doer of a passive ("hampered by sanctions"), what the object is called
 * ("rejected as groundless"), or the next of two acts ("stop the fighting and move forward").
 */
function isBeyondObject(reverser: Found, target: Found, scene: Scene): boolean {
  const { tokens } = scene.reading;
  if (hasFiniteVerb(scene, reverser.last + 1, target.first) || isBeyondPhrase(reverser, target, scene)) return true;
  const isVerb = tokens[reverser.first]?.pos !== 'NOUN';
  let hasObject = false;
  let hasVerb = false;
  for (let i = reverser.last + 1; i <= target.first; i++) {
    const { lemma, pos, text } = tokens[i] as Token;
    // "Stop treating them as enemies": what follows is the other verb's.
    if (hasObject && BESIDES.has(lemma)) return true;
    if (isVerb && !hasVerb && (lemma === 'by' || (lemma === 'as' && tokens[i + 1]?.lemma !== 'well'))) return true;
    if (i === target.first) break;
    if (hasObject && (pos === 'CCONJ' || text === ',') && (beginsAct(i + 1, target, tokens) || threatens(i, tokens))) return true;
    hasVerb ||= pos === 'VERB';
    hasObject ||= pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON';
  }
  return false;
}

/** "Instead of talking, they chose war": a phrase with a preposition ends where a comma opens the next clause. */
function isBeyondPhrase({ last, clause }: Found, target: Found, { reading: { tokens } }: Scene): boolean {
  const isPhrase = tokens[last]?.pos === 'ADP' || tokens[last]?.lemma === 'than';
  return isPhrase && clause !== target.clause && tokens.slice(last + 1, target.first).some(({ text }) => text === ',');
}

/** "Reduce the arsenals together with them", "destroy the weapons under our joint program": with whom and how it is done. */
const BESIDES: ReadonlySet<string> = new Set(['together', 'jointly', 'alongside', 'along', 'under', 'through']);

/** ", or face the consequences": a verb right behind the comma or the "and". */
function beginsAct(from: number, { first }: Found, tokens: readonly Token[]): boolean {
  const at = tokens[from]?.pos === 'CCONJ' ? from + 1 : from;
  return tokens[at]?.pos === 'VERB' && at <= first;
}

/** "Stop arming them, or face the consequences": what follows if the demand is not met. */
function threatens(at: number, tokens: readonly Token[]): boolean {
  return tokens[at]?.lemma === 'or' && OTHERWISE.has(tokens[at + 1]?.lemma ?? '');
}

const OTHERWISE: ReadonlySet<string> = new Set(['else', 'face', 'risk', 'suffer', 'bear', 'pay', 'expect']);

/** An auxiliary begins a new statement ("prevent nuclear war | is the common task"); after "to" it does not. */
function hasFiniteVerb({ reading }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { pos, text } = reading.tokens[i] as Token;
    if (text === ';' || text === ':' || text === '—') return true;
    if (pos === 'AUX' && reading.tokens[i - 1]?.lemma !== 'to') return true;
  }
  return false;
}
