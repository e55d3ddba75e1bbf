/** A sorted dot plot: a row per speaker or outlet, with its mean and interval. */
import type { TrendRow } from '../../../core/model/trends.ts';
import { INK, MUTED, strokeOf } from './palette.ts';
import { type ChartRecord, chart, expressionOf, type Heading, headingOf, neutralZone, type Spec, TARGET, THIN, toneScale } from './spec.ts';

/** One row of the plot. */
export interface Dot {
  readonly name: string;
  readonly row: TrendRow;
  readonly href: string;
  readonly note: string;
}

export interface DotsOptions {
  readonly width: number;
  readonly sides: readonly string[];
  readonly heading: Heading;
}

/** Rows of 24 pixels, which a finger can hit. */
const STEP = 25;
/** Room for the columns of counts: on a phone only the statements. */
const RIGHT = { n: 34, articles: 92 };

/** The plot, in the order of the dots given: the mean as a dot, its interval as a bar, and as a tick the mean drawn toward the others. */
export function dotsChart(dots: readonly Dot[], { width, sides, heading }: DotsOptions): Spec {
  const isNarrow = width < 500;
  const names = isNarrow ? 140 : 210;
  const right = isNarrow ? RIGHT.n : RIGHT.articles;
  const counts = isNarrow ? (['n'] as const) : (['n', 'articles'] as const);
  const records = dots.map((dot, place): ChartRecord => recordOf(dot, place, sides));
  const x = toneScale('tone');
  const y = {
    ...{ field: 'place', type: 'ordinal', title: null, scale: { domain: records.map(({ place }) => place) } },
    axis: { domain: false, ticks: false, labelColor: INK, labelLimit: names - 8, labelFontSize: 12, labelExpr: labels(records) },
  };
  const axis = {
    ...{ title: null, values: [-1, -0.5, 0, 0.5, 1], orient: 'top', grid: true, domain: false, ticks: false },
    labelExpr: isNarrow ? TONE_LABELS : `datum.value === -1 ? 'hostile −1' : datum.value === 1 ? 'cooperative +1' : ${TONE_LABELS}`,
  };
  const color = { field: 'color', type: 'nominal', scale: null };
  const shape = { field: 'shape', type: 'nominal', scale: null };
  const text = (field: 'n' | 'articles') => ({
    mark: { type: 'text', align: 'right', fontSize: 11, color: MUTED, aria: false },
    encoding: { y, x: { value: width - names - right + RIGHT[field] }, text: { field, type: 'quantitative', format: ',d' } },
  });
  return chart(
    `${heading.title}. ${heading.subtitle}`,
    { values: records },
    {
      title: headingOf(heading, width),
      ...{ width: width - names - right, height: { step: STEP } },
      layer: [
        ...neutralZone('x'),
        {
          transform: [{ filter: 'isValid(datum.low)' }],
          mark: { type: 'rule', strokeWidth: 3, opacity: 0.35, aria: false },
          encoding: { y, x: { ...x, field: 'low', axis }, x2: { field: 'high' }, color },
        },
        {
          transform: [{ filter: `datum.n >= ${THIN}` }],
          mark: { type: 'point', filled: true, opacity: 1, size: 60, aria: false },
          encoding: { x: { ...x, axis }, y, color, shape },
        },
        {
          transform: [{ filter: `datum.n < ${THIN}` }],
          mark: { type: 'point', filled: false, strokeWidth: 1.5, size: 40, aria: false },
          encoding: { x: { ...x, axis }, y, color, shape },
        },
        {
          transform: [{ filter: 'isValid(datum.shrunk)' }],
          mark: { type: 'tick', orient: 'vertical', thickness: 1.5, size: 12, color: INK, opacity: 0.7, aria: false },
          encoding: { y, x: { ...x, field: 'shrunk', axis } },
        },
        ...counts.map(text),
        ...counts.map((word) => ({
          data: { values: [{}] },
          mark: { type: 'text', align: 'right', baseline: 'bottom', fontSize: 11, color: MUTED, text: word, aria: false },
          encoding: { y: { value: -4 }, x: { value: width - names - right + RIGHT[word] } },
        })),
        {
          mark: TARGET,
          encoding: { x: { ...x, axis }, y, href: { field: 'href', type: 'nominal' }, description: { field: 'note', type: 'nominal' } },
        },
      ],
    },
  );
}

const TONE_LABELS = "datum.value === 0 ? '0' : (datum.value < 0 ? '−' : '+') + abs(datum.value)";

/** Names by their place, so that two speakers of one name keep a row each. */
function labels(records: readonly ChartRecord[]): string {
  return `${expressionOf(records.map(({ name }) => name))}[datum.value]`;
}

function recordOf({ name, row, href, note }: Dot, place: number, sides: readonly string[]): ChartRecord {
  const { color, shape } = strokeOf(row.group.side, sides);
  return {
    ...{ place, name, href, note, color, shape, tone: row.mean, shrunk: row.shrunk },
    ...{ low: row.interval?.low ?? null, high: row.interval?.high ?? null, n: row.group.relevant, articles: row.group.articles },
  };
}
