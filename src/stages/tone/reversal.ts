/** "Lift sanctions", "suspend the treaty", "patience is running out": what is done away with changes its sign. */
import type { Token } from '../../core/model.ts';
import type { Found, Scene } from './scene.ts';
import { modifiersNear, NO_SHIFT, type ShiftRule, shiftBy } from './shift.ts';

/** A reverser reaches this many tokens. */
const REACH = 9;
/** What a reverser behind it turns has at least this weight. */
const WEIGHTY = 0.3;
/** Breaking off what is good weighs more than having it: talks are common, ending them is an act … */
const LOST_GOOD = 1.5;
/** … and so is removing what is bad. */
const REMOVED_EVIL = 0.8;

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
        const factor = reverser.term.weight < 0 ? reverser.term.weight * (current > 0 ? LOST_GOOD : REMOVED_EVIL) : reverser.term.weight;
        current *= factor;
        return shiftBy(reverser, factor, scene);
      });
  },
};

/** A reverser's terms are looked for once. */
function targetsOf(reverser: Found, scene: Scene): readonly Found[] {
  const known = scene.targets.get(reverser) ?? findTargets(reverser, scene);
  scene.targets.set(reverser, known);
  return known;
}

/** The terms that a reverser turns: the nearest in its direction with no finite verb between, and those in the same noun phrase. */
function findTargets(reverser: Found, scene: Scene): readonly Found[] {
  const { scope } = reverser.term;
  const near = scene.bearers.filter(
    ({ term, sentence, clause, isName }) =>
      !isName && term.prior !== 0 && sentence === reverser.sentence && Math.abs(clause - reverser.clause) <= 1,
  );
  const after = near.findIndex(({ first }) => first > reverser.last);
  const target = near[after];
  if (scope !== 'back' && target && target.first - reverser.last <= REACH && !hasFiniteVerb(scene, reverser.last + 1, target.first)) {
    return phraseFrom(near.slice(after), scene);
  }
  const before = near.findLast(({ term, last }) => last < reverser.first && Math.abs(term.prior) >= WEIGHTY);
  const isVerb = scene.reading.tokens[reverser.first]?.pos !== 'NOUN';
  const isBack = isVerb && (scope === 'back' || scope === 'both');
  if (isBack && before?.clause === reverser.clause && reverser.first - before.last <= REACH) return [before];
  return [];
}

/** "The military contacts", "the last hope of a thaw": goes on while only adjectives and nouns stand between, or "of", "in", "with" before a term of the same sign. */
function phraseFrom(candidates: readonly Found[], { reading }: Scene): readonly Found[] {
  const phrase = candidates.slice(0, 1);
  for (const next of candidates.slice(1)) {
    const head = phrase[0] as Found;
    const between = reading.tokens.slice((phrase.at(-1) as Found).last + 1, next.first).map(({ pos }) => pos);
    if (!between.every((pos) => PHRASE_PARTS.has(pos))) break;
    const isCompound = !between.includes('ADP');
    if (!isCompound && head.term.prior * next.term.prior < 0) break;
    phrase.push(next);
  }
  return phrase;
}

const PHRASE_PARTS: ReadonlySet<string> = new Set(['ADJ', 'NOUN', 'PROPN', 'DET', 'ADP', 'PRON', 'NUM']);

/** An auxiliary begins a new statement ("prevent nuclear war | is the common task"); after "to" it does not. */
function hasFiniteVerb({ reading }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { pos, text } = reading.tokens[i] as Token;
    if (text === ';' || text === ':' || text === '—') return true;
    if (pos === 'AUX' && reading.tokens[i - 1]?.lemma !== 'to') return true;
  }
  return false;
}
