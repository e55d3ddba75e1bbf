/** What a text holds before anything is weighed: terms, modifiers and anchors in their clauses. */
import type { Reading, Token } from '../model.ts';
import type { Anchor } from './anchors.ts';
import { type Clauses, cutClauses } from './clauses.ts';
import type { ToneLexicon } from './lexicon.ts';
import { type Match, matchableWords, type Word } from './matcher.ts';
import { isBearer, type Term } from './terms.ts';

/** A term at its place: tokens [first, last]. */
export interface Found {
  readonly term: Term;
  readonly first: number;
  readonly last: number;
  readonly clause: number;
}

/** An anchor at its place. */
export interface Anchored {
  readonly anchor: Anchor;
  readonly first: number;
  readonly last: number;
}

/** A text laid out for composition. */
export interface Scene {
  readonly reading: Reading;
  readonly clauses: Clauses;
  /** Terms that bear weight, in order. */
  readonly bearers: readonly Found[];
  /** Terms that shift others, in order. */
  readonly modifiers: readonly Found[];
  readonly anchors: readonly Anchored[];
}

/** Matches the lexicon and cuts the clauses. */
export function layOut(reading: Reading, lexicon: ToneLexicon): Scene {
  const words = matchableWords(reading, lexicon.symbols);
  const clauses = cutClauses(reading);
  const matches = lexicon.terms.find(words, (term, from, to) => fits(term, words, { reading, from, to }));
  const found = matches.map((match) => place(match, words, clauses));
  const anchors = lexicon.anchors
    .find(words, () => true)
    .map(({ entry, from, to }) => ({ anchor: entry, first: tokenAt(words, from), last: tokenAt(words, to - 1) }));
  return {
    reading,
    clauses,
    bearers: found.filter(({ term }) => isBearer(term)),
    modifiers: found.filter(({ term }) => !isBearer(term)),
    anchors,
  };
}

function place(match: Match<Term>, words: readonly Word[], clauses: Clauses): Found {
  const first = tokenAt(words, match.from);
  return { term: match.entry, first, last: tokenAt(words, match.to - 1), clause: clauses[first] ?? 0 };
}

function tokenAt(words: readonly Word[], index: number): number {
  return words[index]?.token ?? 0;
}

/** Function words do not carry a term's part of speech. */
const FUNCTION_PARTS: ReadonlySet<string> = new Set(['DET', 'ADP', 'PART', 'PRON', 'AUX', 'CCONJ', 'SCONJ']);

/** A term begins at the beginning of a token and its first content word has the part of speech that the row asks for. */
function fits(term: Term, words: readonly Word[], at: { reading: Reading; from: number; to: number }): boolean {
  if (words[at.from]?.isFirst !== true) return false;
  if (term.pos === '') return true;
  for (let i = at.from; i < at.to; i++) {
    const token = at.reading.tokens[tokenAt(words, i)] as Token;
    if (token.pos === term.pos) return true;
    if (!FUNCTION_PARTS.has(token.pos)) return false;
  }
  return false;
}
