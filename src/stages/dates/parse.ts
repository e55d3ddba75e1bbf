/** A string that someone wrote as a date → the days it can be. Strict: a day no calendar has is no date. */
import { dayNumber, isoDay, parseDay, spanOfDate, weekdayOf } from '../../core/days.ts';
import { monthNamed } from './months.ts';

/** A date found in a string. */
export interface FoundDate {
  /** '2018-12-22', '2018-12' or '2018'. */
  readonly day: string;
  readonly index: number;
  readonly end: number;
  /** Id of the form it was written in. */
  readonly form: string;
}

/** How 04/03/2019 is to be read; null leaves it unread unless one number is over 12. */
export type DateOrder = 'dmy' | 'mdy' | null;

interface Form {
  readonly id: string;
  readonly pattern: RegExp;
  readonly read: (groups: readonly string[], order: DateOrder) => string | null;
}

const YEAR = '((?:19|20)\\d\\d)';
const WORD = '(\\p{L}[\\p{L}\\p{M}]{1,12})\\.?';
const NO_DIGIT_BEFORE = '(?<![\\d.,:/-])';
const NO_DIGIT_AFTER = '(?!\\d|[.,]\\d)';

const ymd = ([year, month, day]: readonly string[]): string | null => iso(year, month, day);

/** In order: a string of a form further up is never read by one further down. */
const FORMS: readonly Form[] = [
  { id: 'iso', pattern: regex(`(?<!\\d)${YEAR}-(\\d\\d?)-(\\d\\d?)(?!\\d)`), read: ymd },
  { id: 'year first', pattern: regex(`(?<!\\d)${YEAR}[/._](\\d\\d?)[/._](\\d\\d?)(?!\\d)`), read: ymd },
  { id: 'asian', pattern: regex(`${YEAR}\\s?[年년]\\s?(\\d\\d?)\\s?[月월]\\s?(\\d\\d?)\\s?[日일]`), read: ymd },
  {
    id: 'compact',
    pattern: regex(`(?<![\\d\\p{L}])${YEAR}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?=\\D|\\d{6}(?!\\d)|\\d{4}(?!\\d)|$)`),
    read: ymd,
  },
  {
    id: 'day month-name year',
    pattern: regex(
      `(?<!\\d)(\\d\\d?)(?:st|nd|rd|th|er|re|º|ª|\\.)?[\\s,/-]{0,5}(?:(?:de|of|of the)\\s+|d[’']\\s?)?${WORD}[\\s,/'’-]{0,5}(?:(?:de|del|of)\\s+)?${YEAR}(?!\\d)`,
    ),
    read: ([day, month, year]) => named(year, month, day),
  },
  {
    id: 'month-name day year',
    pattern: regex(`(?<!\\p{L})${WORD}\\s*(\\d\\d?)(?:st|nd|rd|th|\\.)?(?:\\s*,\\s*|\\s+(?:at\\s+)?|\\s*\\.\\s*)${YEAR}(?!\\d)`),
    read: ([month, day, year]) => named(year, month, day),
  },
  {
    id: 'year month-name day',
    pattern: regex(`(?<!\\d)${YEAR}[\\s.,-]+(?:m\\.\\s*)?${WORD}[\\s-]*(\\d\\d?)(?!\\d)`),
    read: ([year, month, day]) => named(year, month, day),
  },
  {
    id: 'vietnamese',
    pattern: regex(`(?<!\\d)(\\d\\d?)\\s+tháng\\s+(\\d\\d?),?\\s+(?:năm\\s+)?${YEAR}(?!\\d)`),
    read: ([day, month, year]) => iso(year, month, day),
  },
  {
    id: 'day month-name short year',
    pattern: regex(`(?<!\\d)(\\d\\d?)\\.?[\\s-]+${WORD}[\\s-]+['’]?(\\d\\d)(?![\\d:])`),
    read: ([day, month, year]) => named(`20${year}`, month, day),
  },
  {
    id: 'dotted',
    pattern: regex(`${NO_DIGIT_BEFORE}(\\d\\d?)\\s?\\.\\s?(\\d\\d?)\\s?\\.\\s?${YEAR}${NO_DIGIT_AFTER}`),
    read: ([day, month, year]) => iso(year, month, day),
  },
  {
    id: 'dotted short',
    pattern: regex(`${NO_DIGIT_BEFORE}(\\d\\d)\\.(\\d\\d)\\.([012]\\d)(?![\\d.])`),
    read: ([day, month, year]) => iso(`20${year}`, month, day),
  },
  { id: 'slashed', pattern: regex(`${NO_DIGIT_BEFORE}(\\d\\d?)[/-](\\d\\d?)[/-]${YEAR}${NO_DIGIT_AFTER}`), read: slashed },
  {
    id: 'slashed short',
    pattern: regex(`${NO_DIGIT_BEFORE}(\\d\\d?)/(\\d\\d?)/([012]\\d)(?![\\d/])`),
    read: ([a, b, year], order) => slashed([a ?? '', b ?? '', `20${year}`], order),
  },
  {
    id: 'asctime',
    pattern: regex(`(?<!\\p{L})${WORD}\\s+(\\d\\d?),?\\s+\\d\\d:\\d\\d:\\d\\d\\s+(?:(?:[A-Z]{2,5}|[+-]\\d{4})\\s+)?${YEAR}(?!\\d)`),
    read: ([month, day, year]) => named(year, month, day),
  },
  {
    id: 'month-name year',
    pattern: regex(`(?<!\\p{L})${WORD},?\\s+(?:de\\s+)?${YEAR}(?!\\d)`),
    read: ([month, year]) => named(year, month, null),
  },
  { id: 'year-month', pattern: regex(`(?<!\\d)${YEAR}[-/](0[1-9]|1[0-2])(?![\\d-])`), read: ([year, month]) => `${year}-${month}` },
];

