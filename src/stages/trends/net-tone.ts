/** Two figures of how positive statements stand against negative ones. */

/** (P − N) / n: all positive is 1, all negative −1; null where there is nothing. */
export function netTone(positive: number, negative: number, relevant: number): number | null {
  return relevant === 0 ? null : (positive - negative) / relevant;
}

/** log((P + ½) / (N + ½)), comparable across years of different volume: Lowe et al. 2011, https://doi.org/10.1111/j.1939-9162.2010.00006.x */
export function logRatio(positive: number, negative: number): number {
  return Math.log((positive + 0.5) / (negative + 0.5));
}
