/** What the grammar of a sentence tells about its subject: where it stands, and who cannot be meant by a pronoun there. */
import type { Span } from '../../core/model/articles.ts';
import type { Reading, Token } from '../../core/model/reading.ts';
import type { Naming } from './cast.ts';

/** Tokens behind a pronoun in which a name is another person's, whatever it does, and in which an object is. */
const NEAREST_CLAUSE = 12;
const LONGEST_CLAUSE = 30;
/** Tokens from the beginning of a sentence to its subject. */
const LONGEST_FRONTED = 30;

/** What is known of the tokens of a text. */
interface Named {
  readonly reading: Reading;
  readonly namingAt: ReadonlyMap<number, Naming>;
  /** 1 where a token stands inside quotation marks. */
  readonly isQuoted: Uint8Array;
  /** 1 where it belongs to a quotation's source. */
  readonly isSource: Uint8Array;
}

/**
 * Who is named in the clause of a pronoun that is its subject, and so is another person (principles B and C of the binding theory): behind it, as in
 * "He said he had met Crane", and before it in a phrase without a subject, as in "After meeting Crane, he left".
 */
export function namedBeside(named: Named, at: number): ReadonlySet<number> {
  const { tokens, sentences } = named.reading;
  const sentence = tokens[at]?.sentence ?? 0;
  const found = new Set<number>();
  const first = sentences[sentence]?.[0] ?? at;
  const end = endOfClause(tokens, first, at);
  for (let i = at + 1; i < end; i++) if (i - at < NEAREST_CLAUSE || isObject(named, i)) addNamed(named, i, found);
  if (isFronted(tokens, first, at)) for (let i = first; i < at; i++) if (named.isSource[i] !== 1) addNamed(named, i, found);
  return found;
}

function addNamed({ isQuoted, namingAt }: Named, at: number, found: Set<number>): void {
  const naming = isQuoted[at] === 1 ? undefined : namingAt.get(at);
  if (naming) found.add(naming.member.index);
}

/** "While he denied it, Crane": in a subordinate clause before the main one the pronoun may be who is named behind the comma. */
function endOfClause(tokens: readonly Token[], first: number, at: number): number {
  const isEmbedded = tokens
    .slice(Math.max(first, at - LONGEST_CLAUSE), at)
    .some(({ pos, text }) => pos === 'SCONJ' || SUBORDINATING.test(text));
  let end = at + 1;
  while (end < at + LONGEST_CLAUSE && tokens[end]?.sentence === tokens[at]?.sentence) {
    if (isEmbedded && /^(?:,|—|–|--)$/.test(tokens[end]?.text ?? '')) break;
    end++;
  }
  return end;
}

const SUBORDINATING = /^(?:while|as|when|after|before|although|though|if|because|since|until|once|which|whom?|whose)$/i;

/** Farther from the pronoun a name may begin a clause of its own, or own something; an object stays another person. */
function isObject({ namingAt, reading: { tokens } }: Named, at: number): boolean {
  const mention = namingAt.get(at)?.mention;
  return mention !== undefined && !mention.isPossessive && !/^(?:VERB|AUX|ADV)$/.test(tokens[mention.tokens[1]]?.pos ?? '');
}

/** Whether the tokens from the beginning of a sentence lead up to its subject: nothing, "But", a fronted phrase, "Even less credible is". */
export function isSubjectAhead({ tokens }: Reading, [first, end]: Span): boolean {
  if (first === end || (first === end - 1 && tokens[first]?.pos === 'CCONJ')) return true;
  return isFronted(tokens, first, end) || isInverted(tokens, first, end);
}

/** "Speaking beside Crane," and "In a letter to Crane,": a phrase before the subject that has no finite verb, and so no subject of its own. */
function isFronted(tokens: readonly Token[], first: number, end: number): boolean {
  if (end - first < 3 || end - first > LONGEST_FRONTED || tokens[end - 1]?.text !== ',') return false;
  if (!/^(?:ADP|VERB)$/.test(tokens[first]?.pos ?? '')) return false;
  for (let i = first; i < end; i++) {
    const token = tokens[i];
    if (token?.pos === 'AUX') return false;
    if (token?.pos === 'VERB' && i > first && !token.text.endsWith('ing')) return false;
  }
  return true;
}

/** "Even less credible is": nothing before the copula can be its subject. */
function isInverted(tokens: readonly Token[], first: number, end: number): boolean {
  if (end - first < 2 || end - first > LONGEST_FRONTED || tokens[end - 1]?.lemma !== 'be') return false;
  return tokens.slice(first, end - 1).every(({ pos }) => pos === 'ADJ' || pos === 'ADV' || pos === 'VERB');
}
