/** The day of publication where nothing states it: events, offices, years and words of time, weighed together. */

import { dayNumber, isoDay, weekdayOf } from '../../core/days.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Clipping, Dated } from '../../core/model/articles.ts';
import type { Calendar, Event } from './calendar.ts';
import { credibleDays, type Evidence, FIRST_DAY, likeliestPeriod, weighDays } from './evidence.ts';
import { findMentions, type Mention } from './mentions.ts';
import { officeEvidence, weekdayEvidence, yearEvidence } from './office-years.ts';
import { partialEvidence } from './partial.ts';
import { looksBack, relativeEvidence } from './relative.ts';
import { type Word, wordsOf } from './tokens.ts';

/** Paragraphs that tell the news itself, the title among them. */
const LEAD = 5;
/** News is printed within so many days of the event that it leads with; an event further down is less tied to it. */
const LEAD_DAYS = 60;
const BODY_DAYS = 330;
/** Most of it is printed within days. */
const FRESH_DAYS = 10;
const FRESH_WEIGHT = 1;
const LEAD_WEIGHT = 2.2;
const BODY_WEIGHT = 0.8;
/** The youngest event's own weekday stands in the text. */
const WEEKDAY_WEIGHT = 1.4;
/** A text that tells of an event is younger than it, unless the words mean another. */
const OVER_WEIGHT = 2;
/** The interval holds the day with this chance. */
const INTERVAL_SHARE = 0.9;
/** Days that hold it with this chance name a day where they are no more than so many. */
const DAY_SHARE = 0.8;
const DAY_SPAN = 16;
const MONTH_CHANCE = 0.8;
const YEAR_CHANCE = 0.7;
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

/** What the text tells about its day, which is not after the reference day's year, with an interval and the precision that it deserves; null where that is less than a year. */
export function inferDate(clipping: Clipping, calendar: Calendar, reference: string): Dated | null {
  const lastYear = Number(reference.slice(0, 4));
  const evidence = [...gatherEvidence(clipping, calendar, lastYear), ...partialEvidence(clipping, lastYear)];
  return evidence.length === 0 ? null : settle(evidence, dayNumber(lastYear, 12, 31) ?? FIRST_DAY);
}

/** Every clue of a text; a day and a month alone may be of any year up to the last. */
export function gatherEvidence(clipping: Clipping, calendar: Calendar, lastYear: number): readonly Evidence[] {
  const words = wordsOf(clipping);
  const mentions = findMentions(words, calendar);
  const latest = latestEvent(mentions);
  const weekdays = new Set(words.map(({ text }) => WEEKDAYS.indexOf(text)));
  return [
    ...onePerEvent(mentions).flatMap((mention) => eventEvidence(words, mention, mention.event === latest ? weekdays : NO_WEEKDAYS)),
    ...onePerReason(latestAtEachPlace(mentions).flatMap((mention) => relativeEvidence(words, mention))),
    ...officeEvidence(words, calendar),
    ...yearEvidence(words),
    ...weekdayEvidence(words, lastYear),
  ];
}

/** The youngest event that is news: not ahead, and none that texts speak of for years. */
function latestEvent(mentions: readonly Mention[]): Event | null {
  const news = mentions.filter(({ event, isAhead }) => !isAhead && (event.kind === 'sudden' || event.kind === 'planned'));
  return news.reduce<Event | null>((best, { event }) => (best === null || event.first > best.first ? event : best), null);
}

const NO_WEEKDAYS: ReadonlySet<number> = new Set();

/** Of several mentions of an event the first counts, and one in advance only where all are. */
function onePerEvent(mentions: readonly Mention[]): readonly Mention[] {
  const byEvent = groupBy(mentions, ({ event }) => event);
  return [...byEvent.values()].flatMap((all) => all.find(({ isAhead }) => !isAhead) ?? all[0] ?? []);
}

/** Where one name stands for two events ("the arrest", "the plea"), words of time belong to the later. */
function latestAtEachPlace(mentions: readonly Mention[]): readonly Mention[] {
  const byPlace = groupBy(mentions, ({ index }) => index);
  return [...byPlace.values()].flatMap((all) => all.reduce((a, b) => (b.event.first > a.event.first ? b : a)));
}

function onePerReason(evidence: readonly Evidence[]): readonly Evidence[] {
  return [...new Map(evidence.map((clue) => [clue.reason, clue])).values()];
}

function eventEvidence(words: readonly Word[], { event, index, isAhead }: Mention, weekdays: ReadonlySet<number>): readonly Evidence[] {
  const { first, last, name, kind } = event;
  if (isAhead && (kind === 'planned' || kind === 'election'))
    return [{ ranges: [[FIRST_DAY, last]], weight: OVER_WEIGHT, likely: null, reason: `${name}: ahead` }];
  const clues: Evidence[] = [
    {
      ranges: [[first, Infinity]],
      weight: kind === 'planned' || kind === 'election' ? 1.2 : OVER_WEIGHT,
      likely: null,
      reason: `${name}: over`,
    },
  ];
  if (kind === 'lasting' || kind === 'election' || namesItsYear(words, index, first) || looksBack(words, index)) return clues;
  const isLead = (words[index]?.paragraph ?? LEAD) < LEAD;
  clues.push({
    ranges: [[first, last + (isLead ? LEAD_DAYS : BODY_DAYS)]],
    weight: isLead ? LEAD_WEIGHT : BODY_WEIGHT,
    likely: null,
    reason: `${name}: recent`,
  });
  if (isLead) clues.push({ ranges: [[first, last + FRESH_DAYS]], weight: FRESH_WEIGHT, likely: null, reason: `${name}: fresh` });
  if (last - first <= 2 && weekdays.has(weekdayOf(last)))
    clues.push({ ranges: [[first, last + 6]], weight: WEEKDAY_WEIGHT, likely: last + 1, reason: `${name}: its weekday` });
  return clues;
}

/** Newspapers give the year of what is long past, and leave out that of the news. */
function namesItsYear(words: readonly Word[], index: number, day: number): boolean {
  const year = isoDay(day).slice(0, 4);
  const sentence = words[index]?.sentence;
  return words.slice(Math.max(0, index - 40), index + 40).some((word) => word.sentence === sentence && word.text === year);
}

/** A day where half a month holds it, else a month, else a year, each only where the chances speak clearly; else nothing. */
function settle(evidence: readonly Evidence[], lastDay: number): Dated | null {
  const chances = weighDays(evidence, lastDay);
  const [first, last] = credibleDays(chances, INTERVAL_SHARE);
  const bounds = { basis: 'text', earliest: isoDay(first), latest: isoDay(last) };
  const [from, to] = credibleDays(chances, DAY_SHARE);
  if (to - from < DAY_SPAN) return { day: isoDay(likelyDay(from, to, evidence)), ...bounds };
  const month = likeliestPeriod(chances, 7);
  if (month.chance >= MONTH_CHANCE) return { day: month.period, ...bounds };
  const year = likeliestPeriod(chances, 4);
  return year.chance >= YEAR_CHANCE ? { day: year.period, ...bounds } : null;
}

/** The latest day in the interval that a clue points at, else the middle. */
function likelyDay(first: number, last: number, evidence: readonly Evidence[]): number {
  const likely = evidence.flatMap(({ likely }) => (likely !== null && likely >= first && likely <= last ? [likely] : []));
  return likely.length > 0 ? Math.max(...likely) : Math.floor((first + last) / 2);
}
