/** The last years of each side as a small table for a terminal. */
import type { TrendRow } from '../core/model/trends.ts';

/** Years that the table has columns for. */
const YEARS = 5;
const BARS = '▁▂▃▄▅▆▇█';
const NAME = 10;

/** A header and a line per side: a sparkline over the last five years, then each year's mean tone (n statements). No lines where nothing is dated. */
export function describeSides(rows: readonly TrendRow[], sides: readonly string[]): readonly string[] {
  const dated = rows.filter(({ group, mean }) => mean !== null && /^\d{4}$/.test(group.period));
  const last = Math.max(...dated.map(({ group }) => Number(group.period)));
  if (dated.length === 0) return [];
  const years = Array.from({ length: YEARS }, (_, index) => String(last - YEARS + 1 + index));
  const lines = sides.flatMap((side) => {
    const found = years.map((year) => dated.find(({ group }) => group.side === side && group.period === year));
    if (found.every((row) => row === undefined)) return [];
    return [`  ${side.padEnd(NAME)} ${sparkline(found.map((row) => row?.mean ?? null))}  ${found.map(cell).join('')}`.trimEnd()];
  });
  return [
    'Mean tone by side, -1 hostile to +1 cooperative (n):',
    `  ${''.padEnd(NAME + YEARS + 3)}${years.map((year) => year.padEnd(13)).join('')}`.trimEnd(),
    ...lines,
  ];
}

/** A bar per value over the whole scale from -1 to 1; a gap where there is none. */
export function sparkline(means: readonly (number | null)[]): string {
  return means
    .map((mean) => (mean === null ? '·' : BARS.charAt(Math.min(BARS.length - 1, Math.floor(((mean + 1) / 2) * BARS.length)))))
    .join('');
}

function cell(row: TrendRow | undefined): string {
  if (row?.mean === undefined || row.mean === null) return '–'.padEnd(13);
  return `${row.mean < 0 ? '' : '+'}${row.mean.toFixed(2)} (${row.group.relevant})`.padEnd(13);
}
