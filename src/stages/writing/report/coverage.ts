/** What came in, outlet by outlet, and what was left out. */
import { counted, thousands } from '../../../core/counted.ts';
import { type FeedRecord, type FeedState, stateOf } from '../../../core/feed-ledger.ts';
import type { CoverageRow } from '../../../core/model/groups.ts';
import type { Problem } from '../../../core/model/problems.ts';
import { coverageChart } from '../charts/coverage.ts';
import { html, type Markup } from '../html.ts';
import type { Published } from '../published.ts';
import { figure, sourceOf } from './figure.ts';
import { outletMonths } from './outlet-months.ts';
import { section, table } from './section.ts';

const LISTED = 30;

/** "Coverage and problems". */
export async function coverageSection(published: Published): Promise<Markup> {
  const { coverage, problems } = published.grouped;
  const values = articlesByMonth(coverage);
  const isDated = coverage.some(({ period, articles }) => period !== 'undated' && articles > 0);
  const articles = coverage.reduce((sum, row) => sum + row.articles, 0);
  const undated = coverage.reduce((sum, row) => sum + (row.period === 'undated' ? row.articles : 0), 0);
  const heading = { title: 'Articles by month of publication', subtitle: 'Articles that are dated to a year only have bars of their own.' };
  return section(
    'coverage',
    'Coverage and problems',
    html`<p>${counted(articles, 'article')}, ${thousands(undated)} of them undated; ${problems.length === 0 ? 'nothing was set aside' : `${counted(problems.length, 'thing')} set aside`}. A feed that runs dry
shows here before it shows in the tone.</p>
<details><summary>Month by month, outlet by outlet</summary>${
      isDated
        ? await figure({
            name: 'coverage',
            draw: (width) => coverageChart({ values }, { width, heading }),
            source: sourceOf(published, published.grouped.total),
            validation: '',
            table: outletTable(coverage),
            next: 'method',
          })
        : outletTable(coverage)
    }</details>`,
    await outletMonths(published),
    feedList(published.facts.feeds ?? []),
    problems.length === 0 ? null : problemList(problems),
  );
}

/** Articles of each month, and of each year that is all that is known of a day: of days and outlets there may be more than a chart can hold. */
function articlesByMonth(coverage: readonly CoverageRow[]): readonly { readonly period: string; readonly articles: number }[] {
  const months = new Map<string, number>();
  for (const { period, articles } of coverage) {
    const month = period.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + articles);
  }
  return [...months].map(([period, articles]) => ({ period, articles }));
}

interface OutletTotals {
  readonly outlet: string;
  readonly articles: number;
  readonly statements: number;
  readonly undated: number;
  readonly unattributed: number;
  readonly last: string | null;
}

function outletTable(coverage: readonly CoverageRow[]): Markup {
  const totals = new Map<string, OutletTotals>();
  for (const row of coverage) {
    const before = totals.get(row.outlet);
    const last = row.period === 'undated' ? (before?.last ?? null) : row.period;
    totals.set(row.outlet, {
      ...{ outlet: row.outlet, articles: (before?.articles ?? 0) + row.articles, statements: (before?.statements ?? 0) + row.statements },
      ...{ undated: (before?.undated ?? 0) + row.undated, unattributed: (before?.unattributed ?? 0) + row.unattributed, last },
    });
  }
  const outlets = [...totals.values()]
    .filter(({ articles }) => articles > 0)
    .sort((a, b) => b.articles - a.articles || (a.outlet < b.outlet ? -1 : 1));
  return table(
    outlets.length > LISTED ? `The ${LISTED} outlets with the most articles; coverage.csv has all ${outlets.length}` : 'Outlets',
    [
      { name: 'outlet', cell: ({ outlet }) => outlet },
      { name: 'articles', isNumber: true, cell: ({ articles }) => thousands(articles) },
      { name: 'last article', cell: ({ last }) => html`<span class="day">${last ?? 'undated'}</span>` },
      { name: 'statements', isNumber: true, cell: ({ statements }) => thousands(statements) },
      { name: 'undated', isNumber: true, cell: ({ undated }) => thousands(undated) },
      { name: 'nobody named', isNumber: true, cell: ({ unattributed }) => thousands(unattributed) },
    ],
    outlets.slice(0, LISTED),
  );
}

const FEED_STATES: Readonly<Record<FeedState, string>> = {
  fresh: 'fresh',
  dry: 'dry: it can be read, and has had nothing new for two weeks',
  broken: 'broken: it cannot be read',
  gone: 'gone: its outlet has taken it away',
  untried: 'not tried yet',
};

/** Which feeds are dry, and which are broken; null where the job knows of none. */
function feedList(feeds: readonly FeedRecord[]): Markup | null {
  if (feeds.length === 0) return null;
  const counts = (['fresh', 'dry', 'broken', 'gone', 'untried'] as const).flatMap((state) => {
    const count = feeds.filter((feed) => stateOf(feed) === state).length;
    return count === 0 ? [] : [`${count} ${state === 'untried' ? 'not tried yet' : state}`];
  });
  const wrong = feeds.filter((feed) => stateOf(feed) !== 'fresh');
  return html`<p>${counted(feeds.length, 'feed')}: ${counts.join(', ')}.</p>${
    wrong.length === 0
      ? null
      : html`<details><summary>Feeds that bring nothing</summary>${table(
          wrong.length > LISTED ? `The first ${LISTED}; ledger.csv of the collected articles has all` : 'Feeds',
          [
            { name: 'outlet', cell: ({ outlet }) => outlet },
            { name: 'feed', cell: ({ feed }) => feed },
            { name: 'state', cell: (feed) => FEED_STATES[stateOf(feed)] },
            { name: 'last read', cell: ({ lastSuccess }) => lastSuccess.slice(0, 10) || 'never' },
            { name: 'last new', cell: ({ lastChange }) => lastChange.slice(0, 10) || 'never' },
            { name: 'reason', cell: ({ reason }) => reason },
          ],
          wrong.slice(0, LISTED),
        )}</details>`
  }`;
}

function problemList(problems: readonly Problem[]): Markup {
  const codes = new Map<string, number>();
  for (const { code } of problems) codes.set(code, (codes.get(code) ?? 0) + 1);
  const kinds = [...codes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code, count]) => `${code} (${thousands(count)})`);
  return html`<p>${counted(problems.length, 'thing')} set aside: ${kinds.join(', ')}.</p>
<details><summary>What was set aside, and why</summary>${table(
    problems.length > LISTED ? `The first ${LISTED}; problems.csv has all` : 'Problems',
    [
      { name: 'file', cell: ({ path, place }) => (place === '' ? path : `${path}, ${place}`) },
      { name: 'kind', cell: ({ code }) => code },
      { name: 'reason', cell: ({ reason }) => reason },
    ],
    problems.slice(0, LISTED),
  )}</details>`;
}
