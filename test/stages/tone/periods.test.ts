import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodsOf } from '../../../src/stages/tone/periods.ts';

test.each<[dates: readonly (string | null)[], periods: readonly string[]]>([
  [[], []],
  [
    ['2014-03-01', '2014'],
    ['2014', '2014'],
  ],
  [
    ['2016-01', '2014-03-01', null],
    ['2016', '2014', 'undated'],
  ],
  [
    ['2001', '2002', '2003', '2004', '2005', '2006', '2007', '2008', '2009', '2010', '2011', '2012'],
    [
      '2001–2002',
      '2001–2002',
      '2003–2004',
      '2003–2004',
      '2005–2006',
      '2005–2006',
      '2007–2008',
      '2007–2008',
      '2009–2010',
      '2009–2010',
      '2011–2012',
      '2011–2012',
    ],
  ],
])('%j are put into %j', (dates, periods) => {
  expect(periodsOf(dates)).toEqual(periods);
});

test('periods never cut a year, never overlap, are six at most, and do not depend on order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1990, max: 2030 }).map(String), { minLength: 1, maxLength: 200 }), (years) => {
      const periods = periodsOf(years);
      const bySort = new Map(years.map((year, i) => [year, periods[i]]));
      expect(periods).toEqual(years.map((year) => bySort.get(year)));
      expect(new Set(periods).size).toBeLessThanOrEqual(6);
      for (const [i, year] of years.entries()) {
        const [first = '', last = first] = (periods[i] ?? '').split('–');
        expect(first <= year && year <= last).toBe(true);
      }
    }),
  );
});
