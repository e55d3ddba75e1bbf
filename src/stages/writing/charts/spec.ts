/** What all charts share. A chart is a Vega-Lite spec; its data are records with the columns of a table, inline on the page and by address in charts/. */
import { GRID, INK, MUTED } from './palette.ts';

/** A Vega-Lite spec or a part of one. */
export type Spec = Readonly<Record<string, unknown>>;

/** A record with the columns of one of the tables. */
export type ChartRecord = Readonly<Record<string, string | number | null>>;

/** The data of a chart: records, or the address of the table that has them. */
export type ChartData = { readonly values: readonly ChartRecord[] } | { readonly url: string; readonly format: Spec };

/** A table beside the charts folder. */
export function tableAddress(name: string): ChartData {
  return { url: `../${name}.csv`, format: { type: 'csv' } };
}

const CONFIG: Spec = {
  background: null,
  font: 'system-ui, sans-serif',
  view: { stroke: null },
  axis: {
    labelColor: MUTED,
    titleColor: MUTED,
    titleFontWeight: 'normal',
    tickColor: GRID,
    domainColor: GRID,
    gridColor: GRID,
    labelFontSize: 11,
    titleFontSize: 11,
  },
  header: { labelColor: INK, titleColor: INK },
  legend: { labelColor: INK, titleColor: MUTED, labelFontSize: 12, symbolSize: 90 },
  text: { color: INK },
};

/** A whole chart. `description` is what a screen reader says. */
export function chart(description: string, data: ChartData, rest: Spec): Spec {
  return { $schema: 'https://vega.github.io/schema/vega-lite/v6.json', description, data, config: CONFIG, ...rest };
}

/** Years as numbers: dates would depend on the reader's time zone. */
export function yearAxis(count: number): Spec {
  return {
    ...{ field: 'year', type: 'quantitative', scale: { zero: false, nice: false, padding: 12 } },
    axis: { title: null, format: 'd', tickMinStep: 1, tickCount: count, grid: false },
  };
}

/** Tone on its own scale, always the same, so that charts can be compared. */
export function toneAxis(title: string | null, values: readonly number[] = [-1, -0.5, 0, 0.5, 1]): Spec {
  return {
    field: 'mean',
    type: 'quantitative',
    scale: { domain: [-1, 1] },
    axis: { title, values, labelExpr: "datum.value === 0 ? '0' : format(datum.value, '+.1f')", domain: false, ticks: false },
  };
}

/** A line at zero. */
export const ZERO: Spec = { mark: { type: 'rule', color: MUTED, strokeDash: [2, 2], aria: false }, encoding: { y: { datum: 0 } } };
