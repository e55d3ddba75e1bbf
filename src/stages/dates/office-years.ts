/** Clues that bound the day of publication without any event: offices that people hold or have left, and years that the text names. */

import { dayNumber, weekdayOf } from '../../core/days.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Calendar, Term } from './calendar.ts';
import { type DayRange, type Evidence, FIRST_DAY } from './evidence.ts';
import { monthNamed } from './months.ts';
import type { Word } from './tokens.ts';

const FORMER = new Set('former ex then onetime past'.split(' '));
const NO_HOLDER = new Set('elect candidate candidates nominee frontrunner hopeful contender acting deputy vice shadow'.split(' '));
const YEAR = /^(?:19[89]\d|20[0-3]\d)$/;
/** Words near a year that put it ahead of the text. */
const AHEAD = new Set('by until till upcoming next beyond expire expires expiring will through coming due forthcoming'.split(' '));
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const MOST_NAME_WORDS = 3;

/** "Secretary of State John Kerry", "former President Obama", "President-elect Trump". */
export function officeEvidence(words: readonly Word[], { terms }: Calendar): readonly Evidence[] {
  const bySurname = groupBy(terms, ({ surname }) => surname);
  const found = new Map<string, Evidence>();
  for (const [i, word] of words.entries()) {
    const held = bySurname.get(word.text);
    if (!held) continue;
    for (const title of new Set(held.flatMap(({ titles }) => titles))) {
      const clue = titleClue(words, i, { title, terms: held.filter(({ titles }) => titles.includes(title)) });
      if (clue && !found.has(clue.reason)) found.set(clue.reason, clue);
    }
  }
  return [...found.values()];
}

interface Held {
  readonly title: string;
  readonly terms: readonly Term[];
}

function titleClue(words: readonly Word[], surnameAt: number, { title, terms }: Held): Evidence | null {
  const parts = title.split(/[\s-]+/);
  for (let gap = 0; gap <= MOST_NAME_WORDS; gap++) {
    const start = surnameAt - gap - parts.length;
    if (start < 0 || !parts.every((part, k) => words[start + k]?.text === part) || words[start]?.sentence !== words[surnameAt]?.sentence)
      continue;
    const between = words.slice(start + parts.length, surnameAt).map(({ text }) => text);
    const before = [words[start - 1]?.text ?? '', words[start - 2]?.text ?? '', words[start - 3]?.text ?? ''];
    const name = `${title} ${terms[0]?.surname}`;
    if (between[0] === 'elect')
      return { ranges: terms.map(({ from }): DayRange => [from - 77, from]), weight: 2, likely: null, reason: `${name} elect` };
    if (before.some((word) => FORMER.has(word)))
      return { ranges: formerRanges(terms), weight: before.includes('then') ? 1 : 2, likely: null, reason: `former ${name}` };
    if (before.slice(0, 1).some((word) => NO_HOLDER.has(word)) || between.some((word) => NO_HOLDER.has(word))) return null;
    return {
      ranges: terms.map(({ from, to }): DayRange => [from, to]),
      weight: hasYear(words, surnameAt) ? 0.4 : 1.5,
      likely: null,
      reason: name,
    };
  }
  return null;
}

/** After each term, up to the next one of the same person. */
function formerRanges(terms: readonly Term[]): readonly DayRange[] {
  const sorted = [...terms].sort((a, b) => a.from - b.from);
  return sorted.map(({ to }, i): DayRange => [to, (sorted[i + 1]?.from ?? Infinity) - 1]);
}

function hasYear(words: readonly Word[], at: number): boolean {
  const sentence = words[at]?.sentence;
  for (let i = Math.max(0, at - 30); i < at + 30; i++) if (words[i]?.sentence === sentence && YEAR.test(words[i]?.text ?? '')) return true;
  return false;
}

/** A year in the text is over or running, unless the words around it put it ahead. */
export function yearEvidence(words: readonly Word[]): readonly Evidence[] {
  const found = new Map<string, Evidence>();
  for (const [i, { text, sentence }] of words.entries()) {
    if (!YEAR.test(text)) continue;
    const year = Number(text);
    const isAhead = [1, 2, 3, 4].some((back) => words[i - back]?.sentence === sentence && AHEAD.has(words[i - back]?.text ?? ''));
    const clue = isAhead ? aheadClue(year) : pastClue(words, i, year);
    if (clue) found.set(clue.reason, clue);
  }
  return [...found.values()];
}

function aheadClue(year: number): Evidence | null {
  const end = dayNumber(year, 12, 31);
  return end === null ? null : { ranges: [[FIRST_DAY, end]], weight: 0.6, likely: null, reason: `before the end of ${year}` };
}

function pastClue(words: readonly Word[], at: number, year: number): Evidence | null {
  const month =
    monthNamed(words[at - 1]?.text ?? '') ?? (/^\d{1,2}$/.test(words[at - 1]?.text ?? '') ? monthNamed(words[at - 2]?.text ?? '') : null);
  const start = dayNumber(year, month ?? 1, 1);
  return start === null
    ? null
    : { ranges: [[start, Infinity]], weight: 0.9, likely: null, reason: `${year}${month ? `-${month}` : ''} has begun` };
}

/** "on Friday, March 16": of all years only those in which the day fell on that weekday. */
export function weekdayEvidence(words: readonly Word[], lastYear: number): readonly Evidence[] {
  const found: Evidence[] = [];
  for (const [i, { text }] of words.entries()) {
    const weekday = WEEKDAYS.indexOf(text);
    const [first, second, third] = [words[i + 1]?.text ?? '', words[i + 2]?.text ?? '', words[i + 3]?.text ?? ''];
    const month = monthNamed(first) ?? monthNamed(second);
    const day = Number(/^\d{1,2}/.exec(monthNamed(first) ? second : first)?.[0] ?? 0);
    if (weekday < 0 || month === null || day < 1 || YEAR.test(third) || found.length > 5) continue;
    const ranges: DayRange[] = [];
    for (let year = 1999; year <= lastYear; year++) {
      const number = dayNumber(year, month, day);
      if (number !== null && weekdayOf(number) === weekday) ranges.push([number - 12, number + 12]);
    }
    found.push({ ranges, weight: 1, likely: null, reason: `${text} ${month}-${day}` });
  }
  return found;
}
