/** When an article was published: the bases in order of trust, the first that answers wins. */
import type { Clipping, Dated, Reading } from '../model.ts';
import type { Calendar } from './calendar.ts';
import { dayNumber, isoDay } from './days.ts';

/** What dating needs beside the article. */
export interface DateOptions {
  readonly calendar: Calendar;
  /** How the job's inputs write 04/03/2019; without it such a date stays unresolved. */
  readonly dateOrder?: 'dmy' | 'mdy';
}

/** When an article was published, or null where nothing tells. */
export function datePublished(clipping: Clipping, _reading: Reading, _options: DateOptions): Dated | null {
  for (const hint of clipping.hints) {
    if (/modif|update/i.test(hint.name)) continue;
    const match = /(?<!\d)((?:19|20)\d\d)[-/_.](\d\d?)[-/_.](\d\d?)(?!\d)/.exec(hint.value);
    const number = match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : null;
    if (number !== null) return dated(number, hint.kind);
  }
  const match = /(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/.exec(clipping.text.slice(0, 400));
  const number = match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : null;
  return number === null ? null : dated(number, 'dateline');
}

function dated(number: number, basis: string): Dated {
  const day = isoDay(number);
  return { day, basis, earliest: day, latest: day };
}
