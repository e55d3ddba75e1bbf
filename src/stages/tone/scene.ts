/** What a text holds before anything is weighed: terms, modifiers and anchors in their clauses and sentences. */
import type { Reading, Token, ToneContext } from '../../core/model.ts';
import { isFirstOfToken, type Match, matchableWords, type Words } from '../../core/patterns/matcher.ts';
import type { Anchor } from './anchors.ts';
import { type Clauses, cutClauses } from './clauses.ts';
import { cueOf } from './cue.ts';
import type { ToneLexicon } from './lexicon.ts';
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
  /** The same term stood before in the text. */
  readonly isAgain: boolean;
}

/** An anchor at its place. */
export interface Anchored {
  readonly anchor: Anchor;
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
}

/** Classes that one rule looks at together. */
export type ModifierGroup = 'reverser' | 'negator' | 'strength' | 'mood' | 'frame';

type Modifiers = Readonly<Record<ModifierGroup, ReadonlyMap<number, readonly Found[]>>>;

const GROUPS: Readonly<Record<string, ModifierGroup>> = {
  reverser: 'reverser',
  negator: 'negator',
  intensifier: 'strength',
  diminisher: 'strength',
  hedge: 'mood',
  condition: 'mood',
  question: 'mood',
  contrast: 'mood',
  frame: 'frame',
};

/** A text laid out for composition. */
export interface Scene {
  readonly reading: Reading;
  readonly context: ToneContext;
  readonly words: Words;
  readonly clauses: Clauses;
  /** Terms that bear weight, in order. */
  readonly bearers: readonly Found[];
  /** Those among them that hold a negation. */
  readonly denials: readonly Found[];
  /** Terms that shift others: by group and sentence, in order. */
  readonly modifiers: Modifiers;
  /** The row for the statement's cue, where it has one. */
  readonly cue: Term | null;
  readonly anchors: readonly Anchored[];
  /** Topics that speak for or against relevance. */
  readonly topics: readonly Anchor[];
  /** Which sides (and 'both', 'third') each sentence names. */
  readonly named: ReadonlyMap<number, ReadonlySet<string>>;
  /** The terms that each reverser turns, once they have been looked for. */
  readonly targets: Map<Found, readonly Found[]>;
}

/** Matches the lexicon and cuts the clauses. */
export function layOut(reading: Reading, context: ToneContext, lexicon: ToneLexicon): Scene {
  const words = matchableWords(reading, lexicon.symbols);
  const clauses = cutClauses(reading);
  const anchors = lexicon.anchors.find(words, acceptAll).map((match) => placeAnchor(match, words, reading));
  const isNamed = new Uint8Array(reading.tokens.length);
  for (const { first, last } of anchors) isNamed.fill(1, first, last + 1);
  const seen = new Set<Term>();
  const accepts = (term: Term, from: number, to: number): boolean => fits(term, words, { reading, context, from, to });
  const found = lexicon.terms.find(words, accepts).map((match) => place(match, words, { reading, clauses, isNamed, seen }));
  const bearers = found.filter(({ term }) => isBearer(term));
  const named = new Map<number, Set<string>>();
  for (const { anchor, sentence } of anchors) named.set(sentence, (named.get(sentence) ?? new Set()).add(anchor.side));
  const topics = lexicon.topics.find(words, acceptAll).map(({ entry }) => entry);
  const denials = bearers.filter(({ term }) => term.isDenial);
  const modifiers = groupModifiers(found);
  const cue = cueOf(context, lexicon);
  return { reading, context, words, clauses, bearers, denials, modifiers, cue, anchors, topics, named, targets: new Map() };
}

function acceptAll(): boolean {
  return true;
}

function groupModifiers(found: readonly Found[]): Modifiers {
  const groups = { reverser: new Map(), negator: new Map(), strength: new Map(), mood: new Map(), frame: new Map() } as const;
  for (const each of found) {
    const group = GROUPS[each.term.class];
    if (group === undefined) continue;
    const bySentence: Map<number, Found[]> = groups[group];
    const known = bySentence.get(each.sentence);
    if (known) known.push(each);
    else bySentence.set(each.sentence, [each]);
  }
  return groups;
}

interface Ground {
  readonly reading: Reading;
  readonly clauses: Clauses;
  readonly isNamed: Uint8Array;
  readonly seen: Set<Term>;
}

function place(match: Match<Term>, words: Words, { reading, clauses, isNamed, seen }: Ground): Found {
  const first = tokenAt(words, match.from);
  const last = tokenAt(words, match.to - 1);
  const isAgain = seen.has(match.entry);
  seen.add(match.entry);
  return {
    term: match.entry,
    first,
    last,
    clause: clauses[first] ?? 0,
    lastClause: clauses[last] ?? 0,
    sentence: reading.tokens[first]?.sentence ?? 0,
    isName: (isNamed[first] === 1 || reading.tokens[first]?.pos === 'DET') && isNamed[last] === 1,
    isAgain,
  };
}

function placeAnchor(match: Match<Anchor>, words: Words, { tokens }: Reading): Anchored {
  const first = tokenAt(words, match.from);
  return { anchor: match.entry, first, last: tokenAt(words, match.to - 1), sentence: tokens[first]?.sentence ?? 0 };
}

function tokenAt(words: Words, index: number): number {
  return words.tokens[index] ?? 0;
}

/** Function words do not carry a term's part of speech. */
const FUNCTION_PARTS: ReadonlySet<string> = new Set(['DET', 'ADP', 'PART', 'PRON', 'AUX', 'CCONJ', 'SCONJ']);

/** True where a term begins at the beginning of a token, its first content word has the part of speech that the row asks for, and its side is the speaker's. */
export function fits(term: Term, words: Words, at: { reading: Reading; context: ToneContext; from: number; to: number }): boolean {
  if (!isFirstOfToken(words, at.from)) return false;
  if (term.speakerSide !== '' && term.speakerSide !== at.context.side) return false;
  if (term.pos === '') return true;
  for (let i = at.from; i < at.to; i++) {
    const token = at.reading.tokens[tokenAt(words, i)] as Token;
    if (token.pos === term.pos) return true;
    if (!FUNCTION_PARTS.has(token.pos)) return false;
  }
  return false;
}
