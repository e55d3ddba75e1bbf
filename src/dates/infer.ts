/** The day of publication where nothing states it: events, offices, years and words of time, weighed together. */
import type { Clipping, Dated } from '../model.ts';
import { officeEvidence, weekdayEvidence, yearEvidence } from './bounds.ts';
import type { Calendar } from './calendar.ts';
import { isoDay, weekdayOf } from './days.ts';
import { type BestDays, type Evidence, FIRST_DAY, LAST_DAY, weighDays } from './evidence.ts';
import { groupBy } from './group.ts';
import { findMentions, type Mention } from './mentions.ts';
import { relativeEvidence } from './relative.ts';
import { type Word, wordsOf } from './words.ts';

/** Paragraphs that tell the news itself, the title among them. */
const LEAD = 5;
/** News is printed within so many days of the event that it leads with; an event further down is less tied to it. */
const LEAD_DAYS = 60;
const BODY_DAYS = 330;
/** An interval no longer than this names a day, a month, a year. */
const DAY_SPAN = 16;
const MONTH_SPAN = 45;
const YEAR_SPAN = 420;
const YEAR_SHARE = 0.6;
const LEAST_SCORE = 2;
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

/** What the text tells about its day, with an interval and the precision that it deserves; null where that is less than a year. */
export function inferDate(clipping: Clipping, calendar: Calendar, declared: readonly Evidence[] = []): Dated | null {
  const best = weighDays([...gatherEvidence(clipping, calendar), ...declared]);
  return best.score < LEAST_SCORE ? null : settle(best);
}

/** Every clue of a text. */
export function gatherEvidence(clipping: Clipping, calendar: Calendar): readonly Evidence[] {
  const words = wordsOf(clipping);
  const mentions = findMentions(words, calendar);
  const weekdays = new Set(words.map(({ text }) => WEEKDAYS.indexOf(text)));
  return [
    ...onePerEvent(mentions).flatMap((mention) => eventEvidence(words, mention, weekdays)),
    ...onePerReason(latestAtEachPlace(mentions).flatMap((mention) => relativeEvidence(words, mention))),
    ...officeEvidence(words, calendar),
    ...yearEvidence(words),
    ...weekdayEvidence(words),
  ];
}

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
    return [{ ranges: [[FIRST_DAY, last]], weight: 1.5, likely: null, reason: `${name}: ahead` }];
  const clues: Evidence[] = [{ ranges: [[first, LAST_DAY]], weight: kind === 'planned' ? 1 : 1.5, likely: null, reason: `${name}: over` }];
  if (kind === 'lasting' || kind === 'election' || namesItsYear(words, index, first)) return clues;
  const isLead = (words[index]?.paragraph ?? LEAD) < LEAD;
  clues.push({
    ranges: [[first, last + (isLead ? LEAD_DAYS : BODY_DAYS)]],
    weight: isLead ? 1 : 0.4,
    likely: null,
    reason: `${name}: recent`,
  });
  if (last - first <= 2 && weekdays.has(weekdayOf(last)))
    clues.push({ ranges: [[first, last + 6]], weight: 0.7, likely: last + 1, reason: `${name}: its weekday` });
  return clues;
}

/** Newspapers give the year of what is long past, and leave out that of the news. */
function namesItsYear(words: readonly Word[], index: number, day: number): boolean {
  const year = isoDay(day).slice(0, 4);
  const sentence = words[index]?.sentence;
  return words.slice(Math.max(0, index - 40), index + 40).some((word) => word.sentence === sentence && word.text === year);
}

function settle({ days, near, agreeing }: BestDays): Dated | null {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const bounds = { basis: 'text', earliest: isoDay(near[0] ?? first), latest: isoDay(near.at(-1) ?? last) };
  const span = last - first + 1;
  if (span <= DAY_SPAN) return { day: isoDay(likelyDay(first, last, agreeing)), ...bounds };
  const month = commonest(days.map((day) => isoDay(day).slice(0, 7)));
  if (span <= MONTH_SPAN && month.share >= YEAR_SHARE) return { day: month.value, ...bounds };
  const year = commonest(days.map((day) => isoDay(day).slice(0, 4)));
  return span <= YEAR_SPAN && year.share >= YEAR_SHARE ? { day: year.value, ...bounds } : null;
}

/** The latest day that a clue points at, else the middle. */
function likelyDay(first: number, last: number, agreeing: readonly Evidence[]): number {
  const likely = agreeing.flatMap(({ likely }) => (likely !== null && likely >= first && likely <= last ? [likely] : []));
  return likely.length > 0 ? Math.max(...likely) : Math.floor((first + last) / 2);
}

function commonest(values: readonly string[]): { readonly value: string; readonly share: number } {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [value, count] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['', 0];
  return { value, share: count / values.length };
}
