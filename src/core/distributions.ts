/** Quantiles and tails of the normal and Student's t distribution, to about 12 digits. */
import { logGamma } from './statistics.ts';

/** 97.5 % quantile of the normal distribution: the z of a 95 % interval. */
export const Z95 = 1.959963984540054;

const TINY = 1e-300;
const PRECISION = 1e-15;

/** Chance that a standard normal value lies farther from zero than z does. */
export function normalTwoSidedTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  return x < 2 ? 1 - errorFunction(x) : complementaryErrorFunction(x);
}

/** Maclaurin series, https://dlmf.nist.gov/7.6#E2; good for x below 2. */
function errorFunction(x: number): number {
  let term = x;
  let total = x;
  for (let n = 1; Math.abs(term) > PRECISION * total; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    total += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * total;
}

/** Continued fraction, https://dlmf.nist.gov/7.9#E1, taken from its sixtieth step; good for x from 2. */
function complementaryErrorFunction(x: number): number {
  let fraction = x;
  for (let n = 60; n >= 1; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
}

/** Chance that |t| with this many degrees of freedom exceeds t. */
export function studentTwoSidedTail(t: number, freedom: number): number {
  return incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
}

/** The t that a value exceeds, on either side, in 5 % of cases. studentQuantile95(2) is 4.3027. Newton's method from Cornish and Fisher's expansion. */
export function studentQuantile95(freedom: number): number {
  const peak = Math.exp(logGamma((freedom + 1) / 2) - logGamma(freedom / 2)) / Math.sqrt(freedom * Math.PI);
  let t = expandedQuantile(freedom);
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const density = peak * (1 + (t * t) / freedom) ** (-(freedom + 1) / 2);
    const step = (studentTwoSidedTail(t, freedom) - 0.05) / (2 * density);
    t += step;
    if (Math.abs(step) <= CLOSE * t) break;
  }
  return t;
}

/** Three are enough from two degrees of freedom, a few more from one. */
const MOST_STEPS = 50;

/** A step this small, against t, is the last one: the next one would be smaller than the tail is exact. */
const CLOSE = 1e-7;

/** Abramowitz and Stegun 26.7.5: a little too small, from where Newton's method climbs. */
function expandedQuantile(freedom: number): number {
  const z = Z95;
  const terms = [(z ** 3 + z) / 4, (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96, (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384];
  return terms.reduce((total, term, power) => total + term / freedom ** (power + 1), z);
}

/** Regularised incomplete beta function, https://dlmf.nist.gov/8.17#E22, on the side where its continued fraction converges. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / apart(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / apart(1 + even * d);
    c = apart(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / apart(1 + odd * d);
    c = apart(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return fraction;
}

function apart(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
