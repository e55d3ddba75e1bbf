/** Hedges, conditions, questions and contrast: what weakens or strengthens a whole clause. */
import type { Reading } from '../../core/model/reading.ts';
import type { Found } from './found.ts';
import type { Scene } from './scene.ts';
import { modifiersNear, NO_SHIFT, type ShiftRule, shiftBy } from './shift.ts';

/** Before "but" the sentence yields. */
const YIELDS = 0.75;

/** A hedge or condition weakens the clause that it opens; a question mark its sentence, unless the question is rhetorical ("why can't we", weight 1; "who would trust", weight -1); "but" moves weight from what stands before to what follows. */
export const mood: ShiftRule = {
  id: 'mood',
  shifts(found, value, scene) {
    const near = modifiersNear(found, scene, 'mood');
    if (near.length === 0) return NO_SHIFT;
    const isRhetorical = near.some(({ term }) => term.class === 'question' && (term.weight >= 1 || term.weight < 0));
    let hasGained = false;
    return near.flatMap((modifier) => {
      if ((isRhetorical && modifier.term.pattern === '?') || isSpared(found, value, modifier)) return [];
      const factor = (modifier.term.pattern === '?' ? answered(found, value, scene) : null) ?? factorOf(modifier, found, scene);
      // "However difficult but nevertheless peaceful" sets one thing against another once.
      if (factor === 1 || (factor > 1 && hasGained)) return [];
      hasGained ||= factor > 1;
      return [shiftBy(modifier, factor, scene)];
    });
  },
};

/** A deed, and an act that is told of a party ("support for <third party>"), are laid at a door also where they are a topic. */
function isSpared({ term, isPartyIncluded }: Found, value: number, { term: modifier }: Found): boolean {
  return (modifier.sparesGood && value > 0) || (modifier.sparesCharges && (term.isDeed || isPartyIncluded));
}

/** What is left of a good and of an evil that is asked for and denied: "Trust? There is none." */
const DENIED_GOOD = -0.9;
const DENIED_EVIL = -0.3;
const NO: ReadonlySet<string> = new Set(
  `no|none|never|hardly|nothing|nowhere|nobody|not at all|not really|not yet|no way|far from it|there be none|of course not|certainly not|absolutely not|definitely not
probably not|it be not|i doubt it`.split(/[|\n]/),
);
const YES: ReadonlySet<string> = new Set(['yes', 'of course', 'absolutely', 'certainly', 'definitely', 'sure', 'indeed', 'by all means']);
/** Tokens of an answer, its mark among them. */
const LONGEST_ANSWER = 5;

/** The factor where the next sentence is a short yes or no to the question; null where it is not. */
function answered({ sentence }: Found, value: number, { reading: { sentences, tokens } }: Scene): number | null {
  const [first, end] = sentences[sentence + 1] ?? [0, 0];
  if (end === first || end - first > LONGEST_ANSWER) return null;
  const words = tokens.slice(first, end).filter(({ pos }) => pos !== 'PUNCT');
  // "No." at the end of a text may be taken for the short form of "number".
  const answer = words.map(({ lemma }) => lemma.replace('.', '')).join(' ');
  if (YES.has(answer)) return 1;
  return NO.has(answer) ? (value > 0 ? DENIED_GOOD : DENIED_EVIL) : null;
}

const CONCEDING: ReadonlySet<string> = new Set(['though', 'although']);

/** ", though I would not bet on it": a concession that follows takes back what was said before it; one that comes first yields. */
function isAfterthought(first: number, tokens: Reading['tokens']): boolean {
  const before = tokens[first - 1];
  return before?.text === ',' && before.sentence === tokens[first]?.sentence;
}

function factorOf(modifier: Found, found: Found, { reading }: Scene): number {
  const { term, clause, last, first } = modifier;
  const isBefore = last < found.first;
  // A modifier that ends with the word that opens a clause acts on that one too ("not decided whether").
  const isInClause = clause <= found.clause && found.clause <= modifier.lastClause;
  const opensSentence = reading.tokens[first - 1]?.sentence !== found.sentence;
  switch (term.class) {
    case 'question':
      return term.scope === 'back' ? (isBefore ? 1 : term.weight) : isInClause || term.weight < 0 ? term.weight : 1;
    case 'contrast':
      if (CONCEDING.has(term.pattern) && isAfterthought(first, reading.tokens)) return isBefore ? 1 : YIELDS;
      if (term.weight < 1) return isInClause && isBefore ? term.weight : 1;
      if (opensSentence) return 1;
      return isBefore ? term.weight : YIELDS;
    default:
      return isInClause && (isBefore || term.scope === 'both' || first - found.last <= 2) ? term.weight : 1;
  }
}
