/** Reading a source phrase: which of its words is the head, and whether that is a pronoun, a name or a noun. */
import type { Span } from '../../core/model/articles.ts';
import type { Reading } from '../../core/model/reading.ts';
import { namingBeside } from './appositions.ts';
import type { Naming } from './cast.ts';

/** A source phrase, cut down to its core. */
export interface Phrase {
  readonly kind: 'pronoun' | 'person' | 'noun' | 'none';
  /** Lower-case pronoun, or ''. */
  readonly pronoun: string;
  /** The naming that is the head, or that stands in apposition to it. */
  readonly naming: Naming | null;
  /** Tokens of the head's own noun phrase, without its article. */
  readonly core: Span;
  /** Lower-case head noun. */
  readonly head: string;
  readonly isDefinite: boolean;
  /** All tokens of the source. */
  readonly tokens: Span;
}

/** Words that stand for someone named elsewhere. */
const PRONOUNS = new Set([
  ...['he', 'she', 'they', 'it', 'i', 'we', 'you', 'who', 'which', 'that', 'whose', 'whom'],
  ...[
    'this',
    'these',
    'those',
    'him',
    'her',
    'them',
    'me',
    'us',
    'his',
    'their',
    'its',
    'my',
    'our',
    'your',
    'himself',
    'herself',
    'themselves',
  ],
]);
const DETERMINERS = new Set([
  ...[
    'the',
    'a',
    'an',
    'this',
    'that',
    'these',
    'those',
    'his',
    'her',
    'their',
    'its',
    'our',
    'my',
    'your',
    'some',
    'many',
    'several',
    'most',
  ],
  ...['few', 'other', 'another', 'both', 'all', 'any', 'each', 'every', 'one', 'two', 'three', 'four', 'five', 'as', 'for', 'by', 'even'],
  ...['according', 'to', 'from', 'in', 'and', 'but', 'more', 'such', 'no', 'various', 'numerous', 'at', 'least', 'said', 'only', 'while'],
]);
/** "a number of members", "a lot of people", "a quarter of voters": the members speak. */
const QUANTITIES = new Set(
  (
    'number group majority minority handful couple dozen dozens score scores hundreds thousands millions series range array lot lots host slew plenty string chorus half third ' +
    'quarter percent pair trio one some many most two three four several few all each'
  ).split(' '),
);
const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'his', 'her', 'their', 'its']);
/** Words after which the head's noun phrase is over. */
const ENDING_PARTS = new Set(['ADP', 'SCONJ', 'CCONJ', 'VERB', 'AUX', 'PRON', 'DET']);
/** A name twice without a space: a caption ends in it and a sentence begins. */
const RUN_TOGETHER = /^(\p{Lu}\p{Ll}{3,})\1$/u;
/** What says of a source how it came to know. */
const BEHIND = /^(?:familiar|close|involved|knowledgeable|privy|present|aware|briefed|acquainted|near|overall|alike|themselves)$/;
const DAY = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Ll]ast|[Ll]ate|[Ee]arly)$/;
const POSSESSIVE = /^['’]s?$/;

/** Reads the tokens of a source; `namingAt` gives the naming that covers a token. */
export function readPhrase(reading: Reading, tokens: Span, namingAt: (token: number) => Naming | null): Phrase {
  const [first, end] = withoutNumber(reading, trimPhrase(reading, tokens));
  const none: Phrase = { kind: 'none', pronoun: '', naming: null, core: [first, first], head: '', isDefinite: false, tokens };
  if (first >= end || reading.tokens[first]?.lower === 'of') return none;
  const word = reading.tokens[first]?.lower ?? '';
  if (end - first === 1 && PRONOUNS.has(word)) return { ...none, kind: 'pronoun', pronoun: word, core: [first, end] };
  const start = skipDeterminers(reading, first, end);
  const isDefinite = reading.tokens.slice(first, start).some((token) => DEFINITE.has(token.lower));
  const coreEnd = withoutDay(reading, [start, withoutPredicate(reading, [start, endOfCore(reading, [start, end], namingAt)])]);
  const found = { ...none, core: [start, coreEnd] as Span, head: reading.tokens[coreEnd - 1]?.lower ?? '', isDefinite };
  if (coreEnd === start) return none;
  const atHead = namingAt(coreEnd - 1);
  const isOwner = atHead?.mention.isPossessive === true && coreEnd < end;
  const naming = (isOwner ? null : atHead) ?? namingBeside(reading, [coreEnd, end], namingAt);
  return naming ? { ...found, kind: 'person', naming } : { ...found, kind: coreEnd > start ? 'noun' : 'none' };
}

/** Without marks at both ends and a possessive at the end. */
function trimPhrase(reading: Reading, tokens: Span): Span {
  let [first, end] = tokens;
  for (let at = first; at < end; at++) if (RUN_TOGETHER.test(reading.tokens[at]?.text ?? '')) first = at;
  while (first < end && isMark(reading, first)) first++;
  while (end > first && (isMark(reading, end - 1) || POSSESSIVE.test(reading.tokens[end - 1]?.text ?? ''))) end--;
  return [first, end];
}

const ENTRY_TIME = /^\d{1,2}[:.]\d{2}$/;
const NOTE_NUMBER = /^\d{1,3}$/;

/** "13:21 - the ministry" and "war.12 The ministry": the time of an entry and the number of a note are no part of who speaks. */
function withoutNumber(reading: Reading, [first, end]: Span): Span {
  const [number, ...behind] = reading.tokens.slice(first, Math.min(end, first + 4));
  if (number === undefined || behind.length === 0) return [first, end];
  const word = behind.findIndex(({ text }) => /\p{L}/u.test(text) && !/^(?:GMT|UTC|[ap]\.?m\.?)$/i.test(text));
  if (ENTRY_TIME.test(number.text)) return word < 0 ? [first, end] : [first + 1 + word, end];
  const isNote = NOTE_NUMBER.test(number.text) && reading.text[number.start - 1] === '.';
  return isNote ? [first + 1, end] : [first, end];
}

function isMark(reading: Reading, at: number): boolean {
  const text = reading.tokens[at]?.text ?? '';
  return !/[\p{L}\p{N}]/u.test(text) && !POSSESSIVE.test(text);
}

function skipDeterminers(reading: Reading, first: number, end: number): number {
  let at = first;
  while (at < end - 1) {
    const word = reading.tokens[at]?.lower ?? '';
    if (reading.tokens[at + 1]?.text === '-' || (!DETERMINERS.has(word) && !(word === 'of' && at > first))) break;
    at++;
  }
  // "a growing number of": the quantity may have an adjective.
  const many = reading.tokens[at]?.pos === 'ADJ' || reading.tokens[at]?.pos === 'VERB' ? at + 1 : at;
  const isOfMany = reading.tokens[many + 1]?.text === 'of' && QUANTITIES.has(reading.tokens[many]?.lower ?? '');
  return isOfMany && many + 2 < end ? skipDeterminers(reading, many + 2, end) : at;
}

/** "foreign journalists present at the elections", "two officials familiar with the talks", "a database tracking such deaths": what stands behind the noun is no head. */
function withoutPredicate(reading: Reading, [start, end]: Span): number {
  const isBehind = end - start > 1 && /^(?:NOUN|PROPN)$/.test(reading.tokens[end - 2]?.pos ?? '');
  const last = reading.tokens[end - 1];
  if (!isBehind || !last) return end;
  const next = reading.tokens[end]?.pos ?? '';
  const hasObject = /^\p{Ll}+ing$/u.test(last.text) && /^(?:DET|ADJ|PRON|PROPN)$/.test(next);
  const isPredicate = hasObject || BEHIND.test(last.text) || (last.pos === 'ADJ' && reading.tokens[end]?.text === 'at');
  return isPredicate ? end - 1 : end;
}

/** "the Security Council Thursday": the day tells when, not who. */
function withoutDay(reading: Reading, [start, end]: Span): number {
  let last = end;
  while (last > start && DAY.test(reading.tokens[last - 1]?.text ?? '')) last--;
  return last;
}

function endOfCore(reading: Reading, within: Span, namingAt: (token: number) => Naming | null): number {
  let at = within[0];
  while (at < within[1]) {
    const naming = namingAt(at);
    if (naming) {
      at = Math.max(at + 1, naming.mention.tokens[1]);
      continue;
    }
    const token = reading.tokens[at];
    if (
      !token ||
      (at > within[0] &&
        (isBreak(token.text) ||
          (ENDING_PARTS.has(token.pos) && !isParticiple(reading, at) && !isJoint(reading, at) && !isOfTwo(reading, at, namingAt))))
    )
      break;
    at++;
  }
  return Math.min(at, within[1]);
}

/** "running" in "his running mate", "Herald" in "the Ohio Herald", "elect" in "the president-elect": a verb's form that is part of a noun phrase. */
function isParticiple(reading: Reading, at: number): boolean {
  const before = reading.tokens[at - 1];
  const token = reading.tokens[at];
  if (token?.text === 'elect' && before?.text === '-') return true;
  if (token?.pos === 'VERB' && /^\p{Lu}/u.test(token.text) && /^\p{Lu}/u.test(before?.text ?? '')) return true;
  // "state-run": whatever stands behind a hyphen
  const isForm = /(?:ing|ed)$/.test(token?.text ?? '') || reading.tokens[at - 1]?.text === '-';
  if (token?.pos !== 'VERB' || !isForm || !/^(?:NOUN|PROPN)$/.test(reading.tokens[at + 1]?.pos ?? '')) return false;
  return before?.pos === 'ADJ' || before?.text === '-' || /['’]s?$/.test(before?.text ?? '');
}

/** "and" in "federal and state officials": it joins adjectives, not persons. */
function isJoint(reading: Reading, at: number): boolean {
  const after = reading.tokens[at + 1]?.pos;
  return reading.tokens[at]?.pos === 'CCONJ' && (after === 'ADJ' || (after === 'NOUN' && reading.tokens[at - 1]?.pos === 'ADJ'));
}

/** "and" in "U.S. and European officials": two peoples or bodies before one noun, neither of them a person. */
function isOfTwo(reading: Reading, at: number, namingAt: (token: number) => Naming | null): boolean {
  const [before, and, after, head] = reading.tokens.slice(at - 1, at + 3);
  if (and?.text !== 'and' || before?.pos !== 'PROPN' || after?.pos !== 'PROPN' || head?.pos !== 'NOUN') return false;
  return !/^\p{Lu}/u.test(head.text) && namingAt(at - 1) === null && namingAt(at + 1) === null;
}

function isBreak(text: string): boolean {
  return /^[,;:()—–"“”]|^--+$/.test(text);
}
