/** Mean tone of one speaker by year, with intervals: one of many small charts. */

import type { YearSpan } from './events.ts';
import type { Stroke } from './palette.ts';
import { MEANS, tonePanel } from './sides.ts';
import { type ChartData, chart, type Spec } from './spec.ts';

/** The years that all small charts span. */
export interface SpeakerOptions {
  readonly span: YearSpan | null;
  readonly stroke: Stroke;
}

const WIDTH = 320;

/** The small chart of one speaker. */
export function speakerChart(name: string, data: ChartData, options: SpeakerOptions): Spec {
  return chart(`${name}: mean tone by year with 95 % intervals`, data, { transform: MEANS, ...panel(options) });
}

/** The same for the speakers of speaker_years.csv with these ids, as one chart for dashboards. */
export function speakersChart(data: ChartData, ids: readonly string[], options: SpeakerOptions): Spec {
  return chart('Mean tone by year and speaker, with 95 % intervals', data, {
    transform: [{ filter: { field: 'speaker_id', oneOf: ids } }, ...MEANS],
    facet: { field: 'speaker', type: 'nominal', title: null },
    columns: 3,
    spec: panel(options),
  });
}

function panel({ span, stroke }: SpeakerOptions): Spec {
  const years = { field: 'at', type: 'quantitative', title: null };
  const { layer, ...rest } = tonePanel({ options: { width: WIDTH, span }, color: stroke.color, name: '', events: [], ticks: [] }) as {
    layer: readonly Spec[];
  };
  const scale =
    span === null ? { zero: false, nice: false, padding: 12 } : { domain: [span.from - 0.5, span.to + 0.5], nice: false, zero: false };
  const axis = { title: null, format: 'd', tickMinStep: 1, tickCount: 5, grid: false, orient: 'bottom' };
  return { ...rest, layer: [...layer, { mark: { type: 'point', opacity: 0, aria: false }, encoding: { x: { ...years, scale, axis } } }] };
}
