/** When a feed is due again: by what its server says, by what the list says, and later and later where it fails. */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A server that says "a year" is asked again after a day. */
const LONGEST_WAIT = DAY;
const FIRST_BACK_OFF = 60 * MINUTE;
const LONGEST_RETRY = 7 * DAY;

/** What bears on the next time. Minutes are those of the list (`every`) and of the feed (`ttl`). */
export interface Told {
  readonly now: number;
  readonly every: number;
  readonly ttl: number | null;
  readonly headers: ReadonlyMap<string, string>;
}

/** Milliseconds since 1970 at which a feed that could be read is due again: the longest of `every`, `ttl` and the freshness that the answer states. */
export function dueAfterSuccess({ now, every, ttl, headers }: Told): number {
  const fresh = Math.max(freshness(headers), (ttl ?? 0) * MINUTE);
  return now + Math.max(every * MINUTE, Math.min(fresh, LONGEST_WAIT));
}

/** The same for one that could not: an hour, two, four … up to a day, or what Retry-After says if that is later. */
export function dueAfterFailure({ now, every, headers }: Omit<Told, 'ttl'>, failures: number): number {
  const wait = Math.min(FIRST_BACK_OFF * 2 ** Math.min(failures - 1, 10), LONGEST_WAIT);
  return Math.max(now + Math.max(every * MINUTE, wait), retryAfter(headers, now) ?? 0);
}

/** Retry-After as milliseconds since 1970, from seconds or a date, at most a week ahead; null where there is none. */
export function retryAfter(headers: ReadonlyMap<string, string>, now: number): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  const time = /^\d{1,9}$/.test(value) ? now + Number(value) * 1000 : Date.parse(value);
  return Number.isNaN(time) ? null : Math.min(Math.max(time, now), now + LONGEST_RETRY);
}

/** Cache-Control: max-age less Age, or Expires less Date; RFC 9111, section 4.2.1. Milliseconds. */
function freshness(headers: ReadonlyMap<string, string>): number {
  const control = headers.get('cache-control') ?? '';
  if (/\bno-(?:cache|store)\b/i.test(control)) return 0;
  const age = /\bmax-age\s*=\s*"?(\d{1,10})/i.exec(control)?.[1];
  if (age !== undefined) return Math.max(0, (Number(age) - (Number(headers.get('age')) || 0)) * 1000);
  const [expires, date] = [Date.parse(headers.get('expires') ?? ''), Date.parse(headers.get('date') ?? '')];
  return Number.isNaN(expires - date) ? 0 : Math.max(0, expires - date);
}
