/** What a text holds before anything is weighed: terms, modifiers and anchors in their clauses and sentences. */
import type { Reading, Token, ToneContext } from '../model.ts';
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
  /** The clause that its last word opens or stands in ("no reason why | we cannot agree"). */
  readonly lastClause: number;
  readonly sentence: number;
  /** Consists of names alone ("Moscow and Washington"): nothing that can be ended or denied. */
  readonly isName: boolean;
}

/** An anchor at its place. */
export interface Anchored {
  readonly anchor: Anchor;
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
}

/** A text laid out for composition. */
export interface Scene {
  readonly reading: Reading;
  readonly context: ToneContext;
  readonly words: readonly Word[];
  readonly clauses: Clauses;
  /** Terms that bear weight, in order. */
  readonly bearers: readonly Found[];
  /** Terms that shift others: by sentence, in order. */
  readonly modifiers: ReadonlyMap<number, readonly Found[]>;
  readonly anchors: readonly Anchored[];
  /** Topics that speak for or against relevance. */
  readonly topics: readonly Anchor[];
  /** Which sides (and 'both', 'third') each sentence names. */
  readonly named: ReadonlyMap<number, ReadonlySet<string>>;
}

/** Matches the lexicon and cuts the clauses. */
export function layOut(reading: Reading, context: ToneContext, lexicon: ToneLexicon): Scene {
  const words = matchableWords(reading, lexicon.symbols);
  const clauses = cutClauses(reading);
  const anchors = lexicon.anchors.find(words, () => true).map((match) => placeAnchor(match, words, reading));
  const namedTokens = new Set(anchors.flatMap(({ first, last }) => range(first, last)));
  const accepts = (term: Term, from: number, to: number): boolean => fits(term, words, { reading, context, from, to });
  const bearers: Found[] = [];
  const modifiers = new Map<number, Found[]>();
  for (const match of lexicon.terms.find(words, accepts)) {
    const found = place(match, words, { reading, clauses, namedTokens });
    if (isBearer(found.term)) bearers.push(found);
    else group(modifiers, found.sentence).push(found);
  }
  const named = new Map<number, Set<string>>();
  for (const { anchor, sentence } of anchors) named.set(sentence, (named.get(sentence) ?? new Set()).add(anchor.side));
  const topics = lexicon.topics.find(words, () => true).map(({ entry }) => entry);
  return { reading, context, words, clauses, bearers, modifiers, anchors, topics, named };
}

function group(groups: Map<number, Found[]>, key: number): Found[] {
  const known = groups.get(key);
  if (known) return known;
  const fresh: Found[] = [];
  groups.set(key, fresh);
  return fresh;
}

interface Ground {
  readonly reading: Reading;
  readonly clauses: Clauses;
  readonly namedTokens: ReadonlySet<number>;
}

function place(match: Match<Term>, words: readonly Word[], { reading, clauses, namedTokens }: Ground): Found {
  const first = tokenAt(words, match.from);
  const last = tokenAt(words, match.to - 1);
  return {
    term: match.entry,
    first,
    last,
    clause: clauses[first] ?? 0,
    lastClause: clauses[last] ?? 0,
    sentence: reading.tokens[first]?.sentence ?? 0,
    isName: namedTokens.has(first) && namedTokens.has(last),
  };
}

function placeAnchor(match: Match<Anchor>, words: readonly Word[], { tokens }: Reading): Anchored {
  const first = tokenAt(words, match.from);
  return { anchor: match.entry, first, last: tokenAt(words, match.to - 1), sentence: tokens[first]?.sentence ?? 0 };
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function tokenAt(words: readonly Word[], index: number): number {
  return words[index]?.token ?? 0;
}

/** Function words do not carry a term's part of speech. */
const FUNCTION_PARTS: ReadonlySet<string> = new Set(['DET', 'ADP', 'PART', 'PRON', 'AUX', 'CCONJ', 'SCONJ']);

/** A term begins at the beginning of a token, its first content word has the part of speech that the row asks for, and its side is the speaker's. */
function fits(term: Term, words: readonly Word[], at: { reading: Reading; context: ToneContext; from: number; to: number }): boolean {
  if (words[at.from]?.isFirst !== true) return false;
  if (term.speakerSide !== '' && term.speakerSide !== at.context.side) return false;
  if (term.pos === '') return true;
  for (let i = at.from; i < at.to; i++) {
    const token = at.reading.tokens[tokenAt(words, i)] as Token;
    if (token.pos === term.pos) return true;
    if (!FUNCTION_PARTS.has(token.pos)) return false;
  }
  return false;
}
