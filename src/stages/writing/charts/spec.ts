/** What all charts share. A chart is a Vega-Lite spec; its data are records with the columns of a table, inline on the page and by address in charts/. */
import { NEGATIVE_FROM, POSITIVE_FROM } from '../../../core/label.ts';
import { GRID, INK, MUTED } from './palette.ts';

/** A Vega-Lite spec or a part of one. */
export type Spec = Readonly<Record<string, unknown>>;

/** A record with the columns of one of the tables. */
export type ChartRecord = Readonly<Record<string, string | number | null>>;

/** The data of a chart: records, or the address of the table that has them. */
export type ChartData = { readonly values: readonly ChartRecord[] } | { readonly url: string; readonly format: Spec };

/** What stands over a chart: what it shows, and how to read it. Both are cut into lines that fit. */
export interface Heading {
  readonly title: string;
  readonly subtitle: string;
}

/** Relevant statements from which a mean is drawn as a full point, with an interval and on the line. */
export const THIN = 3;

/** A table beside the charts folder. */
export function tableAddress(name: string): ChartData {
  return { url: `../${name}.csv`, format: { type: 'csv' } };
}

const CONFIG: Spec = {
  background: null,
  padding: 0,
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
  title: {
    ...{ anchor: 'start', frame: 'bounds', color: INK, fontSize: 16, fontWeight: 600, lineHeight: 20, offset: 14 },
    ...{ subtitleColor: MUTED, subtitleFontSize: 12, subtitleLineHeight: 16, subtitlePadding: 8 },
  },
};

/** A whole chart. `description` is what a screen reader says. */
export function chart(description: string, data: ChartData, rest: Spec): Spec {
  return { $schema: 'https://vega.github.io/schema/vega-lite/v6.json', description, data, config: CONFIG, ...rest };
}

/** Pixels that a letter takes on average, at the sizes of title and subtitle. */
const TITLE_LETTER = 9.8;
const SUBTITLE_LETTER = 6.6;

/** The heading as Vega-Lite takes it, in lines no longer than the chart is wide. */
export function headingOf({ title, subtitle }: Heading, width: number): Spec {
  return { text: wrapText(title, width / TITLE_LETTER), subtitle: wrapText(subtitle, width / SUBTITLE_LETTER) };
}

/** Text in lines of at most so many letters, cut between words. */
export function wrapText(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A number of a table, which arrives as text from a CSV; null where it is missing. */
export function numberOf(field: string): string {
  return `isValid(datum.${field}) && datum.${field} !== '' ? +datum.${field} : null`;
}

/** A value as Vega's expressions take it: its reader stops at line separators and at characters beyond ASCII that JSON leaves as they are. */
export function expressionOf(value: unknown): string {
  return JSON.stringify(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Tone on its own scale, always the same, so that charts can be compared. */
export function toneScale(field: string): Spec {
  return { field, type: 'quantitative', scale: { domain: [-1, 1] }, title: null };
}

/** The scale in words at its ends. */
export const TONE_AXIS: Spec = {
  ...{ title: null, values: [-1, 0, 1], domain: false, ticks: false, grid: false },
  labelExpr: "datum.value === 0 ? 'neutral 0' : datum.value < 0 ? 'hostile −1' : 'cooperative +1'",
};

const ONCE: Spec = { values: [{}] };

/** The neutral zone as a band, and a line at zero. `along` is the channel of the tone. */
export function neutralZone(along: 'x' | 'y'): readonly Spec[] {
  const domain = { scale: { domain: [-1, 1] }, type: 'quantitative' };
  return [
    {
      ...{ data: ONCE, mark: { type: 'rect', color: GRID, opacity: 0.55, aria: false } },
      encoding: { [along]: { datum: NEGATIVE_FROM, ...domain }, [`${along}2`]: { datum: POSITIVE_FROM } },
    },
    {
      data: ONCE,
      mark: { type: 'rule', color: MUTED, strokeDash: [2, 2], opacity: 0.7, aria: false },
      encoding: { [along]: { datum: 0, ...domain } },
    },
  ];
}

/** An invisible disc of 24 pixels that a finger can hit, with what a click opens and what is said of it. */
export const TARGET: Spec = { type: 'point', filled: true, size: 580, opacity: 0, shape: 'circle', color: MUTED };
