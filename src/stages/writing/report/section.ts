/** Pieces that several sections of the page are made of. */
import { thousands } from '../../../core/counted.ts';
import type { TrendRow } from '../../../core/model/trends.ts';
import { html, type Markup, trusted, type Value } from '../html.ts';
import { range, signed } from './numbers.ts';

/** A section with its heading; the id is what the navigation points at. */
export function section(id: string, title: string, ...body: readonly Value[]): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${body}</section>
`;
}

/** Folded parts side by side; an open one takes the whole width. */
export function folds(...parts: readonly Value[]): Markup {
  return html`<div class="folds">${parts}</div>
`;
}

/** What is open on a wide screen, and folded by the page's script on a phone. */
export function foldedOnPhone(summary: string, ...body: readonly Value[]): Markup {
  return html`<details class="fold" open><summary>${summary}</summary>${body}</details>
`;
}

/** A column of a table on the page. */
export interface PageColumn<Row> {
  readonly name: string;
  readonly isNumber?: boolean;
  readonly cell: (row: Row) => Value;
}

/** A table that scrolls by itself where the screen is narrow. */
export function table<Row>(caption: string, columns: readonly PageColumn<Row>[], rows: readonly Row[]): Markup {
  const kind = (column: PageColumn<Row>) => trusted(column.isNumber ? ' class="number"' : '');
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col"${kind(column)}>${column.name}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${columns.map((column) => html`<td${kind(column)}>${column.cell(row)}</td>`)}</tr>\n`)}</tbody></table></div>
`;
}

/** An address within the page that makes the explorer show these statements. */
export function findLink(query: Readonly<Record<string, string>>): string {
  return `#find?${new URLSearchParams(query).toString()}`;
}

/** The figures of trend rows as a table: the text alternative of a chart. */
export function trendTable(
  caption: string,
  rows: readonly TrendRow[],
  query: (row: TrendRow) => Readonly<Record<string, string>>,
  name?: PageColumn<TrendRow>,
): Markup {
  return table(
    caption,
    [
      ...(name === undefined ? [] : [name]),
      { name: 'year', cell: (row) => html`<a href="${findLink(query(row))}">${row.group.period}</a>` },
      { name: 'mean tone', isNumber: true, cell: ({ mean }) => signed(mean) },
      { name: '95 % interval', isNumber: true, cell: ({ interval, mean }) => (mean === null ? '–' : range(interval)) },
      { name: 'change', isNumber: true, cell: ({ change }) => signed(change?.difference ?? null) },
      { name: 'relevant', isNumber: true, cell: ({ group }) => thousands(group.relevant) },
      { name: 'statements', isNumber: true, cell: ({ group }) => thousands(group.statements) },
    ],
    rows,
  );
}
