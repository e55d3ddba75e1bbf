/** Mean tone by year, one panel per side: intervals, a line that breaks where a year is missing or thin, and the number of statements under it. */
import type { TrendRow } from '../../../core/model/trends.ts';
import type { ChartEvent } from '../chart-events.ts';
import { at, eventLayers, RIGHT, type YearSpan, yearScale } from './events.ts';
import { MUTED, strokeOf } from './palette.ts';
import {
  type ChartData,
  type ChartRecord,
  chart,
  expressionOf,
  type Heading,
  headingOf,
  neutralZone,
  numberOf,
  type Spec,
  TARGET,
  THIN,
  TONE_AXIS,
  toneScale,
} from './spec.ts';

/** How wide, which sides in which order, and what stands around them. */
export interface SidesOptions {
  readonly width: number;
  readonly sides: readonly string[];
  readonly drawn: readonly string[];
  readonly heading: Heading;
  readonly events: readonly ChartEvent[];
  /** First and last year, and the most statements of a year, where the data are at hand; else the chart finds its own. */
  readonly span: YearSpan | null;
}

const PANEL = 112;
const STRIP = 26;
/** Where the name of a side stands, as a part of the panel's height. */
const NAME_AT = 0.25;
/** What the labels of the tone axis take, and the label of the last point. */
const LEFT = 86;

/** Numbers of a trend table, made from text where they come from a CSV: the corrected mean where there is one, with the uncorrected beside it. */
export const MEANS: readonly Spec[] = [
  { filter: "isValid(datum.year) && datum.year !== '' && isValid(datum.mean) && datum.mean !== ''" },
  { calculate: numberOf('corrected_mean'), as: 'better' },
  { calculate: '+datum.year', as: 'at' },
  { calculate: 'isValid(datum.better) ? datum.better : +datum.mean', as: 'tone' },
  { calculate: 'isValid(datum.better) ? +datum.mean : null', as: 'uncorrected' },
  { calculate: '+datum.relevant', as: 'n' },
  { calculate: `isValid(datum.better) ? ${numberOf('corrected_low')} : ${numberOf('ci_low')}`, as: 'low' },
  { calculate: `isValid(datum.better) ? ${numberOf('corrected_high')} : ${numberOf('ci_high')}`, as: 'high' },
  // A table has no words for a point; the page's records bring their own.
  { calculate: "isValid(datum.note) ? datum.note : datum.at + ': ' + format(datum.tone, '+.2f') + ', n = ' + datum.n", as: 'note' },
];

/** Years that are not thin, each with the one before it, and the number of the unbroken run that it belongs to. */
const RUNS: readonly Spec[] = [
  { filter: `datum.n >= ${THIN}` },
  {
    window: [
      { op: 'lag', field: 'at', as: 'before' },
      { op: 'lag', field: 'tone', as: 'toneBefore' },
    ],
    sort: [{ field: 'at' }],
    groupby: [],
  },
  { calculate: 'isValid(datum.before) && datum.at - datum.before === 1 ? 0 : 1', as: 'starts' },
  { window: [{ op: 'sum', field: 'starts', as: 'run' }], frame: [null, 0], sort: [{ field: 'at' }], groupby: [] },
];

/** The chart of side_years.csv. */
export function sidesChart(data: ChartData, options: SidesOptions): Spec {
  const { width, drawn, heading, sides, events } = options;
  return chart(`${heading.title}. ${heading.subtitle}`, data, {
    title: headingOf(heading, width),
    spacing: 4,
    transform: MEANS,
    vconcat: drawn.flatMap((side, index) => {
      const stroke = strokeOf(side, sides);
      const name = side === 'other' ? 'Others' : side;
      const only = [{ filter: `datum.side === ${expressionOf(side)}` }];
      const panel = tonePanel({ options, color: stroke.color, name, events: index === 0 ? events : [], ticks: events });
      return [
        { ...panel, transform: only },
        { ...countStrip(options, stroke.color), transform: only },
      ];
    }),
    resolve: { scale: { x: 'shared', y: 'independent' } },
  });
}

interface Panel {
  readonly options: Pick<SidesOptions, 'width' | 'span'>;
  readonly color: string;
  readonly name: string;
  readonly events: readonly ChartEvent[];
  readonly ticks: readonly ChartEvent[];
}

