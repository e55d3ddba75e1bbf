import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Beginnings } from '../../../src/core/patterns/beginnings.ts';
import { Matcher } from '../../../src/core/patterns/matcher.ts';
import { parsePattern } from '../../../src/core/patterns/pattern.ts';
import { Symbols } from '../../../src/core/patterns/symbols.ts';
import { wordsOf } from '../../../src/core/patterns/words.ts';

const has = (pattern: string, word: string): boolean => new Beginnings([parsePattern(pattern).parts]).has(word, 0, word.length);

test.each([
  ['treaty', 'treaty'],
  ['treaty', 'Treaties'],
  ['treaty', 'TREATY'],
  ['Harbour', 'HARBOUR'],
  ['fly', 'flies'],
  ['get', 'Getting'],
  ['us', 'US'],
  ['a*', 'aisle'],
  ['ab*', 'About'],
  ['treaty _ harbour', 'without'],
  ['Żagań', 'Żagań'],
])('a glance for "%s" lets "%s" pass', (pattern, word) => {
  expect(has(pattern, word)).toBe(true);
});

test.each([
  ['treaty', 'meadow'],
  ['Meadow', 'meadow'],
  ['us', 'use'],
  ['ab*', 'acted'],
])('a glance for "%s" spares "%s" the look-up', (pattern, word) => {
  expect(has(pattern, word)).toBe(false);
});

test('no word that satisfies a pattern is passed over', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefiysABYéK'), minLength: 1, maxLength: 5 });
  const ending = fc.constantFrom('', 's', 'es', 'ies', 'ed', 'ing', 'ting');
  fc.assert(
    fc.property(word, word, ending, fc.boolean(), (base, other, end, isPrefix) => {
      const symbols = new Symbols();
      const matcher = new Matcher<string>(symbols);
      const { parts } = parsePattern(isPrefix ? `${base}*` : base);
      matcher.add(parts, base);
      for (const text of [other, base + end, base.slice(0, -1) + end, (base + end).toUpperCase()].filter((each) => each !== '')) {
        const words = wordsOf([symbols.formsOf({ text, lemma: text.toLowerCase() })]);
        if (matcher.find(words, () => true).length > 0) expect(matcher.beginnings.has(text, 0, text.length)).toBe(true);
      }
    }),
  );
});
