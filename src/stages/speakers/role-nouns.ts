/** "the senator", "Moscow's top diplomat": noun phrases for one person, and the member of the cast that each can mean. */
import type { Span } from '../../core/model/articles.ts';
import type { Reading } from '../../core/model/reading.ts';
import type { Cast } from './cast.ts';
import { fitOf, type RolePhrase, rolePhrase } from './role-phrase.ts';
import type { Roster } from './roster.ts';

/** A definite noun phrase in the text that can stand for a person. */
export interface RoleNoun {
  /** Tokens from the article to the head. */
  readonly tokens: Span;
  readonly role: RolePhrase;
}

const NOUN_PARTS = new Set(['NOUN', 'ADJ', 'PROPN', 'PART', 'NUM', 'VERB']);
const LONGEST = 7;
/** Tokens from a head to the end of its complement: "of the Harbour's foreign affairs committee". */
const LONGEST_COMPLEMENT = 9;
/** A text with more persons is no article; the first ones are asked. */
const MOST_MEMBERS = 300;
const POSSESSIVE = /^['’]s?$/;

/** The role noun whose last word is this token, its head or "elect" behind it; null where the token is no role's head, or the phrase is not definite. */
export function roleNounAt(reading: Reading, last: number, roster: Roster): RoleNoun | null {
  const isElect = isElectAt(reading, last);
  const head = isElect ? last - 2 : last;
  const token = reading.tokens[head];
  if ((token?.pos !== 'NOUN' && token?.pos !== 'PROPN') || isElectAt(reading, head + 2) !== isElect) return null;
  const word = token.text.charCodeAt(0) > 96 ? token.text : token.lower;
  if (!roster.vocabulary.roles.has(word) || roster.vocabulary.roles.has(reading.tokens[head + 1]?.lower ?? '')) return null;
  if (
    POSSESSIVE.test(reading.tokens[head + 1]?.text ?? '') &&
    reading.tokens[head + 2]?.pos === 'NOUN' &&
    roster.vocabulary.roles.has(reading.tokens[head + 2]?.text ?? '')
  )
    return null;
  let first = head;
  while (head - first < LONGEST && (NOUN_PARTS.has(reading.tokens[first - 1]?.pos ?? '') || isHyphenated(reading, first - 1))) first--;
  const before = reading.tokens[first - 1]?.lower;
  const isPossessed = reading.tokens.slice(first, head).some((part) => POSSESSIVE.test(part.text));
  const isSecond = before === undefined || before === 'and';
  if (before !== 'the' && before !== 'this' && before !== 'that' && !isPossessed && !isSecond) return null;
  const words = reading.tokens.slice(first, last === head ? head : last + 1).map((part) => part.text);
  return {
    tokens: [before === 'the' ? first - 1 : first, last + 1],
    role: rolePhrase(word, [...words, ...wordsOfComplement(reading, last)]),
  };
}

/** "elect" in "the president-elect", one token behind the hyphen. */
function isElectAt(reading: Reading, at: number): boolean {
  return reading.tokens[at]?.text === 'elect' && reading.tokens[at - 1]?.text === '-';
}

/** "the right-wing minister", "the 72-year-old senator". */
function isHyphenated(reading: Reading, hyphen: number): boolean {
  const [before, mark, after] = reading.tokens.slice(Math.max(0, hyphen - 1), hyphen + 2);
  return mark?.text === '-' && before?.end === mark.start && after?.start === mark.end && /\p{L}|\p{N}/u.test(before.text);
}

/** "of state" after "secretary". */
function wordsOfComplement(reading: Reading, head: number): readonly string[] {
  if (reading.tokens[head + 1]?.text !== 'of') return [];
  const rest = reading.tokens.slice(head + 2, head + LONGEST_COMPLEMENT);
  const end = rest.findIndex((token) => !NOUN_PARTS.has(token.pos) && token.pos !== 'DET');
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .filter((token) => token.pos !== 'VERB')
    .map((token) => token.text);
}

/** What is known of the cast's roles. */
export interface RoleContext {
  readonly cast: Cast;
  /** The roles of every member, by index. */
  readonly described: readonly (readonly RolePhrase[])[];
  readonly roster: Roster;
}

/** The members that the role fits best; several where it fits them equally well. */
export function membersOfRole(asked: RolePhrase, context: RoleContext): readonly number[] {
  let best: number[] = [];
  let bestFit = Number.NEGATIVE_INFINITY;
  const vocabulary = context.roster.vocabulary;
  const gender = vocabulary.roles.get(asked.head)?.gender ?? null;
  for (const member of context.cast.members.slice(0, MOST_MEMBERS)) {
    if (gender !== null && member.gender !== null && member.gender !== gender) continue;
    for (const role of context.described[member.index] ?? []) {
      const fit = fitOf(asked, role, vocabulary);
      if (fit === null || fit < bestFit) continue;
      if (fit > bestFit) [best, bestFit] = [[], fit];
      if (!best.includes(member.index)) best.push(member.index);
    }
  }
  return best;
}
