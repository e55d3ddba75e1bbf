/** Article and its reading → the words in it that are quoted or reported. */
import type { Article, Quotation, Reading, Span } from '../model.ts';
import { tokenFrom } from './cues.ts';
import { type Credit, creditAfter, creditBefore, type Gap } from './gaps.ts';
import { pairMarks, type Region } from './marks.ts';
import type { QuotationVocabulary } from './vocabulary.ts';

export { compileQuotationVocabulary } from './vocabulary.ts';

interface Piece {
  readonly region: Region;
  readonly credit: Credit | null;
  readonly isContinued: boolean;
}

/** Every statement that the article quotes or reports, in order; spans never overlap. */
export function findQuotations(article: Article, reading: Reading, vocabulary: QuotationVocabulary): readonly Quotation[] {
  const quotations: Quotation[] = [];
  for (const paragraph of article.paragraphs) {
    const regions = pairMarks(article.text, [paragraph]).filter(({ outer }) => !article.boilerplate.some((span) => touches(span, outer)));
    quotations.push(...joinPieces(article.text, readPieces(regions, paragraph, { reading, vocabulary })));
  }
  return quotations;
}

function readPieces(regions: readonly Region[], [from, to]: Span, context: Pick<Gap, 'reading' | 'vocabulary'>): Piece[] {
  const pieces: Piece[] = [];
  for (const [i, region] of regions.entries()) {
    const after = gapBetween(context, region.outer[1], regions[i + 1]?.outer[0] ?? to);
    const before = gapBetween(context, regions[i - 1]?.outer[1] ?? from, region.outer[0]);
    const follows = creditAfter(after);
    const previous = pieces.at(-1);
    const isContinued = follows === null && previous?.credit?.rule.startsWith('quote-') === true && before.end - previous.credit.end <= 2;
    pieces.push({ region, credit: follows ?? (isContinued ? (previous?.credit ?? null) : creditBefore(before)), isContinued });
  }
  return pieces;
}

function gapBetween(context: Pick<Gap, 'reading' | 'vocabulary'>, from: number, to: number): Gap {
  return { ...context, first: tokenFrom(context.reading, from), end: tokenFrom(context.reading, to) };
}

function joinPieces(text: string, pieces: readonly Piece[]): Quotation[] {
  const quotations: Quotation[] = [];
  for (const { region, credit, isContinued } of pieces) {
    const span = trimmed(text, region.inner);
    const previous = quotations.at(-1);
    if (isContinued && previous) quotations[quotations.length - 1] = { ...previous, spans: [...previous.spans, span] };
    else if (credit || isSentence(text.slice(...span))) {
      quotations.push({
        spans: [span],
        kind: 'direct',
        cue: credit?.cue ?? null,
        source: credit?.source ?? null,
        carrier: null,
        rule: credit?.rule ?? 'quote-alone',
      });
    }
  }
  return quotations;
}

function isSentence(words: string): boolean {
  return words.split(/\s+/).length >= 6;
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
