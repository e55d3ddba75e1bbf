import { expect, test } from 'vitest';
import { counted, thousands } from '../../src/core/counted.ts';

test('one is singular, everything else plural, and thousands are grouped', () => {
  const cases = [
    [counted(1, 'statement'), '1 statement'],
    [counted(0, 'statement'), '0 statements'],
    [counted(12345, 'statement'), '12,345 statements'],
    [counted(1, 'row is', 'rows are'), '1 row is'],
    [counted(2, 'row is', 'rows are'), '2 rows are'],
    [thousands(1234567), '1,234,567'],
    [thousands(999), '999'],
  ];
  for (const [told, expected] of cases) expect(told).toBe(expected);
});
