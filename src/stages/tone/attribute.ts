/** "Bad relations", "a broken promise": what an adjective calls bad is no good. */
import type { Token } from '../../core/model/reading.ts';
import type { Found } from './found.ts';
import type { Scene } from './scene.ts';
import { NO_SHIFT, type ShiftRule } from './shift.ts';

/** What is left of the good. */
const SPOILED = 0.2;

/**
 * A good noun right behind an adjective that blames it: the adjective alone weighs, also where both are turned ("overcome our bad relations"). Not where
 * another word stands between ("difficult but useful talks"), nor where it says how hard, or by whom, and not how bad.
 */
export const attribute: ShiftRule = {
  id: 'attribute',
  shifts({ first, sentence, term }, value, { bearersIn, reading: { tokens } }: Scene) {
    if (value === 0 || term.weight <= 0 || tokens[first]?.pos !== 'NOUN') return NO_SHIFT;
    const before = (bearersIn.get(sentence) ?? []).find((each: Found) => each.last === first - 1);
    if (before === undefined || before.term.weight >= 0 || before.first !== before.last) return NO_SHIFT;
    const { lemma, pos, text } = tokens[before.first] as Token;
    if (pos !== 'ADJ' || HARD.has(lemma)) return NO_SHIFT;
    return [{ kind: 'attribute', word: text, factor: SPOILED }];
  },
};

const HARD: ReadonlySet<string> = new Set([
  'difficult',
  'hard',
  'tough',
  'complex',
  'complicated',
  'limited',
  'serious',
  'unilateral',
  'innocent',
]);
