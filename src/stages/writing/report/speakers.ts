/** Small multiples: one chart per speaker. */
import type { Series, TrendRow } from '../../../core/model.ts';
import { drawChart } from '../charts/draw.ts';
import { strokeOf } from '../charts/palette.ts';
import { trendRecords } from '../charts/sides.ts';
import { type SpeakerOptions, speakerChart } from '../charts/speakers.ts';
import type { Published } from '../published.ts';
import { html, type Markup, trusted } from './html.ts';
import { counted, range, signed, thousands } from './numbers.ts';
import { findLink, section, table } from './section.ts';

/** As many as one looks at in the morning. */
const DRAWN = 12;
const LISTED = 60;

/** The speakers with the most relevant statements, with their yearly rows. */
export function leadingSpeakers({ trends }: Published): readonly { readonly row: TrendRow; readonly years: readonly TrendRow[] }[] {
  const byVolume = [...trends.rows.total].sort((a, b) => b.group.relevant - a.group.relevant);
  return byVolume
    .filter(({ group }) => group.relevant > 0)
    .slice(0, DRAWN)
    .map((row) => ({
      row,
      years: trends.lines.filter(
        ({ group, mean }) => group.speakerId === row.group.speakerId && mean !== null && group.period !== 'undated',
      ),
    }))
    .filter(({ years }) => years.length > 0);
}

/** First and last year of any of these rows. */
export function yearSpan(rows: readonly TrendRow[]): { readonly from: number; readonly to: number } {
  const years = rows.map(({ group }) => Number(group.period));
  return { from: Math.min(...years), to: Math.max(...years) };
}

/** "Speakers". */
export async function speakersSection(published: Published): Promise<Markup> {
  const { trends, facts } = published;
  const leading = leadingSpeakers(published);
  if (leading.length === 0)
    return section('speakers', 'Speakers', html`<p class="empty">No named speaker has said anything about the two sides yet.</p>`);
  const span = yearSpan(leading.flatMap(({ years }) => years));
  const figures: Markup[] = [];
  for (const { row, years } of leading)
    figures.push(await speakerFigure(row, years, { ...span, stroke: strokeOf(row.group.side, facts.sides) }));
  return section(
    'speakers',
    `Tone by speaker, ${span.from} to ${span.to}`,
    html`<p>The speakers with the most relevant statements, most first. Points are yearly means, bars 95 % intervals; the columns below count each year's relevant statements.</p>
<div class="multiples">${figures}</div>
<details><summary>All figures by speaker</summary>${speakerTable(trends.rows.total, trends.series)}</details>`,
  );
}

async function speakerFigure(row: TrendRow, years: readonly TrendRow[], options: SpeakerOptions): Promise<Markup> {
  const { group } = row;
  const most = Math.max(...years.map((year) => year.group.relevant));
  const records = trendRecords(years, (year) => ({
    href: findLink({ speaker: group.speakerId ?? '', year: year.group.period }),
    note: `${group.speaker} ${year.group.period}: ${signed(year.mean)} (${range(year.interval)}), ${counted(year.group.relevant, 'statement')}`,
    // Every count fits where there are few years; else the largest tells the scale.
    shown: years.length <= 10 || year.group.relevant === most ? String(year.group.relevant) : '',
  }));
  const svg = await drawChart(speakerChart(group.speaker ?? '', { values: records }, options));
  return html`<figure><h3>${group.speaker}</h3>
<p class="note">${group.side}, ${group.role}; mean ${signed(row.mean)} (${range(row.interval)}), <a href="${findLink({ speaker: group.speakerId ?? '' })}">${counted(group.relevant, 'statement')}</a></p>
${trusted(svg)}</figure>
`;
}

function speakerTable(rows: readonly TrendRow[], series: readonly Series[]): Markup {
  const slopes = new Map(series.filter(({ kind }) => kind === 'speaker').map(({ key, movement }) => [key, movement?.slope ?? null]));
  const byVolume = [...rows].sort((a, b) => b.group.relevant - a.group.relevant).slice(0, LISTED);
  return table(
    rows.length > LISTED
      ? `The ${LISTED} speakers with the most relevant statements; speakers.csv has all ${thousands(rows.length)}`
      : 'Speakers, by relevant statements',
    [
      { name: 'speaker', cell: ({ group }) => html`<a href="${findLink({ speaker: group.speakerId ?? '' })}">${group.speaker}</a>` },
      { name: 'side', cell: ({ group }) => group.side },
      { name: 'relevant', isNumber: true, cell: ({ group }) => thousands(group.relevant) },
      { name: 'mean tone', isNumber: true, cell: ({ mean }) => signed(mean) },
      { name: '95 % interval', isNumber: true, cell: ({ interval, mean }) => (mean === null ? '–' : range(interval)) },
      { name: 'shrunk', isNumber: true, cell: ({ shrunk }) => signed(shrunk) },
      { name: 'slope a year', isNumber: true, cell: ({ group }) => signed(slopes.get(group.speakerId ?? '') ?? null, 3) },
      { name: 'articles', isNumber: true, cell: ({ group }) => thousands(group.articles) },
    ],
    byVolume,
  );
}
