/** Statements as the page shows them: with marks where the terms stand. */
import type { StatementRow } from '../../../core/model.ts';
import type { Listed } from './explorer.ts';
import { cutAtMarks } from './explorer.ts';
import { html, type Markup, webAddress } from './html.ts';
import { signed } from './numbers.ts';

interface HitShape {
  readonly span: readonly [number, number];
  readonly value: number;
}

/** The row without what the page does not show. */
export function listStatement(row: StatementRow): Listed {
  const { speaker, speakerId, side, said, tone, label, outlet, title, articles } = row;
  return {
    speaker,
    speakerId,
    side,
    said,
    label,
    tone,
    text: row.passage ?? row.text,
    marks: marksOf(row.hits),
    outlet,
    title,
    url: webAddress(row.url),
    articles,
  };
}

/** Where terms stand that counted for something, in order. */
function marksOf(hits: string): Listed['marks'] {
  const found = JSON.parse(hits) as readonly HitShape[];
  return found
    .filter(({ value }) => value !== 0)
    .map(({ span, value }) => [span[0], span[1], Math.sign(value)] as const)
    .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
}

/** A statement with its marks, speaker, day, outlet and link. */
export function showStatement(listed: Listed): Markup {
  const words = cutAtMarks(listed.text, listed.marks).map(({ text, sign }) =>
    sign === 0 ? text : html`<mark class="${sign < 0 ? 'negative' : 'positive'}">${text}</mark>`,
  );
  const source = [listed.outlet, listed.title].filter((part) => part !== null).join(': ') || 'article';
  const link = listed.url === null ? html`${source}` : html`<a href="${listed.url}" rel="noopener noreferrer nofollow">${source}</a>`;
  return html`<li class="statement"><blockquote>${words}</blockquote>
<p class="byline"><span class="tone ${listed.label ?? 'none'}">${signed(listed.tone)}</span><b>${listed.speaker ?? 'nobody named'}</b>, <span class="day">${listed.said ?? 'undated'}</span> · ${link}${
    listed.articles > 1 ? ` · in ${listed.articles} articles` : ''
  }</p></li>`;
}
