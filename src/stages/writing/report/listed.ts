/** Statements as the page shows them: whole, with the verb of saying, and with marks where the terms stand. */
import type { StatementRow } from '../../../core/model/groups.ts';
import { html, type Markup, webAddress } from '../html.ts';
import { signed } from './numbers.ts';
import type { Listed } from './query.ts';
import { cueAfterName, cutAtMarks } from './showing.ts';

interface HitShape {
  readonly term: string;
  readonly span: readonly [number, number];
  readonly base: number;
  readonly value: number;
  readonly shifts: readonly { readonly kind: string; readonly word: string }[];
}

/** The row without what the page does not show. */
export function listStatement(row: StatementRow): Listed {
  const { id, speaker, speakerId, side, said, tone, label, outlet, title, articles, path, cue } = row;
  const { text, hits } = withGaps(row);
  return {
    ...{
      id,
      speaker,
      speakerId,
      side,
      said,
      label,
      tone,
      text,
      marks: marksOf(hits),
      cue,
      isQuoted: row.kind !== 'indirect' && row.passage === null,
    },
    ...{ outlet, title, path, url: webAddress(row.url), articles, why: hits.map(whyOf) },
  };
}

/** Between the parts of a quotation that was printed in several stands a mark of omission; what points into the text moves with it. */
function withGaps(row: StatementRow): { readonly text: string; readonly hits: readonly HitShape[] } {
  const hits = JSON.parse(row.hits) as readonly HitShape[];
  if (row.passage !== null) return { text: row.passage, hits };
  const gaps = gapsOf(row);
  if (gaps.length === 0) return { text: row.text, hits };
  const moved = (offset: number) => offset + 2 * gaps.filter((gap) => gap < offset).length;
  const cuts = [0, ...gaps, row.text.length];
  const text = cuts
    .slice(1)
    .map((end, i) => row.text.slice(cuts[i], end))
    .join(' …');
  return { text, hits: hits.map((hit) => ({ ...hit, span: [moved(hit.span[0]), moved(hit.span[1])] })) };
}

/** Where one part of the text ends and the blank before the next one stands: parts are joined by one blank. None where parts were mended and are not as long as printed. */
function gapsOf({ spans, text }: StatementRow): readonly number[] {
  if (!spans.includes('],[')) return [];
  const parts = JSON.parse(spans) as readonly (readonly [number, number])[];
  const ends: number[] = [];
  let end = -1;
  for (const [from, to] of parts.slice(0, -1)) {
    end += to - from + 1;
    ends.push(end);
  }
  const [from, to] = parts.at(-1) ?? [0, 0];
  return end + to - from + 1 === text.length && ends.every((gap) => text[gap] === ' ') ? ends : [];
}

/** Where terms stand that counted for something, in order. */
function marksOf(hits: readonly HitShape[]): Listed['marks'] {
  return hits
    .filter(({ value }) => value !== 0)
    .map(({ span, value }) => [span[0], span[1], Math.sign(value)] as const)
    .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
}

/** A term with its place in the text, its weight, what shifted it, and what it came to. */
function whyOf({ term, span, base, shifts, value }: HitShape): Listed['why'][number] {
  return [span[0], span[1], term, base, shifts.map(({ kind, word }) => `${kind} “${word}”`).join(', '), value];
}

/** A statement with its marks, speaker, verb of saying, day, outlet and link. */
export function showStatement(listed: Listed): Markup {
  const words = cutAtMarks(listed.text, listed.marks).map(({ text, sign }) =>
    sign === 0 ? text : html`<mark class="${sign < 0 ? 'negative' : 'positive'}">${text}</mark>`,
  );
  const source = [listed.outlet, listed.title].filter((part) => part !== null).join(': ') || listed.path;
  const link =
    listed.url === null
      ? html`${source}${source === listed.path ? '' : html` <span class="path">(${listed.path})</span>`}`
      : html`<a href="${listed.url}" rel="noopener noreferrer nofollow">${source}</a>`;
  const [open, close] = listed.isQuoted ? ['“', '”'] : ['', ''];
  return html`<li class="statement"><p class="who"><b>${listed.speaker ?? 'Nobody named'}</b>${cueAfterName(listed)}</p><blockquote>${open}${words}${close}</blockquote>
<p class="byline"><span class="tone ${listed.label ?? 'none'}">${signed(listed.tone)}</span><span class="day">${listed.said ?? 'undated'}</span> · ${link}${
    listed.articles > 1 ? ` · in ${listed.articles} articles` : ''
  } <button type="button" class="copy" data-copy hidden>copy</button></p></li>`;
}
