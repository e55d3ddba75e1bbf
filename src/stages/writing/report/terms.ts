/** The terms that moved the tone between the last two years. */
import type { TermRow } from '../../../core/model.ts';
import { drawChart } from '../charts/draw.ts';
import { termsChart } from '../charts/terms.ts';
import type { Published } from '../published.ts';
import { html, type Markup, trusted } from './html.ts';
import { signed, thousands } from './numbers.ts';
import { findLink, section, table } from './section.ts';

const LISTED = 40;

/** The last year whose terms can be compared with the year before; null where there is none. */
export function lastComparedYear(terms: readonly TermRow[]): number | null {
  const years = terms.flatMap(({ group, change }) => (change === null || group.period === 'undated' ? [] : [Number(group.period)]));
  return years.length === 0 ? null : years.reduce((a, b) => Math.max(a, b));
}

/** "Terms that moved the tone". */
export async function termsSection(published: Published): Promise<Markup> {
  const { terms } = published.trends;
  const year = lastComparedYear(terms);
  if (year === null)
    return section('terms', 'Terms that moved the tone', html`<p class="empty">There are no two years in a row to compare yet.</p>`);
  const moved = terms
    .filter(({ group, change }) => group.period === String(year) && change !== null && change !== 0)
    .sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0) || (a.group.term < b.group.term ? -1 : 1))
    .slice(0, LISTED);
  const values = moved.map(({ group, change, points }) => ({
    ...{ year, term: group.term, change, points, href: findLink({ word: group.term, year: String(year) }) },
    note: `${group.term}: ${signed(change, 3)} points per statement, in ${thousands(group.statements)} statements`,
  }));
  const draw = (width: number) => drawChart(termsChart({ values }, { year, width }));
  return section(
    'terms',
    `Terms that moved the tone, ${year} against ${year - 1}`,
    html`<p>How many points each term added per relevant statement, against the year before. Over all terms these changes add up to the change of the mean raw score.</p>
<figure><div class="wide">${trusted(await draw(560))}</div><div class="narrow">${trusted(await draw(190))}</div></figure>
<details><summary>The figures by term</summary>${table(
      `The ${moved.length} terms that moved the score most`,
      [
        { name: 'term', cell: ({ group }) => html`<a href="${findLink({ word: group.term, year: String(year) })}">${group.term}</a>` },
        { name: 'change', isNumber: true, cell: ({ change }) => signed(change, 3) },
        { name: `points, ${year}`, isNumber: true, cell: ({ points }) => signed(points, 3) },
        { name: 'statements', isNumber: true, cell: ({ group }) => thousands(group.statements) },
        { name: 'hits', isNumber: true, cell: ({ group }) => thousands(group.hits) },
        { name: 'changed by a modifier', isNumber: true, cell: ({ group }) => thousands(group.shifted) },
      ],
      moved,
    )}</details>`,
  );
}
