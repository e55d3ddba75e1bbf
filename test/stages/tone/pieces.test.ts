import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPieces } from '../../../src/stages/tone/pieces.ts';

const wordsOf = (text: string) => cutPieces(text).map((piece) => piece.text);

describe('an apostrophe is found', () => {
  it.each<[text: string, expected: readonly string[]]>([
    ["We don't trust them", ['We', "don't", 'trust', 'them']],
    ['We don’t trust them', ['We', "don't", 'trust', 'them']],
    ['We don&rsquo;t trust them', ['We', "don't", 'trust', 'them']],
    ['We don&#039;t trust them', ['We', "don't", 'trust', 'them']],
    ['We donâ€™t trust them', ['We', "don't", 'trust', 'them']],
    ['We don?t trust them', ['We', "don't", 'trust', 'them']],
    ['We don\ufffdt trust them', ['We', "don't", 'trust', 'them']],
    ['We don t trust them', ['We', "don't", 'trust', 'them']],
    ['We dont trust them', ['We', "don't", 'trust', 'them']],
    ['We cannot.', ['We', 'can', 'not', '.']],
    ['the ministers’ talks', ['the', 'ministers', "'", 'talks']],
    ['the minister’s talks', ['the', 'minister', "'s", 'talks']],
  ])('in %j', (text, expected) => expect(wordsOf(text)).toEqual(expected));
});

describe('an apostrophe is not made up', () => {
  it.each<[text: string, expected: readonly string[]]>([
    ['Is it so? The talks', ['Is', 'it', 'so', '?', 'The', 'talks']],
    ['a front t shirt', ['a', 'front', 't', 'shirt']],
    ['They want peace', ['They', 'want', 'peace']],
    ['We went.', ['We', 'went', '.']],
  ])('in %j', (text, expected) => expect(wordsOf(text)).toEqual(expected));
});

it('every piece stands in the text where it says, in order, and nothing but blanks is left between them', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zA-Z'’?.,&; \-\u00e9\u4e2d]{0,40}$/), (text) => {
      const pieces = cutPieces(text);
      let end = 0;
      for (const piece of pieces) {
        expect(text.slice(end, piece.start).trim()).toBe('');
        expect(piece.start).toBeGreaterThanOrEqual(end);
        expect(piece.end).toBeGreaterThan(piece.start);
        end = piece.end;
      }
      expect(text.slice(end).trim()).toBe('');
    }),
  );
});
