/** Finding tokens by their offsets. */
import type { Span } from '../../core/model/articles.ts';
import type { Reading } from '../../core/model/reading.ts';
import { countBelow } from '../../core/ordered.ts';

/** Index of the first token that ends after the offset. */
export function tokenAt(reading: Reading, offset: number): number {
  return countBelow(reading.tokens, offset + 1, ({ end }) => end);
}

/** Tokens [first, end) that touch the span. */
export function tokensIn(reading: Reading, span: Span): Span {
  const first = tokenAt(reading, span[0]);
  let end = first;
  while ((reading.tokens[end]?.start ?? Number.POSITIVE_INFINITY) < span[1]) end++;
  return [first, end];
}

/** The text of tokens [first, end). */
export function textOf(reading: Reading, tokens: Span): string {
  const first = reading.tokens[tokens[0]];
  const last = reading.tokens[tokens[1] - 1];
  return first && last && tokens[1] > tokens[0] ? reading.text.slice(first.start, last.end) : '';
}

/** The offsets that tokens [first, end) stand at. */
export function spanOf(reading: Reading, tokens: Span): Span {
  return [reading.tokens[tokens[0]]?.start ?? 0, reading.tokens[tokens[1] - 1]?.end ?? 0];
}
