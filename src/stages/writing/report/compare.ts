/** Officials, experts and media against each other; outlet against outlet. */
import { thousands } from '../../../core/counted.ts';
import type { Pooled } from '../../../core/model/trends.ts';
import { html, type Markup } from '../html.ts';
import type { Published } from '../published.ts';
import { range, signed } from './numbers.ts';
import { folds, section, table } from './section.ts';

const OUTLETS = 15;

/** "Compare". */
export function compareSection(published: Published): Markup {
  const { roles, outlets } = published.trends;
  return section(
    'compare',
    'Compare',
    folds(html`<details><summary>Officials, experts, media</summary><p>Intervals are clustered by speaker: what one official says ten times is not ten officials. Below three speakers there is none.</p>
${pooledTable('By role and side, all years', roles, true)}</details>
<details><summary>Outlets</summary><p>An outlet's mean is that of what it chose to quote, not of its own voice. Statements that several outlets carry count in each. Intervals are clustered by article.</p>
${pooledTable(outlets.length > OUTLETS ? `The ${OUTLETS} outlets with the most statements; outlet_years.csv has all` : 'By outlet, all years', outlets.slice(0, OUTLETS), false)}</details>`),
  );
}

function pooledTable(caption: string, rows: readonly Pooled[], isByRole: boolean): Markup {
  return table(
    caption,
    [
      { name: isByRole ? 'role' : 'outlet', cell: ({ name }) => name },
      ...(isByRole ? [{ name: 'side', cell: ({ side }: Pooled) => side ?? '' }] : []),
      { name: 'mean tone', isNumber: true, cell: ({ mean }) => signed(mean) },
      { name: '95 % interval', isNumber: true, cell: ({ interval }) => (interval === null ? '–' : range(interval)) },
      { name: 'statements', isNumber: true, cell: ({ statements }) => thousands(statements) },
      ...(isByRole ? [{ name: 'speakers', isNumber: true, cell: ({ speakers }: Pooled) => thousands(speakers ?? 0) }] : []),
    ],
    rows,
  );
}
