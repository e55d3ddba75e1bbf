import { expect, test } from 'vitest';
import { parseCoders, parseCount, parseStrata } from '../../src/cli/arguments.ts';

test.each([
  ['side', ['side']],
  ['side, year,label,role', ['side', 'year', 'label', 'role']],
])('a sample is spread over %s', (text, expected) => {
  expect(parseStrata(text)).toEqual(expected);
});

test.each(['', 'side,', 'outlet', 'side;year', 'Side'])('a sample is not spread over “%s”', (text) => {
  expect(() => parseStrata(text)).toThrow('expected some of side,year,label,role');
});

test.each(['', 'ann,Ann', 'ann,', 'ann-2', 'a b'])('coders are not called “%s”', (text) => {
  expect(() => parseCoders(text)).toThrow('expected different names');
});

test.each(['0', '-1', '1.5', 'many'])('%s is no count', (text) => {
  expect(() => parseCount(text)).toThrow('expected a whole number from 1');
});
