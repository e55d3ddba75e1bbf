import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrendRow } from '../../../src/core/model/trends.ts';
import type { ValidationSummary } from '../../../src/core/validation.ts';
import type { Design } from '../../../src/stages/validation/design.ts';
import { compareExternal, type ExternalPoint, readExternalRows } from '../../../src/stages/validation/external.ts';
import { writeMethods } from '../../../src/stages/validation/methods.ts';

const row = (side: string | null, period: string, mean: number | null, relevant = 9, corrected: number | null = null): TrendRow =>
  ({ group: { side, period, relevant }, mean, corrected: corrected === null ? null : { mean: corrected } }) as unknown as TrendRow;
const point = (year: number, value: number, side = ''): ExternalPoint => ({ series: 'harbour poll', side, year: String(year), value });

describe('a series from elsewhere', () => {
  it('is compared with the yearly means of all statements, or of one side', () => {
    const years = {
      year: [2010, 2011, 2012, 2013].map((year, i) => row(null, String(year), [0.1, 0.3, 0.2, 0.5][i] ?? 0)),
      side: [2010, 2011, 2012, 2013].map((year, i) => row('US', String(year), [0.4, 0.3, 0.2, 0.1][i] ?? 0)),
    };
    const values = [20, 40, 30, 60];
    const found = compareExternal(
      [2010, 2011, 2012, 2013].flatMap((year, i) => [point(year, values[i] ?? 0), point(year, values[i] ?? 0, 'US')]),
      years,
    );
    expect(found).toMatchObject([
      { series: 'harbour poll', side: null, years: 4, first: 2010, last: 2013, corrected: null },
      { side: 'US', years: 4 },
    ]);
    expect(found[0]?.r).toBeCloseTo(1, 12);
    // Of 20, 40, 30, 60 and .4, .3, .2, .1: −5.5 / √(875 × .05).
    expect(found[1]?.r).toBeCloseTo(-0.8315218407, 9);
    expect(found[1]?.interval?.low).toBeCloseTo(Math.tanh(Math.atanh(-0.8315218407) - 1.959963984540054), 9);
  });

  it.each<[what: string, points: readonly ExternalPoint[], years: number]>([
    ['years that only one of the two has', [point(2009, 1), point(2010, 1), point(2011, 2), point(2012, 4)], 3],
    ['years of fewer than three statements about the two sides', [point(2010, 1), point(2011, 2), point(2012, 4), point(2013, 5)], 3],
    ['years without a mean', [point(2010, 1), point(2011, 2), point(2012, 4), point(2014, 5)], 3],
  ])('leaves out %s', (_, points, years) => {
    const rows = [
      row(null, '2010', 0.1),
      row(null, '2011', 0.2),
      row(null, '2012', 0.5),
      row(null, '2013', 0.9, 2),
      row(null, '2014', null),
    ];
    expect(compareExternal(points, { year: rows, side: [] })).toMatchObject([{ years, r: expect.any(Number), interval: null }]);
  });

  it.each<[what: string, means: readonly number[], values: readonly number[]]>([
    ['two years', [0.1, 0.2], [1, 2]],
    ['a series that stays as it is', [0.1, 0.2, 0.3], [5, 5, 5]],
    ['means that stay as they are', [0.1, 0.1, 0.1], [1, 2, 3]],
  ])('tells no correlation of %s', (_, means, values) => {
    const year = means.map((mean, i) => row(null, String(2010 + i), mean));
    expect(
      compareExternal(
        values.map((value, i) => point(2010 + i, value)),
        { year, side: [] },
      ),
    ).toMatchObject([{ r: null, interval: null }]);
  });

  it('stands in the text for a methods section, with what it was compared with', () => {
    const years = { year: [0.1, 0.3, 0.2, 0.5].map((mean, i) => row(null, String(2010 + i), mean)), side: [] };
    const external = compareExternal(
      [2, 5, 1, 6].map((value, i) => point(2010 + i, value)),
      years,
    );
    const summary = { coded: 60, coders: 2, twice: 30, alpha: 0.8, vanished: 0, changed: 0 } as unknown as ValidationSummary;
    const design = { draws: [] } as unknown as Design;
    const text = writeMethods({ design, summary, agreement: [], figures: [], external, version: '1.0.0' });
    expect(text).toMatch(/harbour poll with all statements r = \.\d\d \[-?\.\d\d, [.\d]+\] over 4 years, of changes [.\d]+\n/);
    expect(writeMethods({ design, summary, agreement: [], figures: [], external: [], version: '1.0.0' })).not.toContain(
      'series from elsewhere',
    );
  });

  it('takes changes from one year to the next alone, not over a gap', () => {
    const rows = [0.1, 0.4, 0.2, 0.9, 0.3].map((mean, i) => row(null, String([2010, 2011, 2012, 2014, 2015][i]), mean));
    const found = compareExternal(
      [10, 40, 20, 90, 30].map((value, i) => point([2010, 2011, 2012, 2014, 2015][i] ?? 0, value)),
      { year: rows, side: [] },
    );
    expect(found[0]?.changes).toBeCloseTo(1, 12);
    expect(
      compareExternal(
        [10, 40, 20, 90].map((value, i) => point([2010, 2011, 2012, 2014][i] ?? 0, value)),
        { year: rows, side: [] },
      )[0]?.changes,
    ).toBeNull();
  });

  it('is compared with corrected means where rows have them', () => {
    const rows = [0.1, 0.2, 0.3].map((mean, i) => row(null, String(2010 + i), mean, 9, -mean));
    expect(
      compareExternal(
        [1, 2, 3].map((value, i) => point(2010 + i, value)),
        { year: rows, side: [] },
      )[0]?.corrected,
    ).toBeCloseTo(-1, 12);
  });

  it('gives the same whatever its unit, its order in the file, and where its zero lies', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: -90, max: 90 })), { minLength: 4, maxLength: 12 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -500, max: 500 }),
        (pairs, unit, zero) => {
          const year = pairs.map(([, mean], i) => row(null, String(2000 + i), mean / 100));
          const points = pairs.map(([value], i) => point(2000 + i, value));
          const moved = points.map(({ value, ...rest }) => ({ ...rest, value: unit * value + zero })).toReversed();
          const [one, other] = [points, moved].map((given) => compareExternal(given, { year, side: [] })[0]);
          if (one?.r == null) expect(other?.r ?? null).toBeNull();
          else expect(other?.r).toBeCloseTo(one.r, 9);
          expect(Math.abs(one?.r ?? 0)).toBeLessThanOrEqual(1 + 1e-12);
        },
      ),
    );
  });
});

