/** Quotations that close right before an attribution. */
import { wordAt } from '../phrases.ts';
import type { Search } from './search.ts';
import { isMark, type Page } from './sentences.ts';

/** Index of the last token of a quotation that closes before `at` with a comma or a full stop inside of its marks, or null. */
export function quotedBefore({ tokens, regionOf }: Page, at: number): number | null {
  let last = at - 1;
  while (last > 0 && regionOf[last] === 0 && isMark(wordAt(tokens, last))) last--;
  const isClosed = last < at - 1 && (regionOf[last] ?? 0) !== 0 && /^[,.?!—–-]+$/.test(wordAt(tokens, last));
  return isClosed ? last : null;
}

/** Does the quotation that ends with token `last` stand for itself: at the start of its sentence, or led in by a comma or colon? */
export function isWholeQuotation({ page, sentence }: Search, last: number): boolean {
  const { tokens, regionOf } = page;
  let at = last;
  while (at >= sentence.first && regionOf[at] === regionOf[last]) at--;
  while (at >= sentence.first && isMark(wordAt(tokens, at))) at--;
  return at < sentence.first || regionOf[at] !== 0 || /^[,:;.]$/.test(wordAt(tokens, at));
}
