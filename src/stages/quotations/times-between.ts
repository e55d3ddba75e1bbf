/** Words of time between a subject and its verb: "the board | less than two weeks ago | said". */
import type { Token } from '../../core/model/reading.ts';
import { DAYS, isNominal, SHORT_MONTH, wordAt } from './phrases.ts';

/** Words that may stand before the name of a day. */
const NEAR = new Set('last this next the early late'.split(' '));
const UNITS = /^(?:minutes?|hours?|days?|weeks?|months?|years?|decades?)$/;
const COUNTS = /^(?:less|more|than|about|around|nearly|almost|just|only|over|barely|some|a|an|few|several|couple|of|many)$/;

/** "less than two weeks ago": how long it is since then. */
export function beforeAgo(tokens: readonly Token[], index: number, floor: number): number | null {
  if (!/^(?:ago|earlier|before)$/.test(wordAt(tokens, index)) || !UNITS.test(wordAt(tokens, index - 1))) return null;
  let i = index - 2;
  while (i > floor && index - i < 8 && (tokens[i]?.pos === 'NUM' || COUNTS.test(wordAt(tokens, i)))) i--;
  return i < index - 2 && i >= floor && isNominal(tokens[i]) ? i : null;
}

/** "last week", "later": lower-case words of time; a participle before them belongs to the subject ("a report released last week"). */
export function beforeTime(tokens: readonly Token[], index: number, floor: number): number | null {
  const word = wordAt(tokens, index);
  if (!DAYS.has(word) || tokens[index]?.text !== word || index - 1 < floor || !isNominal(tokens[index - 1])) return null;
  if (!NEAR.has(wordAt(tokens, index - 1))) return index - 1;
  const i = index - 2;
  return i > floor && tokens[i]?.pos === 'VERB' && isNominal(tokens[i - 1]) ? i - 1 : i;
}

/** "April | 2000": the month belongs to the year behind it. */
export function startOfDate(tokens: readonly Token[], start: number): number {
  return tokens[start]?.pos === 'NUM' && DAYS.has(wordAt(tokens, start - 1)) ? start - 1 : start;
}

/** "remarks | made | in April": the participle between a noun and the time behind it. */
export function beforeMade(tokens: readonly Token[], index: number, floor: number): number {
  const isMade = /(?:ed|^made|^held|^given|^sent|^written)$/.test(wordAt(tokens, index)) && tokens[index - 1]?.pos === 'NOUN';
  return isMade && index - 1 > floor ? index - 1 : index;
}

/** "in 2010", "on Friday": a time between the subject and its verb. */
export function isTime(tokens: readonly Token[], first: number, end: number): boolean {
  for (let i = first; i < end; i++) {
    if (
      tokens[i]?.pos !== 'NUM' &&
      !DAYS.has(wordAt(tokens, i)) &&
      !SHORT_MONTH.test(wordAt(tokens, i)) &&
      !(i < end - 1 && NEAR.has(wordAt(tokens, i)))
    )
      return false;
  }
  return end > first;
}
