/** What the statements speak of, and how. */
import { thousands } from '../../../core/counted.ts';
import type { TrendRow } from '../../../core/model/trends.ts';
import { drawnSides, latestYear } from '../chosen.ts';
import { html, type Markup } from '../html.ts';
import type { Published } from '../published.ts';
import { signed } from './numbers.ts';
import { section, table } from './section.ts';

interface Topic {
  readonly name: string;
  readonly statements: number;
  /** By side: the mean of the latest year and its n. */
  readonly cells: ReadonlyMap<string, TrendRow>;
}

/** "Topics": null where the job has none. */
export function topicsSection(published: Published): Markup | null {
  const { trends, facts } = published;
  const year = latestYear(published);
  if (year === null || trends.rows.topic.length === 0) return null;
  const sides = drawnSides(trends.rows.side, facts.sides);
  const topics = facts.topics.map(({ id, name }) =>
    topicOf(
      name,
      trends.rows.topic.filter(({ group }) => group.topic === id),
      year,
    ),
  );
  const spoken = topics
    .filter(({ statements }) => statements > 0)
    .sort((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1));
  const [first] = spoken;
  return section(
    'topics',
    'Topics',
    html`<p>${first === undefined ? 'No statement speaks of a topic of the job.' : `Most statements about the two sides speak of ${first.name}.`} A topic moves no tone; a statement counts in every topic that it speaks of.</p>`,
    html`<details><summary>By topic and side, ${year}</summary>${table(
      `Mean tone in ${year} (statements); topic_years.csv has every year`,
      [
        { name: 'topic', cell: ({ name }) => name },
        { name: 'all years', isNumber: true, cell: ({ statements }) => thousands(statements) },
        ...sides.map((side) => ({ name: side, isNumber: true, cell: ({ cells }: Topic) => meanAndCount(cells.get(side)) })),
      ],
      spoken,
    )}</details>`,
  );
}

function topicOf(name: string, rows: readonly TrendRow[], year: number): Topic {
  const latest = rows.filter(({ group }) => group.period === String(year));
  return {
    name,
    statements: rows.reduce((sum, { group }) => sum + group.relevant, 0),
    cells: new Map(latest.map((row) => [row.group.side ?? '', row])),
  };
}

function meanAndCount(row: TrendRow | undefined): string {
  return row === undefined || row.mean === null ? '–' : `${signed(row.mean)} (${thousands(row.group.relevant)})`;
}
