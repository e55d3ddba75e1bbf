/** Declared dates that lack a part: a dateline without a year, an address with a month alone. */

import { dayNumber, spanOfDate } from '../../core/days.ts';
import type { Clipping } from '../../core/model/articles.ts';
import type { DayRange, Evidence } from './evidence.ts';
import { monthNamed } from './months.ts';

const FIRST_PARAGRAPHS = 8;
const DATELINE_WEIGHT = 3;
const DECLARED_WEIGHT = 4;
/** "MOSCOW, May 14 (Agency) —", "WASHINGTON, 14 May –". */
const DATELINE =
  /^\p{Lu}[\p{Lu}.'’/ -]{2,40},\s+(?:(\p{L}{3,9})\.?\s+(\d{1,2})|(\d{1,2})\s+(\p{L}{3,9})\.?)(?!,?\s*(?:19|20)\d\d)(?:\s*(?:\([^)\n]{1,40}\)|[/,.][^–—\n]{0,30}))?\s*(?:—|–|--|-)/u;
const MONTH_IN_PATH = /[/_-]((?:199|20[0-3])\d)[/_-](0[1-9]|1[0-2])(?=[/_-]|$)/;

/** The month that an address names, as '2017-08', or null. */
export function monthInAddress({ hints }: Clipping): string | null {
  for (const { kind, value } of hints) {
    const match = kind === 'url' ? MONTH_IN_PATH.exec(value.replace(/^.*web\.archive\.org\/web\/\d+[a-z_]*/, '')) : null;
    if (match) return `${match[1]}-${match[2]}`;
  }
  return null;
}

/** What incomplete dates say about the day; without a year they may be of any one up to the last. */
export function partialEvidence(clipping: Clipping, lastYear: number): readonly Evidence[] {
  const month = monthInAddress(clipping);
  const span = month === null ? null : spanOfDate(month);
  return [
    ...datelineEvidence(clipping, lastYear),
    ...(span ? [{ ranges: [span], weight: DECLARED_WEIGHT, likely: null, reason: `address: ${month}` }] : []),
  ];
}

/** True where a dateline without a year names the month and day of a day. */
export function isDatelined({ text, paragraphs }: Clipping, day: string): boolean {
  return paragraphs.slice(0, FIRST_PARAGRAPHS).some(([start, end]) => {
    const match = DATELINE.exec(text.slice(start, Math.min(end, start + 160)));
    const month = match && monthNamed(match[1] ?? match[4] ?? '');
    return month === Number(day.slice(5, 7)) && Number(match?.[2] ?? match?.[3]) === Number(day.slice(8));
  });
}

/** A dateline's day, in whatever year; it is printed then or on the day after. */
function datelineEvidence({ text, paragraphs }: Clipping, lastYear: number): readonly Evidence[] {
  for (const [start, end] of paragraphs.slice(0, FIRST_PARAGRAPHS)) {
    const match = DATELINE.exec(text.slice(start, Math.min(end, start + 160)));
    const month = match && monthNamed(match[1] ?? match[4] ?? '');
    if (!match || !month) continue;
    const ranges: DayRange[] = [];
    for (let year = 1999; year <= lastYear; year++) {
      const day = dayNumber(year, month, Number(match[2] ?? match[3]));
      if (day !== null) ranges.push([day, day + 1]);
    }
    return ranges.length === 0 ? [] : [{ ranges, weight: DATELINE_WEIGHT, likely: null, reason: `dateline: ${match[0].trim()}` }];
  }
  return [];
}
