import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayHaveLongerRun } from '../../src/core/long-run.ts';

test('the glance for a long run of characters overlooks none', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\n'), maxLength: 40 }),
      fc.integer({ min: 1, max: 8 }),
      (text, longest) => {
        if (new RegExp(`\\S{${longest + 1},}`).test(text)) expect(mayHaveLongerRun(text, longest)).toBe(true);
      },
    ),
  );
});

test('and spares a text of short words the search', () => {
  expect(mayHaveLongerRun('The harbour opens at dawn, and no word is long', 9)).toBe(false);
});
