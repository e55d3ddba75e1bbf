/** What a text tells about its day of publication, clue by clue, and how likely that makes each day. */
import { isoDay } from '../../core/days.ts';

/** Days since 1970-01-01, both ends included; Infinity where nothing ends it. */
export type DayRange = readonly [from: number, to: number];

/** The days that a clue allows. */
export interface Evidence {
  readonly ranges: readonly DayRange[];
  /** How much likelier the days in the ranges are than those outside, as a logarithm to the base 10. */
  readonly weight: number;
  /** What the clue is, for people who ask how a date came about. */
  readonly reason: string;
  /** A day on which the news of this clue is most often printed; null where the clue is too wide to say. */
  readonly likely: number | null;
}

/** 1998-12-28: where events.csv begins. */
export const FIRST_DAY = 10_588;

/** ISO dates from FIRST_DAY on, as far as they have been asked for. */
const DAYS: string[] = [];

/** How likely each day from FIRST_DAY on is; the values add up to 1. */
export type DayChances = Float64Array;

/** Adds up the clues day by day, so that one that is wrong is outvoted instead of spoiling the rest. Every day from FIRST_DAY to the last one is as likely as another before. */
export function weighDays(evidence: readonly Evidence[], lastDay: number): DayChances {
  const count = Math.max(lastDay - FIRST_DAY + 1, 1);
  const steps = new Float64Array(count + 1);
  for (const { ranges, weight } of evidence)
    for (const [from, to] of ranges) {
      if (to < FIRST_DAY || from > lastDay || to < from) continue;
      add(steps, Math.max(from, FIRST_DAY) - FIRST_DAY, weight);
      add(steps, Math.min(to, lastDay) - FIRST_DAY + 1, -weight);
    }
  let sum = 0;
  const scores = steps.subarray(0, count).map((step) => {
    sum += step;
    return sum;
  });
  const best = scores.reduce((a, b) => Math.max(a, b), 0);
  const chances = scores.map((score) => 10 ** (score - best));
  const total = chances.reduce((a, b) => a + b, 0);
  return chances.map((chance) => chance / total);
}

function add(steps: Float64Array, index: number, value: number): void {
  steps[index] = (steps[index] ?? 0) + value;
}

/** The shortest interval about the middle that holds the day with a given chance. */
export function credibleDays(chances: DayChances, share: number): DayRange {
  const tail = (1 - share) / 2;
  let sum = 0;
  let first = -1;
  for (let i = 0; i < chances.length; i++) {
    sum += chances[i] ?? 0;
    if (first < 0 && sum > tail) first = i;
    if (sum >= 1 - tail) return [FIRST_DAY + Math.max(first, 0), FIRST_DAY + i];
  }
  return [FIRST_DAY + Math.max(first, 0), FIRST_DAY + chances.length - 1];
}

/** The likeliest period of a length of ISO date ('2018' has 4, '2018-12' has 7), and its chance. */
export function likeliestPeriod(chances: DayChances, length: 4 | 7): { readonly period: string; readonly chance: number } {
  let best = { period: '', chance: 0 };
  let current = { period: '', chance: 0 };
  for (let i = 0; i < chances.length; i++) {
    const chance = chances[i] ?? 0;
    if (chance < 1e-9) continue;
    const day = DAYS[i] ?? isoDay(FIRST_DAY + i);
    DAYS[i] = day;
    const period = day.slice(0, length);
    current = { period, chance: chance + (period === current.period ? current.chance : 0) };
    if (current.chance > best.chance) best = current;
  }
  return best;
}
