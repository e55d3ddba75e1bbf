/** What came in last: new articles and statements, and the years that they moved. */
import type { Arrival } from '../../../core/model.ts';
import type { Published } from '../published.ts';
import { html, type Markup } from './html.ts';
import { lexiconEffectPart } from './lexicon-effect.ts';
import { counted, signed, thousands } from './numbers.ts';
import { findLink, section, table } from './section.ts';

/** "What came in last". */
export function arrivalsSection(published: Published): Markup {
  const { arrivals, arrivedIn } = published.grouped;
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
    isFirst || years.length === 0 ? null : movedTable(years),
    lexiconEffectPart(published),
  );
}

function movedTable(years: readonly Arrival[]): Markup {
  const mean = (sum: bigint, count: number) => (count === 0 ? null : Number(sum) / 1e6 / count);
  return table(
    'Years that it moved',
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
