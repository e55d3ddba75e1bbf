import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Clipping, Span } from '../../../src/core/model/articles.ts';
import { mendText } from '../../../src/stages/articles/mend.ts';
import { read } from './reading.ts';

const PATHS = ['a.txt', 'a.html', 'a.mhtml', 'a.jsonl', 'a.json', 'a.csv', 'a.tsv', 'a.xml', 'a.rss', 'a.txt.gz', 'a.zip', 'a'];
/** Pieces that mean something to one reader or another. */
const PIECES = fc.constantFrom(
  '<p>',
  '</p>',
  '<h1>',
  '<script>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<item>',
  '</item>',
  '<title>',
  '&amp;',
  '{"text":"',
  '"}',
  '[',
  ']',
  ',',
  ';',
  '\t',
  '"',
  '“',
  '”',
  '\n',
  '\r\n',
  '\n\n',
  'Read more',
  'Comments',
  '©',
  'By Ann Lee',
  'MOSCOW, May 14 (Agency) — ',
  '2019-05-14',
  'PUTIN: ',
  'Q. ',
  'He said so on Tuesday.',
  'LENGTH: 12 words',
  '1 of 2 DOCUMENTS',
  'Full text:',
  'Document INVP000020180314ee3e0002t',
  '12 words',
  'HD  T',
  'title: x',
  '---',
);
const CONTENT = fc
  .array(fc.oneof(PIECES, fc.string({ maxLength: 12, unit: 'binary' })), { maxLength: 40 })
  .map((pieces) => pieces.join(''));

function breach({ text, paragraphs, boilerplate, given }: Clipping): string | null {
  const isOrdered = (spans: readonly Span[]): boolean =>
    spans.every(([start, end], i) => start >= 0 && start < end && end <= text.length && (i === 0 || (spans[i - 1]?.[1] ?? 0) <= start));
  if (!isOrdered(paragraphs)) return 'paragraphs';
  if (!isOrdered(boilerplate)) return 'boilerplate';
  return given.every(({ span: [start, end] }) => start >= 0 && start <= end && end <= text.length) ? null : 'given';
}

test('whatever a file holds, it is read or set aside, and spans are in order within the text', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PATHS), CONTENT, (path, content) => {
      const { kept, problems } = read(path, content);
      if (content.trim() !== '') expect(kept.length + problems.length).toBeGreaterThan(0);
      expect(kept.map(breach).filter(Boolean)).toEqual([]);
    }),
    { numRuns: 800 },
  );
});

test('the same bytes give the same articles twice', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PATHS), fc.uint8Array({ maxLength: 300 }), (path, bytes) => {
      expect(read(path, bytes)).toEqual(read(path, bytes));
    }),
    { numRuns: 300 },
  );
});

test('the text of a .txt file is the file but for what is mended, with or without a byte order mark', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }), (words) => {
      const text = `It was said. ${words}`.replace(/\p{Cc}/gu, ' ');
      for (const content of [text, `\ufeff${text}`])
        for (const { text: kept, layout } of read('a.txt', content).kept) expect([kept, layout]).toEqual([mendText(text), 'article']);
    }),
    { numRuns: 300 },
  );
});

test('what is mended needs no mending again', () => {
  const debris = fc.constantFrom(
    'â€œ',
    'â€™',
    'Ã©',
    'Â\u00a0',
    '&rsquo;',
    '&amp;',
    '&amp;lt;',
    '\u0093',
    '\u00ad',
    '\u200b',
    'é',
    'e\u0301',
    'talks ',
  );
  fc.assert(
    fc.property(fc.array(debris, { maxLength: 12 }), (pieces) => {
      const once = mendText(pieces.join(''));
      expect(once).not.toMatch(/[\u00ad\u200b\u0080-\u009f]/);
      expect(mendText('plain words, “marks” and naïve façades')).toBe('plain words, “marks” and naïve façades');
    }),
  );
});
