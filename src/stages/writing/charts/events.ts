/** Events on the time axis of a chart: ticks through all panels, and labels above the first that do not overlap. */
import type { ChartEvent } from '../chart-events.ts';
import { GRID, MUTED } from './palette.ts';
import type { ChartRecord, Spec } from './spec.ts';

/** The years of a chart and the most relevant statements that one of them has. */
export interface YearSpan {
  readonly from: number;
  readonly to: number;
  readonly most: number;
}

/** Pixels right of the panels, for the label of the last point. */
export const RIGHT = 40;

/** A letter's width in an event's label. */
const LETTER = 5.8;
const LEVEL = 12;

/** The years as a scale; where the data are not at hand the chart finds its own ends. */
export function yearScale(field: string, span: YearSpan | null): Spec {
  const scale =
    span === null ? { zero: false, nice: false, padding: 12 } : { domain: [span.from - 0.5, span.to + 0.5], nice: false, zero: false };
  return { field, type: 'quantitative', title: null, scale };
}

/** 2014.2 for '2014-03-18': a year's point stands in its middle, so the first of January is half a year before it. */
export function at(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return year - 0.5 + (month - 1 + (date - 1) / 31) / 12;
}

/** Ticks from top to bottom; in the first panel with their labels, each on the first level on which nothing is in its way. */
export function eventLayers(
  events: readonly ChartEvent[],
  isLabelled: boolean,
  { span, width }: { readonly span: YearSpan; readonly width: number },
): readonly Spec[] {
  if (events.length === 0) return [];
  const x = { ...yearScale('when', span), axis: null };
  const records = placeLabels(events, { span, width });
  const levels = Math.max(...records.map(({ level }) => level)) + 1;
  const rule = {
    data: { values: records },
    mark: { type: 'rule', color: MUTED, opacity: 0.45, strokeWidth: 1, aria: false },
    encoding: { x },
  };
  if (!isLabelled) return [rule];
  const label = (align: 'left' | 'right') => ({
    data: { values: records.filter((record) => record.align === align) },
    mark: { type: 'text', align, dx: align === 'left' ? 3 : -3, fontSize: 10, color: MUTED, aria: false },
    encoding: { x, y: { field: 'y', type: 'quantitative', scale: null, axis: null }, text: { field: 'label', type: 'nominal' } },
  });
  const room = {
    data: { values: records.slice(0, 1) },
    mark: { type: 'rule', color: GRID, opacity: 0, aria: false },
    encoding: { x, y: { value: -levels * LEVEL }, y2: { value: 0 } },
  };
  return [rule, room, ...(['left', 'right'] as const).map(label)];
}

interface PlacedLabel extends ChartRecord {
  readonly when: number;
  readonly label: string;
  readonly level: number;
  /** Pixels above the panel, negative. */
  readonly y: number;
  readonly align: 'left' | 'right';
}

/** Labels in order of time, each beside its tick and on the lowest level that is free there. */
export function placeLabels(
  events: readonly ChartEvent[],
  { span, width }: { readonly span: YearSpan; readonly width: number },
): readonly PlacedLabel[] {
  const pixel = (when: number) => ((when - span.from + 0.5) / (span.to - span.from + 1)) * width;
  const ends: (readonly [from: number, to: number])[][] = [];
  return [...events]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, label }) => {
      const when = at(day);
      const long = label.length * LETTER + 10;
      const align = pixel(when) + long > width + RIGHT ? 'right' : 'left';
      const taken: readonly [number, number] = align === 'left' ? [pixel(when), pixel(when) + long] : [pixel(when) - long, pixel(when)];
      const isFree = (level: readonly (readonly [number, number])[]) => level.every(([from, to]) => to <= taken[0] || from >= taken[1]);
      const found = ends.findIndex(isFree);
      const level = found < 0 ? ends.length : found;
      ends[level] = [...(ends[level] ?? []), taken];
      return { when, label, level, y: -6 - level * LEVEL, align };
    });
}
