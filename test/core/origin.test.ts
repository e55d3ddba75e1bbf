import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Origin, Span } from '../../src/core/model/articles.ts';
import { cutOrigin, givenSpan, readSpan } from '../../src/core/origin.ts';

/** "abcdef" read of "ab" + a hidden mark + "cd" + three characters for "e" + "f". */
const ORIGIN: Origin = [
  { read: [0, 2], given: [0, 2] },
  { read: [2, 4], given: [3, 5] },
  { read: [4, 5], given: [5, 8] },
  { read: [5, 6], given: [8, 9] },
];

const LED: readonly (readonly [what: string, read: Span, given: Span])[] = [
  ['what stands before the first change stays', [0, 2], [0, 2]],
  ['a mark that was left out before a span is not in it', [2, 4], [3, 5]],
  ['a mark that was left out within a span is in it', [1, 3], [1, 4]],
  ['characters that one stands for are taken whole', [4, 5], [5, 8]],
  ['what follows a change moves with it', [5, 6], [8, 9]],
  ['the whole is the whole', [0, 6], [0, 9]],
];

test.each(LED)('%s', (_, read, given) => {
  expect(givenSpan(read, ORIGIN)).toEqual(given);
  expect(readSpan(given, ORIGIN)).toEqual(read);
});

test('a span that ends within characters that stand for one takes that one whole', () => {
  expect(readSpan([3, 6], ORIGIN)).toEqual([2, 5]);
  expect(readSpan([6, 9], ORIGIN)).toEqual([4, 6]);
});

test('without an origin both texts are one', () => {
  expect(givenSpan([3, 5], undefined)).toEqual([3, 5]);
  expect(readSpan([3, 5], undefined)).toEqual([3, 5]);
});

test('an empty span stays empty, wherever it stands', () => {
  fc.assert(
    fc.property(fc.nat({ max: 8 }), (at) => {
      const [start, end] = givenSpan([at, at], ORIGIN);
      expect(end - start).toBe(0);
    }),
  );
});

test('a part of an origin covers the part of the text, and no more', () => {
  expect(cutOrigin([1, 5], ORIGIN)).toEqual([
    { read: [1, 2], given: [1, 2] },
    { read: [2, 4], given: [3, 5] },
    { read: [4, 5], given: [5, 8] },
  ]);
});
