/** The times that a sentence names: "on Thursday", "last month", "in a March 2022 interview", read from the day of publication. */

import { dayNumber, isoDay, spanOfDate, weekdayOf } from '../../core/days.ts';
import type { Span } from '../../core/model/articles.ts';
import { monthNamed } from './months.ts';
import { findDates } from './parse.ts';

/** A time that a text names. */
export interface NamedTime {
  /** Where its words stand, from the first to past the last character. */
  readonly start: number;
  readonly end: number;
  /** First and last day, as day numbers. */
  readonly days: Span;
  /** Whether its words place it within days of publication, as weekdays do. */
  readonly isNear: boolean;
}

/** One way of naming a time. In order: words that a rule has read are not read again. */
interface TimeRule {
  /** What stands in all that it reads: a glance that spares most sentences the pattern. */
  readonly needs: RegExp;
  readonly pattern: RegExp;
  readonly isNear: boolean;
  /** First and last day; null where the words mean something else or lie ahead. */
  readonly read: (groups: readonly string[], published: number) => Span | null;
}

const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const COUNTS = 'one two three four five six seven eight nine ten'.split(' ');
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const SHORT_MONTHS = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
/** A capitalised word behind a month or a weekday makes it a name, "June Osborne" or "Sunday Times", unless it is a time of day. */
const NO_NAME = "(?!['’]?s?\\s+(?!January|February|March|April|May\\b|June|July|August|September|October|November|December)\\p{Lu}\\p{Ll})";
/** Time zones: what is written in one place may carry the date of the day after. */
const AHEAD = 1;

const MONTH = /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec/;
const YEAR = /(?:19|20)\d\d/;
/** Without s and k, whose like there is outside ASCII. */
const WEEK = /wee/i;

