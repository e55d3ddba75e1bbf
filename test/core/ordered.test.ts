import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countBelow } from '../../src/core/ordered.ts';

const numberOf = (entry: number) => entry;

it.each<[list: readonly number[], from: number, expected: number]>([
  [[], 3, 0],
  [[1, 2, 3], 0, 0],
  [[1, 2, 3], 3, 2],
  [[1, 2, 3], 9, 3],
  [[2, 2, 2], 2, 0],
])('in %j %d entries and more begin behind %d', (list, from, expected) => expect(countBelow(list, from, numberOf)).toBe(expected));

it('says the same as looking at every entry', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 })), fc.integer({ min: -10, max: 10 }), (entries, from) => {
      const list = [...entries].sort((a, b) => a - b);
      expect(countBelow(list, from, numberOf)).toBe(list.filter((entry) => entry < from).length);
    }),
  );
});
