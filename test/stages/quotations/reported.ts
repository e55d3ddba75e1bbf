/** Reads a text for indirect speech, as the tests of its rules need it. */
import { readFileSync } from 'node:fs';
import { readText } from '../../../src/core/language.ts';
import type { Article, Span } from '../../../src/core/model/articles.ts';
import type { Quotation } from '../../../src/core/model/statements.ts';
import { parseRows } from '../../../src/core/rows.ts';
import { compileQuotationVocabulary } from '../../../src/stages/quotations/find.ts';
import { findIndirect } from '../../../src/stages/quotations/indirect.ts';
import { pairMarks } from '../../../src/stages/quotations/marks.ts';

const tables = ['cues', 'not-statements', 'not-sources', 'word-kinds'].map((name) => {
  return [name, parseRows(readFileSync(`lexicons/english/${name}.csv`, 'utf8'), `${name}.csv`).value] as const;
});
const vocabulary = compileQuotationVocabulary(Object.fromEntries(tables)).value;

/** An article that holds nothing but this text, a paragraph per line. */
export function articleOf(text: string): Article {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map((match): Span => [match.index, match.index + match[0].length]);
  const empty = { place: '', outlet: null, title: null, author: null, url: null, boilerplate: [], given: [], published: null };
  return { id: 'a', path: 'a.txt', layout: 'article', text, paragraphs, ...empty };
}

/** The indirect and mixed speech of a text. */
export function indirectOf(text: string): readonly Quotation[] {
  const article = articleOf(text);
  const regions = pairMarks(text, article.paragraphs).map(({ inner }) => inner);
  return findIndirect(article, readText(text), vocabulary, { regions });
}

/** Content, cue and source of every finding, joined by bars; "-" for none. */
export function found(text: string): readonly string[] {
  const words = (span: Span | null) => (span === null ? '-' : text.slice(...span));
  return indirectOf(text).map(({ spans, cue, source }) => `${spans.map(words).join(' + ')} | ${words(cue)} | ${words(source)}`);
}
