/** When an article was published: the bases in order of trust, the first that answers wins. */

import { isoDay, parseDay, spanOfDate } from '../../core/days.ts';
import type { Clipping, Dated, DateHint } from '../../core/model/articles.ts';
import type { Problem } from '../../core/model/problems.ts';
import type { Calendar } from './calendar.ts';
import { conflictOf, type DateConflict } from './conflict.ts';
import { closingDay, datelineDay } from './dateline.ts';
import { type DateReading, dayOfHint, dayOfMonth, declaredDate, hintedDate, modifiedDate, periodOfFields } from './hints.ts';
import { inferDate } from './infer.ts';
import { isDatelined, monthInAddress } from './partial.ts';

/** What dating needs beside the article. */
export interface DateOptions {
  readonly calendar: Calendar;
  /** The day of the run, as '2026-11-20': nothing was published after it, and a day that is inferred is of its year or an earlier one. */
  readonly reference: string;
  /** How the job's inputs write 04/03/2019; without it such a date stays unresolved. */
  readonly dateOrder?: 'dmy' | 'mdy';
}

/** Languages in which a slashed date can only be day first. */
const DAY_FIRST: ReadonlySet<string> = new Set(
  'de fr es it pt nl pl cs sk ro ru uk da fi tr el ca hr sl sr bg et ar he hi id ms vi'.split(' '),
);
/** Countries whose English has the day first, by the last part of an address, and whose has the month first. */
const DAY_FIRST_DOMAIN = /^https?:\/\/[^/]+\.(?:uk|ie|au|nz|in|pk|bd|lk|za|ng|ke|gh|ug|sg|my|hk|mt|eu)(?=[/:?#]|$)/i;
const MONTH_FIRST_DOMAIN = /^https?:\/\/[^/]+\.(?:gov|mil|us)(?=[/:?#]|$)/i;

/** A day that is later than any clock of today says nothing; without a reference day every day passes. */
const NO_REFERENCE = '9998-12-31';

/** When an article was published, or null where nothing tells. */
export function datePublished(clipping: Clipping, options: DateOptions): Dated | null {
  const reading = readingOf(clipping, options);
  const found = findDay(clipping, reading);
  if (found === null && contradictionOf(clipping, reading)) return null;
  if (found) return dated(dayOnTheSpot(clipping, found.day), found.basis);
  const period = periodOfFields(clipping, reading);
  if (period) return dated(period, 'field');
  const changed = modifiedDate(clipping, reading);
  const month = monthInAddress(clipping);
  const dayInMonth = month && dayOfMonth(clipping, month);
  if (dayInMonth && dayInMonth <= reading.latest) return dated(dayInMonth, 'url');
  if (changed && (month === null || changed.day.startsWith(month))) return dated(changed.day, changed.basis);
  const inferred = inferDate(clipping, options.calendar, options.reference);
  return month === null || inferred?.day.startsWith(`${month}-`) ? inferred : dated(month, 'url');
}

/** What is wrong with the date that an input gives, where it cannot be used; null where there is none or it was used. */
export function dateProblem(clipping: Clipping, options: DateOptions): Problem | null {
  const reading = readingOf(clipping, options);
  const given = clipping.hints.filter(({ kind, value }) => (kind === 'field' || kind === 'header line') && /\d/.test(value));
  if (given.some((hint) => dayOfHint(hint, reading, Number.POSITIVE_INFINITY) !== null) || periodOfFields(clipping, reading))
    return lateProblem(clipping, reading);
  const [first] = given;
  if (first && isDecided(clipping, first, reading)) return null;
  return first
    ? problemOf(clipping, first, reading)
    : (lateProblem(clipping, reading) ?? doubtfulProblem(clipping, reading) ?? unclearProblem(clipping, reading));
}

/** The day of the address was taken, and the metadata name another one. */
function contradictionOf(clipping: Clipping, reading: DateReading): DateConflict | null {
  return declaredDate(clipping, reading)?.basis === 'url' ? conflictOf(clipping, reading) : null;
}

/** A page whose address and metadata name different days, with nothing else that decides. */
function doubtfulProblem(clipping: Clipping, reading: DateReading): Problem | null {
  const conflict = contradictionOf(clipping, reading);
  if (!conflict || conflict.isDecided) return null;
  const { address, metadata, shown, taken } = conflict;
  const rest = taken ? `nothing else tells, ${taken.day} is taken` : `the page shows ${shown}, no day is taken`;
  return {
    path: clipping.path,
    place: clipping.place,
    code: 'doubtful date',
    reason: `the address says ${address}, the metadata ${metadata}; ${rest}`,
  };
}

/** A page whose only date can be read in two ways. */
function unclearProblem(clipping: Clipping, reading: DateReading): Problem | null {
  const isUnclear = (hint: DateHint): boolean => {
    const [dmy, mdy] = readBothWays(hint, reading, LONGEST_UNCLEAR);
    return dmy !== null && mdy !== null && dmy !== mdy;
  };
  const unclear = clipping.hints.find((hint) => (hint.kind === 'metadata' || hint.name.startsWith('beside headline')) && isUnclear(hint));
  return unclear && findDay(clipping, reading) === null ? problemOf(clipping, unclear, reading) : null;
}

/** A day that can be read in two ways, of which something else tells one: the address, or a dateline. */
function isDecided(clipping: Clipping, hint: DateHint, reading: DateReading): boolean {
  const day = findDay(clipping, reading)?.day;
  return day !== undefined && readBothWays(hint, reading, Number.POSITIVE_INFINITY).includes(day);
}

/** Of the two readings of a day that somebody gave, the one that the text's dateline names, or the day behind it; null where none or both fit. */
function datelinedReading(clipping: Clipping, reading: DateReading): string | null {
  for (const hint of clipping.hints) {
    if (hint.kind !== 'field' && hint.kind !== 'header line') continue;
    const days = readBothWays(hint, reading, Number.POSITIVE_INFINITY);
    const fitting = [...new Set(days)].filter((day) => day !== null && [day, dayBefore(day)].some((each) => isDatelined(clipping, each)));
    const [day] = fitting;
    if (fitting.length === 1 && day && !days.includes(null)) return day;
  }
  return null;
}

function dayBefore(day: string): string {
  return isoDay((parseDay(day) ?? 0) - 1);
}

/** Characters beside a date in an element that shows a date and little else. */
const LONGEST_UNCLEAR = 25;

/** A page that says it was published after the reference day. */
function lateProblem(clipping: Clipping, reading: DateReading): Problem | null {
  const late = clipping.hints.find((hint) => hint.kind === 'metadata' && /publi/i.test(hint.name) && isLate(hint, reading));
  return late ? problemOf(clipping, late, reading) : null;
}

function isLate(hint: DateHint, reading: DateReading): boolean {
  const most = Number.POSITIVE_INFINITY;
  return dayOfHint(hint, reading, most) === null && dayOfHint(hint, { ...reading, latest: NO_REFERENCE }, most) !== null;
}

function problemOf({ path, place }: Clipping, hint: DateHint, reading: DateReading): Problem {
  const [dmy, mdy] = readBothWays(hint, reading, Number.POSITIVE_INFINITY);
  const why = isLate(hint, reading)
    ? 'is later than the day of the run'
    : dmy && mdy && dmy !== mdy
      ? `can be ${dmy} or ${mdy}`
      : 'is no day that can be read';
  return { path, place, code: 'unusable date', reason: `the date "${hint.value.slice(0, 60)}" (${hint.name.slice(0, 40)}) ${why}` };
}

/** The days that a hint gives where the day stands first and where the month does. */
function readBothWays(hint: DateHint, reading: DateReading, most: number): readonly [dmy: string | null, mdy: string | null] {
  return [dayOfHint(hint, { ...reading, order: 'dmy' }, most), dayOfHint(hint, { ...reading, order: 'mdy' }, most)];
}

function orderOf({ language, url }: Clipping): 'dmy' | 'mdy' | null {
  if (DAY_FIRST.has(language ?? '') || DAY_FIRST_DOMAIN.test(url ?? '')) return 'dmy';
  return MONTH_FIRST_DOMAIN.test(url ?? '') ? 'mdy' : null;
}

function readingOf(clipping: Clipping, { dateOrder, reference }: DateOptions): DateReading {
  const number = reference === undefined ? null : parseDay(reference);
  return {
    order: dateOrder ?? orderOf(clipping),
    // On the other side of the earth it is a day later.
    latest: number === null ? NO_REFERENCE : isoDay(number + 1),
  };
}

/** A time in Greenwich of the small hours is the evening before in America; where the dateline names that day, it is the day. */
function dayOnTheSpot(clipping: Clipping, day: string): string {
  const number = parseDay(day);
  const isGreenwich = clipping.hints.some(
    ({ value }) => value.startsWith(day) && /T0\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|\+00:?00)\s*$/.test(value),
  );
  const eve = number === null || !isGreenwich ? null : isoDay(number - 1);
  return eve !== null && (isDatelined(clipping, eve) || isCreatedOn(clipping, eve)) ? eve : day;
}

/** True where a page's own script gives a day, without a time, as the one on which it was made. */
function isCreatedOn({ hints }: Clipping, day: string): boolean {
  return hints.some(({ kind, name, value }) => kind === 'script' && /^(?:date_?)?(?:creat|publi)/i.test(name) && value.trim() === day);
}

function findDay(clipping: Clipping, reading: DateReading): { readonly day: string; readonly basis: string } | null {
  const declared = declaredDate(clipping, reading);
  const conflict = declared?.basis === 'url' ? conflictOf(clipping, reading) : null;
  if (conflict) return conflict.taken;
  if (declared) return declared;
  const dateline = datelineDay(clipping, reading);
  if (dateline) return { day: dateline, basis: 'dateline' };
  const decided = datelinedReading(clipping, reading);
  if (decided) return { day: decided, basis: 'dateline' };
  const hinted = hintedDate(clipping, reading);
  if (hinted) return hinted;
  const closing = closingDay(clipping, reading);
  return closing ? { day: closing, basis: 'dateline' } : null;
}

function dated(day: string, basis: string): Dated | null {
  const span = spanOfDate(day);
  return span && { day, basis, earliest: isoDay(span[0]), latest: isoDay(span[1]) };
}
