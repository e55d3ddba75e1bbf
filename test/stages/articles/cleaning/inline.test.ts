import { describe, expect, it } from 'vitest';
import type { Span } from '../../../../src/core/model/articles.ts';
import { asReadOn, inlineSpans } from '../../../../src/stages/articles/cleaning/inline.ts';

/** The text as it is read on, blanks as one. */
function read(text: string): string {
  const paragraphs: Span[] = [[0, text.length]];
  const spans = [...inlineSpans(text, paragraphs)].sort((a, b) => a[0] - b[0]);
  const whole = asReadOn(text, spans);
  expect(whole).toHaveLength(text.length);
  return whole.replace(/ +/g, ' ');
}

describe('a sentence with pieces of a page in it', () => {
  const pieces: readonly (readonly [text: string, read: string])[] = [
    [
      'It is late. President Klein Marta Marie KleinKlein opens the harbour Overnight: Envoys meet in the old town MORE said so.',
      'It is late. President Klein said so.',
    ],
    [
      'So said Sen. Meg Klein Margaret (Meg) Louise KleinKlein opens the harbour Overnight: Envoys meet in town MORE (R-Ohio).',
      'So said Sen. Meg Klein (R-Ohio).',
    ],
    ['So said Sen. Tom McBergKlein opens the harbour Overnight: Envoys meet in town MORE (R-Ohio).', 'So said Sen. Tom McBerg (R-Ohio).'],
    ['Credit: Ann Lee Story Highlights President says he agrees.', 'Credit: Ann Lee President says he agrees.'],
    // The code of a share ends no sentence.
    ['Harbour Oil ( HROL.MM ) and Klein Corp (KLN.N) agreed.', 'Harbour Oil and Klein Corp agreed.'],
    ['Harbour Oil <HROL.MM> agreed with TNBP HROL.M on Monday.', 'Harbour Oil agreed with TNBP on Monday.'],
  ];
  it.each(pieces)('is read as if they were not there: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(['The U.S. and the U.N. agreed.', 'They met in Washington, D.C. on Monday.', 'He is a Ph.D. of the A.B.C. school.'])(
    'keeps abbreviations: %s',
    (text) => {
      expect(read(text)).toBe(text);
    },
  );
});
