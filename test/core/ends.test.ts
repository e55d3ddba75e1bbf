import fc from 'fast-check';
import { expect, it } from 'vitest';
import { endWithout, trimEndOf, trimOf } from '../../src/core/ends.ts';

it.each([
  ['talks ”  ', /[\s”]/, 'talks'],
  ['talks', /[\s”]/, 'talks'],
  ['” ”', /[\s”]/, ''],
  ['talks 😀😀', /[^\p{L}]/u, 'talks'],
  ['talks 𝒬😀', /[^\p{L}]/u, 'talks 𝒬'],
  ['', /x/, ''],
])('the end of "%s" goes as far as its signs do', (text, sign, expected) => {
  expect(trimEndOf(text, sign)).toBe(expected);
  expect(endWithout(text, sign)).toBe(expected.length);
});

it('gives what a pattern gives that takes runs of signs away', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'é', ' ', '.', '”', '😀', '𝒬') }), (text) => {
      expect(trimEndOf(text, /[^\p{L}]/u)).toBe(text.replace(/[^\p{L}]+$/u, ''));
      expect(trimOf(text, /[^\p{L}]/u)).toBe(text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
    }),
  );
});
