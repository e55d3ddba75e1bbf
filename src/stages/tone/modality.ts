/** Hedges, conditions, questions and contrast: what weakens or strengthens a whole clause. */
import type { Found } from './found.ts';
import type { Scene } from './scene.ts';
import { modifiersNear, NO_SHIFT, type ShiftRule, shiftBy } from './shift.ts';

/** Before "but" the sentence yields. */
const YIELDS = 0.75;

/** A hedge or condition weakens the clause that it opens; a question mark its sentence, unless the question is rhetorical ("why can't we", weight 1; "who would trust", weight -1); "but" moves weight from what stands before to what follows. */
export const mood: ShiftRule = {
  id: 'mood',
  shifts(found, _value, scene) {
    const near = modifiersNear(found, scene, 'mood');
    if (near.length === 0) return NO_SHIFT;
    const isRhetorical = near.some(({ term }) => term.class === 'question' && (term.weight >= 1 || term.weight < 0));
    let hasGained = false;
    return near.flatMap((modifier) => {
      if (isRhetorical && modifier.term.pattern === '?') return [];
      const factor = factorOf(modifier, found, scene);
      // "However difficult but nevertheless peaceful" sets one thing against another once.
      if (factor === 1 || (factor > 1 && hasGained)) return [];
      hasGained ||= factor > 1;
      return [shiftBy(modifier, factor, scene)];
    });
  },
};

function factorOf(modifier: Found, found: Found, { reading }: Scene): number {
  const { term, clause, last, first } = modifier;
  const isBefore = last < found.first;
  const isInClause = clause === found.clause;
  const opensSentence = reading.tokens[first - 1]?.sentence !== found.sentence;
  switch (term.class) {
    case 'question':
      return term.scope === 'back' ? (isBefore ? 1 : term.weight) : isInClause || term.weight < 0 ? term.weight : 1;
    case 'contrast':
      if (term.weight < 1) return isInClause && isBefore ? term.weight : 1;
      if (opensSentence) return 1;
      return isBefore ? term.weight : YIELDS;
    default:
      return isInClause && (isBefore || term.scope === 'both' || first - found.last <= 2) ? term.weight : 1;
  }
}
