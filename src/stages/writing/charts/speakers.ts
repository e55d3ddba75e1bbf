/** Mean tone of one speaker by year, with intervals and the number of statements under it. */
import { MUTED, type Stroke } from './palette.ts';
import { type ChartData, chart, type Spec, toneAxis, yearAxis, ZERO } from './spec.ts';

/** The years that all small charts span. */
export interface SpeakerOptions {
  readonly from: number;
  readonly to: number;
  readonly stroke: Stroke;
}

const WIDTH = 212;

/** The small chart of one speaker. */
export function speakerChart(name: string, data: ChartData, options: SpeakerOptions): Spec {
  return chart(`${name}: mean tone by year with 95 % intervals, and the number of relevant statements`, data, {
    spacing: 4,
    ...panels(options),
  });
}

/** The same for the speakers of speaker_years.csv with these ids, as one chart for dashboards. */
export function speakersChart(data: ChartData, ids: readonly string[], options: SpeakerOptions): Spec {
  return chart('Mean tone by year and speaker, with 95 % intervals', data, {
    transform: [
      { filter: { field: 'speaker_id', oneOf: ids } },
      { filter: "isValid(datum.mean) && datum.mean !== '' && datum.year !== ''" },
    ],
    facet: { field: 'speaker', type: 'nominal', title: null },
    columns: 3,
    spec: tonePanel(options),
  });
}

function panels(options: SpeakerOptions): Spec {
  const { from, to, stroke } = options;
  const counts = {
    ...{ width: WIDTH, height: 22 },
    layer: [
      {
        mark: { type: 'bar', color: stroke.color, opacity: 0.45, width: 5, aria: false },
        encoding: { y: { field: 'relevant', type: 'quantitative', axis: null } },
      },
      {
        ...{ mark: { type: 'text', dy: -5, fontSize: 9, color: MUTED, aria: false } },
        encoding: { y: { field: 'relevant', type: 'quantitative', axis: null }, text: { field: 'shown', type: 'nominal' } },
      },
    ],
    encoding: {
      x: {
        field: 'year',
        type: 'quantitative',
        scale: { domain: [from, to], nice: false, padding: 8 },
        axis: { title: null, labels: true, format: 'd', values: [from, to], grid: false },
      },
    },
  };
  return { vconcat: [tonePanel(options), counts], resolve: { scale: { x: 'shared' } } };
}

function tonePanel({ from, to, stroke }: SpeakerOptions): Spec {
  const x = { ...yearAxis(4), scale: { domain: [from, to], nice: false, padding: 8 }, axis: null };
  const y = toneAxis(null, [-1, 0, 1]);
  return {
    ...{ width: WIDTH, height: 96 },
    layer: [
      ZERO,
      {
        transform: [{ filter: "isValid(datum.ci_low) && datum.ci_low !== ''" }],
        mark: { type: 'rule', color: stroke.color, opacity: 0.35, strokeWidth: 3, aria: false },
        encoding: { x, y: { ...y, field: 'ci_low' }, y2: { field: 'ci_high' } },
      },
      { mark: { type: 'line', color: stroke.color, strokeWidth: 1, opacity: 0.6, aria: false }, encoding: { x, y } },
      {
        mark: { type: 'point', filled: true, opacity: 1, size: 30, color: stroke.color, shape: stroke.shape },
        encoding: { x, y, href: { field: 'href', type: 'nominal' }, description: { field: 'note', type: 'nominal' } },
      },
    ],
  };
}
