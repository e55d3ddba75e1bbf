/** Values are whole millionths, so that sums do not depend on their order. */

export const MILLION = 1_000_000;

/** The nearest whole millionth, never -0. */
export function wholeMillionths(value: number): number {
  return Math.round(value * MILLION) / MILLION + 0;
}
