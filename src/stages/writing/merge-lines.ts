/** A CSV that differs from an earlier one in some records is made from that one's bytes: long stretches stay as they are. */

import type { RecordEdits } from '../../core/model/groups.ts';

/** Where the walk through the bytes is. */
interface Walk {
  /** Records that have ended. */
  ended: number;
  isInQuotes: boolean;
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/** The bytes of the new file, from the pieces of the earlier one; each piece may be overwritten when the next one is asked for. Returns whether the pieces had the records. */
export function* mergeLines(pieces: Iterable<Uint8Array>, { records, removed, inserted }: RecordEdits): Generator<Uint8Array, boolean> {
  const walk: Walk = { ended: 0, isInQuotes: false };
  let [nextRemoved, nextInserted] = [0, 0];
  let isRemoving = false;
  const nextEdit = (): number =>
    Math.min(removed[nextRemoved] ?? Number.POSITIVE_INFINITY, inserted[nextInserted]?.before ?? Number.POSITIVE_INFINITY);
  for (const piece of pieces) {
    let start = 0;
    while (start < piece.length) {
      const end = walkTo(piece, start, isRemoving ? walk.ended + 1 : nextEdit(), walk);
      if (!isRemoving) yield piece.subarray(start, end.at);
      start = end.at;
      if (!end.isReached) break;
      isRemoving = false;
      const coming: string[] = [];
      for (; inserted[nextInserted]?.before === walk.ended; nextInserted++) coming.push(inserted[nextInserted]?.line ?? '');
      if (coming.length > 0) yield Buffer.from(coming.join(''), 'utf8');
      if (removed[nextRemoved] === walk.ended) {
        isRemoving = true;
        nextRemoved += 1;
      }
    }
  }
  return walk.ended === records && !walk.isInQuotes && nextEdit() === Number.POSITIVE_INFINITY;
}

/** Walks through a piece until so many records have ended in all. A line ends a record where it is not within quotes, which occur in pairs. */
function walkTo(piece: Uint8Array, start: number, records: number, walk: Walk): { readonly at: number; readonly isReached: boolean } {
  let { ended, isInQuotes } = walk;
  let at = start;
  const { length } = piece;
  while (at < length && ended < records) {
    if (isInQuotes) {
      const end = piece.indexOf(QUOTE, at);
      isInQuotes = end < 0;
      at = isInQuotes ? length : end + 1;
      continue;
    }
    // Nearly all bytes are letters, which come behind both: those are asked once.
    let byte = piece[at++] as number;
    while (byte > QUOTE && at < length) byte = piece[at++] as number;
    if (byte === QUOTE) isInQuotes = true;
    else if (byte === LINE_FEED) ended += 1;
  }
  walk.ended = ended;
  walk.isInQuotes = isInQuotes;
  return { at, isReached: ended === records };
}
