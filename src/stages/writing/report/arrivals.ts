/** What came in last, which years it moved, and why figures may have moved besides. */
import { counted, thousands } from '../../../core/counted.ts';
import type { Arrival } from '../../../core/model/groups.ts';
import { html, type Markup } from '../html.ts';
import type { Published } from '../published.ts';
import { differences, listDifferences } from './differences.ts';
import { lexiconEffectPart } from './lexicon-effect.ts';
import { listStatement, showStatement } from './listed.ts';
import { signed } from './numbers.ts';
import { findLink, section, table } from './section.ts';

/** "What came in last". */
export function arrivalsSection(published: Published): Markup {
  const { arrivals, arrivedIn, arrived } = published.grouped;
  const all = arrivals.find(({ period }) => period === 'all');
  if (arrivedIn === null || all === undefined)
    return section('new', 'What came in last', html`<p class="empty">The store is empty: no article has been read yet.</p>`);
  const years = arrivals.filter(({ period }) => period !== 'all');
  const isFirst = years.every(({ relevantBefore }) => relevantBefore === 0);
  return section(
    'new',
    'What came in last',
    html`<p>The last run that brought anything new, ${arrivedIn.slice(0, 10)}, brought ${counted(all.articles, 'article')} and ${counted(all.statements, 'new statement')}.${
      isFirst ? ' It was the first: there is nothing to compare it with.' : ''
    }</p>`,
    lexiconEffectPart(published),
    whyMoved(published),
    isFirst || years.length === 0 ? null : html`<details><summary>Years that it moved</summary>${movedTable(years)}</details>`,
    isFirst || arrived.length === 0
      ? null
      : html`<details><summary>The strongest of what is new</summary><ul class="statements">${arrived.map((row) => showStatement(listStatement(row)))}</ul></details>`,
  );
}

function movedTable(years: readonly Arrival[]): Markup {
  const mean = (sum: bigint, count: number) => (count === 0 ? null : Number(sum) / 1e6 / count);
  return table(
    'Years that it moved, by new articles alone',
    [
      { name: 'year', cell: ({ period }) => html`<a href="${findLink({ year: period })}">${period}</a>` },
      { name: 'new statements', isNumber: true, cell: ({ statements }) => thousands(statements) },
      { name: 'new relevant', isNumber: true, cell: (row) => thousands(row.relevantAfter - row.relevantBefore) },
      { name: 'mean before', isNumber: true, cell: (row) => signed(mean(row.toneSumBefore, row.relevantBefore)) },
      { name: 'mean now', isNumber: true, cell: (row) => signed(mean(row.toneSumAfter, row.relevantAfter)) },
    ],
    years,
  );
}

/** Lexicons and versions that differ from the run before, and the means of sides that moved since. */
function whyMoved({ facts, trends }: Published): Markup | null {
  const { before } = facts;
  const differing = before === undefined ? [] : differences(before, facts);
  if (before === undefined || differing.length === 0) return null;
  const earlier = new Map(before.means.map(({ side, period, mean }) => [`${side} ${period}`, mean]));
  const moved = trends.rows.side.flatMap(({ group, mean }) => {
    const was = earlier.get(`${group.side} ${group.period}`);
    return was === undefined || was === null || mean === null || Math.abs(was - mean) < 0.005
      ? []
      : [{ side: group.side, period: group.period, was, mean }];
  });
  return html`<p>Since the run of ${before.date}: ${listDifferences(differing)}. Figures may have moved for that reason, not by what was said.</p>${
    moved.length === 0
      ? html`<p>No yearly mean of a side moved by 0.01 or more.</p>`
      : html`<details><summary>${counted(moved.length, 'yearly mean')} moved</summary>${table(
          'Means of sides before and now',
          [
            { name: 'side', cell: ({ side }) => side },
            { name: 'year', cell: ({ period }) => period },
            { name: 'before', isNumber: true, cell: ({ was }) => signed(was) },
            { name: 'now', isNumber: true, cell: ({ mean }) => signed(mean) },
          ],
          moved,
        )}</details>`
  }`;
}
