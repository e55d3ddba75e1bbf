/** Article and its reading → the words in it that are quoted or reported. */
import type { Article, Span } from '../../core/model/articles.ts';
import type { Reading } from '../../core/model/reading.ts';
import type { Quotation } from '../../core/model/statements.ts';
import { countBelow } from '../../core/ordered.ts';
import { findHeadline } from './headlines.ts';
import { findIndirect } from './indirect.ts';
import { mergeQuotations } from './merge.ts';
import { withoutOpening } from './openings.ts';
import { findMarked } from './paragraphs.ts';
import { findPosts } from './posts.ts';
import { overlapsAny, trimmed } from './spans.ts';
import { findTurns } from './turns.ts';
import type { QuotationVocabulary } from './vocabulary.ts';

export { compileQuotationVocabulary } from './vocabulary.ts';

/** Every statement that the article quotes or reports, in order; spans never overlap but those of nested reports. */
export function findQuotations(article: Article, reading: Reading, vocabulary: QuotationVocabulary): readonly Quotation[] {
  if (article.given.length > 0) return article.given.map(({ span }) => givenQuotation(span));
  const headline = findHeadline(article, vocabulary);
  const unmarked = [...findTurns(article, vocabulary), ...findPosts(article), ...(headline ? [headline] : [])];
  const marked = findMarked(article, { reading, vocabulary, taken: spansOf(unmarked.filter(({ kind }) => kind !== 'headline')) });
  const indirect = findIndirect(article, reading, vocabulary, { regions: marked.regions });
  const whole = [...unmarked.filter(({ kind }) => kind !== 'headline'), ...marked.whole];
  return mergeQuotations({ whole, parts: marked.parts }, headline ? [headline, ...indirect] : indirect)
    .flatMap((quotation) => outsideBoilerplate(article, quotation) ?? [])
    .flatMap((quotation) => withoutOpening(article.text, quotation) ?? []);
}

/** A quotation without the marked pieces inside of its spans; null where one goes beyond them. */
function outsideBoilerplate({ boilerplate, text }: Article, quotation: Quotation): Quotation | null {
  if (!quotation.spans.some((span) => overlapsAny(span, boilerplate))) return quotation;
  const spans: Span[] = [];
  for (const [start, end] of quotation.spans) {
    let from = start;
    for (let i = countBelow(boilerplate, start + 1, ([, to]) => to); i < boilerplate.length; i++) {
      const [first, last] = boilerplate[i] ?? [end, end];
      if (first >= end) break;
      if (first <= start || last >= end) return null;
      spans.push(trimmed(text, [from, first]));
      from = last;
    }
    spans.push(trimmed(text, [from, end]));
  }
  return { ...quotation, spans };
}

/** The input cut it out already; the speaker that it names is for the speakers room. */
function givenQuotation(span: Span): Quotation {
  return { spans: [span], kind: 'direct', cue: null, source: null, carrier: null, rule: 'given' };
}

function spansOf(quotations: readonly Quotation[]): readonly Span[] {
  return quotations.flatMap(({ spans }) => spans).sort((a, b) => a[0] - b[0]);
}
