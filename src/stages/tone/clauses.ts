/** Cuts a reading into clauses: a clause has its own verb, and shifts stay inside it. */
import type { Reading, Token } from '../../core/model/reading.ts';

/** For each token the number of its clause; numbers grow from left to right. */
export type Clauses = readonly number[];

const HARD_MARKS: ReadonlySet<string> = new Set([';', ':', '—', '–', '(', ')', '...', '…']);
const OPENERS: ReadonlySet<string> = new Set([
  'because',
  'that',
  'which',
  'who',
  'whom',
  'whose',
  'if',
  'unless',
  'although',
  'though',
  'while',
  'whereas',
  'when',
  'since',
  'until',
  'where',
  'whether',
  'but',
  'yet',
  'so',
]);
const JOINERS: ReadonlySet<string> = new Set(['and', 'or', 'nor']);
/** Words after a comma or joiner within which a subject and its verb must appear for a new clause. */
const CLAUSE_LOOKAHEAD = 6;

/** A clause begins at a sentence, a hard mark, an opening word, or a comma or "and" that a subject and a verb follow. */
export function cutClauses(reading: Reading): Clauses {
  const { tokens } = reading;
  const clauses: number[] = [];
  let clause = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (i > 0 && begins(tokens, i, token)) clause++;
    clauses.push(clause);
  }
  return clauses;
}

function begins(tokens: readonly Token[], i: number, token: Token): boolean {
  const before = tokens[i - 1] as Token;
  if (before.sentence !== token.sentence || (token.pos === 'PUNCT' && HARD_MARKS.has(token.text))) return true;
  const word = token.lemma;
  if (OPENERS.has(word) && token.pos !== 'DET' && token.pos !== 'PUNCT')
    return !OPENERS.has(before.lemma) && !isDegree(tokens, i) && !isTime(word, before);
  // ", but we": the opening word begins the clause, and it is one clause.
  if (token.text === ',') return !OPENERS.has(tokens[i + 1]?.lemma ?? '') && hasSubjectAndVerb(tokens, i + 1);
  if (JOINERS.has(word)) return before.text !== ',' && !joinsNames(before, tokens[i + 1]) && hasSubjectAndVerb(tokens, i + 1);
  return false;
}

/** "Not so bad", "never so close": a degree, where no mark parts it from the word before; ", so we left" begins a clause. */
function isDegree(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.lemma !== 'so' || tokens[i - 1]?.pos === 'PUNCT') return false;
  const next = tokens[i + 1]?.pos;
  return next === 'ADJ' || next === 'ADV';
}

/** "No sign yet that", "not yet", "have yet to": a time, where neither a mark nor "and" parts it from the word before. */
function isTime(word: string, before: Token): boolean {
  return word === 'yet' && before.pos !== 'PUNCT' && before.pos !== 'CCONJ';
}

/** "Moscow and Washington" is one subject. */
function joinsNames(before: Token, after: Token | undefined): boolean {
  return before.pos === 'PROPN' && after?.pos === 'PROPN';
}

/** True where a noun or pronoun and then a verb follow before the next mark. */
function hasSubjectAndVerb(tokens: readonly Token[], from: number): boolean {
  let hasSubject = false;
  for (let i = from; i < Math.min(from + CLAUSE_LOOKAHEAD, tokens.length); i++) {
    const { pos } = tokens[i] as Token;
    if (pos === 'PUNCT') return false;
    if (pos === 'PRON' || pos === 'NOUN' || pos === 'PROPN') hasSubject = true;
    if (hasSubject && (pos === 'VERB' || pos === 'AUX')) return true;
  }
  return false;
}
