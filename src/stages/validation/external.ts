/**
 * How yearly means move with a series from elsewhere (a poll, events, trade): evidence from outside that they measure what they are to measure
 * (Birkenmaier, Lechner & Wagner 2024 call it external validation).
 */
import type { Fault, Row } from '../../core/model/problems.ts';
import type { Interval, TrendRow } from '../../core/model/trends.ts';
import type { ExternalRow } from '../../core/validation.ts';

/** Columns of external-series.csv; `side` may be left out. */
export const EXTERNAL_COLUMNS = ['series', 'side', 'year', 'value'] as const;

/** One year of a series. */
export interface ExternalPoint {
  readonly series: string;
  /** Whose statements it is compared with; empty for all. */
  readonly side: string;
  readonly year: string;
  readonly value: number;
}

/** Reads the rows of external-series.csv, with every mistake. */
export function readExternalRows(
  rows: readonly Row[],
  sides: readonly string[],
): { readonly points: readonly ExternalPoint[]; readonly faults: readonly Fault[] } {
  const points: ExternalPoint[] = [];
  const faults: Fault[] = [];
  const lines = new Map<string, number>();
  for (const { file, line, cells } of rows) {
    const { series = '', side = '', year = '', value = '' } = cells;
    const earlier = lines.get(JSON.stringify([series, side, year]));
    const messages = [
      ...(series === '' ? ['`series` is empty, expected the name of the series'] : []),
      ...(side === '' || sides.includes(side)
        ? []
        : [`\`side\` is \`${side}\`, expected ${sides.join(', ')} or nothing for all statements`]),
      ...(/^\d{4}$/.test(year) ? [] : [`\`year\` is \`${year}\`, expected a year such as 2014`]),
      ...(/^[-+−]?\d+(?:\.\d+)?$/.test(value) ? [] : [`\`value\` is \`${value}\`, expected a number`]),
      ...(earlier === undefined ? [] : [`this year stands in line ${earlier} already, expected each year of a series once`]),
    ];
    faults.push(...messages.map((message) => ({ file, line, message })));
    lines.set(JSON.stringify([series, side, year]), line);
    if (messages.length === 0) points.push({ series, side, year, value: Number(value.replace('−', '-')) });
  }
  return { points, faults };
}

/** Statements about the two sides that a year needs to be compared: with fewer its mean is chance. */
export const LEAST_STATEMENTS = 3;
/** Years that a correlation needs; its interval needs one more. */
const LEAST_YEARS = 3;

/** Yearly rows of all statements and of each side, corrected where they can be. */
export interface YearlyRows {
  readonly year: readonly TrendRow[];
  readonly side: readonly TrendRow[];
}

/** One row for each series and side, in the order of the file. */
export function compareExternal(points: readonly ExternalPoint[], years: YearlyRows): readonly ExternalRow[] {
  const means = new Map([
    ...years.year.map((row) => [keyOf('', row.group.period), row] as const),
    ...years.side.map((row) => [keyOf(row.group.side ?? '', row.group.period), row] as const),
  ]);
  const series = new Map<string, ExternalPoint[]>();
  for (const point of points) {
    const key = JSON.stringify([point.series, point.side]);
    series.set(key, [...(series.get(key) ?? []), point]);
  }
  return [...series.values()].map((own) =>
    compareSeries(
      own.toSorted((a, b) => (a.year < b.year ? -1 : 1)),
      means,
    ),
  );
}

function keyOf(side: string, year: string): string {
  return JSON.stringify([side, year]);
}

interface Pair {
  readonly year: number;
  readonly outside: number;
  readonly mean: number;
  readonly corrected: number | null;
}

function compareSeries(points: readonly ExternalPoint[], means: ReadonlyMap<string, TrendRow>): ExternalRow {
  const pairs = points.flatMap(({ side, year, value }): readonly Pair[] => {
    const row = means.get(keyOf(side, year));
    if (row === undefined || row.mean === null || row.group.relevant < LEAST_STATEMENTS) return [];
    return [{ year: Number(year), outside: value, mean: row.mean, corrected: row.corrected?.mean ?? null }];
  });
  const { series = '', side = '' } = points[0] ?? {};
  const r = correlate(pairs.map(({ outside, mean }) => [outside, mean]));
  const steps = pairs.slice(1).flatMap((pair, i) => {
    const before = pairs[i] as Pair;
    return pair.year === before.year + 1 ? [[pair.outside - before.outside, pair.mean - before.mean] as const] : [];
  });
  return {
    ...{ series, side: side === '' ? null : side, years: pairs.length },
    ...{ first: pairs[0]?.year ?? null, last: pairs.at(-1)?.year ?? null },
    ...{ r, interval: r === null ? null : fisherInterval(r, pairs.length) },
    changes: correlate(steps),
    corrected: correlate(pairs.flatMap(({ outside, corrected }) => (corrected === null ? [] : [[outside, corrected] as const]))),
  };
}

/** What is left of squares, as a share of them, where numbers that are the same differ by rounding alone. */
const ROUNDING = 1e-24;

/** Pearson's r; null for fewer than three pairs, and where one of the two does not vary. */
function correlate(pairs: readonly (readonly [number, number])[]): number | null {
  if (pairs.length < LEAST_YEARS) return null;
  const mean = (at: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
  const [x, y] = [mean(0), mean(1)];
  const product = (a: 0 | 1, b: 0 | 1): number => {
    const centre = [x, y] as const;
    return pairs.reduce((sum, pair) => sum + (pair[a] - centre[a]) * (pair[b] - centre[b]), 0);
  };
  const [xx, yy] = [product(0, 0), product(1, 1)];
  const isFlat = (sum: number, at: 0 | 1): boolean => sum <= ROUNDING * pairs.reduce((squares, pair) => squares + pair[at] ** 2, 0);
  return isFlat(xx, 0) || isFlat(yy, 1) ? null : product(0, 1) / Math.sqrt(xx * yy);
}

const NORMAL_95 = 1.959963984540054;

/** Fisher's z: 95 % for years that are independent, which neighbouring years seldom are, so the interval is too narrow rather than too wide. */
function fisherInterval(r: number, years: number): Interval | null {
  if (years <= LEAST_YEARS || Math.abs(r) >= 1) return null;
  const [z, half] = [Math.atanh(r), NORMAL_95 / Math.sqrt(years - 3)];
  return { low: Math.tanh(z - half), high: Math.tanh(z + half) };
}
