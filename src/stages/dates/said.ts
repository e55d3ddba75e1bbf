/** When a statement was said: the day that belongs to its verb of saying, else the day of publication. */

import { isoDay, spanOfDate } from '../../core/days.ts';
import type { Article, Dated, Span } from '../../core/model/articles.ts';
import type { Reading } from '../../core/model/reading.ts';
import type { Attribution } from '../../core/model/statements.ts';
import { countBelow } from '../../core/ordered.ts';
import { findTimes, type NamedTime } from './times.ts';
import { belongsToSaying, type SayingSentence } from './verb-of-saying.ts';

/** The day a statement was said; falls back on the day of its entry in a live blog, else on the day of publication, with basis 'entry' or 'published'. */
export function dateSaid(attribution: Attribution, article: Article, reading: Reading): Dated | null {
  const published = entryDate(attribution, article) ?? article.published;
  if (!published) return null;
  const base = published.day.length === 10 ? spanOfDate(published.day) : null;
  const time = base && attribution.cue ? timeOfSaying(attribution, attribution.cue, { reading, published: base[0] }) : null;
  return (time && datedFrom(time.days)) ?? (published === article.published ? { ...published, basis: 'published' } : published);
}

/** Days that an entry may lie before or behind the day of its page; another day is a slip. */
const LONGEST_BLOG = 31;

/** The day of the live blog's entry in which a statement stands; null outside of entries that tell their days. */
function entryDate({ quotation }: Attribution, { entries, published }: Article): Dated | null {
  if (!entries) return null;
  const day = entries[countBelow(entries, (quotation.spans[0]?.[0] ?? 0) + 1, ({ start }) => start) - 1]?.day;
  const span = day === undefined ? null : spanOfDate(day);
  const page = published && spanOfDate(published.day);
  if (day === undefined || !span || (page && (span[0] < page[0] - LONGEST_BLOG || span[1] > page[1] + LONGEST_BLOG))) return null;
  return { day, basis: 'entry', earliest: day, latest: day };
}

/** Of the times in the cue's sentence that belong to it, the nearest; one behind the cue goes before one ahead of it. */
function timeOfSaying(
  attribution: Attribution,
  cue: Span,
  { reading, published }: { readonly reading: Reading; readonly published: number },
): NamedTime | null {
  const bounds = sentenceAround(reading, cue[0]);
  const [from, to] = [reading.tokens[bounds[0]]?.start ?? 0, reading.tokens[bounds[1] - 1]?.end ?? 0];
  const times = findTimes(reading.text.slice(from, to), published).map((time) => ({
    ...time,
    start: time.start + from,
    end: time.end + from,
  }));
  if (times.length === 0) return null;
  const sentence = sayingSentence(attribution, cue, { reading, bounds });
  const own = times.filter((time) => belongsToSaying(time, sentence));
  return own.find((time) => time.start >= cue[1]) ?? own.at(-1) ?? null;
}

function sayingSentence(
  { quotation }: Attribution,
  cue: Span,
  { reading, bounds }: { readonly reading: Reading; readonly bounds: Span },
): SayingSentence {
  const { tokens } = reading;
  const isWithin = (token: number, [start, end]: Span) => (tokens[token]?.start ?? 0) >= start && (tokens[token]?.start ?? 0) < end;
  let first = bounds[0];
  while (first < bounds[1] && (tokens[first]?.end ?? 0) <= cue[0]) first++;
  let end = first;
  while (end < bounds[1] && (tokens[end]?.start ?? 0) < cue[1]) end++;
  return { reading, tokens: bounds, cue: [first, end], isSaid: (token) => quotation.spans.some((span) => isWithin(token, span)) };
}

/** A day, a month or a year, whichever holds all of the interval. */
function datedFrom(span: Span): Dated {
  const [earliest, latest] = [isoDay(span[0]), isoDay(span[1])];
  const day = [10, 7].map((length) => earliest.slice(0, length)).find((each) => latest.startsWith(each)) ?? latest.slice(0, 4);
  return { day, basis: 'text', earliest, latest };
}

/** Tokens of the sentence that an offset stands in, found by halving. */
function sentenceAround({ tokens, sentences }: Reading, offset: number): Span {
  const count = countBelow(sentences, offset + 1, ([first]) => tokens[first]?.start ?? offset + 1);
  return sentences[Math.max(0, count - 1)] ?? [0, 0];
}