/** Means with their intervals over the years. */
export function tonePanel({ options, color, name, events, ticks }: Panel): Spec {
  const { span } = options;
  const width = options.width - LEFT - RIGHT;
  const x = { ...yearScale('at', span), axis: null };
  const y = { ...toneScale('tone'), axis: TONE_AXIS };
  const drawable = span === null ? [] : ticks.filter(({ day }) => at(day) >= span.from - 0.5 && at(day) <= span.to + 0.5);
  return {
    ...{ width, height: PANEL },
    layer: [
      ...neutralZone('y'),
      ...(span === null ? [] : eventLayers(drawable, events.length > 0, { span, width })),
      {
        data: { values: [{}] },
        // In the margin, between two labels of the scale: nothing is drawn there.
        mark: { type: 'text', text: name, align: 'right', baseline: 'middle', fontSize: 13, fontWeight: 600, color, aria: false },
        encoding: { x: { value: -6 }, y: { value: PANEL * NAME_AT } },
      },
      {
        transform: RUNS,
        mark: { type: 'line', strokeWidth: 2, color, aria: false },
        encoding: { x, y, detail: { field: 'run', type: 'nominal' } },
      },
      {
        transform: [...RUNS, { filter: 'isValid(datum.before) && datum.at - datum.before === 2' }],
        mark: { type: 'rule', strokeWidth: 1.5, strokeDash: [3, 4], color, aria: false },
        encoding: { x: { ...x, field: 'before' }, x2: { field: 'at' }, y: { ...y, field: 'toneBefore' }, y2: { field: 'tone' } },
      },
      {
        transform: [{ filter: 'isValid(datum.low) && isValid(datum.high)' }],
        mark: { type: 'rule', strokeWidth: 3, opacity: 0.35, color, aria: false },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
      },
      {
        transform: [{ filter: `datum.n >= ${THIN}` }],
        mark: { type: 'point', filled: true, opacity: 1, size: 46, color, aria: false },
        encoding: { x, y },
      },
      {
        transform: [{ filter: `datum.n < ${THIN}` }],
        mark: { type: 'point', filled: false, size: 30, strokeWidth: 1.5, color, aria: false },
        encoding: { x, y },
      },
      {
        transform: [{ filter: 'isValid(datum.uncorrected)' }],
        mark: { type: 'point', shape: 'cross', filled: true, size: 34, color: MUTED, aria: false },
        encoding: { x, y: { ...y, field: 'uncorrected' } },
      },
      lastLabel(x, y, color),
      {
        mark: TARGET,
        encoding: { x, y, description: { field: 'note', type: 'nominal' }, ...(span && { href: { field: 'href', type: 'nominal' } }) },
      },
    ],
  };
}

/** The mean of the last year beside its point, where that is not thin. */
function lastLabel(x: Spec, y: Spec, color: string): Spec {
  return {
    transform: [
      { window: [{ op: 'last_value', field: 'at', as: 'lastAt' }], frame: [null, null], sort: [{ field: 'at' }], groupby: [] },
      { filter: `datum.at === datum.lastAt && datum.n >= ${THIN}` },
      { calculate: "(datum.tone < 0 ? '−' : '+') + format(abs(datum.tone), '.2f')", as: 'shown' },
    ],
    mark: { type: 'text', align: 'left', dx: 8, fontSize: 12, fontWeight: 600, color, aria: false },
    encoding: { x, y, text: { field: 'shown', type: 'nominal' } },
  };
}

/** Relevant statements of each year, as bars with their numbers. */
function countStrip({ width, span }: SidesOptions, color: string): Spec {
  const room = width - LEFT - RIGHT;
  const years = span === null ? 20 : span.to - span.from + 1;
  const x = { ...yearScale('at', span), axis: yearAxis(room) };
  const y = {
    ...{
      field: 'n',
      type: 'quantitative',
      axis: { title: null, values: [0], labelExpr: "'statements'", domain: false, ticks: false, grid: false },
    },
    scale: span === null ? {} : { domain: [0, span.most] },
  };
  const isRoomy = room / years >= 19;
  return {
    ...{ width: room, height: STRIP },
    layer: [
      {
        mark: { type: 'bar', color, opacity: 0.5, width: Math.max(2, Math.min(14, (room / years) * 0.6)), aria: false },
        encoding: { x, y },
      },
      {
        transform: isRoomy
          ? []
          : [
              { window: [{ op: 'max', field: 'n', as: 'most' }], frame: [null, null] },
              { filter: 'datum.n === datum.most' },
              { window: [{ op: 'row_number', as: 'place' }], sort: [{ field: 'at' }] },
              { filter: 'datum.place === 1' },
            ],
        mark: { type: 'text', dy: -6, fontSize: 10, color: MUTED, aria: false },
        encoding: { x, y, text: { field: 'n', type: 'quantitative', format: ',d' } },
      },
    ],
  };
}

function yearAxis(width: number): Spec {
  return { title: null, format: 'd', tickMinStep: 1, tickCount: width < 400 ? 5 : 10, grid: false, orient: 'bottom' };
}

/** Records of trend rows as their table has them, with where a click leads and what a screen reader says. */
export function trendRecords(rows: readonly TrendRow[], describe: (row: TrendRow) => ChartRecord): readonly ChartRecord[] {
  return rows
    .filter(({ mean, group }) => mean !== null && group.period !== 'undated')
    .map((row) => ({
      ...{ year: Number(row.group.period), side: row.group.side, speaker: row.group.speaker, mean: row.mean },
      ...{ ci_low: row.interval?.low ?? null, ci_high: row.interval?.high ?? null, relevant: row.group.relevant },
      ...{
        corrected_mean: row.corrected?.mean ?? null,
        corrected_low: row.corrected?.low ?? null,
        corrected_high: row.corrected?.high ?? null,
      },
      ...describe(row),
    }));
}
