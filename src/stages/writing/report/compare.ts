/** Officials, experts and media against each other; outlet against outlet. */
import { thousands } from '../../../core/counted.ts';
import type { TrendRow } from '../../../core/model/trends.ts';
import { html, type Markup } from '../html.ts';
import type { Published } from '../published.ts';
import { signed } from './numbers.ts';
import { folds, section, table } from './section.ts';

const OUTLETS = 15;

interface Pooled {
  readonly name: string;
  readonly side: string;
  readonly statements: number;
  readonly speakers: number;
  readonly mean: number;
}

/** "Compare". */
export function compareSection(published: Published): Markup {
  const { trends } = published;
  const roles = pool(trends.rows.total, ({ group }) => [group.role ?? 'other', group.side ?? 'other']);
  const outlets = pool(trends.rows.outlet, ({ group }) => [group.outlet ?? 'unknown', '']).filter(({ name }) => name !== 'unknown');
  return section(
    'compare',
    'Compare',
    folds(html`<details><summary>Officials, experts, media</summary>${pooledTable('By role and side, all years', roles, true)}</details>
<details><summary>Outlets</summary><p>An outlet's mean is that of what it chose to quote, not of its own voice. Statements that several outlets carry count in each.</p>
${pooledTable(outlets.length > OUTLETS ? `The ${OUTLETS} outlets with the most statements; outlet_years.csv has all` : 'By outlet, all years', outlets.slice(0, OUTLETS), false)}</details>`),
  );
}

/** Means over the statements of all rows of one key, most statements first. */
function pool(rows: readonly TrendRow[], keyOf: (row: TrendRow) => readonly [name: string, side: string]): readonly Pooled[] {
  const pooled = new Map<string, { name: string; side: string; statements: number; speakers: number; sum: number }>();
  for (const row of rows.filter(({ group }) => group.relevant > 0)) {
    const [name, side] = keyOf(row);
    const key = `${name}\n${side}`;
    const before = pooled.get(key) ?? { name, side, statements: 0, speakers: 0, sum: 0 };
    pooled.set(key, {
      ...before,
      statements: before.statements + row.group.relevant,
      speakers: before.speakers + 1,
      sum: before.sum + Number(row.group.toneSum) / 1e6,
    });
  }
  return [...pooled.values()]
    .map(({ sum, ...rest }) => ({ ...rest, mean: sum / rest.statements }))
    .sort((a, b) => b.statements - a.statements || (a.name + a.side < b.name + b.side ? -1 : 1));
}

function pooledTable(caption: string, rows: readonly Pooled[], isByRole: boolean): Markup {
  return table(
    caption,
    [
      { name: isByRole ? 'role' : 'outlet', cell: ({ name }) => name },
      ...(isByRole ? [{ name: 'side', cell: ({ side }: Pooled) => side }] : []),
      { name: 'mean tone', isNumber: true, cell: ({ mean }) => signed(mean) },
      { name: 'statements', isNumber: true, cell: ({ statements }) => thousands(statements) },
      ...(isByRole ? [{ name: 'speakers', isNumber: true, cell: ({ speakers }: Pooled) => thousands(speakers) }] : []),
    ],
    rows,
  );
}
