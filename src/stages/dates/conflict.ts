/** An address that names another day than the metadata: an article that was published again, moved to another system, or an address that was used again. */
import { parseDay } from '../../core/days.ts';
import type { Clipping } from '../../core/model/articles.ts';
import { datelineDay } from './dateline.ts';
import { type DateReading, dayInAddress, dayInMetadata, type HintedDate, shownDate } from './hints.ts';
import { findDates } from './parse.ts';

/** Days up to which two days are one story's: a page that was written on the eve, or finished weeks later. */
const CLOSE = 31;
/** A page shows the day in its reader's time zone. */
const SAME = 1;
/** Characters in front of a date that tell whether it lies ahead. */
const BEFORE = 60;
const AHEAD = /\b(?:will|would|until|till|by|before|due|scheduled|planned|plans?|next|from|expires?|upcoming)\b[^.!?]*$/i;

/** Two days that contradict each other, and what is taken: null where it is not known. */
export interface DateConflict {
  readonly address: string;
  readonly metadata: string;
  readonly taken: HintedDate | null;
  /** The third day, where the page shows one that is neither. */
  readonly shown: string | null;
  /** Something besides the two has decided. */
  readonly isDecided: boolean;
}

/**
 * The contradiction between a day in the address and one in the metadata, more than a month apart; null where there is none. What the page shows beside its
 * headline decides, or its dateline; a page that shows a third day has none that is known. A shown day that is the metadata's own tells nothing: one system
 * writes both. Then the text: it cannot be older than a day that it tells of.
 * Where nothing else tells, the address has the day, for it was given when the page was made, and an import writes its own day into the metadata.
 */
export function conflictOf(clipping: Clipping, reading: DateReading): DateConflict | null {
  const address = dayInAddress(clipping, reading);
  const metadata = address && dayInMetadata(clipping, reading);
  if (!address || !metadata || apart(address, metadata) <= CLOSE || isAnniversary(address, metadata)) return null;
  const byAddress: HintedDate = { day: address, basis: 'url', rule: 'url' };
  const printed = shownDate(clipping, reading);
  const shown = printed && apart(printed.day, metadata) > SAME ? printed : datelined(clipping, reading);
  if (shown) {
    const taken = apart(address, shown.day) <= SAME ? byAddress : shown;
    const isKnown = apart(shown.day, address) <= CLOSE || apart(shown.day, metadata) <= CLOSE;
    return { address, metadata, taken: isKnown ? taken : null, shown: isKnown ? null : shown.day, isDecided: isKnown };
  }
  const isLater = tellsOfLater(clipping, address, metadata);
  const taken = isLater ? { day: metadata, basis: 'metadata', rule: 'text-is-younger' } : byAddress;
  return { address, metadata, taken, shown: null, isDecided: isLater };
}

function datelined(clipping: Clipping, reading: DateReading): HintedDate | null {
  const day = datelineDay(clipping, reading);
  return day === null ? null : { day, basis: 'dateline', rule: 'dateline' };
}

/** The address names the day of an event, and the page marks its anniversary. */
function isAnniversary(address: string, metadata: string): boolean {
  return metadata > address && metadata.slice(4) === address.slice(4);
}

/** True where the text tells of a day that is over, and that lies more than a month behind the address's and not behind the metadata's. */
function tellsOfLater({ text }: Clipping, address: string, metadata: string): boolean {
  return findDates(text, null).some(
    ({ day, index }) =>
      day.length === 10 &&
      day > address &&
      apart(day, address) > CLOSE &&
      day <= metadata &&
      !AHEAD.test(text.slice(Math.max(0, index - BEFORE), index)),
  );
}

function apart(a: string, b: string): number {
  return Math.abs((parseDay(a) ?? 0) - (parseDay(b) ?? 0));
}
