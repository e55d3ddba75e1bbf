/** Which outlet was silent when. */
import { thousands } from '../../../core/counted.ts';
import { outletsChart } from '../charts/outlets.ts';
import { html, type Markup } from '../html.ts';
import type { Published } from '../published.ts';
import { figure, sourceOf } from './figure.ts';
import { table } from './section.ts';

/** What the field shows at most: it must stay legible on a phone. */
const MONTHS = 24;
const OUTLETS = 15;

/** The last two years, outlet by outlet and month by month; null where fewer than two months have articles. */
export async function outletMonths(published: Published): Promise<Markup | null> {
  const counts = new Map<string, Map<string, number>>();
  for (const { period, outlet, articles } of published.grouped.coverage) {
    if (!/^\d{4}-\d{2}/.test(period) || articles === 0 || outlet === 'unknown') continue;
    const byMonth = counts.get(outlet) ?? new Map<string, number>();
    byMonth.set(period.slice(0, 7), (byMonth.get(period.slice(0, 7)) ?? 0) + articles);
    counts.set(outlet, byMonth);
  }
  const months = monthsUpTo([...counts.values()].flatMap((byMonth) => [...byMonth.keys()]));
  const rows = [...counts]
    .map(([outlet, byMonth]) => ({ outlet, byMonth, articles: months.reduce((sum, month) => sum + (byMonth.get(month) ?? 0), 0) }))
    .filter(({ articles }) => articles > 0)
    .sort((a, b) => b.articles - a.articles || (a.outlet < b.outlet ? -1 : 1));
  if (months.length < 2 || rows.length === 0) return null;
  const shown = rows.slice(0, OUTLETS);
  const values = shown.flatMap(({ outlet, byMonth }) =>
    months.flatMap((month) => (byMonth.has(month) ? [{ outlet, month, articles: byMonth.get(month) ?? 0 }] : [])),
  );
  const which = rows.length > OUTLETS ? `The ${OUTLETS} outlets with the most articles.` : 'Every outlet.';
  const heading = {
    title: `Articles by outlet and month, ${months[0]} to ${months.at(-1)}`,
    subtitle: `${which} The darker, the more; a gap is a month without an article.`,
  };
  return html`<details><summary>Which outlet was silent when</summary>${await figure({
    name: 'outlet-months',
    draw: (width) => outletsChart({ values }, { width, heading, months, outlets: shown.map(({ outlet }) => outlet) }),
    source: sourceOf(published, published.grouped.total),
    validation: '',
    table: table(
      'Articles by outlet and month',
      [
        { name: 'outlet', cell: ({ outlet }) => outlet },
        { name: 'articles', isNumber: true, cell: ({ articles }) => thousands(articles) },
        {
          name: 'months with an article',
          isNumber: true,
          cell: ({ byMonth }) => thousands(months.filter((month) => byMonth.has(month)).length),
        },
        {
          name: 'last month',
          cell: ({ byMonth }) => html`<span class="day">${months.filter((month) => byMonth.has(month)).at(-1) ?? '–'}</span>`,
        },
      ],
      shown,
    ),
    next: 'method',
  })}</details>`;
}

/** The months up to the last one of those given, no more than two years of them and none before the first, gaps included. */
function monthsUpTo(given: readonly string[]): readonly string[] {
  if (given.length === 0) return [];
  const numbers = given.map((month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1).sort((a, b) => a - b);
  const last = numbers.at(-1) ?? 0;
  const first = Math.max(numbers[0] ?? 0, last - MONTHS + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const month = first + index;
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
