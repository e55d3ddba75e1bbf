/** Indirect and mixed speech: content that the reporter tells in his own words, with or without quoted fragments. */
import type { Article, Quotation, Reading, Span } from '../model.ts';
import { type Cue, cueAt } from './cues.ts';
import { contentEnd } from './indirect/end.ts';
import { frameOf } from './indirect/frame.ts';
import { type Page, pageOf, type Sentence, sentencesOf } from './indirect/page.ts';
import { subjectOf } from './indirect/subject.ts';
import { verbGroupOf } from './indirect/verb.ts';
import type { QuotationVocabulary } from './vocabulary.ts';

/** What the direct side has found already. */
export interface IndirectTask {
  /** Insides of quotation marks. */
  readonly regions: readonly Span[];
}

/** Finds indirect and mixed speech outside of whole quotations. */
export function findIndirect(
  article: Article,
  reading: Reading,
  vocabulary: QuotationVocabulary,
  task: IndirectTask,
): readonly Quotation[] {
  const page = pageOf(reading, task.regions);
  const found: Quotation[] = [];
  for (const sentence of sentencesOf(page, article)) {
    for (let at = sentence.first; at < sentence.end; at++) {
      if (page.regionOf[at] !== 0) continue;
      const cue = page.tokens[at]?.pos === 'VERB' ? cueAt(reading, at, vocabulary) : null;
      const quotation = cue && quotationAt(page, sentence, cue, vocabulary);
      if (quotation) found.push(quotation);
    }
  }
  return found;
}

function quotationAt(page: Page, sentence: Sentence, cue: Cue, vocabulary: QuotationVocabulary): Quotation | null {
  if (cue.entry.class === 'mind' || cue.entry.class === 'show') return null;
  const group = verbGroupOf(page, sentence, cue);
  const frame = group.form === 'passive' ? null : frameOf(page, sentence, cue);
  if (!frame) return null;
  const end = contentEnd(page, sentence, frame.start, vocabulary);
  const subject = subjectOf(page, sentence, group);
  const span = spanOf(page, frame.start, end);
  if (!span) return null;
  return {
    spans: [span],
    kind: page.regions.some(([a, b]) => a < span[1] && b > span[0]) ? 'mixed' : 'indirect',
    cue: cue.span,
    source: subject,
    carrier: null,
    rule: `indirect-${frame.rule}`,
  };
}

function spanOf({ tokens }: Page, first: number, end: number): Span | null {
  const start = tokens[first]?.start;
  const stop = tokens[end - 1]?.end;
  return start !== undefined && stop !== undefined && stop > start ? [start, stop] : null;
}
