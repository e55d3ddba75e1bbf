/** How much each term moved the tone of a year. */
import type { Group, TermGroup } from '../../core/model/groups.ts';
import type { TermRow } from '../../core/model/trends.ts';

const MILLION = 1e6;

/**
 * Points per relevant statement of the year, and their change against the year before. A term that vanished has a row of zeros in the first year
 * without it, so that the changes of a year add up to the change of its mean raw score.
 */
export function weighTerms(terms: readonly TermGroup[], years: readonly Group[]): readonly TermRow[] {
  const relevant = new Map(years.map((group) => [group.period, group.relevant]));
  const byKey = new Map(terms.map((term) => [keyOf(term.term, term.period), term]));
  const points = ({ valueSum, period }: TermGroup) => Number(valueSum) / MILLION / (relevant.get(period) ?? 1);
  return withVanished(terms, { relevant, byKey }).map((group) => {
    const before = byKey.get(keyOf(group.term, nextYear(group.period, -1)));
    const isComparable = (relevant.get(nextYear(group.period, -1)) ?? 0) > 0;
    return {
      group,
      points: points(group),
      change: isComparable ? points(group) - (before === undefined ? 0 : points(before)) : null,
      meanTone: group.statements === 0 ? null : Number(group.toneSum) / MILLION / group.statements,
    };
  });
}

interface Known {
  readonly relevant: ReadonlyMap<string, number>;
  readonly byKey: ReadonlyMap<string, TermGroup>;
}

function withVanished(terms: readonly TermGroup[], { relevant, byKey }: Known): readonly TermGroup[] {
  return terms.flatMap((group) => {
    const period = nextYear(group.period, 1);
    const isGone = (relevant.get(period) ?? 0) > 0 && !byKey.has(keyOf(group.term, period));
    return isGone
      ? [group, { term: group.term, words: group.words, period, statements: 0, hits: 0, shifted: 0, valueSum: 0n, toneSum: 0n }]
      : [group];
  });
}

function keyOf(term: string, period: string): string {
  return `${period} ${term}`;
}

/** '' for 'undated', which has no neighbour. */
function nextYear(period: string, step: number): string {
  const year = Number(period);
  return Number.isNaN(year) ? '' : String(year + step).padStart(4, '0');
}
