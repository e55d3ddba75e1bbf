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

  it('keeps names whole whose letters Western Europe does not use, as they are written', () => {
    const reading = readText('“We agree,” Radosław Vučić said of Erdoğan’s plan, and Əliyev met Žądło.');
    expect(reading.tokens.map(({ text }) => text)).toEqual([
      ...[
        '“',
        'We',
        'agree',
        ',',
        '”',
        'Radosław',
        'Vučić',
        'said',
        'of',
        'Erdoğan',
        '’s',
        'plan',
        ',',
        'and',
        'Əliyev',
        'met',
        'Žądło',
        '.',
      ],
    ]);
    for (const { start, end, text, lower } of reading.tokens) {
      expect(reading.text.slice(start, end)).toBe(text);
      expect(lower).toBe(text.toLowerCase());
    }
    expect(readText('Radoslaw Vucic left.').tokens[0]?.text).toBe('Radoslaw');
  });

  it('cuts the possessive off, whether or not the word stood before a comma or a full stop earlier', () => {
    const texts = ['The plan is Zelvarin’s, not ours.', 'Zelvarin’s plan failed.'];
    const after = texts.map((text) => readText(text).tokens.map((token) => token.text))[1];
    expect(after).toEqual(['Zelvarin', '’s', 'plan', 'failed', '.']);
  });

  it('does not depend on what was read before, in whatever order: possessives, contractions, hyphens, abbreviations, marks, capitals', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{3,7}$/);
    const end = fc.constantFrom(
      ..."’s|’s,|'s.|s’|-led|-Orn,|.|. The|.Com|n’t|’ll.|’d|/|;|!”|…|–|—|)|-19|&Co|.,|$|:)|@x.org|th|’".split('|'),
    );
    const start = fc.constantFrom('', '“', '(', 'anti-', 'U.S.-', 'St.', 'O’', 'pro–', '#', '@', '$', '’');
    const spelling = fc.constantFrom(
      (word: string) => word,
      (word: string) => word.toLowerCase(),
      (word: string) => word.toUpperCase(),
      (word: string) => `${word.charAt(0)}.${word}`,
    );
    const texts = fc.array(fc.array(end, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(name, start, spelling, texts, (word, before, spell, endings) => {
        const written = endings.map((text) => text.map((ending) => `${before}${spell(word)}${ending} said`).join(' '));
        const readings = written.map((text) => readText(text));
        expect(written.toReversed().map((text) => readText(text))).toEqual(readings.toReversed());
      }),
      { numRuns: 200 },
    );
  });

  it('stays the same when so many words have been read that the new ones are forgotten', () => {
    const text = 'Quorvane’s, then Quorvane’s envoy Tibbelow.';
    const before = readText(text);
    readText(
      Array.from({ length: 60_000 }, (_, i) => `Q${i.toString(36).replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}q`).join(
        ' ',
      ),
    );
    const after = readText(text);
    const known = ({ word: _, ...token }: (typeof after.tokens)[number]) => token;
    expect(after.tokens.map(known)).toEqual(before.tokens.map(known));
  });

  it('numbers words: only tokens of the same text, lemma and part of speech share a number, in whatever text they stand', () => {
    const tokens = ['They left. The left left it.', 'It can’t be left, they said.'].flatMap((text) => readText(text).tokens);
    const wordOf = ({ text, lemma, pos }: (typeof tokens)[number]) => `${text} ${lemma} ${pos}`;
    const words = new Map(tokens.map((token) => [token.word, wordOf(token)]));
    for (const token of tokens) expect(words.get(token.word)).toBe(wordOf(token));
    expect(tokens.length - words.size).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ['They cannot.', 'they cannot .'],
    ['They cannot, they say.', 'they cannot , they say .'],
    ["They can't.", 'they can not .'],
  ])('gives the words of a contraction before a mark a lemma of their own: %s', (written, expected) => {
    expect(readText(written).tokens.map(({ lemma }) => lemma)).toEqual(expected.split(' '));
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
