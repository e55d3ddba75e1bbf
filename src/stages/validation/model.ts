/**
 * The assisting model of the correction: what coders say of a statement, by its score, side and year, fitted on all coded statements of the job. It need
 * not be true: where a row has enough coded statements they alone decide, and elsewhere what is left over is measured between rows.
 * Regression estimator: Särndal, Swensson and Wretman 1992, ch. 6; the score's coefficient is the power tuning of PPI++, https://arxiv.org/abs/2311.01453
 */
import { crossProducts, dot, type Fit, fitWeighted, quadratic, sandwich } from './least-squares.ts';
import { effectiveCount, type Frame, type Observation, squaredErrorOf, weightedMean } from './observation.ts';

/** Fewer coded statements that detente calls relevant say too little about it. */
export const FEWEST_CODED = 10;
/** A side has a level of its own, the score a slope, the years a drift, from so many coded statements. */
const FEWEST_OF_SIDE = 10;
const FEWEST_FOR_SLOPE = 20;
const FEWEST_FOR_DRIFT = 50;
const DECADE = 10;
/** A row's share of statements that count is never taken for less. */
const LEAST_TRUE = 0.05;

/** A mean and its squared standard error. */
export interface Estimate {
  readonly mean: number;
  readonly squaredError: number;
}

/** Predicts the coders' mean tone of a row before its own coded statements are looked at. */
export interface Model {
  /** How much of a score's distance from the mean is real. */
  readonly slope: number;
  /** Spread of what the model leaves unexplained of a called statement. */
  readonly residual: number;
  /** Variance of the scores of called statements. */
  readonly scoreVariance: number;
  /** Coded statements behind it, less its coefficients. */
  readonly freedom: number;
  /** Share of called statements that count, and their mean tone, of a row. */
  readonly predict: (frame: Frame) => Estimate & { readonly share: number };
  /** What a called statement adds to the estimating equation of a row whose mean is `mean`, beyond what is expected of its like. */
  readonly surprise: (item: Observation, mean: number) => number;
  /** Of the statements that detente calls irrelevant: the share that counts after all, and what those add to a mean, per statement. */
  readonly missed: { readonly share: number; readonly shift: Estimate };
}

/** The model of a job, or null where too little is coded. */
export function fitModel(items: readonly Observation[]): Model | null {
  const called = items.filter((item) => item.isCalled);
  if (called.length < FEWEST_CODED) return null;
  const columns = columnsOf(called);
  const rows = called.map(columns.ofItem);
  const weights = called.map((item) => item.weight);
  const offset = columns.hasSlope ? () => 0 : (item: Observation) => item.score * item.truth;
  const tone = fitWeighted(
    rows,
    called.map((item) => item.truthTone - offset(item)),
    weights,
  );
  const share = fitWeighted(
    rows,
    called.map((item) => item.truth),
    weights,
  );
  if (tone === null || share === null) return null;
  return modelOf({ items, called, columns, tone, share });
}

interface Fitted {
  readonly items: readonly Observation[];
  readonly called: readonly Observation[];
  readonly columns: Columns;
  readonly tone: Fit;
  readonly share: Fit;
}

function modelOf({ items, called, columns, tone, share }: Fitted): Model {
  const slope = columns.hasSlope ? (tone.coefficients[1] ?? 1) : 1;
  // Without a slope of its own the score itself is what is expected.
  const plain = columns.hasSlope ? 0 : 1;
  const toneOf = (x: readonly number[], score: number) => dot(tone.coefficients, x) + plain * score;
  const shareOf = (x: readonly number[]) => Math.max(LEAST_TRUE, dot(share.coefficients, x));
  const surprise = (item: Observation, mean: number): number => {
    const x = columns.ofItem(item);
    return item.truthTone - mean * item.truth - (toneOf(x, item.score) - mean * dot(share.coefficients, x));
  };
  const errors = errorMatrices(called, columns, { inverse: tone.inverse, surprise });
  const score = weightedMean(called, (item) => item.score);
  const overall = toneOf(meanOf(called, columns), score) / shareOf(meanOf(called, columns));
  const freedom = Math.max(1, effectiveCount(called) - tone.coefficients.length);
  const spread =
    weightedMean(called, (item) => surprise(item, overall) ** 2) * (called.length / Math.max(1, called.length - tone.coefficients.length));
  return {
    slope,
    residual: Math.sqrt(spread),
    scoreVariance: weightedMean(called, (item) => (item.score - score) ** 2),
    freedom,
    surprise,
    predict: (frame) => {
      const x = columns.ofFrame(frame);
      const part = shareOf(x);
      const mean = toneOf(x, frame.mean) / part;
      return { share: part, mean, squaredError: Math.max(0, errors(x, mean)) / part ** 2 };
    },
    missed: missedBy(items, called),
  };
}

