/** Arithmetic on days, in numbers since 1970-01-01; no clock, no time zone. */

const DAY = 86_400_000;

/** Number of a day, or null for a day that no calendar has (31 February). */
export function dayNumber(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return time / DAY;
}

/** '2018-12-22' → its number, or null. */
export function parseDay(iso: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** Number → '2018-12-22'. */
export function isoDay(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

/** First and last day of '2018', '2018-12' or '2018-12-22', or null for anything else. */
export function spanOfDate(iso: string): readonly [first: number, last: number] | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  const first = dayNumber(year, month || 1, day || 1);
  if (first === null) return null;
  if (day) return [first, first];
  const next = month === 0 ? dayNumber(year + 1, 1, 1) : month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  return next === null ? null : [first, next - 1];
}
