/** Words of time beside an event → how long after it the text was printed: "on Sunday", "last week", "two years after". */
import { weekdayOf } from '../../core/days.ts';
import type { Evidence } from './evidence.ts';
import type { Mention } from './mentions.ts';
import { monthNamed } from './months.ts';
import type { Word } from './tokens.ts';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** Paragraphs that tell the news itself. */
const LEAD = 6;
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  '10th': 10,
  '20th': 20,
  '5th': 5,
  '15th': 15,
};
const UNITS: Readonly<Record<string, number>> = {
  day: 1,
  days: 1,
  week: 7,
  weeks: 7,
  month: 30.4,
  months: 30.4,
  year: 365.25,
  years: 365.25,
  decade: 3652,
};
const FARTHEST = 28;
/** How far from its event a distance ("two years after") may stand, in words. */
const REACH = 12;
/** Anniversaries are written about for so many days before and after. */
const ANNIVERSARY_DAYS = 15;

type Clue = Omit<Evidence, 'weight'> & { readonly weight?: number };

/** What the words of time in a mention's sentence say about the day of publication. */
export function relativeEvidence(words: readonly Word[], mention: Mention): readonly Evidence[] {
  const clues: Clue[] = [];
  const sentence = words[mention.index]?.sentence;
  for (let i = Math.max(0, mention.index - FARTHEST); i < mention.index + FARTHEST; i++) {
    if (words[i]?.sentence !== sentence) continue;
    const clue = clueAt(words, i, mention);
    if (clue) clues.push(clue);
  }
  const share = (words[mention.index]?.paragraph ?? 0) < LEAD ? 1 : 0.7;
  return clues.map((clue) => ({ ...clue, weight: (clue.weight ?? 2) * share, reason: `${mention.event.name}: ${clue.reason}` }));
}

function clueAt(words: readonly Word[], i: number, mention: Mention): Clue | null {
  const { first, last } = mention.event;
  const word = words[i]?.text ?? '';
  const before = words[i - 1]?.text ?? '';
  if (UNITS[word] !== undefined && before !== 'last' && before !== 'this') return distanceClue(words, i, mention);
  if (word === 'anniversary') return anniversaryClue(words, i, mention);
  if (mention.event.kind === 'lasting' || mention.event.kind === 'election') return null;
  const weekday = WEEKDAYS.indexOf(word);
  if (weekday >= 0) return weekdayClue(weekday, mention);
  if (word === 'yesterday') return { ranges: [[first + 1, last + 1]], likely: last + 1, reason: 'yesterday' };
  if (before === 'last' || before === 'past' || before === 'previous') return lastClue(word, mention);
  if (before === 'this' || before === 'earlier') return thisClue(word, mention);
  const month = monthNamed(word);
  if (month !== null && word.length > 2 && !hasYear(words, i)) return monthClue(month, before, mention);
  return null;
}

function weekdayClue(weekday: number, { event, isAhead }: Mention): Clue | null {
  const { first, last } = event;
  if (last - first > 3) return null;
  for (let day = last; day >= first; day--)
    if (weekdayOf(day) === weekday)
      return isAhead && event.kind === 'planned' ? null : { ranges: [[day, day + 6]], likely: day + 1, reason: 'weekday', weight: 3 };
  return null;
}

function lastClue(word: string, { event: { first, last } }: Mention): Clue | null {
  if (word === 'week') {
    const monday = last - ((weekdayOf(last) + 6) % 7) + 7;
    return { ranges: [[Math.max(monday, last + 1), monday + 6]], likely: null, reason: 'last week' };
  }
  if (word === 'month') {
    const next = monthStart(last, 1);
    return { ranges: [[next, monthStart(last, 2) - 1]], likely: null, reason: 'last month' };
  }
  if (word === 'year') return { ranges: [[yearStart(first, 1), yearStart(last, 2) - 1]], likely: null, reason: 'last year' };
  return null;
}

