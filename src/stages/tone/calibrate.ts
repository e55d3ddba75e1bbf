/** Estimates the weights of a lexicon's rows from statements that people have coded. */
import type { Reading, ToneContext } from '../../core/model.ts';
import { type Figures, figuresOf } from './agreement.ts';
import { estimateManner, type MannerEstimate, type Mannered, underManner } from './estimate-manner.ts';
import type { ToneLexicon } from './lexicon.ts';
import { fullness, lemmasOf, mannerShifts } from './manner.ts';
import { type Estimate, estimateWeights, lossOf, rawOf, type Sample } from './ordinal.ts';
import { layOut } from './scene.ts';
import { BAND_RAW, worthOf } from './score.ts';
import { shiftsOn } from './shifts.ts';
import { isBearer, type Term } from './terms.ts';

/** A statement as a person coded it. */
export interface Labelled {
  readonly reading: Reading;
  readonly context: ToneContext;
  /** Below 0 negative, 0 neutral, above 0 positive; null for a statement that is not about the two sides (left out here). */
  readonly tone: number | null;
}

/** How to calibrate; all have defaults. */
export interface CalibrationOptions {
  /** Ridge toward the weights that people gave: the larger, the less they move. */
  readonly penalty?: number;
  readonly folds?: number;
}

/** A row whose weight moved. */
export interface Change {
  readonly term: Term;
  readonly before: number;
  readonly after: number;
  /** Coded statements in which the row was hit. */
  readonly statements: number;
}

/** What a calibration found. */
export interface Calibration {
  /** With the weights as they were. */
  readonly before: Figures;
  /** Cross-validated: each statement is scored with weights that were estimated without it. */
  readonly after: Figures;
  /** With the new weights on the statements that they were estimated from: too good to be quoted. */
  readonly fitted: Figures;
  /** The common factor that all first weights were put to before each moved by itself. */
  readonly scale: number;
  readonly changes: readonly Change[];
  /** Factors of manner; null for a lexicon without manner.csv. */
  readonly manner: MannerEstimate | null;
}

const DEFAULTS = { penalty: 3, folds: 5 };
/** How fast the odds of a label grow with the raw score: gentle, so that the neutral band does not swallow weak statements. */
const SLOPE = 0.8;
/** A sign turns only with this many statements behind it, and in every fold. */
const ENOUGH_TO_TURN = 8;
/** What is left of a weight whose sign the labels doubt without enough evidence. */
const DOUBTED = 0.05;
const HEAVIEST = 3;
/** A weight moves by this much at most, plus this share of itself: what people gave stays recognisable. */
const LEAST_MOVE = 0.6;
const SHARE_MOVE = 0.5;
/** An object keeps at least this share: ending or denying it must still show. */
const OBJECT_LEFT = 0.8;
const SCALES: readonly number[] = [0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.3];

/** Calibrates a lexicon; the same statements in the same order give the same weights to the last digit. */
export function calibrate(labelled: readonly Labelled[], lexicon: ToneLexicon, options: CalibrationOptions = {}): Calibration {
  const { penalty, folds } = { ...DEFAULTS, ...options };
  const terms = lexicon.entries.filter(isBearer);
  const coded = labelled.filter(({ tone }) => tone !== null);
  const samples = balance(coded.map((statement) => sampleOf(statement, terms, lexicon)));
  const given = Float64Array.from(terms, ({ prior }) => prior);
  const scale = bestScale(samples, { priors: given, band: BAND_RAW, slope: SLOPE, penalty });
  const estimate: Estimate = { priors: given.map((weight) => weight * scale), band: BAND_RAW, slope: SLOPE, penalty };
  const parts = Array.from({ length: folds }, (_, fold) => estimateWeights(outside(samples, fold, folds), estimate));
  const counts = countStatements(samples, terms.length);
  const settle = (weights: Float64Array): Float64Array =>
    weights.map((weight, i) => settled(weight, i, { terms, given: estimate.priors, counts, parts }));
  const held = parts.map(settle);
  const weights = settle(estimateWeights(samples, estimate));
  const current = Float64Array.from(terms, ({ weight }) => weight);
  const unseen = manneredOf(samples, coded, (i) => held[i % folds] as Float64Array);
  const manners = lexicon.manner === null ? null : Array.from({ length: folds }, (_, fold) => estimateManner(outside(unseen, fold, folds)));
  const manner = lexicon.manner === null ? null : estimateManner(unseen);
  const factors = coded.map(({ reading }) => mannerShifts(reading, lexicon.manner)[0]?.factor ?? 1);
  return {
    before: judge(samples, (i, sample) => rawOf(sample, current) * (factors[i] as number)),
    after: judge(samples, (i) => {
      const statement = unseen[i] as Mannered;
      return manners === null ? statement.raw : underManner(statement, manners[i % folds] as MannerEstimate);
    }),
    fitted: judge(samples, (i, sample) => {
      const raw = rawOf(sample, weights);
      return manner === null ? raw : underManner({ ...(unseen[i] as Mannered), raw }, manner);
    }),
    scale,
    changes: terms.map((term, i) => ({ term, before: term.weight, after: weights[i] as number, statements: counts[i] as number })),
    manner,
  };
}

