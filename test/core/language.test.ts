import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/core/language.ts';

describe('one reading of a text', () => {
  it('knows lemma, part of speech and sentence of every token', () => {
    const reading = readText('He didn’t lift the sanctions. She left.');
    expect(reading.tokens.map((token) => token.lemma)).toEqual(['he', 'do', 'not', 'lift', 'the', 'sanction', '.', 'she', 'leave', '.']);
    expect(reading.tokens.map((token) => token.sentence)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
    expect(reading.sentences).toEqual([
      [0, 7],
      [7, 10],
    ]);
  });

  it.each([
    'Experts say that Russia-U.S. relations will worsen.',
    'Experts say that Russia–U.K. relations will worsen.',
    'Sen. Ann Lee (D-Wis.) met Gov. John Doe on Jan. 3 in St. Petersburg.',
    'Sens. Ann Lee and John Doe stayed.',
  ])('does not end the sentence at an abbreviation: %s', (sentence) => {
    expect(readText(sentence).sentences).toHaveLength(1);
  });

  it('numbers words: only tokens of the same text, lemma and part of speech share a number, in whatever text they stand', () => {
    const tokens = ['They left. The left left it.', 'It can’t be left, they said.'].flatMap((text) => readText(text).tokens);
    const wordOf = ({ text, lemma, pos }: (typeof tokens)[number]) => `${text} ${lemma} ${pos}`;
    const words = new Map(tokens.map((token) => [token.word, wordOf(token)]));
    for (const token of tokens) expect(words.get(token.word)).toBe(wordOf(token));
    expect(tokens.length - words.size).toBeGreaterThanOrEqual(3);
  });

  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '“I don’t know,” ',
      'U.S.-Russia ',
      '\r\n',
      '\t',
      '\u00a0',
      '😀',
      'a-'.repeat(150),
      "can't ",
      '\ud800',
      '$5.3bn ',
      '\u000b',
      '\u2028',
      '\ufeff',
    ),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  it('gives offsets that slice to the token, in order, whatever the text holds', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { tokens } = readText(written);
        let end = 0;
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(written.slice(token.start, token.end)).toBe(token.text);
          end = token.end;
        }
      }),
    );
  });

  it('gives each token to exactly one sentence', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { tokens, sentences } = readText(written);
        expect(sentences.reduce((sum, [first, end]) => sum + end - first, 0)).toBe(tokens.length);
      }),
    );
  });

  it('reads a run of more than 200 characters without white space as a blank', () => {
    const reading = readText(`before ${'a-'.repeat(5000)} after`);
    expect(reading.tokens.map((token) => token.text)).toEqual(['before', 'after']);
  });

  it('reads a long text in parts with true offsets', () => {
    const long = 'The envoys met again in the harbour town.\n'.repeat(2000);
    const { tokens } = readText(long);
    expect(tokens.length).toBe(2000 * 9);
    expect(tokens.every((token) => long.slice(token.start, token.end) === token.text)).toBe(true);
  });
});
