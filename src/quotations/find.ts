/** Article and its reading → the words in it that are quoted or reported. */
import type { Article, Quotation, Reading, Span } from '../model.ts';
import { findIndirect } from './indirect.ts';
import { pairMarks, type Region } from './marks.ts';
import { mergeQuotations } from './merge.ts';
import { outlineOf } from './outline.ts';
import { type Piece, readPieces } from './pieces.ts';
import type { QuotationVocabulary } from './vocabulary.ts';

export { compileQuotationVocabulary } from './vocabulary.ts';

/** Every statement that the article quotes or reports, in order; spans never overlap. */
export function findQuotations(article: Article, reading: Reading, vocabulary: QuotationVocabulary): readonly Quotation[] {
  const regions: Region[] = [];
  const quotations: Quotation[] = [];
  for (const paragraph of article.paragraphs) {
    const found = pairMarks(article.text, [paragraph]).filter(({ outer }) => !article.boilerplate.some((span) => touches(span, outer)));
    if (found.length === 0) continue;
    regions.push(...found);
    quotations.push(...joinPieces(article.text, readPieces(outlineOf(reading, paragraph, found), vocabulary)));
  }
  const whole = quotations.filter(({ kind }) => kind === 'direct');
  const parts = quotations.filter(({ kind }) => kind !== 'direct');
  const indirect = findIndirect(article, reading, vocabulary, { regions: regions.map(({ inner }) => inner) });
  return mergeQuotations({ whole, parts }, indirect);
}

function joinPieces(text: string, pieces: readonly Piece[]): Quotation[] {
  const spans = new Map<Piece, Span[]>();
  for (const piece of pieces) {
    const span = trimmed(text, piece.region.inner);
    const joined = piece.continues && spans.get(piece.continues);
    if (joined) joined.push(span);
    else spans.set(piece, [span]);
  }
  return [...spans].map(([piece, parts]) => quotationOf(piece, parts));
}

function quotationOf({ credit, extent }: Piece, spans: readonly Span[]): Quotation {
  return {
    spans,
    kind: extent === 'whole' ? 'direct' : 'mixed',
    cue: credit?.cue ?? null,
    source: credit?.source ?? null,
    carrier: null,
    rule: credit?.rule ?? 'quote-alone',
  };
}

function touches(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

function trimmed(text: string, [start, end]: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return [from, to];
}
