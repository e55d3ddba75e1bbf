/** Numbers and days as people read them. No locale: the same everywhere. */
import type { Interval } from '../../../core/model/trends.ts';

/** -0.412 → '−0.41', 0.2 → '+0.20', null → '–'. */
export function signed(value: number | null, digits = 2): string {
  if (value === null) return '–';
  const fixed = Math.abs(value).toFixed(digits);
  if (Number(fixed) === 0) return fixed;
  return `${value < 0 ? '−' : '+'}${fixed}`;
}

/** '−0.50 to +0.10', or why there is none. */
export function range(interval: Interval | null): string {
  return interval === null ? 'too few' : `${signed(interval.low)} to ${signed(interval.high)}`;
}

/** 0.0004 → '< 0.001'. */
export function probability(p: number): string {
  return p < 0.001 ? '< 0.001' : `= ${p.toFixed(3)}`;
}
