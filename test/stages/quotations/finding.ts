/** What the tests of this room share: the lexicon of the project, and articles made of a text alone. */
import { readFileSync } from 'node:fs';
import { readText } from '../../../src/core/language.ts';
import type { Article, Span } from '../../../src/core/model/articles.ts';
import type { Quotation } from '../../../src/core/model/statements.ts';
import { parseRows } from '../../../src/core/rows.ts';
import { compileQuotationVocabulary, findQuotations } from '../../../src/stages/quotations/find.ts';

const tables = Object.fromEntries(
  ['cues', 'not-statements', 'not-sources', 'word-kinds'].map((name) => [
    name,
    parseRows(readFileSync(`lexicons/english/${name}.csv`, 'utf8'), `${name}.csv`).value,
  ]),
);
export const compiled = compileQuotationVocabulary(tables);

export function articleOf(text: string, given: Partial<Article> = {}): Article {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map((match): Span => [match.index, match.index + match[0].length]);
  const nothing = { outlet: null, title: null, author: null, url: null, boilerplate: [], given: [], published: null } as const;
  return { id: 'a', path: 'a.txt', place: '', layout: 'article', text, paragraphs, ...nothing, ...given };
}

export function quotationsOf(text: string, given: Partial<Article> = {}): readonly Quotation[] {
  return findQuotations(articleOf(text, given), readText(text), compiled.value);
}

/** The quotations that stand in marks, with their cue and source words. */
export function marked(text: string): readonly (readonly [string, string | null, string | null])[] {
  return quotationsOf(text)
    .filter(({ kind }) => kind === 'direct' || kind === 'mixed')
    .map(({ spans, cue, source }) => [
      spans.map((span) => text.slice(...span)).join(' | '),
      cue && text.slice(...cue),
      source && text.slice(...source),
    ]);
}
