/** The statements with the strongest tone of the last year that has any. */

import type { Published } from '../published.ts';
import { html, type Markup } from './html.ts';
import { listStatement, showStatement } from './listed.ts';
import { section } from './section.ts';

const SHOWN = 5;

/** "The strongest statements". */
export function strongestSection(published: Published): Markup {
  const { grouped, facts } = published;
  const rows = grouped.strongest;
  const year = rows[0]?.said?.slice(0, 4);
  if (year === undefined)
    return section('strongest', 'The strongest statements', html`<p class="empty">No dated statement has a tone yet.</p>`);
  const of = (side: string, sign: number) => rows.filter((row) => row.side === side && Math.sign(row.tone ?? 0) === sign).slice(0, SHOWN);
  const column = (side: string, sign: number) => {
    const chosen = of(side, sign);
    const title = html`<h3>${side === 'other' ? 'Others' : side}: most ${sign < 0 ? 'negative' : 'positive'}</h3>`;
    return html`<div>${title}${
      chosen.length === 0
        ? html`<p class="empty">None.</p>`
        : html`<ul class="statements">${chosen.map((row) => showStatement(listStatement(row)))}</ul>`
    }</div>`;
  };
  const sides = [...facts.sides, 'other'].filter((side) => of(side, -1).length + of(side, 1).length > 0);
  return section(
    'strongest',
    `The strongest statements of ${year}`,
    html`<p>Marked are the terms that made the score: <mark class="positive">toward cooperation</mark>, <mark class="negative">away from it</mark>. Whatever a lexicon says, the
sentence decides: read it.</p>`,
    sides.map((side) => html`<div class="columns">${column(side, -1)}${column(side, 1)}</div>`),
  );
}
