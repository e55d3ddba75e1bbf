/** What is drawn and listed on the page and in charts/: the one place that decides which sides, years, speakers, statements and terms these are. */
import type { StatementRow } from '../../core/model/groups.ts';
import type { Hit } from '../../core/model/tone.ts';
import type { TermRow, TrendRow } from '../../core/model/trends.ts';
import type { YearSpan } from './charts/events.ts';
import type { Published } from './published.ts';

/** Speakers of the dot plot, and of the small charts. */
const DOTS = 20;
const MULTIPLES = 12;
/** Terms that are listed; the chart shows the first of them. */
const TERMS = 40;

/** Sides that have a mean in some year, in the job's order, then other; unattributed statements have no line. */
export function drawnSides(rows: readonly TrendRow[], sides: readonly string[]): readonly string[] {
  return [...sides, 'other'].filter((side) => rows.some((row) => row.group.side === side && isDrawn(row)));
}

function isDrawn({ group, mean }: TrendRow): boolean {
  return mean !== null && group.period !== 'undated';
}

/** The last year in which one of the job's sides has a mean; null where nothing is dated. */
export function latestYear({ trends, facts }: Published): number | null {
  const years = trends.rows.side.filter((row) => facts.sides.includes(row.group.side ?? '') && isDrawn(row)).map(yearOf);
  return years.length === 0 ? null : Math.max(...years);
}

/** The row of a side in a year. */
export function sideYear({ trends }: Published, side: string, year: number): TrendRow | null {
  return trends.rows.side.find(({ group }) => group.side === side && group.period === String(year)) ?? null;
}

/** Whether a speaker is a group without a name ("experts", "officials"), which is written without a capital. */
export function isGroup({ group }: TrendRow): boolean {
  return !/\p{Lu}/u.test(group.speaker ?? '');
}

/** Named speakers with the most relevant statements, in the order of their mean, the most cooperative first; thin ones only where there are no others. */
export function dottedSpeakers({ trends }: Published): readonly TrendRow[] {
  const named = byVolume(trends.rows.total).filter((row) => !isGroup(row));
  const firm = named.filter(({ interval }) => interval !== null);
  return (firm.length > 0 ? firm : named)
    .slice(0, DOTS)
    .sort((a, b) => (b.mean ?? 0) - (a.mean ?? 0) || compare(a.group.speakerId, b.group.speakerId));
}

/** Groups without a name that said something relevant, most first. */
export function groupSpeakers({ trends }: Published): readonly TrendRow[] {
  return byVolume(trends.rows.total).filter(isGroup);
}

/** Speakers with relevant statements, most first. */
function byVolume(rows: readonly TrendRow[]): readonly TrendRow[] {
  return rows.filter(({ group }) => group.relevant > 0).sort((a, b) => b.group.relevant - a.group.relevant);
}

/** The named speakers with the most relevant statements, with their yearly rows: those of the small charts. */
export function leadingSpeakers({ trends }: Published): readonly { readonly row: TrendRow; readonly years: readonly TrendRow[] }[] {
  return byVolume(trends.rows.total)
    .filter((row) => !isGroup(row))
    .slice(0, MULTIPLES)
    .map((row) => ({ row, years: trends.lines.filter((line) => line.group.speakerId === row.group.speakerId && isDrawn(line)) }))
    .filter(({ years }) => years.length > 0);
}

/** First and last year of these rows, and the most relevant statements of one of them. */
export function yearSpan(rows: readonly TrendRow[]): YearSpan | null {
  const dated = rows.filter(isDrawn);
  if (dated.length === 0) return null;
  const years = dated.map(yearOf);
  return { from: Math.min(...years), to: Math.max(...years), most: Math.max(...dated.map(({ group }) => group.relevant)) };
}

/** The last year whose terms can be compared with the year before; null where there is none. */
export function lastComparedYear(terms: readonly TermRow[]): number | null {
  const years = terms.flatMap(({ group, change }) => (change === null || group.period === 'undated' ? [] : [Number(group.period)]));
  return years.length === 0 ? null : years.reduce((a, b) => Math.max(a, b));
}

/** A term in a year and in the year before. */
export interface MovedTerm {
  readonly row: TermRow;
  readonly before: TermRow | null;
}

/** Terms that moved the score most between a year and the one before; what was seen once in both together is too thin to list. */
export function movedTerms(terms: readonly TermRow[], year: number): readonly MovedTerm[] {
  const before = new Map(terms.filter(({ group }) => group.period === String(year - 1)).map((row) => [row.group.term, row]));
  return terms
    .filter(({ group, change }) => group.period === String(year) && change !== null && change !== 0)
    .map((row) => ({ row, before: before.get(row.group.term) ?? null }))
    .filter(({ row, before: earlier }) => row.group.statements + (earlier?.group.statements ?? 0) > 1)
    .sort((a, b) => Math.abs(b.row.change ?? 0) - Math.abs(a.row.change ?? 0) || compare(a.row.group.term, b.row.group.term))
    .slice(0, TERMS);
}

/** The words that each tone row matched, counted over the statements that are added. */
export class PrintedWords {
  readonly #seen = new Map<string, Map<string, number>>();

  add(row: Pick<StatementRow, 'text' | 'passage' | 'hits'>): void {
    const text = row.passage ?? row.text;
    for (const { term, span, words: cue } of JSON.parse(row.hits) as readonly Pick<Hit, 'term' | 'span' | 'words'>[]) {
      // A cue stands outside the text that was scored.
      const words = (text.slice(...span) || cue).toLowerCase();
      const counts = this.#seen.get(term) ?? new Map<string, number>();
      this.#seen.set(term, counts.set(words, (counts.get(words) ?? 0) + 1));
    }
  }

  /** Id of a tone row → the words it matched most often, as printed. */
  mostOften(): ReadonlyMap<string, string> {
    return new Map([...this.#seen].map(([term, counts]) => [term, mostOften(counts)]));
  }
}

/** What occurs most often; of those the first by code point. */
export function mostOften(counts: ReadonlyMap<string, number>): string {
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
  return first?.[0] ?? '';
}

function yearOf({ group }: TrendRow): number {
  return Number(group.period);
}

function compare(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}