describe('external-series.csv', () => {
  const read = (...cells: readonly Readonly<Record<string, string>>[]) =>
    readExternalRows(
      cells.map((each, i) => ({ file: 'external-series.csv', line: i + 2, cells: each })),
      ['US', 'Russia'],
    );

  it('has a name, a year and a number in each row, and whose statements are meant', () => {
    expect(read({ series: 'poll', side: 'US', year: '2014', value: '-41.5' }, { series: 'trade', year: '2014', value: '−3' })).toEqual({
      points: [
        { series: 'poll', side: 'US', year: '2014', value: -41.5 },
        { series: 'trade', side: '', year: '2014', value: -3 },
      ],
      faults: [],
    });
  });

  it.each<[cells: Readonly<Record<string, string>>, message: string]>([
    [{ series: '', year: '2014', value: '1' }, '`series` is empty, expected the name of the series'],
    [{ series: 'poll', side: 'France', year: '2014', value: '1' }, '`side` is `France`, expected US, Russia or nothing for all statements'],
    [{ series: 'poll', year: '14', value: '1' }, '`year` is `14`, expected a year such as 2014'],
    [{ series: 'poll', year: '2014', value: '41 %' }, '`value` is `41 %`, expected a number'],
    [{ series: 'poll', year: '2014', value: '' }, '`value` is ``, expected a number'],
  ])('with %j is told', (cells, message) => {
    expect(read(cells)).toEqual({ points: [], faults: [{ file: 'external-series.csv', line: 2, message }] });
  });

  it('has each year of a series once', () => {
    const cells = { series: 'poll', year: '2014', value: '1' };
    expect(read(cells, cells, { ...cells, side: 'US' }).faults).toMatchObject([
      { line: 3, message: expect.stringContaining('stands in line 2 already') },
    ]);
  });
});
