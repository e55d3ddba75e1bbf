/** Mean tone by side and year, with intervals. */
import type { TrendRow } from '../../../core/model.ts';
import { strokeOf } from './palette.ts';
import { type ChartData, type ChartRecord, chart, type Spec, toneAxis, yearAxis, ZERO } from './spec.ts';

/** How wide, and for which sides in which order. */
export interface SidesOptions {
  readonly width: number;
  readonly sides: readonly string[];
  readonly drawn: readonly string[];
}

/** One legend for colour, shape and dash: the same words in all layers make one. */
const LEGEND = { title: null, orient: 'top', direction: 'horizontal', symbolOpacity: 1 };

const IS_DRAWN = "isValid(datum.year) && datum.year !== '' && isValid(datum.mean) && datum.mean !== ''";

/** The chart of side_years.csv. */
export function sidesChart(data: ChartData, { width, sides, drawn }: SidesOptions): Spec {
  const strokes = drawn.map((side) => strokeOf(side, sides));
  const scale = (range: readonly unknown[]) => ({ domain: drawn, range });
  const color = { field: 'side', type: 'nominal', scale: scale(strokes.map((stroke) => stroke.color)), legend: LEGEND };
  const x = yearAxis(width < 500 ? 5 : 10);
  return chart('Mean tone of relevant statements by year and side, with 95 % intervals', data, {
    width,
    height: width < 500 ? 240 : 320,
    transform: [{ filter: IS_DRAWN }, { filter: { field: 'side', oneOf: drawn } }],
    layer: [
      ZERO,
      {
        transform: [{ filter: "isValid(datum.ci_low) && datum.ci_low !== ''" }],
        mark: { type: 'area', opacity: 0.14, aria: false },
        encoding: { x, y: { ...toneAxis('mean tone'), field: 'ci_low' }, y2: { field: 'ci_high' }, color },
      },
      {
        mark: { type: 'line', strokeWidth: 1.75, aria: false },
        encoding: {
          x,
          y: toneAxis('mean tone'),
          color,
          strokeDash: { field: 'side', type: 'nominal', scale: scale(strokes.map(({ dash }) => dash)), legend: LEGEND },
        },
      },
      {
        mark: { type: 'point', filled: true, opacity: 1, size: 42 },
        encoding: {
          ...{ x, y: toneAxis('mean tone') },
          color,
          shape: {
            field: 'side',
            type: 'nominal',
            scale: scale(strokes.map(({ shape }) => shape)),
            legend: LEGEND,
          },
          href: { field: 'href', type: 'nominal' },
          description: { field: 'note', type: 'nominal' },
        },
      },
    ],
  });
}

/** Records of trend rows as their table has them, with where a click leads and what a screen reader says. */
export function trendRecords(rows: readonly TrendRow[], describe: (row: TrendRow) => ChartRecord): readonly ChartRecord[] {
  return rows
    .filter(({ mean, group }) => mean !== null && group.period !== 'undated')
    .map((row) => ({
      ...{ year: Number(row.group.period), side: row.group.side, speaker: row.group.speaker, mean: row.mean },
      ...{ ci_low: row.interval?.low ?? null, ci_high: row.interval?.high ?? null, relevant: row.group.relevant },
      ...describe(row),
    }));
}