/** All but every `folds`-th. */
function outside<T>(all: readonly T[], fold: number, folds: number): readonly T[] {
  return all.filter((_, i) => i % folds !== fold);
}

function manneredOf(samples: readonly Sample[], coded: readonly Labelled[], weightsFor: (i: number) => Float64Array): readonly Mannered[] {
  return samples.map((sample, i) => ({
    raw: rawOf(sample, weightsFor(i)),
    lemmas: lemmasOf((coded[i] as Labelled).reading),
    fullness: fullness((coded[i] as Labelled).reading),
    label: sample.label,
    importance: sample.importance,
  }));
}

/** A statement's hits as columns: what the composition found, before any weight. */
function sampleOf({ reading, context, tone }: Labelled, terms: readonly Term[], lexicon: ToneLexicon): Sample {
  const columnOf = columnsOf(terms);
  const scene = layOut(reading, context, lexicon);
  const worth = worthOf(reading);
  const factors = new Map<number, number>();
  if (scene.cue && !scene.cue.isTurning) factors.set(columnOf.get(scene.cue) as number, worth);
  for (const found of scene.bearers) {
    const column = columnOf.get(found.term) as number;
    const factor = shiftsOn(found, scene, found.term.prior).reduce((product, shift) => product * shift.factor, 1);
    factors.set(column, (factors.get(column) ?? 0) + factor * worth);
  }
  return { columns: [...factors.keys()], factors: [...factors.values()], label: Math.sign(tone ?? 0), importance: 1 };
}

const COLUMNS = new WeakMap<readonly Term[], ReadonlyMap<Term, number>>();

function columnsOf(terms: readonly Term[]): ReadonlyMap<Term, number> {
  const known = COLUMNS.get(terms) ?? new Map(terms.map((term, i) => [term, i]));
  COLUMNS.set(terms, known);
  return known;
}

/** No label counts for more than another because more of it was coded. */
function balance(samples: readonly Sample[]): readonly Sample[] {
  const counts = new Map<number, number>();
  for (const { label } of samples) counts.set(label, (counts.get(label) ?? 0) + 1);
  return samples.map((sample) => ({ ...sample, importance: samples.length / (counts.size * (counts.get(sample.label) ?? 1)) }));
}

/** The one factor on all weights under which the labels are likeliest. */
function bestScale(samples: readonly Sample[], estimate: Estimate): number {
  const losses = SCALES.map((scale) => {
    const weights = estimate.priors.map((weight) => weight * scale);
    return samples.reduce((sum, sample) => sum + lossOf(sample, rawOf(sample, weights), estimate).loss, 0);
  });
  return SCALES[losses.indexOf(Math.min(...losses))] ?? 1;
}

function countStatements(samples: readonly Sample[], columns: number): Float64Array {
  const counts = new Float64Array(columns);
  for (const sample of samples) for (const column of sample.columns) counts[column] = (counts[column] as number) + 1;
  return counts;
}

interface Held {
  readonly terms: readonly Term[];
  readonly given: Float64Array;
  readonly counts: Float64Array;
  readonly parts: readonly Float64Array[];
}

/** Two decimals, near what people gave, and with their sign unless the evidence against it is strong; an object's sign always stays, for reversers turn it. */
function settled(weight: number, i: number, { terms, given, counts, parts }: Held): number {
  const prior = given[i] as number;
  const most = LEAST_MOVE + SHARE_MOVE * Math.abs(prior);
  const near = Math.max(prior - most, Math.min(prior + most, weight));
  const rounded = Math.round(Math.max(-HEAVIEST, Math.min(HEAVIEST, near)) * 100) / 100 + 0;
  const sign = Math.sign(prior);
  if (terms[i]?.class === 'object') return sign * Math.max(rounded * sign, Math.round(Math.abs(prior) * OBJECT_LEFT * 100) / 100) + 0;
  if (sign === 0 || rounded * sign > 0) return rounded;
  const isSure = (counts[i] as number) >= ENOUGH_TO_TURN && parts.every((part) => (part[i] as number) * sign < 0);
  return isSure ? rounded : DOUBTED * sign;
}

function judge(samples: readonly Sample[], rawFor: (i: number, sample: Sample) => number): Figures {
  return figuresOf(
    samples.map((sample, i) => {
      const raw = rawFor(i, sample);
      return { coded: sample.label, scored: Math.abs(raw) < BAND_RAW ? 0 : Math.sign(raw) };
    }),
  );
}
