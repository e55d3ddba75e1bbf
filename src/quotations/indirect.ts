/** Indirect and mixed speech: content that the reporter tells in his own words, with or without quoted fragments. */
import type { Article, Quotation, Reading, Span } from '../model.ts';
import { type Cue, cueAt } from './cues.ts';
import { findAccording } from './indirect/according.ts';
import { contentEnd } from './indirect/end.ts';
import { frameOf } from './indirect/frame.ts';
import { findFronted, findInverted } from './indirect/fronted.ts';
import { isSubordinate } from './indirect/lead.ts';
import { isMark, type Page, pageOf, sentencesOf } from './indirect/page.ts';
import type { Finding, Search, Stretch } from './indirect/search.ts';
import { subjectOf } from './indirect/subject.ts';
import { type VerbGroup, verbGroupOf } from './indirect/verb.ts';
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
    const search: Search = { page, sentence, vocabulary };
    for (let at = sentence.first; at < sentence.end; at++) {
      const finding = page.regionOf[at] === 0 && page.tokens[at]?.pos === 'VERB' ? findingAt(search, at) : null;
      const quotation = finding && quotationOf(page, finding);
      if (quotation) found.push(quotation);
    }
  }
  return found;
}

function findingAt(search: Search, at: number): Finding | null {
  const cue = cueAt(search.page.reading, at, search.vocabulary);
  if (!cue || cue.entry.class === 'mind' || cue.entry.class === 'show') return null;
  if (cue.form === 'phrase') return findAccording(search, cue);
  const group = verbGroupOf(search, cue);
  if (isTailOfQuotation(search, group)) return null;
  return findFronted(search, cue, group) ?? findInverted(search, cue, group) ?? findFollowing(search, cue, group);
}

/** `"Q," said S` and `"Q," S said`: the direct side reads these. */
function isTailOfQuotation(search: Search, group: VerbGroup): boolean {
  if (group.form !== 'finite') return false;
  const { page, sentence } = search;
  const subject = subjectOf(search, group);
  const first = subject && subject.end <= group.start ? subject.first : group.start;
  return [first, group.start].some((at) => at > sentence.first && endsQuotation(page, at));
}

/** Do the tokens before `at` close a quotation that ends in a comma or a full stop? */
function endsQuotation({ tokens, regionOf }: Page, at: number): boolean {
  let last = at - 1;
  while (isMark(wordAt(tokens, last)) && regionOf[last] === 0) last--;
  return last < at - 1 && (regionOf[last] ?? 0) !== 0 && /^[,.?!—–-]+$/.test(wordAt(tokens, last));
}

const CLAUSES = new Set(['that', 'clause']);

/** `S V that C`, `S V C`, `S V to C`, `S V NP`: the content follows its cue. */
function findFollowing(search: Search, cue: Cue, group: VerbGroup): Finding | null {
  if (group.form === 'passive' || group.form === 'attributive') return null;
  const frame = frameOf(search.page, search.sentence, cue);
  if (!frame) return null;
  const source = subjectOf(search, group);
  const lead = { isClause: CLAUSES.has(frame.rule), isSubordinate: isSubordinate(search, group), form: cue.form };
  return {
    content: [[frame.start, contentEnd(search, frame.start, lead)]],
    cue: [cue.first, cue.end],
    source: source?.span ?? null,
    rule: `${group.form}-${frame.rule}`,
  };
}

function quotationOf(page: Page, { content, cue, source, rule }: Finding): Quotation | null {
  const spans = content.map((stretch) => spanOf(page, stretch)).filter((span) => span !== null);
  if (spans.length === 0) return null;
  const isMixed = page.regions.some(([start, end]) => spans.some((span) => start < span[1] && end > span[0]));
  return { spans, kind: isMixed ? 'mixed' : 'indirect', cue: spanOf(page, cue), source, carrier: null, rule };
}

/** Characters of a stretch of tokens; one that ends inside of quotation marks takes in all of what they enclose, and the mark. */
function spanOf({ tokens, regionOf, regions, text }: Page, [first, end]: Stretch): Span | null {
  const start = tokens[first]?.start;
  const stop = tokens[end - 1]?.end;
  if (start === undefined || stop === undefined || stop <= start) return null;
  const region = regions[(regionOf[end - 1] ?? 0) - 1];
  if (!region) return [start, stop];
  let close = region[1];
  while (close < region[1] + 2 && isMark(text[close] ?? '')) close++;
  return [start, close];
}
