import fc from 'fast-check';
import { expect, test } from 'vitest';
import { givenSpan, readSpan } from '../../../src/core/origin.ts';
import { mendGiven, mendText } from '../../../src/stages/articles/mend.ts';
import { replaceIn, untouched } from '../../../src/stages/articles/mended.ts';
import { read } from './reading.ts';

/** Debris of every kind that is mended wherever it stands, with what it stands for; between them plain words. */
const DEBRIS: readonly (readonly [given: string, read: string])[] = [
  ['FranÃ§ois', 'François'],
  ['â€œ', '“'],
  ['â€\u009d', '”'],
  ['FranÃƒÂƒÃ‚Â§ois', 'François'],
  ['donâ€™t', 'don’t'],
  ['&rsquo;', '’'],
  ['&amp;ldquo;', '“'],
  ['\u0093', '“'],
  ['co\u00adoperate', 'cooperate'],
  ['\u200bHarlow', 'Harlow'],
  ['\u200e', ''],
  ['Jose\u0301', 'José'],
  ['ðŸ˜€', '😀'],
  ['\ud83d', ''],
  ['plain words', 'plain words'],
  ['\r\n\r\n', '\r\n\r\n'],
  ['naïve “marks”', 'naïve “marks”'],
];
const PIECES = fc.array(fc.constantFrom(...DEBRIS), { minLength: 1, maxLength: 12 });

test('the slice of the given text, mended, is the slice of the text as read', () => {
  fc.assert(
    fc.property(PIECES, (pieces) => {
      const given = pieces.map(([piece]) => piece).join(' ');
      const { text, origin } = mendGiven(given);
      expect(text).toBe(pieces.map(([, piece]) => piece).join(' '));
      let at = 0;
      for (const [, piece] of pieces) {
        const span = [at, at + piece.length] as const;
        expect(mendText(given.slice(...givenSpan(span, origin)))).toBe(piece);
        if (piece !== '') expect(readSpan(givenSpan(span, origin), origin)).toEqual(span);
        at += piece.length + 1;
      }
    }),
    { numRuns: 500 },
  );
});

test('an origin covers the text without a gap, and its copies are the same characters', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...DEBRIS.map(([piece]) => piece)), fc.string({ maxLength: 6, unit: 'binary' }))),
      (pieces) => {
        const given = pieces.join('');
        const { text, origin = untouched(given).origin } = mendGiven(given);
        expect(origin.reduce((end, stretch) => (stretch.read[0] === end ? stretch.read[1] : -1), 0)).toBe(text.length);
        for (const [i, stretch] of origin.entries()) {
          expect(stretch.given[0]).toBeGreaterThanOrEqual(origin[i - 1]?.given[0] ?? 0);
          expect(stretch.given[1]).toBeLessThanOrEqual(given.length);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('a text without debris has no origin', () => {
  expect(mendGiven('plain words, “marks” and naïve façades')).toEqual({ text: 'plain words, “marks” and naïve façades' });
});

test('what was replaced twice is led back to what stood there first', () => {
  const once = replaceIn(untouched('a--b--c'), /--/g, () => '–');
  const twice = replaceIn(once, /–b/g, () => ':');
  expect(twice).toEqual({
    text: 'a:–c',
    origin: [
      { read: [0, 1], given: [0, 1] },
      { read: [1, 2], given: [1, 4] },
      { read: [2, 3], given: [4, 6] },
      { read: [3, 4], given: [6, 7] },
    ],
  });
});

const GIVEN = 'FranÃ§ois Harlow spoke.\r\n\r\nâ€œWe donâ€™t agree,â€\u009d he said.';
const FILES: readonly (readonly [path: string, content: string])[] = [
  ['a.txt', GIVEN],
  ['a.txt', `\ufeff${GIVEN}`],
  ['a.jsonl', JSON.stringify({ id: 'a', text: GIVEN })],
  ['a.json', JSON.stringify([{ id: 'a', body: `${GIVEN} [+20 chars]` }])],
  ['a.csv', `id,text\na,"${GIVEN}"\n`],
  ['a.jsonl', JSON.stringify({ quoteID: 'a', quotation: GIVEN, probas: [['None', '1']] })],
];

test.each(FILES)('%s with debris: %j keeps where its text stood', (path, content) => {
  const [article] = read(path, content).kept;
  const start = article?.text.indexOf('We don’t') ?? -1;
  expect(GIVEN.slice(...givenSpan([start, start + 14], article?.origin))).toBe('We donâ€™t agree');
});

const OTHERS: readonly (readonly [path: string, content: string])[] = [
  ['a.html', `<p>${GIVEN}</p>`],
  ['a.jsonl', JSON.stringify({ id: 'a', text: `<p>${GIVEN}</p>` })],
  ['a.jsonl', JSON.stringify({ id: 'a', paragraphs: ['We donâ€™t agree.', 'So be it.'] })],
  ['a.txt', 'We don’t agree.'],
];

test.each(OTHERS)('%s: %j has no text that offsets could be led back to, or needs none', (path, content) => {
  for (const article of read(path, content).kept) expect(article.origin).toBeUndefined();
});
