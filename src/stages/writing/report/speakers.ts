/** Who speaks: a sorted dot plot, and the years of each speaker. */
import { counted, thousands } from '../../../core/counted.ts';
import type { Series, TrendRow } from '../../../core/model/trends.ts';
import { type Dot, dotsChart } from '../charts/dots.ts';
import { drawChart } from '../charts/draw.ts';
import type { YearSpan } from '../charts/events.ts';
import { strokeOf } from '../charts/palette.ts';
import { trendRecords } from '../charts/sides.ts';
import { speakerChart } from '../charts/speakers.ts';
import { dottedSpeakers, groupSpeakers, leadingSpeakers, yearSpan } from '../chosen.ts';
import { html, type Markup, trusted } from '../html.ts';
import type { Published } from '../published.ts';
import { figure, sourceOf, uncorrectedNote } from './figure.ts';
import { range, signed } from './numbers.ts';
import { findLink, section, table } from './section.ts';

const LISTED = 60;

/** "Who speaks". */
export async function speakersSection(published: Published): Promise<Markup> {
  const { trends, facts } = published;
  const rows = dottedSpeakers(published);
  if (rows.length === 0)
    return section('speakers', 'Who speaks', html`<p class="empty">No named speaker has said anything about the two sides yet.</p>`);
  const leading = leadingSpeakers(published);
  const drawn = new Set(leading.map(({ row }) => row.group.speakerId));
  const dots = rows.map(
    (row): Dot => ({
      name: row.group.speaker ?? '',
      row,
      note: noteOf(row),
      href: drawn.has(row.group.speakerId) ? `#speaker-${row.group.speakerId}` : findLink({ speaker: row.group.speakerId ?? '' }),
    }),
  );
  const subtitle =
    'Mean tone over all years with its 95 % interval. The thin upright mark is the mean drawn toward the others: compare speakers with few statements by it.';
  const title = extremes(rows);
  const span = yearSpan(leading.flatMap(({ years }) => years));
  const multiples: Markup[] = [];
  if (span !== null) for (const { row, years } of leading) multiples.push(await smallChart(row, years, { span, sides: facts.sides }));
  const groups = groupSpeakers(published);
  return section(
    'speakers',
    'Who speaks',
    await figure({
      name: 'speakers',
      draw: (width) => dotsChart(dots, { width, sides: facts.sides, heading: { title, subtitle } }),
      source: sourceOf(
        published,
        rows.reduce((sum, { group }) => sum + group.relevant, 0),
      ),
      validation: uncorrectedNote(published),
      table: speakerTable(trends.rows.total, trends.series),
      next: 'compare',
      more: [
        html`<details id="multiples"><summary>Year by year: the ${leading.length} most quoted</summary><div class="multiples">${multiples}</div></details>`,
        groups.length === 0
          ? null
          : html`<details><summary>Speakers without a name (${groups.length})</summary>${speakerTable(groups, [])}</details>`,
      ],
    }),
  );
}

/** The first and last of the plot, and whether they can be told apart. */
export function extremes(rows: readonly TrendRow[]): string {
  const [first, last] = [rows[0], rows.at(-1)];
  if (rows.length < 2 || first === undefined || last === undefined) return 'Who speaks';
  const isApart = first.interval !== null && last.interval !== null && first.interval.low > last.interval.high;
  const apart = isApart ? 'their intervals do not overlap' : 'their intervals overlap, so they may not differ';
  return `Of the ${rows.length} most quoted, ${first.group.speaker} is the most cooperative and ${last.group.speaker} the least; ${apart}`;
}

function noteOf({ group, mean, shrunk, interval }: TrendRow): string {
  return `${group.speaker} (${group.side}, ${group.role}): mean ${signed(mean)} (${range(interval)}), drawn toward the others ${signed(shrunk)}; ${counted(group.relevant, 'statement')} about the two sides from ${counted(group.citedArticles, 'article')}`;
}

async function smallChart(
  row: TrendRow,
  years: readonly TrendRow[],
  { span, sides }: { readonly span: YearSpan; readonly sides: readonly string[] },
): Promise<Markup> {
  const { group } = row;
  const values = trendRecords(years, (year) => ({
    note: `${group.speaker} ${year.group.period}: ${signed(year.mean)} (${range(year.interval)}), ${counted(year.group.relevant, 'statement')}`,
  }));
  const svg = await drawChart(speakerChart(group.speaker ?? '', { values }, { span, stroke: strokeOf(group.side, sides) }));
  return html`<figure id="speaker-${group.speakerId}"><h3>${group.speaker}</h3>
<p class="note">${group.side}, ${group.role}; mean ${signed(row.mean)}, <a href="${findLink({ speaker: group.speakerId ?? '' })}">${counted(group.relevant, 'statement')}</a></p>
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
      { name: 'drawn toward the others', isNumber: true, cell: ({ shrunk }) => signed(shrunk) },
      { name: 'slope a year', isNumber: true, cell: ({ group }) => signed(slopes.get(group.speakerId ?? '') ?? null, 3) },
      { name: 'articles', isNumber: true, cell: ({ group }) => thousands(group.articles) },
    ],
    byVolume,
  );
}
