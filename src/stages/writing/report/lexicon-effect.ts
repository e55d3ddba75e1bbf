/** What an edit of the lexicon moved: the yearly means that changed, and the rows that did it. */
import { counted, thousands } from '../../../core/counted.ts';
import type { LexiconEffect } from '../../../core/model/groups.ts';
import { html, type Markup } from '../html.ts';
import type { Published } from '../published.ts';
import { signed } from './numbers.ts';
import { findLink, table } from './section.ts';

/** Rows that are named per year. */
const MOST_ROWS = 3;

/** Empty where the lexicon is that of the last publication. */
export function lexiconEffectPart({ facts }: Published): Markup {
  const effect = facts.lexiconEffect;
  if (effect === null) return html``;
  if (effect.years.length === 0) return html`<p>The lexicon changed since the last run; no yearly mean moved.</p>`;
  return html`<p>The lexicon changed since the last run and moved ${counted(effect.years.length, 'yearly mean')} of statements that were there before.</p>
<details><summary>Yearly means that the lexicon moved</summary>${table(
    'Nothing but the lexicon moved these: they are means of statements that were there before',
    [
      { name: 'year', cell: ({ period }) => html`<a href="${findLink({ year: period })}">${period}</a>` },
      { name: 'side', cell: ({ side }) => side ?? 'all' },
      { name: 'relevant', isNumber: true, cell: (row) => thousands(row.relevantAfter) },
      { name: 'mean before', isNumber: true, cell: (row) => signed(row.before) },
      { name: 'mean now', isNumber: true, cell: (row) => signed(row.after) },
      { name: 'rows of the lexicon (weight before → now)', cell: ({ period }) => rowsOf(effect, period) },
    ],
    effect.years,
  )}</details>`;
}

function rowsOf({ rows }: LexiconEffect, period: string): string {
  const weight = (value: number | null): string => (value === null ? 'none' : String(value));
  return rows
    .filter((row) => row.period === period)
    .slice(0, MOST_ROWS)
    .map(({ term, weightBefore, weightAfter }) => `${term} ${weight(weightBefore)} → ${weight(weightAfter)}`)
    .join(', ');
}
