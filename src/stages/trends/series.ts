/** The lines of yearly means, and how each of them moves. */

import { groupBy } from '../../core/group-by.ts';
import type { Grouping, YearSum } from '../../core/model/groups.ts';
import type { Movement, Series, TrendRow } from '../../core/model/trends.ts';
import { changeYears } from './change-points.ts';
import { groupMean } from './moments.ts';
import { mannKendall, type Point, theilSen } from './slope.ts';

/** Shorter series say nothing about a trend. */
export const FEWEST_YEARS = 8;

/** Every series of the yearly tables: all statements, each side, each outlet, and the speakers who have a line. */
export function findSeries(rows: Readonly<Record<Grouping, readonly TrendRow[]>>, lines: readonly YearSum[]): readonly Series[] {
  return [
    ...seriesOf('all', rows.year, () => ['all', 'All speakers']),
    ...seriesOf('side', rows.side, ({ group }) => [group.side ?? '', group.side ?? '']),
    ...seriesOf(
      'speaker',
      lines.map((group) => ({ group, mean: groupMean(group) })),
      ({ group }) => [group.speakerId ?? '', group.speaker ?? ''],
    ),
    ...seriesOf('outlet', rows.outlet, ({ group }) => [group.outlet ?? '', group.outlet ?? '']),
  ];
}

/** How yearly means move; null for fewer than eight of them. */
export function describeMovement(points: readonly Point[]): Movement | null {
  if (points.length < FEWEST_YEARS) return null;
  const { slope, interval } = theilSen(points);
  return { slope, slopeInterval: interval, p: mannKendall(points).p, changeYears: changeYears(points) };
}

/** A year of a line. */
interface Measured {
  readonly group: Pick<YearSum, 'period' | 'relevant'>;
  readonly mean: number | null;
}

function seriesOf<Row extends Measured>(
  kind: Series['kind'],
  rows: readonly Row[],
  name: (row: Row) => readonly [key: string, name: string],
): readonly Series[] {
  const lines = groupBy(rows, (row) => name(row)[0]);
  return [...lines].flatMap(([key, line]) => {
    const points = line.flatMap(({ mean, group }) =>
      mean === null || group.period === 'undated' ? [] : [{ year: Number(group.period), value: mean }],
    );
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return [];
    const relevant = line.reduce((total, { group }) => total + (group.period === 'undated' ? 0 : group.relevant), 0);
    const lastRow = line[line.length - 1] as Row;
    return [
      {
        kind,
        key,
        name: name(lastRow)[1],
        firstYear: first.year,
        lastYear: last.year,
        years: points.length,
        relevant,
        movement: describeMovement(points),
        correctedMovement: null,
      },
    ];
  });
}
