/** The yearly line of each side. */
import { counted } from '../../../core/counted.ts';
import type { Series, TrendRow } from '../../../core/model/trends.ts';
import { sidesChart, trendRecords } from '../charts/sides.ts';
import { drawnSides, yearSpan } from '../chosen.ts';
import { html, type Markup } from '../html.ts';
import type { Published } from '../published.ts';
import { codedStatements, figure, sourceOf, validationNote } from './figure.ts';
import { mainFinding } from './findings.ts';
import { probability, range, signed } from './numbers.ts';
import { findLink, section, trendTable } from './section.ts';

const SUBTITLE =
  'Mean tone of statements about the two sides, by year, with 95 % intervals. Hollow: fewer than three statements, not on the line. Dashed: a year between is missing or thin. Shaded: neutral.';
const CORRECTED = ' Points are corrected by coded statements; a cross is the uncorrected mean.';

/** "Tone by year". */
export async function yearlySection(published: Published): Promise<Markup> {
  const { trends, facts } = published;
  const drawn = drawnSides(trends.rows.side, facts.sides);
  const rows = trends.rows.side.filter(({ group }) => drawn.includes(group.side ?? ''));
  const span = yearSpan(rows);
  if (span === null) return section('years', 'Tone by year', html`<p class="empty">No dated statement is about the two sides yet.</p>`);
  const values = trendRecords(rows, (row) => ({ href: findLink(queryOf(row)), note: noteOf(row) }));
  const heading = {
    title: mainFinding(published) ?? 'Tone by year',
    subtitle: codedStatements(published) === 0 ? SUBTITLE : SUBTITLE + CORRECTED,
  };
  const events = facts.events ?? [];
  const lines = trends.series.filter(({ kind, key }) => kind === 'all' || (kind === 'side' && drawn.includes(key)));
  return section(
    'years',
    'Tone by year',
    await figure({
      name: 'tone-by-year',
      draw: (width) => sidesChart({ values }, { width, sides: facts.sides, drawn, heading, events, span }),
      source: sourceOf(
        published,
        rows.reduce((sum, { group }) => sum + (group.period === 'undated' ? 0 : group.relevant), 0),
      ),
      validation: validationNote(published),
      table: trendTable('By side and year', trends.rows.side, queryOf, { name: 'side', cell: ({ group }) => group.side }),
      next: 'sure',
      more: html`<details><summary>Is there a trend?</summary><ul>${lines.map(describeLine)}</ul></details>
<details><summary>All statements by year</summary>${trendTable('All statements by year', trends.rows.year, (row) => ({ year: row.group.period }))}</details>`,
    }),
  );
}

function queryOf({ group }: TrendRow): Readonly<Record<string, string>> {
  return { side: group.side ?? '', year: group.period };
}

function noteOf({ group, mean, interval }: TrendRow): string {
  return `${group.side} ${group.period}: ${signed(mean)} (${range(interval)}), ${counted(group.relevant, 'statement')} about the two sides, from ${counted(group.citedArticles, 'article')}, of ${group.statements} by ${counted(group.speakers, 'speaker')}`;
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
