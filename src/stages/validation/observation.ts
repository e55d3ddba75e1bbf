/** What the estimators need of one coded statement, and of the row of a table that it helps to correct. */

/** A coded statement beside its score. Tones are in [-1, 1]. */
export interface Observation {
  /** One over the probability with which it was drawn. */
  readonly weight: number;
  /** Whether detente calls it relevant; then `score` is its tone, otherwise 0. */
  readonly isCalled: boolean;
  readonly score: number;
  /** Share of the coders for whom it counts in this row: a statement about the two sides, and by this speaker where the row is about one. */
  readonly truth: number;
  /** Mean over the coders of the tone where it counts, 0 where it does not. */
  readonly truthTone: number;
  /** Statements of one article share what is peculiar to it. */
  readonly article: number;
  /** 0 and 1 for the sides of the job, 2 for all others. */
  readonly side: 0 | 1 | 2;
  readonly year: number | null;
}

/** What a table's row says of all of its statements, coded or not. */
export interface Frame {
  readonly statements: number;
  /** Those that detente calls relevant, and their mean tone. */
  readonly relevant: number;
  readonly mean: number;
  /** Squared standard error of that mean, clustered by article; null where there are too few articles. */
  readonly squaredError: number | null;
  /** Articles that the relevant statements are from. */
  readonly articles: number;
  /** Share of the relevant ones that each side has. */
  readonly sides: readonly [number, number, number];
  /** Mean year of the relevant ones that are dated; null where none is. */
  readonly year: number | null;
}

/** Σ w v / Σ w. */
export function weightedMean(items: readonly Observation[], value: (item: Observation) => number): number {
  let total = 0;
  let weights = 0;
  for (const item of items) {
    total += item.weight * value(item);
    weights += item.weight;
  }
  return total / weights;
}

/**
 * Squared standard error of a weighted mean, given each item's distance from it: items of one article are summed before they are squared. Inclusion is
 * random and so is the item: no correction for a finite population, since other statements of the same sort are meant too.
 */
export function squaredErrorOf(items: readonly Observation[], residual: (item: Observation) => number): number {
  const articles = new Map<number, number>();
  let weights = 0;
  for (const item of items) {
    articles.set(item.article, (articles.get(item.article) ?? 0) + item.weight * residual(item));
    weights += item.weight;
  }
  const count = articles.size;
  const squares = [...articles.values()].reduce((sum, value) => sum + value ** 2, 0);
  return count < 2 ? 0 : ((count / (count - 1)) * squares) / weights ** 2;
}

/** As many equally weighted items as these are worth: Kish 1965. */
export function effectiveCount(items: readonly Observation[]): number {
  const weights = items.reduce((sum, { weight }) => sum + weight, 0);
  const squares = items.reduce((sum, { weight }) => sum + weight ** 2, 0);
  return squares === 0 ? 0 : weights ** 2 / squares;
}
