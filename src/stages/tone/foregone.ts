/** "Chose war over diplomacy": what was not chosen is lost. */
import type { Token } from '../../core/model/reading.ts';
import type { Found } from './found.ts';
import type { Scene } from './scene.ts';
import { NO_SHIFT, type ShiftRule } from './shift.ts';

const CHOOSING: ReadonlySet<string> = new Set(['choose', 'prefer', 'pick', 'favor', 'favour', 'put', 'place', 'value']);
/** Tokens between "over" and the term, and between the verb of choosing and "over". */
const REACH = 4;
const REACH_OF_CHOICE = 8;
/** A good that was passed over, and an evil. */
const LOST_GOOD = -1;
const LEFT_EVIL = -0.3;

/** The second part of "choose one over the other", "put one above the other": a good there is lost, an evil left. */
export const foregone: ShiftRule = {
  id: 'foregone',
  shifts(found, value, { clauses, reading: { tokens } }) {
    const over = placeBefore(found.first, REACH, ({ lemma }) => lemma === 'over' || lemma === 'above', { found, clauses, tokens });
    if (over === null || tokens.slice(over, found.first).some(({ pos }) => pos === 'VERB' || pos === 'PUNCT')) return NO_SHIFT;
    const choice = placeBefore(over, REACH_OF_CHOICE, ({ lemma }) => CHOOSING.has(lemma), { found, clauses, tokens });
    if (choice === null) return NO_SHIFT;
    return [{ kind: 'foregone', word: (tokens[over] as Token).text, factor: value > 0 ? LOST_GOOD : LEFT_EVIL }];
  },
};

interface Place {
  readonly found: Found;
  readonly clauses: Scene['clauses'];
  readonly tokens: readonly Token[];
}

/** The nearest such token before a place, in the term's clause. */
function placeBefore(at: number, reach: number, isMeant: (token: Token) => boolean, { found, clauses, tokens }: Place): number | null {
  for (let i = at - 1; i >= Math.max(0, at - reach) && clauses[i] === found.clause; i--) if (isMeant(tokens[i] as Token)) return i;
  return null;
}
