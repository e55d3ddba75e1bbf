/**
 * Weights from labels: ordinal logistic regression (McCullagh 1980) with the thresholds held at the edges of the neutral band and a ridge
 * toward the weights that people gave. Convex, so the answer does not depend on where the search begins.
 */
import { minimise } from './lbfgs.ts';

/** One coded statement as the composition sees it. */
export interface Sample {
  /** Column of a weight, and the sum of the factors on its hits. */
  readonly columns: readonly number[];
  readonly factors: readonly number[];
  /** -1, 0 or 1. */
  readonly label: number;
  /** How much it counts. */
  readonly importance: number;
}

/** Where neutral ends. */
export interface Edges {
  readonly low: number;
  readonly high: number;
}

/** What the estimate starts from. */
export interface Estimate {
  /** The weights that people gave. */
  readonly priors: Float64Array;
  /** The scores at which a statement is as likely negative as neutral, and positive as neutral. */
  readonly edges: Edges;
  /** How fast the odds grow with the raw score. */
  readonly slope: number;
  /** Ridge: the cost of moving a weight away from its prior. */
  readonly penalty: number;
  /** Which weights may move; all where absent. */
  readonly isFree?: (row: number) => boolean;
}

const MOST_STEPS = 200;
const SMALLEST = 1e-9;

/** The weights under which the labels are most likely, held back by the ridge. */
export function estimateWeights(samples: readonly Sample[], estimate: Estimate): Float64Array {
  const { priors, penalty, isFree = () => true } = estimate;
  return minimise(
    (weights) => {
      const gradient = weights.map((weight, i) => penalty * (weight - (priors[i] as number)));
      let value = 0;
      for (let i = 0; i < weights.length; i++) value += 0.5 * penalty * ((weights[i] as number) - (priors[i] as number)) ** 2;
      for (const sample of samples) {
        const { loss, slope } = lossOf(sample, rawOf(sample, weights), estimate);
        value += loss;
        for (let i = 0; i < sample.columns.length; i++) {
          const column = sample.columns[i] as number;
          gradient[column] = (gradient[column] as number) + slope * (sample.factors[i] as number);
        }
      }
      return { value, gradient: gradient.map((slope, row) => (isFree(row) ? slope : 0)) };
    },
    priors,
    MOST_STEPS,
  );
}

/** A statement's raw score under some weights. */
export function rawOf({ columns, factors }: Sample, weights: Float64Array): number {
  let raw = 0;
  for (let i = 0; i < columns.length; i++) raw += (weights[columns[i] as number] as number) * (factors[i] as number);
  return raw;
}

/** Minus the log likelihood of a label at a raw score, and its derivative by the score. */
export function lossOf(
  { label, importance }: Pick<Sample, 'label' | 'importance'>,
  raw: number,
  { edges, slope }: Pick<Estimate, 'edges' | 'slope'>,
): { loss: number; slope: number } {
  const aboveLow = logistic(slope * (raw - edges.low));
  const aboveHigh = logistic(slope * (raw - edges.high));
  const steep = importance * slope;
  if (label < 0) return { loss: -importance * Math.log(Math.max(1 - aboveLow, SMALLEST)), slope: steep * aboveLow };
  if (label > 0) return { loss: -importance * Math.log(Math.max(aboveHigh, SMALLEST)), slope: -steep * (1 - aboveHigh) };
  // d/dx log(σ(a) − σ(b)) = 1 − σ(a) − σ(b), wherever the thresholds lie.
  return { loss: -importance * Math.log(Math.max(aboveLow - aboveHigh, SMALLEST)), slope: -steep * (1 - aboveLow - aboveHigh) };
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
