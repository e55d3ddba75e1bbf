/** charts/*.vl.json: the page's charts for dashboards. They load the tables beside them, so they stay right night after night. */
import type { Published } from '../published.ts';
import { leadingSpeakers, yearSpan } from '../report/speakers.ts';
import { lastComparedYear } from '../report/terms.ts';
import { drawnSides } from '../report/yearly.ts';
import { coverageChart } from './coverage.ts';
import { strokeOf } from './palette.ts';
import { sidesChart } from './sides.ts';
import { speakersChart } from './speakers.ts';
import { type Spec, tableAddress } from './spec.ts';
import { termsChart } from './terms.ts';

/** File name without its ending → the chart. What has no data is left out. */
export function publishedCharts(published: Published): Readonly<Record<string, Spec>> {
  const { trends, facts, grouped } = published;
  const drawn = drawnSides(trends.rows.side, facts.sides);
  const leading = leadingSpeakers(published);
  const year = lastComparedYear(trends.terms);
  const ids = leading.map(({ row }) => row.group.speakerId ?? '');
  const span = yearSpan(leading.flatMap(({ years }) => years));
  return {
    ...(drawn.length > 0 && { sides: sidesChart(tableAddress('side_years'), { width: 860, sides: facts.sides, drawn }) }),
    ...(leading.length > 0 && { speakers: speakersChart(tableAddress('speaker_years'), ids, { ...span, stroke: strokeOf(null, []) }) }),
    ...(year !== null && { terms: termsChart(tableAddress('terms'), { year, width: 560 }) }),
    ...(grouped.coverage.length > 0 && { coverage: coverageChart(tableAddress('coverage'), 860) }),
  };
}
