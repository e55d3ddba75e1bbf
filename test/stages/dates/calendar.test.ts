import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isoDay } from '../../../src/core/days.ts';
import type { Row } from '../../../src/core/model/problems.ts';
import { parseRows } from '../../../src/core/rows.ts';
import { compileCalendar } from '../../../src/stages/dates/calendar.ts';

const file = new URL('../../../lexicons/us-russia/events.csv', import.meta.url);
const events = parseRows(readFileSync(file, 'utf8'), 'events.csv').value;

test('events.csv compiles without a fault, and covers every year from 1999 to 2025', () => {
  const { value, faults } = compileCalendar({ events });
  expect(faults).toEqual([]);
  const years = new Map<string, number>();
  for (const { first } of value.events) years.set(isoDay(first).slice(0, 4), (years.get(isoDay(first).slice(0, 4)) ?? 0) + 1);
  for (let year = 1999; year <= 2025; year++) expect([year, (years.get(String(year)) ?? 0) >= 5]).toEqual([year, true]);
});

const row = (cells: Row['cells']): Row => ({
  file: 'events.csv',
  line: 7,
  cells: { day: '2018-07-16', name: 'A summit', phrases: 'a summit', kind: 'planned', origin: 'public record', ...cells },
});

const FAULTS: readonly (readonly [cells: Row['cells'], expected: string])[] = [
  [{ day: '2018-02-30' }, 'day is "2018-02-30"'],
  [{ day: '16.07.2018' }, 'expected a day as 2018-12-22'],
  [{ phrases: 'a summit|' }, 'empty alternative'],
  [{ name: '' }, 'name is empty'],
  [{ kind: 'often' }, 'kind is "often"'],
  [{ origin: '' }, 'origin is empty'],
];

test.each(FAULTS)('a row with %o is a fault with its file and line', (cells, expected) => {
  const [fault] = compileCalendar({ events: [row(cells)] }).faults;
  expect(fault).toMatchObject({ file: 'events.csv', line: 7 });
  expect(fault?.message).toContain(expected);
});

test('a phrase that names two events is a fault', () => {
  expect(compileCalendar({ events: [row({}), row({ name: 'Another' })] }).faults[0]?.message).toContain('stands in two events');
});
