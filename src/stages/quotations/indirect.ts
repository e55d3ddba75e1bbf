/** Indirect and mixed speech: content that the reporter tells in his own words, with or without quoted fragments. */
import type { Article, Span } from '../../core/model/articles.ts';
import type { Reading } from '../../core/model/reading.ts';
import type { Quotation } from '../../core/model/statements.ts';
import { cueAt } from './cues.ts';
import { findAccording } from './indirect/according.ts';
import { chainParticiples } from './indirect/chains.ts';
import { isEvent } from './indirect/events.ts';
import { nestReports } from './indirect/nested.ts';
import { findByNoun } from './indirect/nouns.ts';
import { isStatement } from './indirect/refine.ts';
import { findBySaying } from './indirect/rules.ts';
import type { Finding, Search, Stretch } from './indirect/search.ts';
import { isMark, type Page, pageOf, type Sentence, sentencesOf } from './indirect/sentences.ts';
import { subjectOf } from './indirect/subject.ts';
import { isUnsaid } from './indirect/unsaid.ts';
import { isVerbAt, verbGroupOf } from './indirect/verb.ts';
import { wordAt } from './phrases.ts';
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
    if (isEndless(page, sentence)) continue;
    const search: Search = { page, sentence, vocabulary };
    for (const finding of nestReports(search, chainParticiples(search, findingsOf(search)))) {
      const quotation = isStatement(search, finding) ? quotationOf(page, finding) : null;
      if (quotation) found.push(quotation);
    }
  }
  return found;
}

/** More tokens than this outside of quotation marks are a list or a table, whose reading would tell nothing and take long. */
const LONGEST_SENTENCE = 250;

function isEndless({ regionOf }: Page, { first, end }: Sentence): boolean {
  if (end - first <= LONGEST_SENTENCE) return false;
  let outside = 0;
  for (let i = first; i < end; i++) if (regionOf[i] === 0) outside++;
  return outside > LONGEST_SENTENCE;
}

function findingsOf(search: Search): readonly Finding[] {
  const findings: Finding[] = [];
  for (let at = search.sentence.first; at < search.sentence.end; at++) {
    const finding = search.page.regionOf[at] === 0 ? findingAt(search, at) : null;
    if (finding) findings.push(finding);
  }
  return findings;
}

function findingAt(search: Search, at: number): Finding | null {
  const cue = cueAt(search.page.reading, at, search.vocabulary);
  if (cue?.form === 'phrase') return findAccording(search, cue);
  if (!cue || !isVerbAt(search, cue)) return nounFindingAt(search, at);
  if (cue.entry.class === 'mind' || cue.entry.class === 'show') return null;
  const group = verbGroupOf(search, cue);
  const saying = { cue, group, subject: subjectOf(search, group) };
  return isUnsaid(search, saying) || isEvent(search, saying) ? null : findBySaying(search, saying);
}

function nounFindingAt(search: Search, at: number): Finding | null {
  if (search.page.tokens[at]?.pos !== 'NOUN') return null;
  const cue = cueAt(search.page.reading, at, search.vocabulary, true);
  return cue && findByNoun(search, cue);
}

function quotationOf(page: Page, { content, cue, source, carrier, rule }: Finding): Quotation | null {
  const spans = content.map((stretch) => spanOf(page, stretch)).filter((span) => span !== null);
  if (spans.length === 0) return null;
  const isMixed = content.some((stretch) => hasQuoted(page, stretch));
  return {
    spans,
    kind: isMixed ? 'mixed' : 'indirect',
    cue: spanOf(page, cue),
    source,
    carrier: carrier ? spanOf(page, carrier) : null,
    rule,
  };
}

function hasQuoted({ regionOf }: Page, [first, end]: Stretch): boolean {
  for (let i = first; i < end; i++) if (regionOf[i] !== 0) return true;
  return false;
}

/** Characters of a stretch of tokens; one that ends inside of quotation marks takes in all of what they enclose, and the mark. */
function spanOf({ tokens, regionOf, regions, text }: Page, [first, last]: Stretch): Span | null {
  let end = last;
  while (end > first + 1 && regionOf[end - 1] === 0 && /^[,;:]$/.test(wordAt(tokens, end - 1))) end--;
  const start = tokens[first]?.start;
  const stop = tokens[end - 1]?.end;
  if (start === undefined || stop === undefined || stop <= start) return null;
  const region = regions[(regionOf[end - 1] ?? 0) - 1];
  if (!region) return [start, stop];
  let close = region[1];
  while (close < region[1] + 2 && isMark(text[close] ?? '')) close++;
  return [start, close];
}
