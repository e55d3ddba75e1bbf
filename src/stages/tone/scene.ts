/** What a text holds before anything is weighed: terms, modifiers and anchors in their clauses and sentences. */
import { groupBy } from '../../core/group-by.ts';
import type { Reading, Token } from '../../core/model/reading.ts';
import type { ToneContext } from '../../core/model/tone.ts';
import { countBelow } from '../../core/ordered.ts';
import type { Match } from '../../core/patterns/matcher.ts';
import { isFirstOfToken, matchableWords, type Words } from '../../core/patterns/words.ts';
import type { Anchor } from './anchors.ts';
import { type Clauses, cutClauses } from './clauses.ts';
import { cueOf } from './cue.ts';
import type { Anchored, Found, Mention, Parties } from './found.ts';
import type { ToneLexicon } from './lexicon.ts';
import { findMentions } from './mentions.ts';
import type { Named, StatementReading } from './statement.ts';
import type { Term } from './terms.ts';

/** Classes that one rule looks at together. */
export type ModifierGroup = 'reverser' | 'negator' | 'strength' | 'mood';

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
};

/** A text laid out for composition. */
export interface Scene {
  readonly reading: StatementReading;
  readonly context: ToneContext;
  readonly words: Words;
  readonly clauses: Clauses;
  /** The speaker speaks for one of the two sides. */
  readonly isParty: boolean;
  /** Terms that bear weight, in order. */
  readonly bearers: readonly Found[];
  /** The same by sentence. */
  readonly bearersIn: ReadonlyMap<number, readonly Found[]>;
  /** Terms that shift others: by group and sentence, in order. */
  readonly modifiers: Modifiers;
  /** The row for the statement's cue, where it has one. */
  readonly cue: Term | null;
  readonly anchors: readonly Anchored[];
  /** Whom the text speaks of, by name or pronoun, in order. */
  readonly mentions: readonly Mention[];
  /** Those that are not the speaker's own side. */
  readonly others: readonly Mention[];
  /** Tokens that are names of whom no list has. */
  readonly strangers: ReadonlySet<number>;
  /** Topics that speak for or against relevance. */
  readonly topics: readonly Anchor[];
  /** Which sides (and 'both', 'third') each sentence names. */
  readonly named: ReadonlyMap<number, ReadonlySet<string>>;
  /** The terms that each reverser turns, once they have been looked for. */
  readonly targets: Map<Found, readonly Found[]>;
  /** Who is spoken of in the clauses of a term, once that has been asked. */
  readonly parties: Map<number, Parties>;
}

/** Matches the lexicon and cuts the clauses. */
export function layOut(reading: StatementReading, context: ToneContext, lexicon: ToneLexicon): Scene {
  const words = matchableWords(reading, lexicon.symbols, slotsOf(reading, context));
  const clauses = cutClauses(reading);
  const anchors = placeAnchors(reading, lexicon);
  const seen = new Set<Term>();
  const accepts = (term: Term, from: number, to: number): boolean => fits(term, words, { reading, context, from, to });
  const ground = { reading, clauses, seen };
  const bearers = lexicon.terms
    .find(words, accepts)
    .filter(({ entry }) => entry.class !== 'idiom')
    .map((match) => place(match, words, ground));
  const acting = lexicon.modifiers.find(words, accepts).map((match) => place(match, words, ground));
  const named = new Map<number, Set<string>>();
  for (const { anchor, sentence } of anchors) named.set(sentence, (named.get(sentence) ?? new Set()).add(anchor.side));
  const topics = lexicon.topics.find(reading.plainWords, acceptAll).map(({ entry }) => entry);
  const bearersIn = groupBy(bearers, ({ sentence }) => sentence);
  const modifiers = groupModifiers(acting);
  const isParty = lexicon.sides.includes(context.side ?? '');
  const mentions = findMentions(reading, anchors, { context, isParty });
  const cue = cueOf(context, reading, lexicon);
  const others = mentions.filter(({ party }) => party !== 'own');
  const strangers = new Set(reading.names.filter(({ anchor }) => anchor === null).map(({ token }) => token));
  const memory = { targets: new Map(), parties: new Map() };
  return {
    reading,
    context,
    words,
    clauses,
    isParty,
    bearers,
    bearersIn,
    modifiers,
    cue,
    anchors,
    mentions,
    others,
    strangers,
    topics,
    named,
    ...memory,
  };
}

/** What patterns call a party: the side that is not the speaker's, or a third party. */
export function slotsOf({ names }: StatementReading, { side }: ToneContext): ReadonlyMap<number, string> {
  const slots = new Map<number, string>();
  for (const { anchor, token, isWhole } of names) {
    if (isWhole)
      slots.set(
        token,
        anchor === null ? '<name>' : anchor.side === 'third' ? '<third party>' : anchor.side === side ? '<own side>' : '<other side>',
      );
  }
  return slots;
}

/** Names, and relation terms ("our two countries"), at their tokens. */
function placeAnchors(reading: StatementReading, lexicon: ToneLexicon): readonly Anchored[] {
  const { tokens, names, plain, plainWords } = reading;
  const named = names
    .filter((name): name is Named & { anchor: Anchor } => name.anchor !== null)
    .map(({ anchor, token }) => at(anchor, token, token, tokens));
  const relations = lexicon.anchors.find(plainWords, ({ side }) => side === 'both');
  if (relations.length === 0) return named;
  const tokenAtPlace = (word: number): number => {
    const { start } = plain.tokens[plainWords.tokens[word] ?? 0] as Token;
    return Math.max(0, countBelow(tokens, start + 1, (token) => token.start) - 1);
  };
  const both = relations.map(({ entry, from, to }) => at(entry, tokenAtPlace(from), tokenAtPlace(to - 1), tokens));
  return [...named, ...both].toSorted((a, b) => a.first - b.first);
}

function at(anchor: Anchor, first: number, last: number, tokens: readonly Token[]): Anchored {
  return { anchor, first, last, sentence: tokens[first]?.sentence ?? 0 };
}

function acceptAll(): boolean {
  return true;
}

function groupModifiers(found: readonly Found[]): Modifiers {
  const groups = { reverser: new Map(), negator: new Map(), strength: new Map(), mood: new Map() } as const;
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
  readonly seen: Set<Term>;
}

function place(match: Match<Term>, words: Words, { reading, clauses, seen }: Ground): Found {
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
    isPartyIncluded: match.entry.pattern.includes('<'),
    isAgain,
  };
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
  if (term.pattern.startsWith('<') && isInPhrase(at.reading.tokens, tokenAt(words, at.from))) return false;
  if (term.pos === '') return true;
  for (let i = at.from; i < at.to; i++) {
    const token = at.reading.tokens[tokenAt(words, i)] as Token;
    if (token.pos === term.pos || (term.pos === 'VERB' && isInfinitive(at.reading.tokens, tokenAt(words, i)))) return true;
    if (!FUNCTION_PARTS.has(token.pos)) return false;
  }
  return false;
}

/** "To end the war": a verb behind "to" and before its object, also where the reader of grammar takes it for a noun. */
function isInfinitive(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.pos;
  return tokens[at]?.pos === 'NOUN' && tokens[at - 1]?.lemma === 'to' && (next === 'DET' || next === 'PRON');
}

/** "The sanctions on Moscow must go": a party behind a preposition does not do what the verb behind it says. */
function isInPhrase(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.pos;
  return tokens[at - 1]?.pos === 'ADP' && (next === 'VERB' || next === 'AUX');
}
