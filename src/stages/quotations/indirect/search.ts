/** What every indirect rule is given, and what it gives back. */
import type { Span } from '../../../core/model/articles.ts';
import type { QuotationVocabulary } from '../vocabulary.ts';
import type { Page, Sentence } from './sentences.ts';

/** One sentence to be searched. */
export interface Search {
  readonly page: Page;
  readonly sentence: Sentence;
  readonly vocabulary: QuotationVocabulary;
}

/** Token indexes [first, end). */
export type Stretch = readonly [first: number, end: number];

/** A content with what signals it, before it becomes a quotation. */
export interface Finding {
  readonly content: readonly Stretch[];
  readonly cue: Stretch;
  readonly source: Span | null;
  /** The clause around a content that is only a part of it. */
  readonly carrier?: Stretch | null;
  readonly rule: string;
}
