/** Small questions about spans. */
import type { Span } from '../../core/model.ts';

/** True where a span shares a letter with one of the given spans, which are sorted and do not overlap each other. */
export function overlapsAny([start, end]: Span, sorted: readonly Span[]): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.[1] ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  return low < sorted.length && (sorted[low]?.[0] ?? end) < end;
}

/** A span without the white space at its ends. */
export function trimmed(text: string, [start, end]: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return [from, to];
}
