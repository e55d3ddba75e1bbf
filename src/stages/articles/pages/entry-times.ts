/** Times of the entries of a live blog, as signs in the slim markup: they survive what takes the main text out of a page. */
import type { Tag } from './scan.ts';

const [TIME_ON, TIME_OFF] = ['\u0004', '\u0005'] as const;
const LIVE_BLOG = /LiveBlogPosting|\bclass\s*=\s*["'][^"'<>]{0,200}\blive-?blog/i;
/** A day with or without a time; times alone tell no day. */
const DAY = /^\s*((?:19|20)\d\d-\d\d-\d\d)(?:[T ][\d:.+Z-]{4,24})?\s*$/;
const SIGNED = new RegExp(`${TIME_ON}([^${TIME_ON}${TIME_OFF}]*)${TIME_OFF}`, 'g');

/** True for a page that calls itself a live blog; of lists of other pages it may be wrong, which does no harm: their times stand outside the text. */
export function isLiveBlog(html: string): boolean {
  return LIVE_BLOG.test(html);
}

/** The sign for a time element that names a day, or an empty text. */
export function timeSign({ name, isEnd, attributes }: Tag): string {
  const day = name === 'time' && !isEnd ? dayOf(attributes.get('datetime') ?? '') : null;
  return day === null ? '' : `${TIME_ON}${day}${TIME_OFF}`;
}

/** A text without its signs, and the last time that they gave. */
export function takeTimes(whole: string): { readonly whole: string; readonly time: string | null } {
  if (!whole.includes(TIME_ON)) return { whole, time: null };
  return { whole: whole.replace(SIGNED, ''), time: [...whole.matchAll(SIGNED)].at(-1)?.[1] ?? null };
}

/** '2024-03-06T09:00:00Z' → '2024-03-06'; null for what names no day of its own. */
export function dayOf(value: string): string | null {
  return DAY.exec(value)?.[1] ?? null;
}
