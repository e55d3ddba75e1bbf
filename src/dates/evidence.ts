/** One thing that a text tells about its day of publication: the days it allows, and how much that weighs. */

/** Days since 1970-01-01, both ends included. */
export type DayRange = readonly [from: number, to: number];

/** The days that a clue allows. */
export interface Evidence {
  readonly ranges: readonly DayRange[];
  readonly weight: number;
  /** What the clue is, for people who ask how a date came about. */
  readonly reason: string;
  /** A day on which the news of this clue is most often printed; null where the clue is too wide to say. */
  readonly likely: number | null;
}

/** 1998-12-28 to 2026-12-31: the years that events.csv covers. */
export const FIRST_DAY = 10_588;
export const LAST_DAY = 20_818;

/** A clue no heavier than this never bounds the interval alone. */
const WEAK = 0.5;

/** The days that fit the clues best. */
export interface BestDays {
  readonly days: readonly number[];
  /** Those and the days that a weak clue alone rules out: the honest interval. */
  readonly near: readonly number[];
  readonly score: number;
  readonly agreeing: readonly Evidence[];
}

/** Adds up the clues day by day, so that one that is wrong is outvoted instead of spoiling the rest. */
export function weighDays(evidence: readonly Evidence[]): BestDays {
  const steps = new Float64Array(LAST_DAY - FIRST_DAY + 2);
  for (const { ranges, weight } of evidence)
    for (const [from, to] of ranges) {
      if (to < FIRST_DAY || from > LAST_DAY || to < from) continue;
      add(steps, Math.max(from, FIRST_DAY) - FIRST_DAY, weight);
      add(steps, Math.min(to, LAST_DAY) - FIRST_DAY + 1, -weight);
    }
  let best = 0;
  let sum = 0;
  const sums = steps.map((step) => {
    sum += step;
    if (sum > best) best = sum;
    return sum;
  });
  const days = daysAbove(sums, best - 1e-6);
  const sample = days[0] ?? FIRST_DAY;
  const agreeing = evidence.filter(({ ranges }) => ranges.some(([from, to]) => from <= sample && sample <= to));
  return { days, near: daysAbove(sums, best - WEAK), score: best, agreeing };
}

function daysAbove(sums: Float64Array, least: number): readonly number[] {
  const days: number[] = [];
  for (let i = 0; i < sums.length - 1; i++) if ((sums[i] ?? 0) > least) days.push(FIRST_DAY + i);
  return days;
}

function add(steps: Float64Array, index: number, value: number): void {
  steps[index] = (steps[index] ?? 0) + value;
}
