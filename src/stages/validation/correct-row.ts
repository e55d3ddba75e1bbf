/**
 * The corrected mean of one row: the mean that coders would give if they read all of its statements, from those that they did read. The row's scores tell
 * what can be told without them; the coded statements, each weighted by one over its chance of being drawn, tell what the scores get wrong.
 * Design-adjusted: Egami et al. 2023, https://arxiv.org/abs/2306.04746; scores tuned by their power: Angelopoulos et al. 2023, https://arxiv.org/abs/2311.01453
 */
import { studentQuantile95 } from '../../core/distributions.ts';
import type { Corrected } from '../../core/model/trends.ts';
import { drawToward, type Spread } from './between.ts';
import type { Estimate, Model } from './model.ts';
import { effectiveCount, type Frame, type Observation, squaredErrorOf, weightedMean } from './observation.ts';

/** From so many coded statements a row's correction rests on them alone. */
export const FEWEST_FOR_DESIGN = 30;
/** From so many passed-over statements a row tells by itself what was missed in it. */
const FEWEST_PASSED = 10;
/** Of the called statements this share counts at least, lest a handful of coded ones make a mean of nothing. */
const LEAST_SHARE = 0.05;

/** What a row is corrected by, beside its own coded statements. */
export interface Basis {
  readonly model: Model;
  /** How far rows of this table lie from the model. */
  readonly spread: Spread;
}

/** A mean with its squared error, the degrees of freedom of that, and the share of the called statements that count. */
interface Part extends Estimate {
  readonly freedom: number;
  readonly share: number;
}

/** The corrected mean with its 95 % interval, within [-1, 1]; null where the row has no coded statement or nothing that detente calls relevant. */
export function correctRow(frame: Frame, members: readonly Observation[], { model, spread }: Basis): Corrected | null {
  if (members.length === 0 || frame.relevant === 0) return null;
  const called = members.filter((item) => item.isCalled);
  const passed = members.filter((item) => !item.isCalled);
  const isDesign = members.length >= FEWEST_FOR_DESIGN && called.length >= FEWEST_FOR_DESIGN / 2;
  const main = isDesign ? byDesign(frame, called, model) : byModel(frame, called, { model, spread });
  const all = withMissed(main, { frame, passed, model });
  const half = studentQuantile95(Math.max(1, all.freedom)) * Math.sqrt(all.squaredError);
  return {
    mean: within(all.mean),
    low: within(all.mean - half),
    high: within(all.mean + half),
    coded: members.length,
    basis: isDesign ? 'design' : 'pooled',
  };
}

/** The row's own coded statements decide; the scores of all its statements take off what they can explain. */
function byDesign(frame: Frame, called: readonly Observation[], model: Model): Part {
  const share = Math.max(
    LEAST_SHARE,
    weightedMean(called, (item) => item.truth),
  );
  const scored = (item: Observation): number => model.slope * (item.score - frame.mean);
  const mean = weightedMean(called, (item) => item.truthTone - scored(item)) / share;
  const error = squaredErrorOf(called, (item) => item.truthTone - mean * item.truth - scored(item)) / share ** 2;
  const sampling = samplingError(frame, model) / share ** 2;
  return {
    share,
    mean,
    squaredError: error + sampling,
    freedom: pooledFreedom([
      [error, effectiveCount(called) - 1],
      [sampling, frame.articles - 1],
    ]),
  };
}

/** The model decides, and the row's own coded statements move it as far as rows of this table are known to differ. */
function byModel(frame: Frame, called: readonly Observation[], { model, spread }: Basis): Part {
  const expected = model.predict(frame);
  const own = called.length === 0 ? null : distanceFrom(expected, called, model);
  const moved = drawToward(own, spread);
  const sampling = samplingError(frame, model) / expected.share ** 2;
  return {
    share: expected.share,
    mean: expected.mean + moved.mean,
    squaredError: moved.squaredError + (1 - moved.kept) ** 2 * expected.squaredError + sampling,
    freedom: model.freedom,
  };
}

/** How far some coded statements lie from a mean that the model gives, with the spread that all coded statements have. */
export function distanceFrom(
  expected: { readonly mean: number; readonly share: number },
  called: readonly Observation[],
  model: Model,
): Estimate {
  return {
    mean: weightedMean(called, (item) => model.surprise(item, expected.mean)) / expected.share,
    squaredError: (model.residual / expected.share) ** 2 / effectiveCount(called),
  };
}

/** Adds what detente passed over: as many as the coded ones say, with a tone that differs from the others' as much as theirs does. */
function withMissed(
  main: Part,
  { frame, passed, model }: { readonly frame: Frame; readonly passed: readonly Observation[]; readonly model: Model },
): Part {
  const unread = frame.statements - frame.relevant;
  if (unread === 0) return main;
  const isOwn = passed.length >= FEWEST_PASSED;
  const share = isOwn ? weightedMean(passed, (item) => item.truth) : model.missed.share;
  const shiftOf = (item: Observation): number => item.truthTone - main.mean * item.truth;
  const own = isOwn ? weightedMean(passed, shiftOf) : 0;
  const shift = isOwn ? { mean: own, squaredError: squaredErrorOf(passed, (item) => shiftOf(item) - own) } : model.missed.shift;
  const each = unread / (frame.relevant * main.share + unread * share);
  const error = each ** 2 * shift.squaredError;
  const freedom = isOwn ? effectiveCount(passed) - 1 : model.freedom;
  return {
    ...main,
    mean: main.mean + each * shift.mean,
    squaredError: main.squaredError + error,
    freedom: pooledFreedom([
      [main.squaredError, main.freedom],
      [error, freedom],
    ]),
  };
}

/** Squared error that the scores themselves carry, as other statements of the same sort would have others. */
function samplingError(frame: Frame, model: Model): number {
  return model.slope ** 2 * (frame.squaredError ?? model.scoreVariance / frame.relevant);
}

/** Satterthwaite 1946, https://doi.org/10.2307/3002019 */
function pooledFreedom(parts: readonly (readonly [squaredError: number, freedom: number])[]): number {
  const total = parts.reduce((sum, [error]) => sum + error, 0);
  const squares = parts.reduce((sum, [error, freedom]) => sum + error ** 2 / Math.max(1, freedom), 0);
  return squares === 0 ? 1 : total ** 2 / squares;
}

function within(tone: number): number {
  return Math.max(-1, Math.min(1, tone));
}
