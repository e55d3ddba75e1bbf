import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/language.ts';
import type { Article, Span } from '../../src/model.ts';
import { compileQuotationVocabulary } from '../../src/quotations/find.ts';
import { findIndirect } from '../../src/quotations/indirect.ts';
import { pairMarks } from '../../src/quotations/marks.ts';
import { parseRows } from '../../src/rows.ts';

const tables = Object.fromEntries(
  ['cues'].map((name) => [name, parseRows(readFileSync(`lexicons/english/${name}.csv`, 'utf8'), `${name}.csv`).value]),
);
const vocabulary = compileQuotationVocabulary(tables).value;

function articleOf(text: string): Article {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map((match): Span => [match.index, match.index + match[0].length]);
  const empty = { place: '', outlet: null, title: null, author: null, url: null, boilerplate: [], given: [], published: null };
  return { id: 'a', path: 'a.txt', layout: 'article', text, paragraphs, ...empty };
}

/** Content, cue and source of every finding, joined by bars. */
function found(text: string): readonly string[] {
  const article = articleOf(text);
  const regions = pairMarks(text, article.paragraphs).map(({ inner }) => inner);
  const words = (span: Span | null) => (span === null ? '-' : text.slice(...span));
  return findIndirect(article, readText(text), vocabulary, { regions }).map(
    ({ spans, cue, source }) => `${spans.map(words).join(' + ')} | ${words(cue)} | ${words(source)}`,
  );
}

describe('indirect speech', () => {
  it.each([
    ['Orlova said that the talks would resume in May.', 'the talks would resume in May | said | Orlova'],
    ['The minister said the talks would resume.', 'the talks would resume | said | The minister'],
    ['She told reporters that nobody had left the table.', 'nobody had left the table | told | She'],
    ['The envoy vowed to return within a week.', 'to return within a week | vowed | The envoy'],
    ['Harlan called the offer “a gift” to the region.', 'the offer “a gift” to the region | called | Harlan'],
  ])('reads %j', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });
});

describe('what is no indirect speech', () => {
  it.each(['The bridge was closed on Monday.', 'He left the room without a word.', 'The report on the harbour runs to forty pages.'])(
    'finds nothing in %j',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});
