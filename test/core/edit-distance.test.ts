import { expect, it } from 'vitest';
import { editDistance } from '../../src/core/edit-distance.ts';

it.each([
  ['run', 'run', 0],
  ['rum', 'run', 1],
  ['', 'run', 3],
  ['treads', 'threads', 1],
] as const)('from "%s" to "%s" it is %i', (a, b, expected) => {
  expect(editDistance(a, b)).toBe(expected);
});
