/** When a statement was said: the day that the words beside it name, else the day of publication. */
import type { Article, Attribution, Dated, Reading, Span } from '../../core/model.ts';
import { dayNumber, isoDay, spanOfDate, weekdayOf } from './days.ts';
import { monthNamed } from './months.ts';
import { findDates } from './parse.ts';

const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

/** One way of naming a time, from the day of publication. In order: what names a day goes before what names a month or a year. */
interface TimeRule {
  readonly id: string;
  readonly pattern: RegExp;
  /** First and last day, or null where the words mean something else. */
  readonly read: (groups: readonly string[], published: number) => Span | null;
}

const MONTH_DAY =
  '(?:(January|February|March|April|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\\.?|May)\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?!,?\\s*(?:19|20)\\d\\d)';

const RULES: readonly TimeRule[] = [
  {
    id: 'month and day',
    pattern: new RegExp(`\\b${MONTH_DAY}`, 'i'),
    read: ([month = 'May', day], published) => monthDay(month, Number(day), published),
  },
  { id: 'yesterday', pattern: /\byesterday\b/i, read: (_, published) => [published - 1, published - 1] },
  {
    id: 'today',
    pattern: /\b(?:earlier|late|later|said|told reporters|reporters) today\b/i,
    read: (_, published) => [published, published],
  },
  {
    id: 'weekday',
    pattern: /\b(?:on\s+|late\s+|early\s+|last\s+)?(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)s?\b/,
    read: ([name], published) => lastWeekday(name ?? '', published),
  },
  {
    id: 'days ago',
    pattern: /\b(two|three|four|five|six) days (?:ago|earlier)\b/i,
    read: ([count], published) => daysAgo(count ?? '', published),
  },
  { id: 'last week', pattern: /\blast week\b/i, read: (_, published) => lastWeek(published) },
  {
    id: 'this week',
    pattern: /\b(?:earlier )?this week\b/i,
    read: (_, published) => [published - ((weekdayOf(published) + 6) % 7), published],
  },
  { id: 'this month', pattern: /\bearlier this month\b/i, read: (_, published) => upTo(isoDay(published).slice(0, 7), published) },
  { id: 'last month', pattern: /\blast month\b/i, read: (_, published) => monthBefore(published) },
  {
    id: 'month',
    pattern:
      /\b(?:[Ii]n|[Ss]ince|back in) (?:early |late |mid-)?(January|February|March|April|May|June|July|August|September|October|November|December)\b(?!,?\s+(?:\d|of))/,
    read: ([name], published) => lastMonthNamed(name ?? '', published),
  },
  {
    id: 'last year',
    pattern: /\blast year\b/i,
    read: (_, published) => spanOfDate(String(Number(isoDay(published).slice(0, 4)) - 1)) as Span | null,
  },
  { id: 'year', pattern: /\b(?:[Ii]n|back in|[Aa]) ((?:19|20)\d\d)\b/, read: ([year], published) => upTo(year ?? '', published) },
];

/** The day a statement was said; falls back on the day of publication, with basis 'published'. */
export function dateSaid(attribution: Attribution, article: Article, reading: Reading): Dated | null {
  const { published } = article;
  if (!published) return null;
  const base = spanOfDate(published.day);
  const words = base && published.day.length === 10 ? wordsBeside(attribution, article, reading) : '';
  const named = base && words !== '' ? namedTime(words, base[0]) : null;
  return named ?? { ...published, basis: 'published' };
}

function namedTime(words: string, published: number): Dated | null {
  const full = findDates(words).find(({ day }) => day.length >= 7 && (spanOfDate(day)?.[0] ?? published + 1) <= published);
  if (full) return datedFrom(spanOfDate(full.day) as Span | null);
  for (const { pattern, read } of RULES) {
    const match = pattern.exec(words);
    const span = match && read(match.slice(1), published);
    if (span && span[0] <= published) return datedFrom(span);
  }
  return null;
}

/** A day, a month or a year, whichever holds all of the interval. */
function datedFrom(span: Span | null): Dated | null {
  if (!span) return null;
  const [earliest, latest] = [isoDay(span[0]), isoDay(span[1])];
  const day = [10, 7].map((length) => earliest.slice(0, length)).find((each) => latest.startsWith(each)) ?? latest.slice(0, 4);
  return { day, basis: 'text', earliest, latest };
}

/** The sentences around the statement, without its own words: what is said inside names other days. */
function wordsBeside({ quotation, cue, mention }: Attribution, { text }: Article, reading: Reading): string {
  const pieces = [...quotation.spans, ...(cue ? [cue] : []), ...(mention ? [mention] : [])];
  const anchor: Span[] = cue ? [cue] : [...quotation.spans];
  const bounds = anchor.map((span) => sentenceAround(reading, span));
  const start = Math.min(...bounds.map(([from]) => from));
  const end = Math.max(...bounds.map(([, to]) => to));
  let words = '';
  let at = start;
  for (const [from, to] of [...pieces].sort((a, b) => a[0] - b[0])) {
    if (from >= end || to <= at) continue;
    words += `${text.slice(at, Math.max(at, from))} `;
    at = Math.max(at, to);
  }
  return words + text.slice(at, Math.max(at, end));
}

/** The sentence that a span begins in, found by halving. */
function sentenceAround({ tokens, sentences }: Reading, [start, end]: Span): Span {
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const first = tokens[sentences[middle]?.[0] ?? 0];
    if (first && first.start <= start) low = middle;
    else high = middle - 1;
  }
  const sentence = sentences[low];
  const [first, last] = [tokens[sentence?.[0] ?? 0], tokens[(sentence?.[1] ?? 1) - 1]];
  return [first?.start ?? start, Math.max(last?.end ?? end, end)];
}

function monthDay(name: string, day: number, published: number): Span | null {
  const year = Number(isoDay(published).slice(0, 4));
  const month = monthNamed(name) ?? 0;
  const number = [year, year - 1].map((each) => dayNumber(each, month, day)).find((each) => each !== null && each <= published);
  return number === undefined || number === null ? null : [number, number];
}

function lastWeekday(name: string, published: number): Span {
  const day = published - ((weekdayOf(published) - WEEKDAYS.indexOf(name.toLowerCase()) + 7) % 7);
  return [day, day];
}

function daysAgo(count: string, published: number): Span {
  const day = published - (['two', 'three', 'four', 'five', 'six'].indexOf(count.toLowerCase()) + 2);
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
