import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/language.ts';
import type { Article, Span } from '../../src/model.ts';
import { compileQuotationVocabulary, findQuotations } from '../../src/quotations/find.ts';
import { parseRows } from '../../src/rows.ts';

const tables = Object.fromEntries(
  ['cues', 'not-statements'].map((name) => [name, parseRows(readFileSync(`lexicons/english/${name}.csv`, 'utf8'), `${name}.csv`).value]),
);
const vocabulary = compileQuotationVocabulary(tables);

function articleOf(text: string): Article {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map((match): Span => [match.index, match.index + match[0].length]);
  return {
    id: 'a',
    path: 'a.txt',
    place: '',
    layout: 'article',
    outlet: null,
    title: null,
    author: null,
    url: null,
    text,
    paragraphs,
    boilerplate: [],
    given: [],
    published: null,
  };
}

function found(text: string): readonly (readonly [string, string | null, string | null])[] {
  const quotations = findQuotations(articleOf(text), readText(text), vocabulary.value);
  return quotations.map(({ spans, cue, source }) => [
    spans.map((span) => text.slice(...span)).join(' | '),
    cue && text.slice(...cue),
    source && text.slice(...source),
  ]);
}

it('compiles the cues and not-statements of the english lexicon without a fault', () => {
  expect(vocabulary.faults).toEqual([]);
});

describe('the cue and the source of a direct quotation', () => {
  const rows: [string, string, string | null, string | null][] = [
    ['"We will leave the talks," Mary Hollis said.', 'We will leave the talks,', 'said', 'Mary Hollis'],
    ['"We will leave," said Mary Hollis, head of the delegation.', 'We will leave,', 'said', 'Mary Hollis'],
    ['Mary Hollis said, "We will leave the talks."', 'We will leave the talks.', 'said', 'Mary Hollis'],
    ['“We are ready,” Hollis told reporters. “We have been for weeks.”', 'We are ready, | We have been for weeks.', 'told', 'Hollis'],
    ["''We are ready,'' he added.", 'We are ready,', 'added', 'he'],
    ['"We are ready," Sen. Mary Hollis, D-Wis., said on Monday.', 'We are ready,', 'said', 'Sen. Mary Hollis'],
    ['"It is a good plan," according to Hollis.', 'It is a good plan,', 'according to', 'Hollis'],
  ];
  it.each(rows)('%s', (text, content, cue, source) => {
    expect(found(text)).toEqual([[content, cue, source]]);
  });
});
