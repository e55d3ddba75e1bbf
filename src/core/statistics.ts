/** The only door to simple-statistics. */
export { gammaln as logGamma, linearRegression, linearRegressionLine, median, medianSorted, sum } from 'simple-statistics';
