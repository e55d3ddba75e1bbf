/** What the page says first: computed sentences about the latest year, and how far to trust them. */
import { counted } from '../../../core/counted.ts';
import { labelOf } from '../../../core/label.ts';
import type { Change, Interval, TrendRow } from '../../../core/model/trends.ts';
import { THIN } from '../charts/spec.ts';
import { latestYear, mostOften, sideYear } from '../chosen.ts';
import type { ListedFacts } from '../listed-facts.ts';
import type { Published } from '../published.ts';
import { signed } from './numbers.ts';

/** Shares and counts at which a year leans on too little. */
const LARGEST_SHARE = 0.4;
const FEWEST_ARTICLES = 10;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** How a mean differs from that of the year before, in words. */
export function changeInWords(change: Change | null): 'up' | 'down' | 'not told apart from chance' | 'too few to compare' {
  if (change?.interval === null || change === null) return 'too few to compare';
  if (change.interval.low > 0) return 'up';
  return change.interval.high < 0 ? 'down' : 'not told apart from chance';
}

/**
 * "In 2025 the tone is cooperative for US (+0.53) and not told apart from neutral for Russia (+0.35), corrected by coded statements. Against 2024, ...". It
 * names the means that are drawn. Null where nothing is dated.
 */
export function mainFinding(published: Published): string | null {
  const year = latestYear(published);
  if (year === null) return null;
  const rows = published.facts.sides.map((side) => [side, sideYear(published, side, year)] as const);
  const isCorrected = rows.some(([, row]) => row?.corrected);
  return `${howItIs(year, rows)}${isCorrected ? ', corrected by coded statements' : ''}. ${howItMoved(year, rows)}`;
}

/** A mean with its interval, as they are drawn: corrected by coded statements where that is possible, else as scored. */
export function drawnMean({ mean, interval, corrected }: TrendRow): { readonly mean: number | null; readonly interval: Interval | null } {
  return corrected ? { mean: corrected.mean, interval: corrected } : { mean, interval };
}

type SideRow = readonly [side: string, row: TrendRow | null];

function howItIs(year: number, rows: readonly SideRow[]): string {
  const told = rows.map(([side, row]) => ({ side, word: wordOf(row), value: row && drawnMean(row).mean }));
  const [first] = told;
  const values = told.map(({ side, value }) => `${side} ${value === null ? 'none' : signed(value)}`).join(', ');
  if (first !== undefined && told.every(({ word }) => word === first.word) && first.value !== null) {
    return `In ${year} the tone of ${told.length === 2 ? 'both sides' : 'all sides'} is ${first.word} (${values})`;
  }
  return `In ${year} the tone is ${told.map(({ side, word, value }) => `${word} for ${side}${value === null ? '' : ` (${signed(value)})`}`).join(' and ')}`;
}

/** A mean is called hostile or cooperative where its interval lies on one side of zero. */
export function wordOf(row: TrendRow | null): string {
  const { mean, interval } = row === null ? { mean: null, interval: null } : drawnMean(row);
  if (row === null || mean === null) return 'unknown';
  if (row.group.relevant < THIN || interval === null) return 'too thin to judge';
  const label = labelOf(mean);
  if (label !== 'neutral' && interval.low <= 0 && interval.high >= 0) return 'not told apart from neutral';
  return { positive: 'cooperative', negative: 'hostile', neutral: 'neutral' }[label];
}

function howItMoved(year: number, rows: readonly SideRow[]): string {
  const told = rows.map(([side, row]) => [side, changeInWords(row?.change ?? null)] as const);
  const words = new Set(told.map(([, word]) => word));
  if (words.size === 1 && words.has('not told apart from chance')) return `Neither can be told apart from ${year - 1}.`;
  if (words.size === 1 && words.has('too few to compare')) return `There is too little of ${year - 1} or ${year} to say how it moved.`;
  return `Against ${year - 1}, ${told.map(([side, word]) => `${side} ${MOVED[word]}`).join(' and ')}.`;
}

const MOVED = {
  up: 'is up',
  down: 'is down',
  'not told apart from chance': 'cannot be told apart from chance',
  'too few to compare': 'has too few statements to compare',
};

/** What a reader must know before quoting the latest year, a sentence each. */
export function warnings(published: Published): readonly string[] {
  const year = latestYear(published);
  if (year === null) return [];
  const { facts, listing } = published;
  const rows = listing.rows.filter(
    (row) => row.tone !== null && row.said?.startsWith(String(year)) && facts.sides.includes(row.side ?? ''),
  );
  const articles = new Set(rows.map(articleOf)).size;
  const last =
    rows
      .map(({ said }) => said ?? '')
      .sort()
      .at(-1) ?? '';
  return [
    ...(articles < FEWEST_ARTICLES ? [`${year} rests on ${counted(articles, 'article')} only.`] : []),
    ...leaning(rows, year, 'speaker', (row) => row.speaker),
    ...leaning(rows, year, 'article', articleOf),
    ...(/^\d{4}-(?:0\d|1[01])/.test(last) ? [`The last statement of ${year} is of ${dayInWords(last)}.`] : []),
  ];
}

/** A file may hold many articles without a title: they differ by outlet or address. */
function articleOf({ path, title, outlet, url }: ListedFacts): string {
  return JSON.stringify([title ?? outlet ?? path, path, outlet, url]);
}

/** What an article is called. */
function nameOfArticle(key: string): string {
  return `“${(JSON.parse(key) as readonly string[])[0]}”`;
}

function leaning(rows: readonly ListedFacts[], year: number, what: string, of: (row: ListedFacts) => string | null): readonly string[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(of(row) ?? '', (counts.get(of(row) ?? '') ?? 0) + 1);
  const most = mostOften(counts);
  const share = (counts.get(most) ?? 0) / Math.max(1, rows.length);
  if (share <= LARGEST_SHARE || most === '') return [];
  return [
    `${Math.round(share * 100)} % of the statements of ${year} come from one ${what}: ${what === 'article' ? nameOfArticle(most) : most}.`,
  ];
}

/** '2025-02-19' → '19 February'; '2025-02' → 'February'. */
export function dayInWords(day: string): string {
  const [, month = '', date] = day.split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  return date === undefined ? name : `${Number(date)} ${name}`;
}
