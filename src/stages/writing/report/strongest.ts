/** The statements with the strongest tone of the last year that has any. */
import { html, type Markup } from '../html.ts';
import type { Published } from '../published.ts';
import { listStatement, showStatement } from './listed.ts';
import { findLink, foldedOnPhone, section } from './section.ts';

/** Statements of a side and sign: these at once, the rest folded. */
const AT_ONCE = 1;
const SHOWN = 4;

/** "The strongest statements". */
export function strongestSection(published: Published): Markup {
  const { grouped, facts } = published;
  const year = grouped.strongest[0]?.said?.slice(0, 4);
  if (year === undefined)
    return section('strongest', 'The strongest statements', html`<p class="empty">No dated statement has a tone yet.</p>`);
  const of = (side: string, sign: number) =>
    grouped.strongest
      .filter((row) => row.side === side && Math.sign(row.tone ?? 0) === sign)
      .slice(0, SHOWN)
      .map((row) => showStatement(listStatement(row)));
  const column = (side: string, sign: number) => {
    const chosen = of(side, sign);
    if (chosen.length === 0) return null;
    const [first, rest] = [chosen.slice(0, AT_ONCE), chosen.slice(AT_ONCE)];
    return html`<div><h3>${side === 'other' ? 'Others' : side}: most ${sign < 0 ? 'negative' : 'positive'}</h3><ul class="statements">${first}</ul>${
      rest.length === 0 ? null : html`<details><summary>${rest.length} more</summary><ul class="statements">${rest}</ul></details>`
    }</div>`;
  };
  const columns = (side: string) => html`<div class="columns">${column(side, -1)}${column(side, 1)}</div>`;
  const hasOthers = of('other', -1).length + of('other', 1).length > 0;
  return section(
    'strongest',
    `The strongest statements of ${year}`,
    html`<p>Marked are the terms that made the score: <mark class="positive">toward cooperation</mark>, <mark class="negative">away from it</mark>. Whatever a lexicon says, the
sentence decides: read it. <a href="${findLink({ year })}">Why this score?</a></p>`,
    foldedOnPhone('Show the statements', facts.sides.map(columns)),
    hasOthers ? html`<details><summary>Others</summary>${columns('other')}</details>` : null,
  );
}