const RULES: readonly TimeRule[] = [
  {
    needs: MONTH,
    pattern: new RegExp(
      `\\b(${MONTHS}|(?:${SHORT_MONTHS})\\b\\.?)\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?!,?\\s*(?:19|20)\\d\\d|[:%]|\\.\\d)`,
      'gu',
    ),
    isNear: false,
    read: ([month, day], published) => monthDay(month ?? '', Number(day), published),
  },
  {
    needs: MONTH,
    pattern: new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTHS}|(?:${SHORT_MONTHS})\\b\\.?)(?!,?\\s*(?:19|20)\\d\\d)`,
      'gu',
    ),
    isNear: false,
    read: ([day, month], published) => monthDay(month ?? '', Number(day), published),
  },
  { needs: /terday/i, pattern: /\byesterday\b/giu, isNear: true, read: (_, published) => [published - 1, published - 1] },
  { needs: /today/i, pattern: /\btoday\b(?!['’]s)/giu, isNear: true, read: (_, published) => [published, published] },
  {
    needs: /day/,
    pattern: new RegExp(
      `(?<!\\b[Nn]ext\\s)\\b(last\\s+|[Ee]arlier\\s+)?(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)\\b${NO_NAME}`,
      'gu',
    ),
    isNear: true,
    read: ([before, name], published) => weekdayBefore(name ?? '', before?.trim().toLowerCase(), published),
  },
  {
    needs: /ago/i,
    pattern: new RegExp(`\\b(${COUNTS.join('|')}|a) (day|week)s? ago\\b`, 'giu'),
    isNear: true,
    read: ([count, unit], published) => ago(count ?? '', unit ?? '', published),
  },
  { needs: WEEK, pattern: /\blast week\b(?!['’]s)/giu, isNear: true, read: (_, published) => lastWeek(published) },
  {
    needs: WEEK,
    pattern: /\b(?:earlier )?this week\b(?!['’]s)/giu,
    isNear: true,
    read: (_, published) => [published - ((weekdayOf(published) + 6) % 7), published],
  },
  {
    needs: /month/i,
    pattern: /\bearlier this month\b/giu,
    isNear: false,
    read: (_, published) => upTo(isoDay(published).slice(0, 7), published),
  },
  { needs: /month/i, pattern: /\blast month\b(?!['’]s)/giu, isNear: false, read: (_, published) => monthBefore(published) },
  {
    needs: /year/i,
    pattern: /\bearlier this year\b/giu,
    isNear: false,
    read: (_, published) => upTo(isoDay(published).slice(0, 4), published),
  },
  {
    needs: MONTH,
    pattern: new RegExp(
      `(?<=\\b(?:[Ii]n|[Ll]ast) (?:early |late |mid-)?|\\b[Aa] |\\bearlier )(${MONTHS})\\b(?!,?\\s+(?:\\d|of\\b))${NO_NAME}`,
      'gu',
    ),
    isNear: false,
    read: ([name], published) => lastMonthNamed(name ?? '', published),
  },
  {
    needs: /year/i,
    pattern: /\blast year\b(?!['’]s)/giu,
    isNear: false,
    read: (_, published) => spanOfDate(String(Number(isoDay(published).slice(0, 4)) - 1)) as Span | null,
  },
  {
    needs: YEAR,
    pattern: /(?<=\b(?:[Ii]n(?: early| late)?|back in|[Aa]|(?:his|her|their)) )((?:19|20)\d\d)\b(?![-–/]\d|,\d{3})/gu,
    isNear: false,
    read: ([year], published) => upTo(year ?? '', published),
  },
];

/** The times named in a text, from left to right, none later than a day after publication. */
export function findTimes(text: string, published: number): readonly NamedTime[] {
  const found: NamedTime[] = [];
  const add = (start: number, end: number, time: { readonly days: Span | null; readonly isNear: boolean }): void => {
    if (!time.days || time.days[0] > published + AHEAD || found.some((other) => start < other.end && other.start < end)) return;
    found.push({ start, end, days: time.days, isNear: time.isNear });
  };
  if (!/\d|days?\b|week|month|year|[JFMASOND]\p{Ll}/u.test(text)) return found;
  const full = YEAR.test(text) ? findDates(text).filter(({ day }) => day.length >= 7) : [];
  for (const { day, index, end } of full) add(index, end, { days: spanOfDate(day) as Span | null, isNear: false });
  const isFull = (at: number) => full.some(({ index, end }) => at >= index && at < end);
  for (const { needs, pattern, read, isNear } of RULES) {
    if (!needs.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      if (isFull(match.index)) continue;
      add(match.index, match.index + match[0].length, { days: read(match.slice(1), published), isNear });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The day of that name nearest to publication: a day without a year is never most of a year old, and one that lies ahead is no day of saying. */
function monthDay(name: string, day: number, published: number): Span | null {
  const year = Number(isoDay(published).slice(0, 4));
  const month = monthNamed(name) ?? 0;
  const days = [year - 1, year, year + 1].map((each) => dayNumber(each, month, day)).filter((each) => each !== null);
  const nearest = days.reduce<number | null>(
    (best, each) => (best === null || Math.abs(each - published) < Math.abs(best - published) ? each : best),
    null,
  );
  return nearest === null || nearest > published + AHEAD ? null : [nearest, nearest];
}

/** The last day of that name up to `ahead` days after publication. */
/** "last Friday" is not today; "earlier Friday" is the day of writing, also where that is the day behind the one of publication elsewhere. */
function weekdayBefore(name: string, word: string | undefined, published: number): Span {
  const day = lastWeekday(name, published, word === 'last' ? -1 : 0);
  return word === 'earlier' && day[0] === published - 6 ? [published, published] : day;
}

function lastWeekday(name: string, published: number, ahead: number): Span {
  const latest = published + ahead;
  const day = latest - ((weekdayOf(latest) - WEEKDAYS.indexOf(name.toLowerCase()) + 7) % 7);
  return [day, day];
}

function ago(count: string, unit: string, published: number): Span {
  const number = Math.max(1, COUNTS.indexOf(count.toLowerCase()) + 1);
  const day = published - number * (unit.toLowerCase() === 'week' ? 7 : 1);
  return [day, day];
}

function lastWeek(published: number): Span {
  const monday = published - ((weekdayOf(published) + 6) % 7) - 7;
  return [monday, monday + 6];
}

function monthBefore(published: number): Span | null {
  const first = spanOfDate(isoDay(published).slice(0, 7))?.[0] ?? published;
  return spanOfDate(isoDay(first - 1).slice(0, 7)) as Span | null;
}

function lastMonthNamed(name: string, published: number): Span | null {
  const month = String(monthNamed(name) ?? 0).padStart(2, '0');
  const year = Number(isoDay(published).slice(0, 4));
  const found = [year, year - 1].find((each) => (spanOfDate(`${each}-${month}`)?.[0] ?? published + 1) <= published);
  return found === undefined ? null : upTo(`${found}-${month}`, published);
}

function upTo(iso: string, published: number): Span | null {
  const span = spanOfDate(iso);
  return span && span[0] <= published ? [span[0], Math.min(span[1], published)] : null;
}
