/** When an article was published: the bases in order of trust, the first that answers wins. */
import type { Clipping, Dated, Reading } from '../../core/model.ts';
import type { Calendar } from './calendar.ts';
import { closingDay, datelineDay } from './dateline.ts';
import { isoDay, spanOfDate } from './days.ts';
import { declaredDate, hintedDate, modifiedDate } from './hints.ts';
import { inferDate } from './infer.ts';
import type { DateOrder } from './parse.ts';
import { monthInAddress, partialEvidence } from './partial.ts';

/** What dating needs beside the article. */
export interface DateOptions {
  readonly calendar: Calendar;
  /** How the job's inputs write 04/03/2019; without it such a date stays unresolved. */
  readonly dateOrder?: 'dmy' | 'mdy';
}

/** Languages in which a slashed date can only be day first. */
const DAY_FIRST: ReadonlySet<string> = new Set('de fr es it pt nl pl cs ro ru uk da fi tr el'.split(' '));

/** When an article was published, or null where nothing tells. */
export function datePublished(clipping: Clipping, _reading: Reading, options: DateOptions): Dated | null {
  const order: DateOrder = options.dateOrder ?? (DAY_FIRST.has(clipping.language ?? '') ? 'dmy' : null);
  const found = findDay(clipping, order);
  if (found) return dated(found.day, found.basis);
  const changed = modifiedDate(clipping, order);
  const month = monthInAddress(clipping);
  if (changed && (month === null || changed.day.startsWith(month))) return dated(changed.day, changed.basis);
  const inferred = inferDate(clipping, options.calendar, partialEvidence(clipping));
  return month === null || inferred?.day.startsWith(`${month}-`) ? inferred : dated(month, 'url');
}

function findDay(clipping: Clipping, order: DateOrder): { readonly day: string; readonly basis: string } | null {
  const declared = declaredDate(clipping, order);
  if (declared) return declared;
  const dateline = datelineDay(clipping, order);
  if (dateline) return { day: dateline, basis: 'dateline' };
  const hinted = hintedDate(clipping, order);
  if (hinted) return hinted;
  const closing = closingDay(clipping, order);
  return closing ? { day: closing, basis: 'dateline' } : null;
}

function dated(day: string, basis: string): Dated | null {
  const span = spanOfDate(day);
  return span && { day, basis, earliest: isoDay(span[0]), latest: isoDay(span[1]) };
}
