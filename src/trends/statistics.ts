/** The only door to simple-statistics. */
export { gammaln as logGamma, mean, median, medianSorted, sum } from 'simple-statistics';
