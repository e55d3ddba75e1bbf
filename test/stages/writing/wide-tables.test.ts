import { describe, expect, it } from 'vitest';
import { describeRows } from '../../../src/stages/trends/summarise.ts';
import { periodStart, periodYear } from '../../../src/stages/writing/column.ts';
import { wideRows, wideTables } from '../../../src/stages/writing/wide-tables.ts';
import { groupOf } from '../trends/groups.ts';

describe('the first day of a period', () => {
  it.each([
    ['2018', '2018-01-01'],
    ['2018-03', '2018-03-01'],
    ['2018-W12', '2018-03-19'],
    ['2019-W01', '2018-12-31'],
    ['2020-W53', '2020-12-28'],
    ['2021-W01', '2021-01-04'],
    ['undated', null],
  ])('%s begins on %s', (period, day) => {
    expect(periodStart(period)).toBe(day);
    expect(periodYear(period)).toBe(day === null ? null : Number(period.slice(0, 4)));
  });
});

describe('a wide table', () => {
  const rows = describeRows([
    groupOf([0.5, 0.3, 0.1], { period: '2018', side: 'US' }),
    groupOf([-0.5], { period: '2018', side: 'Russia' }),
    groupOf([0.25], { period: '2017', side: 'Russia' }),
    groupOf([1], { period: '2017', side: 'other' }),
    groupOf([1], { period: 'undated', side: 'US' }),
  ]);
  const { years, months } = wideTables(['US', 'Russia']);
  const cells = wideRows(rows).map((row) => Object.fromEntries(years.columns.map(({ name, cell }) => [name, cell(row)])));

  it('has a row a period, in order, and a column a side; what is undated is left out', () => {
    expect(cells.map(({ period, US, Russia, US_n, Russia_n }) => [period, US, Russia, US_n, Russia_n])).toEqual([
      ['2017', null, 0.25, 0, 1],
      ['2018', expect.closeTo(0.3, 12), -0.5, 3, 1],
    ]);
  });

  it('names the sides of the job first, so that a chart program takes them for its lines', () => {
    expect(years.columns.map(({ name }) => name).slice(0, 4)).toEqual(['period', 'period_start', 'US', 'Russia']);
    expect(months.name).toBe('side_months_wide');
  });

  it('gives the interval of the long table, and nothing where it is too thin', () => {
    const long = rows.find(({ group }) => group.period === '2018' && group.side === 'US');
    expect(cells[1]).toMatchObject({ US_low: long?.interval?.low ?? null, Russia_low: null, US_corrected: null });
  });
});
