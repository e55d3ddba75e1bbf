/** Reports whose grammatical subject is a thing: a move, a moment, a number. Nobody says what they "say". */
import type { Quotation } from '../../core/model/statements.ts';
import { canSpeak } from './agency.ts';
import type { Decision } from './decision.ts';
import { readPhrase } from './phrase.ts';
import type { Scene } from './scene.ts';
import { tokensIn } from './tokens.ts';

/** What a clause begins behind. */
const BEFORE_CLAUSE = new Set(['PUNCT', 'CCONJ', 'SCONJ', 'SPACE']);

/** True where nobody was found for words that are not in marks, because their source is a thing that is no text. */
export function isSaidByThing(quotation: Quotation, { speaker, rule }: Decision, scene: Scene): boolean {
  if (speaker !== null || rule !== 'source-unresolved' || quotation.source === null || quotation.kind === 'direct') return false;
  const { reading, namingAt } = scene;
  const tokens = tokensIn(reading, quotation.source);
  const phrase = readPhrase(reading, tokens, namingAt);
  const head = reading.tokens[phrase.core[1] - 1];
  // What an agreement says is written, if by nobody in particular.
  const isText = scene.roster.vocabulary.sourceNouns.get(phrase.head) === 'text';
  if (!head || phrase.kind !== 'noun' || isText) return false;
  if (!quotation.rule.includes('according') && !isClauseStart(tokens[0], scene)) return false;
  return /^\d/.test(head.text) || (head.pos === 'NOUN' && /^\p{Ll}/u.test(head.text) && !canSpeak(head, scene.roster.vocabulary));
}

/** "Those who favor the bill warn": what a verb or preposition stands before is not the subject itself. */
function isClauseStart(at: number, { reading }: Scene): boolean {
  const [before, first] = [reading.tokens[at - 1], reading.tokens[at]];
  return before === undefined || before.sentence !== first?.sentence || BEFORE_CLAUSE.has(before.pos);
}