/** Those that write the year in two figures. */
const SHORT_FORMS = FORMS.filter(({ pattern }) => !pattern.source.includes(YEAR));
const SOME_YEAR = new RegExp(YEAR);
const SOME_FIGURES = /\d\d/;

/** A glance that spares most texts all patterns: a form has its year in four figures, or two figures at least. */
function formsFor(text: string): readonly Form[] {
  return SOME_YEAR.test(text) ? FORMS : SOME_FIGURES.test(text) ? SHORT_FORMS : [];
}

function regex(source: string): RegExp {
  return new RegExp(source, 'giu');
}

function iso(year: string | undefined, month: string | number | undefined, day: string | undefined): string | null {
  const number = dayNumber(Number(year), Number(month), Number(day));
  return number === null ? null : isoDay(number);
}

function named(year: string | undefined, word: string | undefined, day: string | undefined | null): string | null {
  const month = monthNamed(word ?? '');
  if (month === null) return null;
  return day === null ? `${year}-${String(month).padStart(2, '0')}` : iso(year, month, day);
}

function slashed([a, b, year]: readonly string[], order: DateOrder): string | null {
  const [first, second] = [Number(a), Number(b)];
  const read = first > 12 ? 'dmy' : second > 12 ? 'mdy' : first === second ? 'dmy' : order;
  if (read === null) return null;
  return read === 'dmy' ? iso(year, second, a) : iso(year, first, b);
}

/** Every date in a string, from left to right; of two that overlap the one of the earlier form stays. Months and years alone are found last. */
export function findDates(text: string, order: DateOrder = null): readonly FoundDate[] {
  const found: FoundDate[] = [];
  const plain = OTHER_FIGURES.test(text) ? withPlainFigures(text) : text;
  for (const { id, pattern, read } of formsFor(plain)) {
    for (const match of plain.matchAll(pattern)) {
      const groups = match.slice(1);
      const day = read(groups, order) ?? (id.startsWith('slashed') ? readBySigns(plain, match, (by) => read(groups, by)) : null);
      const [index, end] = [match.index, match.index + match[0].length];
      if (day === null || found.some((other) => index < other.end && other.index < end)) continue;
      found.push({ day, index, end, form: id });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** Arabic, Persian and Devanagari figures; each is one character, so places stay. */
const OTHER_FIGURES = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/;

function withPlainFigures(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (figure) => {
    const code = figure.charCodeAt(0);
    return String((code < 0x966 ? code : code - 6) & 15);
  });
}

/** How far beside a slashed date the signs stand that tell its order. */
const BESIDE = 24;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WEEKDAY = /\b(sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}\.?,?\s*$/i;
const MONTH_FIRST_ZONE = /^[\s,.-]{0,3}(?:-\s)?\d{1,2}:\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?\s*\(?(?:[ECMP][SD]?T)\b/i;

/** Tue, 03/05/2019 → the one of its two days that is a Tuesday; 03/05/2019 10:30 AM EST → the month stands first. */
function readBySigns(text: string, match: RegExpMatchArray, read: (order: 'dmy' | 'mdy') => string | null): string | null {
  const at = match.index ?? 0;
  const name = WEEKDAY.exec(text.slice(Math.max(0, at - BESIDE), at))?.[1]?.toLowerCase();
  if (name !== undefined) {
    const days = [read('dmy'), read('mdy')].filter((day) => day !== null && weekdayOf(parseDay(day) ?? 0) === WEEKDAYS.indexOf(name));
    if (days.length === 1) return days[0] ?? null;
  }
  const end = at + match[0].length;
  return MONTH_FIRST_ZONE.test(text.slice(end, end + BESIDE)) ? read('mdy') : null;
}

/** Seconds, milli-, micro- or nanoseconds since 1970, as some pages and records give the time. */
export function parseTimestamp(text: string): string | null {
  const match = /^\s*(\d{10})(?:\d{3}|\d{6}|\d{9})?(?:\.\d+)?\s*$/.exec(text);
  const day = match ? isoDay(Math.floor(Number(match[1]) / 86_400)) : null;
  return day !== null && spanOfDate(day) !== null && day >= '1995' ? day : null;
}

/** Days from 1899-12-30 to 1970-01-01: a spreadsheet's day 0 (Excel's 1900 counts a 29 February that never was). */
const SERIAL_OF_1970 = 25_569;
const FIRST_SERIAL = 34_700;

/** '45356' or '45356.75', a day as spreadsheets count them, from 1995 on. */
export function parseSerial(text: string): string | null {
  const match = /^\s*(\d{5})(?:[.,]\d+)?\s*$/.exec(text);
  const serial = Number(match?.[1] ?? 0);
  return serial >= FIRST_SERIAL ? isoDay(serial - SERIAL_OF_1970) : null;
}
