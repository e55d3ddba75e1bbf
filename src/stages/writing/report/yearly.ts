/** The yearly line of each side. */
import type { Series, TrendRow } from '../../../core/model.ts';
import { drawChart } from '../charts/draw.ts';
import { sidesChart, trendRecords } from '../charts/sides.ts';
import type { Published } from '../published.ts';
import { html, type Markup, trusted } from './html.ts';
import { counted, probability, range, signed } from './numbers.ts';
import { findLink, section, trendTable } from './section.ts';

/** Sides that have a mean in some year, in the job's order, then other; unattributed statements have no line. */
export function drawnSides(rows: readonly TrendRow[], sides: readonly string[]): readonly string[] {
  return [...sides, 'other'].filter((side) =>
    rows.some(({ group, mean }) => group.side === side && mean !== null && group.period !== 'undated'),
  );
}

/** "Tone by year". */
export async function yearlySection(published: Published): Promise<Markup> {
  const { trends, facts } = published;
  const drawn = drawnSides(trends.rows.side, facts.sides);
  if (drawn.length === 0)
    return section('years', 'Tone by year', html`<p class="empty">No dated statement is about the two sides yet.</p>`);
  const records = trendRecords(
    trends.rows.side.filter(({ group }) => drawn.includes(group.side ?? '')),
    (row) => ({ href: findLink(queryOf(row)), note: noteOf(row) }),
  );
  const draw = (width: number) => drawChart(sidesChart({ values: records }, { width, sides: facts.sides, drawn }));
  const lines = trends.series.filter(({ kind, key }) => kind === 'all' || (kind === 'side' && drawn.includes(key)));
  return section(
    'years',
    `Mean tone by year: ${drawn.map((side) => (side === 'other' ? 'others' : side)).join(', ')}`,
    html`<p>Each point is the mean tone of a side's relevant statements of one year, from −1 (hostile) to +1 (cooperative); the bands are 95 % intervals of the mean, drawn
from three statements. A point leads to its statements.</p>
<figure><div class="wide">${trusted(await draw(860))}</div><div class="narrow">${trusted(await draw(270))}</div>
<figcaption>One distinct statement counts once, however many outlets carried it. Undated statements are not drawn.</figcaption></figure>
<ul>${lines.map(describeLine)}</ul>
<details><summary>The figures by year</summary>${trendTable('All statements by year', trends.rows.year, (row) => ({ year: row.group.period }))}
${trendTable('By side and year', trends.rows.side, queryOf, { name: 'side', cell: ({ group }) => group.side })}</details>`,
  );
}

function queryOf({ group }: TrendRow): Readonly<Record<string, string>> {
  return { side: group.side ?? '', year: group.period };
}

function noteOf({ group, mean, interval }: TrendRow): string {
  return `${group.side} ${group.period}: ${signed(mean)} (${range(interval)}), ${counted(group.relevant, 'statement')}`;
}

function describeLine({ kind, name, movement, years }: Series): Markup {
  const who = kind === 'all' ? 'All speakers' : name === 'other' ? 'Other speakers' : name;
  if (movement === null)
    return html`<li>${who}: ${counted(years, 'year')} with a mean, too few to speak of a trend (eight are needed).</li>`;
  const { slope, slopeInterval, p, changeYears } = movement;
  const direction = p >= 0.05 ? 'no trend that stands out from chance' : slope < 0 ? 'falling' : 'rising';
  const levels = changeYears.length === 0 ? 'no change of level' : `a new level from ${changeYears.join(', from ')}`;
  return html`<li>${who}: ${direction}; ${signed(slope, 3)} a year (95 % interval ${signed(slopeInterval.low, 3)} to ${signed(slopeInterval.high, 3)};
Mann–Kendall p ${probability(p)}; ${years} years); ${levels}.</li>`;
}