/** The squared error of the model's prediction at x: a sandwich that is quadratic in the row's mean, so that a row costs no look at the coded statements. */
function errorMatrices(
  called: readonly Observation[],
  columns: Columns,
  { inverse, surprise }: { readonly inverse: Fit['inverse']; readonly surprise: Model['surprise'] },
): (x: readonly number[], mean: number) => number {
  const rows = called.map(columns.ofItem);
  const correction = called.length / Math.max(1, called.length - (rows[0]?.length ?? 0));
  const at = (mean: number) => {
    const filling = crossProducts(
      rows,
      called.map((item) => correction * (item.weight * surprise(item, mean)) ** 2),
    );
    return sandwich(inverse, filling);
  };
  const [below, middle, above] = [at(-1), at(0), at(1)];
  return (x, mean) => {
    const [low, centre, high] = [quadratic(below, x), quadratic(middle, x), quadratic(above, x)];
    return centre + (mean * (high - low)) / 2 + (mean * mean * (high + low - 2 * centre)) / 2;
  };
}

/** Statements that detente passes over: how many count after all, and whether their tone differs from that of their side's. */
function missedBy(items: readonly Observation[], called: readonly Observation[]): Model['missed'] {
  const passed = items.filter((item) => !item.isCalled);
  if (passed.length === 0) return { share: 0, shift: { mean: 0, squaredError: 0 } };
  const means = ([0, 1, 2] as const).map((side) => {
    const own = called.filter((item) => item.side === side && item.truth > 0);
    const from = own.length >= FEWEST_OF_SIDE ? own : called;
    return (
      weightedMean(from, (item) => item.truthTone) /
      Math.max(
        LEAST_TRUE,
        weightedMean(from, (item) => item.truth),
      )
    );
  });
  const shiftOf = (item: Observation): number => item.truthTone - (means[item.side] ?? 0) * item.truth;
  const mean = weightedMean(passed, shiftOf);
  return {
    share: weightedMean(passed, (item) => item.truth),
    shift: { mean, squaredError: squaredErrorOf(passed, (item) => shiftOf(item) - mean) },
  };
}

interface Columns {
  readonly hasSlope: boolean;
  readonly ofItem: (item: Observation) => readonly number[];
  readonly ofFrame: (frame: Frame) => readonly number[];
}

/** A level, and as much of slope, sides and drift as the coded statements can tell. */
function columnsOf(called: readonly Observation[]): Columns {
  const scores = new Set(called.map((item) => item.score));
  const hasSlope = called.length >= FEWEST_FOR_SLOPE && scores.size > 2;
  const sides = ([1, 2] as const).filter((side) => {
    const own = called.filter((item) => item.side === side).length;
    return own >= FEWEST_OF_SIDE && called.filter((item) => item.side < side).length >= FEWEST_OF_SIDE;
  });
  const dated = called.filter((item) => item.year !== null);
  const years = new Set(dated.map((item) => item.year));
  const centre = dated.length === 0 ? 0 : weightedMean(dated, (item) => item.year ?? 0);
  const hasDrift = dated.length >= FEWEST_FOR_DRIFT && years.size > 2;
  const drift = (year: number | null): readonly number[] => (hasDrift ? [year === null ? 0 : (year - centre) / DECADE] : []);
  return {
    hasSlope,
    ofItem: (item) => [1, ...(hasSlope ? [item.score] : []), ...sides.map((side) => (item.side === side ? 1 : 0)), ...drift(item.year)],
    ofFrame: (frame) => [1, ...(hasSlope ? [frame.mean] : []), ...sides.map((side) => frame.sides[side]), ...drift(frame.year)],
  };
}

function meanOf(items: readonly Observation[], columns: Columns): readonly number[] {
  const first = columns.ofItem(items[0] as Observation);
  return first.map((_, j) => weightedMean(items, (item) => columns.ofItem(item)[j] ?? 0));
}
