/** What stands between a cue and its content: when, where and in what it was said. */
import type { Token } from '../../../core/model/reading.ts';
import { isOccasionNoun } from '../occasions.ts';
import { DAYS, phraseEnd, SHORT_MONTH, wordAt } from '../phrases.ts';
import { isMark, type Page } from './sentences.ts';

const ADJUNCT_PREPOSITIONS = new Set([
  'in',
  'at',
  'on',
  'to',
  'during',
  'after',
  'before',
  'via',
  'through',
  'by',
  'with',
  'from',
  'of',
  'for',
  'over',
  'throughout',
  'within',
  'amid',
]);
const TIME_OPENERS = new Set(['last', 'this', 'next', 'earlier', 'late', 'early']);
const TIME_NOUNS = new Set([
  'week',
  'month',
  'year',
  'night',
  'morning',
  'afternoon',
  'evening',
  'summer',
  'fall',
  'spring',
  'winter',
  'day',
  'weekend',
]);
const LONGEST_ADJUNCT = 16;

/** Steps over "on Monday", "in an interview with a weekly", "last night", "repeatedly". */
export function skipAdjuncts(page: Page, from: number, { limit, isPastCommas }: { limit: number; isPastCommas: boolean }): number {
  const { tokens } = page;
  let at = from;
  while (at < limit && at - from < LONGEST_ADJUNCT) {
    const next = adjunctEnd(page, at, limit);
    if (next === at) break;
    at = next;
    if (isPastCommas && tokens[at]?.text === ',' && at < limit) at++;
  }
  return at;
}

function adjunctEnd(page: Page, at: number, limit: number): number {
  const token = page.tokens[at];
  if (!token || page.regionOf[at] !== 0) return at;
  const word = token.lower;
  if (token.text === ',') {
    const after = adjunctEnd(page, at + 1, limit);
    return after > at + 1 ? after : at;
  }
  if (DAYS.has(word) || SHORT_MONTH.test(word)) return timeEnd(page, at);
  if (timeNounEnd(page, at) > at) return at + 2;
  if (token.pos === 'ADV') return at + 1;
  if (isIssued(page, at)) return issuedEnd(page, at + 1, limit);
  if (token.pos === 'ADP' && ADJUNCT_PREPOSITIONS.has(word)) {
    const isOwner = /^['’]s$/.test(wordAt(page.tokens, at + 2));
    if (!isOwner && (DAYS.has(wordAt(page.tokens, at + 1)) || SHORT_MONTH.test(wordAt(page.tokens, at + 1)))) return timeEnd(page, at + 1);
    return isOwner ? afterOwner(page, at + 3, limit) : afterPhrase(page, at, limit);
  }
  return at;
}

/** "last week", "this Monday", "earlier this"; not "last week's". Token index after it, or `at`. */
export function timeNounEnd({ tokens }: Page, at: number): number {
  const noun = wordAt(tokens, at + 1);
  return TIME_OPENERS.has(wordAt(tokens, at)) && (TIME_NOUNS.has(noun) || DAYS.has(noun)) ? at + 2 : at;
}

/** "Thursday", "March 20", "Sept. 9, 2020": token index after a day or month and what belongs to it. */
function timeEnd({ tokens }: Page, at: number): number {
  if (tokens[at + 1]?.pos !== 'NUM') return at + 1;
  return wordAt(tokens, at + 2) === ',' && /^(?:19|20)\d\d$/.test(wordAt(tokens, at + 3)) ? at + 4 : at + 2;
}

/** "in a statement | released | by the board", "in a letter | seen | by a weekly": a participle behind what is issued tells more of it. */
function isIssued({ tokens }: Page, at: number): boolean {
  const isParticiple = tokens[at]?.pos === 'VERB' && /(?:ed|en|sent|held|seen)$/.test(wordAt(tokens, at));
  return isParticiple && tokens[at - 1]?.pos === 'NOUN' && isOccasionNoun(wordAt(tokens, at - 1));
}

/** "by the board", "on Monday", "Monday": token index after what follows the participle. */
function issuedEnd(page: Page, at: number, limit: number): number {
  const end = adjunctEnd(page, at, limit);
  return end > at || page.tokens[at]?.pos !== 'ADP' ? end : at - 1;
}

/** "during Saturday's | debate |", "on NBC's | “Meet the Nation” |": what a day or a station owns. */
function afterOwner(page: Page, at: number, limit: number): number {
  return quotedTitleEnd(page, at, limit) ?? Math.max(at, nounPhraseEnd(page, at, limit));
}

function afterPhrase(page: Page, preposition: number, limit: number): number {
  const end = quotedTitleEnd(page, preposition + 1, limit) ?? nounPhraseEnd(page, preposition + 1, limit);
  return end > preposition + 1 ? end : preposition;
}

/** In words. */
const LONGEST_TITLE = 9;

/** “Meet the Nation”, ‘A Norland Son’: token index after the marks around a title, whose words have capitals; null where no title begins. */
export function quotedTitleEnd({ tokens, regionOf }: Page, at: number, limit: number): number | null {
  let first = at;
  while (first < limit && isMark(wordAt(tokens, first)) && regionOf[first] === 0) first++;
  if (first === at) return null;
  const region = regionOf[first];
  let end = first;
  while (end < limit && end - first < 2 * LONGEST_TITLE && (region === 0 ? !isMark(wordAt(tokens, end)) : regionOf[end] === region)) end++;
  const words = tokens.slice(first, end).filter(({ pos }) => pos !== 'PUNCT');
  const isTitle = words.length > 0 && words.length <= LONGEST_TITLE && words.every(isTitleWord) && /^\p{Lu}/u.test(words[0]?.text ?? '');
  if (!isTitle) return null;
  while (end < limit && isMark(wordAt(tokens, end)) && regionOf[end] === 0) end++;
  return end;
}

function isTitleWord({ text, pos }: Token): boolean {
  return /^\p{Lu}/u.test(text) || /^(?:DET|ADP|CCONJ|PART|NUM)$/.test(pos);
}

const PERSONAL = new Set(['he', 'she', 'they', 'it', 'i', 'we', 'you', 'him', 'them', 'me', 'us', 'himself', 'herself', 'themselves']);

/** Token index after the noun phrase at `at`; `at` itself where there is none. */
export function nounPhraseEnd(page: Page, at: number, limit: number): number {
  const word = page.tokens[at]?.lower ?? '';
  if (PERSONAL.has(word) && at < limit) return at + 1;
  return phraseEnd(page.tokens, at, limit);
}
