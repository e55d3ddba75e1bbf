/** The statement explorer's part of the page: its filters, its empty list, and the statements as data. */
import { thousands } from '../../../core/counted.ts';
import { html, type Markup, trusted, type Value } from '../html.ts';
import type { ListedFacts, Listing } from '../listed-facts.ts';
import type { Published } from '../published.ts';
import { sideInTables } from './query.ts';
import { section } from './section.ts';

type Choice = readonly [value: string, shown: string];

/** "Find statements". */
export function findSection(published: Published): Markup {
  const { total } = published.grouped;
  const { rows } = published.listing;
  const which =
    total > rows.length
      ? `The newest ${thousands(rows.length)} of ${thousands(total)} statements; statements.csv has all.`
      : `All ${thousands(total)} statements.`;
  return section(
    'find',
    'Find statements',
    html`<p>${which} What you ask for stands in the address, so that you can send it. <noscript>This list needs scripts, which are off; statements.csv has the same.</noscript></p>
<form id="finder" role="search" aria-label="Statements"><div><label for="find-word">words</label><input id="find-word" type="search" autocomplete="off"></div>
${select('speaker', speakerChoices(rows))}${select('side', sideChoices(rows))}${select('year', yearChoices(rows))}
${select('label', [
  ['', 'about the two sides'],
  ['negative', 'negative'],
  ['neutral', 'neutral'],
  ['positive', 'positive'],
  ['not relevant', 'not about the two sides'],
  ['all', 'everything'],
])}
${select('order', [
  ['', 'strongest first'],
  ['newest', 'newest first'],
  ['negative', 'most negative first'],
  ['positive', 'most positive first'],
  ['reach', 'most carried first'],
])}</form>
<p class="note"><span id="count" role="status"></span> <button id="clear" type="button" hidden>Clear</button> <button id="download" type="button" hidden>Download</button></p>
<p id="none" class="empty" hidden>Nothing matches. <button id="none-clear" type="button">Clear all filters</button></p>
<ul id="found" class="statements"></ul><button id="more" type="button" hidden>Show more</button>
${trusted(LISTED_HERE)}</script>`,
  );
}

/** Where the page has the statements as data: behind this, which no other text on it can hold. */
export const LISTED_HERE = '<script type="application/json" id="statements">';

/** The statements as a list in JSON, piece by piece. */
export function* listedData({ data }: Listing): Iterable<string | Uint8Array> {
  yield '[';
  for (const [i, piece] of data.entries()) {
    if (i > 0) yield ',';
    yield piece;
  }
  yield ']';
}

function select(name: string, choices: readonly Choice[]): Markup {
  const options: readonly Value[] = choices.map(([value, shown]) => html`<option value="${value}">${shown}</option>`);
  return html`<div><label for="find-${name}">${name === 'label' ? 'tone' : name}</label><select id="find-${name}">${options}</select></div>
`;
}

function speakerChoices(rows: readonly ListedFacts[]): readonly Choice[] {
  const names = new Map(rows.flatMap(({ speakerId, speaker }) => (speakerId === null ? [] : [[speakerId, speaker ?? speakerId] as const])));
  return [['', 'anyone'], ...[...names].sort((a, b) => (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0))];
}

function sideChoices(rows: readonly ListedFacts[]): readonly Choice[] {
  const sides = [...new Set(rows.map(sideInTables))].sort();
  return [['', 'any side'], ...sides.map((side): Choice => [side, side])];
}

function yearChoices(rows: readonly ListedFacts[]): readonly Choice[] {
  const years = [...new Set(rows.map(({ said }) => said?.slice(0, 4) ?? 'undated'))].sort().reverse();
  return [['', 'any year'], ...years.map((year): Choice => [year, year])];
}