function thisClue(word: string, { event: { first, last } }: Mention): Clue | null {
  if (word === 'week' || word === 'weekend') return { ranges: [[first, last + 6]], likely: last + 1, reason: 'this week' };
  if (word === 'month') return { ranges: [[first, monthStart(last, 1) - 1]], likely: null, reason: 'this month' };
  if (word === 'year') return { ranges: [[first, yearStart(last, 1) - 1]], likely: null, reason: 'this year' };
  return null;
}

/** A year in the same paragraph, up to here or just behind, and "of the same year" make the month one of that year. */
function hasYear(words: readonly Word[], at: number): boolean {
  if (words[at + 1]?.text === 'of' || words[at + 1]?.text === 'that') return true;
  for (let i = Math.max(0, at - 40); i <= at + 3; i++)
    if (words[i]?.paragraph === words[at]?.paragraph && /^(19|20)\d\d$/.test(words[i]?.text ?? '')) return true;
  return false;
}

/** "in July", without a year, is the latest July. */
function monthClue(month: number, before: string, { event: { first, last } }: Mention): Clue | null {
  const isSame = month === new Date(first * 86_400_000).getUTCMonth() + 1 || month === new Date(last * 86_400_000).getUTCMonth() + 1;
  if (!isSame || before === 'since' || before === 'last') return null;
  return { ranges: [[first, first + 340]], likely: null, reason: 'month without a year', weight: 1.5 };
}

/** "almost a year after Obama came in", "five years ago", "the tenth anniversary". */
function distanceClue(words: readonly Word[], i: number, { event: { first }, index }: Mention): Clue | null {
  const unit = UNITS[words[i]?.text ?? ''] ?? 0;
  const next = words[i + 1]?.text ?? '';
  const isAfter = next === 'after' || next === 'since';
  if (!isAfter && next !== 'ago' && next !== 'later') return null;
  if (isAfter ? index < i || index > i + REACH : Math.abs(index - i) > REACH) return null;
  const amount = numberOf(words[i - 1]?.text ?? '');
  if (amount === null) return null;
  const isNearly = ['nearly', 'almost'].includes(words[i - 2]?.text ?? '');
  const distance = Math.round(unit * amount);
  const slack = Math.max(2, Math.round(unit * 0.5));
  return {
    ranges: [[first + distance - slack, first + distance + (isNearly ? 10 : slack)]],
    likely: null,
    reason: 'so long after',
    weight: 3,
  };
}

/** "the tenth anniversary of the siege". */
function anniversaryClue(words: readonly Word[], i: number, { event: { first }, index }: Mention): Clue | null {
  const years = numberOf(words[i - 1]?.text ?? '');
  if (years === null || Math.abs(index - i) > REACH) return null;
  const day = Math.round(first + years * 365.25);
  return { ranges: [[day - ANNIVERSARY_DAYS, day + ANNIVERSARY_DAYS]], likely: day, reason: 'anniversary', weight: 3 };
}

/** A look back: an anniversary, or years and decades counted from the event. */
export function looksBack(words: readonly Word[], at: number): boolean {
  const sentence = words[at]?.sentence;
  return words.slice(Math.max(0, at - FARTHEST), at + FARTHEST).some((word, k, near) => {
    if (word.sentence !== sentence) return false;
    const next = near[k + 1]?.text ?? '';
    return word.text === 'anniversary' || (/^(?:years?|decades?)$/.test(word.text) && /^(?:after|ago|since|later)$/.test(next));
  });
}

function numberOf(word: string): number | null {
  if (/^\d{1,2}$/.test(word)) return Number(word);
  return Object.hasOwn(NUMBERS, word) ? (NUMBERS[word] ?? null) : null;
}

function monthStart(day: number, ahead: number): number {
  const date = new Date(day * 86_400_000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead, 1) / 86_400_000;
}

function yearStart(day: number, ahead: number): number {
  return Date.UTC(new Date(day * 86_400_000).getUTCFullYear() + ahead, 0, 1) / 86_400_000;
}
