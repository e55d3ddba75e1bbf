/** The top of the page: the bar that stays, the finding, a card per side, and what to be careful about. */

import { counted, thousands } from '../../../core/counted.ts';
import { latestYear, sideYear } from '../chosen.ts';
import { html, type Markup } from '../html.ts';
import type { Published } from '../published.ts';
import { changeInWords, drawnMean, mainFinding, warnings } from './findings.ts';
import { range, signed } from './numbers.ts';
import { findLink } from './section.ts';

/** Title, period, day of the run, and the ways to data, citation and filters. */
export function stickyBar(published: Published, contents: readonly (readonly [id: string, name: string])[]): Markup {
  const { facts } = published;
  return html`<a class="skip" href="#findings">to the findings</a>
<header class="bar"><div><b>${facts.title}</b> <span class="note">${periodOf(published)} · run ${facts.date}</span></div>
<nav aria-label="On this page">${contents.map(([id, name]) => html`<a href="#${id}">${name}</a>`)}</nav></header>
`;
}

/** The heading of the page with its first sentence and its numbers. */
export function headline(published: Published): Markup {
  const { facts } = published;
  const year = latestYear(published);
  const finding = mainFinding(published) ?? 'No dated statement is about the two sides yet.';
  const careful = warnings(published);
  return html`<div id="findings"><h1 class="unseen">${facts.title}</h1><p class="finding">${finding}</p>
${year === null ? null : html`<div class="cards">${facts.sides.map((side) => card(published, side, year))}${whole(published)}</div>`}
${careful.length === 0 ? null : html`<p class="warning">${careful.join(' ')}</p>`}</div>
`;
}

function card(published: Published, side: string, year: number): Markup {
  const row = sideYear(published, side, year);
  if (row === null || row.mean === null)
    return html`<div class="card"><h2>${side}, ${year}</h2><p class="figure">–</p><p>No statement about the two sides.</p></div>`;
  const { group, change, corrected } = row;
  const drawn = drawnMean(row);
  const spread = drawn.interval === null ? 'Too few articles for an interval' : `95 % interval ${range(drawn.interval)}`;
  const scored = corrected
    ? html`, corrected by coded statements<br>Uncorrected: ${signed(row.mean)}${row.interval === null ? '' : ` (${range(row.interval)})`}`
    : null;
  const moved =
    change === null
      ? `Nothing to compare with in ${year - 1}`
      : `Against ${year - 1}${corrected ? ', uncorrected' : ''}: ${changeInWords(change)} (${signed(change.difference)}${change.interval === null ? '' : `, ${range(change.interval)}`})`;
  return html`<div class="card"><h2>${side}, ${year}</h2><p class="figure">${signed(drawn.mean)}</p>
<p><a href="${findLink({ side, year: String(year) })}">${counted(group.relevant, 'statement')}</a> about the two sides, from ${counted(group.citedArticles, 'article')}, of ${thousands(group.statements)} by ${counted(group.speakers, 'speaker')}<br>${spread}${scored}<br>${moved}</p></div>`;
}

/** What the page is made from. */
function whole({ trends, grouped }: Published): Markup {
  const articles = grouped.coverage.reduce((total, row) => total + row.articles, 0);
  const relevant = trends.rows.year.reduce((total, { group }) => total + group.relevant, 0);
  return html`<div class="card whole"><h2>In all</h2><p class="figure">${thousands(relevant)}</p>
<p>statements about the two sides, of ${thousands(grouped.total)}, by ${counted(trends.rows.total.length, 'speaker')}, in ${counted(articles, 'article')}<br>−1 is hostile, +1 cooperative</p></div>`;
}

function periodOf({ trends }: Published): string {
  const dated = trends.rows.year.filter(({ group }) => group.period !== 'undated').map(({ group }) => group.period);
  const [first, last] = [dated[0], dated.at(-1)];
  return first === undefined ? 'nothing dated' : first === last ? first : `${first}–${last}`;
}
