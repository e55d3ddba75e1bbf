import { expect, test } from 'vitest';
import { parseRows } from '../../../src/core/rows.ts';
import { compileChartEvents } from '../../../src/stages/writing/chart-events.ts';

const compiled = (rows: string) => compileChartEvents({ 'chart-events': parseRows(`day,label,origin\n${rows}`, 'chart-events.csv').value });

test('events come in the order of their days', () => {
  expect(compiled('2022-02-24,War,house\n2014-03-18,Crimea,house').value.map(({ label }) => label)).toEqual(['Crimea', 'War']);
  expect(compileChartEvents({}).value).toEqual([]);
});

test.each([
  ['2014,Crimea,house', 'day is 2014, expected a day as 2014-03-18'],
  ['2014-13-40,Crimea,house', 'day is 2014-13-40, expected a day as 2014-03-18'],
  ['2014-02-30,Crimea,house', 'day is 2014-02-30, expected a day as 2014-03-18'],
  ['2014-03-18,,house', 'label has 0 letters, expected 1 to 24: it stands above the chart'],
])('%s is a fault', (row, message) => {
  expect(compiled(row).faults).toEqual([{ file: 'chart-events.csv', line: 2, message }]);
});
