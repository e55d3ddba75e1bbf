/** What hangs behind a noun and is no subject of its own: relative clauses and participles with what they act on. */
import type { Token } from '../../core/model/reading.ts';
import { isNominal, wordAt } from './phrases.ts';

/** Tokens between a participle and the end of its phrase. */
const LONGEST_PARTICIPLE = 10;
/** Verbs that a clause follows without a comma: "analysts who say Hollis won". */
const BEFORE_CLAUSES = new Set('say think believe know hope fear claim argue suspect feel insist suggest mean show find tell'.split(' '));
/** Tokens from a relative pronoun to the end of its clause. */
const LONGEST_RELATIVE = 14;

/** "the aide | who spoke to discuss | strategy | said": the relative pronoun whose clause a noun phrase ends as object or in a phrase of its own; null where it is no part of one. */
export function relativeOver(tokens: readonly Token[], start: number, floor: number): number | null {
  const link = tokens[start - 1];
  if (!link || (link.pos !== 'VERB' && link.pos !== 'ADP' && link.lower !== 'to')) return null;
  if (link.pos === 'VERB' && BEFORE_CLAUSES.has(link.lemma)) return null;
  for (let i = start - 1; i > Math.max(floor, start - LONGEST_RELATIVE); i--) {
    const token = tokens[i];
    if (
      !token ||
      (token.pos === 'PUNCT' && token.text !== '-') ||
      /^(?:that|if|whether|because|when|as|while|what|how|why)$/.test(token.lower)
    )
      return null;
    if (token.lower !== 'who') continue;
    let verb = i + 1;
    while (/^(?:AUX|ADV|PART)$/.test(tokens[verb]?.pos ?? '')) verb++;
    const isVerb = tokens[verb]?.pos === 'VERB' && !BEFORE_CLAUSES.has(tokens[verb]?.lemma ?? '');
    return verb < start && (isVerb || tokens[verb - 1]?.lemma === 'be') && isNominal(tokens[i - 1]) ? i : null;
  }
  return null;
}

/** "a source at a bank | advising Norland | told": what a participle behind a noun acts on is not the subject. */
export function isNounParticiple(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return token?.pos === 'VERB' && token.text.endsWith('ing') && tokens[index - 1]?.pos === 'NOUN';
}

/** "Protesters | marching through the streets | chanted": index of the noun that a participle goes with, or -1. */
export function beforeParticiple(tokens: readonly Token[], link: number, floor: number): number {
  for (let i = link - 1; i > Math.max(floor, link - LONGEST_PARTICIPLE); i--) {
    const token = tokens[i];
    if ((token?.pos === 'VERB' && token.text.endsWith('ing')) || isReduced(tokens, i))
      return isNominal(tokens[i - 1]) && tokens[i - 1]?.pos !== 'ADJ' ? i - 1 : -1;
    if (!isNominal(token) && token?.pos !== 'ADP' && token?.pos !== 'ADV') return -1;
  }
  return -1;
}

/** "battalions | stationed | around the capital": a participle right behind its noun and before a preposition. */
function isReduced(tokens: readonly Token[], index: number): boolean {
  return isPastParticiple(tokens[index]) && tokens[index - 1]?.pos === 'NOUN' && tokens[index + 1]?.pos === 'ADP';
}

/** "involved" is often read as an adjective. */
function isPastParticiple(token: Token | undefined): boolean {
  return (token?.pos === 'VERB' || token?.pos === 'ADJ') && token.text.endsWith('ed');
}

/** Tokens between two relative pronouns of one noun. */
const FARTHEST = 60;

/** "Lund, whom he dismissed in May and | who | has criticized him": the relative pronoun of the clause before "and", or null. */
export function firstOfTwo(tokens: readonly Token[], relative: number, floor: number): number | null {
  if (!/^(?:and|but)$/.test(wordAt(tokens, relative - 1))) return null;
  for (let i = relative - 2; i > floor && relative - i < FARTHEST; i--) if (/^(?:who|whom|which)$/.test(wordAt(tokens, i))) return i;
  return null;
}
