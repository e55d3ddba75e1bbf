/** Krippendorff's alpha: agreement of several coders beyond chance, gaps allowed. Krippendorff 2011, https://repository.upenn.edu/asc_papers/43 */
import type { Interval } from '../../core/model/trends.ts';
import { seededChance } from './chance.ts';

/** The codes of one statement, a number for each coder who answered. */
export type Codes = readonly number[];

/** How far apart two codes count: all alike (nominal), or by the ranks between them (ordinal). */
export type Metric = 'nominal' | 'ordinal';

/** Agreement with its interval; null where fewer than two statements were coded twice, or where nothing varies. */
export interface Agreement {
  readonly alpha: number | null;
  readonly interval: Interval | null;
  /** Statements with two codes or more. */
  readonly statements: number;
}

const RESAMPLES = 1000;
const SEED = 20_110;

/** Alpha with a 95 % bootstrap interval: statements are drawn again, 1,000 times, always in the same way. */
export function agreementOf(units: readonly Codes[], metric: Metric): Agreement {
  const paired = units.filter((codes) => codes.length >= 2);
  const alpha = alphaOf(paired, metric);
  return { alpha, interval: alpha === null ? null : bootstrap(paired, metric), statements: paired.length };
}

/** 1 is full agreement, 0 what chance would give, below 0 worse than chance. Null where all codes are the same: nothing could be told apart. */
export function alphaOf(units: readonly Codes[], metric: Metric): number | null {
  const paired = units.filter((codes) => codes.length >= 2);
  const values = [...new Set(paired.flat())].sort((a, b) => a - b);
  const place = new Map(values.map((value, index) => [value, index]));
  const coincidences = values.map(() => values.map(() => 0));
  for (const codes of paired)
    for (const [i, one] of codes.entries())
      for (const [j, other] of codes.entries()) {
        const row = coincidences[place.get(one) ?? 0];
        if (i !== j && row !== undefined) row[place.get(other) ?? 0] = (row[place.get(other) ?? 0] ?? 0) + 1 / (codes.length - 1);
      }
  const totals = coincidences.map((row) => row.reduce((sum, count) => sum + count, 0));
  const all = totals.reduce((sum, count) => sum + count, 0);
  const distance = distances(totals, metric);
  let observed = 0;
  let expected = 0;
  for (const [i, row] of coincidences.entries())
    for (const [j, count] of row.entries()) {
      observed += count * (distance[i]?.[j] ?? 0);
      expected += (totals[i] ?? 0) * (totals[j] ?? 0) * (distance[i]?.[j] ?? 0);
    }
  return expected === 0 ? null : 1 - ((all - 1) * observed) / expected;
}

/** Squared distances between the values, whose numbers of occurrence are given in ascending order of the values. */
function distances(totals: readonly number[], metric: Metric): readonly (readonly number[])[] {
  const between = (low: number, high: number): number => {
    const ends = ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2;
    return totals.slice(low, high + 1).reduce((sum, count) => sum + count, 0) - ends;
  };
  return totals.map((_, i) =>
    totals.map((__, j) => (i === j ? 0 : metric === 'nominal' ? 1 : between(Math.min(i, j), Math.max(i, j)) ** 2)),
  );
}

function bootstrap(units: readonly Codes[], metric: Metric): Interval | null {
  const chance = seededChance(SEED);
  const drawn: number[] = [];
  for (let i = 0; i < RESAMPLES; i++) {
    const alpha = alphaOf(
      units.map(() => units[Math.floor(chance() * units.length)] ?? []),
      metric,
    );
    if (alpha !== null) drawn.push(alpha);
  }
  drawn.sort((a, b) => a - b);
  const at = (share: number): number | undefined => drawn[Math.min(drawn.length - 1, Math.floor(share * drawn.length))];
  const [low, high] = [at(0.025), at(0.975)];
  return low === undefined || high === undefined ? null : { low, high };
}
