/** charts/*.vl.json: the page's charts for dashboards. They load the tables beside them, so they stay right night after night. */
import { drawnSides, lastComparedYear, leadingSpeakers } from '../chosen.ts';
import type { Published } from '../published.ts';
import { coverageChart } from './coverage.ts';
import { strokeOf } from './palette.ts';
import { sidesChart } from './sides.ts';
import { speakersChart } from './speakers.ts';
import { type Spec, tableAddress } from './spec.ts';
import { termsChart } from './terms.ts';

const WIDTH = 860;

/** File name without its ending → the chart. What has no data is left out. */
export function publishedCharts(published: Published): Readonly<Record<string, Spec>> {
  const { trends, facts, grouped } = published;
  const drawn = drawnSides(trends.rows.side, facts.sides);
  const ids = leadingSpeakers(published).map(({ row }) => row.group.speakerId ?? '');
  const year = lastComparedYear(trends.terms);
  const heading = (title: string) => ({ title, subtitle: facts.title });
  const events = facts.events ?? [];
  return {
    ...(drawn.length > 0 && {
      sides: sidesChart(tableAddress('side_years'), {
        width: WIDTH,
        sides: facts.sides,
        drawn,
        heading: heading('Mean tone by year, with 95 % intervals'),
        events,
        span: null,
      }),
    }),
    ...(ids.length > 0 && { speakers: speakersChart(tableAddress('speaker_years'), ids, { span: null, stroke: strokeOf(null, []) }) }),
    ...(year !== null && {
      terms: termsChart(tableAddress('terms'), {
        year,
        width: WIDTH,
        heading: heading(`Terms that moved the tone, ${year} against ${year - 1}`),
      }),
    }),
    ...(grouped.coverage.length > 0 && {
      coverage: coverageChart(tableAddress('coverage'), { width: WIDTH, heading: heading('Articles by month of publication') }),
    }),
  };
}
