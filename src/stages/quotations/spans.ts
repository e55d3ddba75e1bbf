/** Small questions about spans. */
import type { Span } from '../../core/model/articles.ts';
import { countBelow } from '../../core/ordered.ts';

/** True where a span shares a letter with one of the given spans, which are sorted and do not overlap each other. */
export function overlapsAny([start, end]: Span, sorted: readonly Span[]): boolean {
  const next = sorted[countBelow(sorted, start + 1, ([, to]) => to)];
  return next !== undefined && next[0] < end;
}

/** A span without the white space at its ends. */
export function trimmed(text: string, [start, end]: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return [from, to];
}
