/** Offsets of a text as it was read ↔ offsets of the text as it was given. */
import type { Origin, Span, Stretch } from './model/articles.ts';
import { countBelow } from './ordered.ts';

/** A span of the text as read, in the text as given. A span that begins or ends within characters that stand for others together takes them whole. */
export function givenSpan(span: Span, origin: Origin | undefined): Span {
  return origin === undefined ? span : lead(span, origin, { from: 'read', to: 'given' });
}

/** A span of the text as given, in the text as read: the way back. */
export function readSpan(span: Span, origin: Origin | undefined): Span {
  return origin === undefined ? span : lead(span, origin, { from: 'given', to: 'read' });
}

/** The parts of an origin that a span of the text as read covers. */
export function cutOrigin([start, end]: Span, origin: Origin): Origin {
  const parts: Stretch[] = [];
  for (let i = stretchAt(start, origin, 'read'); i < origin.length; i++) {
    const stretch = origin[i] as Stretch;
    if (stretch.read[0] >= end) break;
    const read: Span = [Math.max(start, stretch.read[0]), Math.min(end, stretch.read[1])];
    parts.push({ read, given: isCopy(stretch) ? moved(read, stretch.given[0] - stretch.read[0]) : stretch.given });
  }
  return parts;
}

/** The same characters on both sides, one for one. */
export function isCopy({ read, given }: Stretch): boolean {
  return read[1] - read[0] === given[1] - given[0];
}

type Side = 'read' | 'given';
type Way = { readonly from: Side; readonly to: Side };

function lead([start, end]: Span, origin: Origin, { from, to }: Way): Span {
  const first = origin[stretchAt(start, origin, from)];
  const last = origin[stretchAt(Math.max(start, end - 1), origin, from)] ?? origin.at(-1);
  if (last === undefined) return [0, 0];
  if (first === undefined) return [last[to][1], last[to][1]];
  const shift = (stretch: Stretch): number => stretch[to][0] - stretch[from][0];
  const led = isCopy(first) ? Math.max(start, first[from][0]) + shift(first) : first[to][0];
  const until = isCopy(last) ? Math.min(end, last[from][1]) + shift(last) : last[to][1];
  return [led, end > start ? Math.max(led, until) : led];
}

function moved([start, end]: Span, by: number): Span {
  return [start + by, end + by];
}

/** The stretch that holds an offset of one side, or the next one where none does. */
function stretchAt(offset: number, origin: Origin, side: Side): number {
  return countBelow(origin, offset + 1, (stretch) => stretch[side][1]);
}
