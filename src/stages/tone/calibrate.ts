/** Moves the weights of a lexicon's rows toward statements that people have coded, where the evidence is the same in every period. */

import { labelOf, NEGATIVE_FROM, POSITIVE_FROM } from '../../core/label.ts';
import type { ToneContext } from '../../core/model/tone.ts';
import { type Figures, figuresOf } from './agreement.ts';
import { type DatedSample, directionsOf } from './evidence.ts';
import type { ToneLexicon } from './lexicon.ts';
import { type Edges, type Estimate, estimateWeights, lossOf, rawOf, type Sample } from './ordinal.ts';
import { periodsOf } from './periods.ts';
import { isUsedUp } from './reversal.ts';
import { layOut } from './scene.ts';
import { worthOf } from './score.ts';
import { shiftsOn } from './shifts.ts';
import type { StatementReading } from './statement.ts';
import { isBearer, type Term } from './terms.ts';

/** A statement as a person coded it. */
export interface Labelled {
  readonly reading: StatementReading;
  readonly context: ToneContext;
  /** Below 0 negative, 0 neutral, above 0 positive; null for a statement that is not about the two sides (left out here). */
  readonly tone: number | null;
}

/** A row whose weight moved. */
export interface Change {
  readonly term: Term;
  readonly before: number;
  readonly after: number;
  /** Coded statements in which the row was hit. */
  readonly statements: number;
}

/** Figures of one period, scored with the weights as they are and with weights taken from the other periods. */
export interface PeriodFigures {
  readonly period: string;
  readonly before: Figures;
  readonly after: Figures;
}

/** What a calibration found. */
export interface Calibration {
  readonly before: Figures;
  /** Each period scored with weights that were estimated without it. */
  readonly after: Figures;
  readonly periods: readonly PeriodFigures[];
  /** Rows that stand in the statements at all. */
  readonly rowsFound: number;
  /** The rows that move, strongest first. */
  readonly changes: readonly Change[];
  /** No figure falls on periods that the weights were not taken from, and something moves. */
  readonly isBetter: boolean;
}

/** Ridge toward the weights as they are: the larger, the less they move. */
const PENALTY = 3;
/** How fast the odds of a label may grow with the tone; the likeliest is taken. */
const SLOPES: readonly number[] = [1.5, 2.5, 4, 6, 9];
const EDGES: Edges = { low: NEGATIVE_FROM, high: POSITIVE_FROM };
const HEAVIEST = 3;
/** A weight moves by this much at most, plus this share of itself: what people gave stays recognisable. */
const LEAST_MOVE = 0.6;
const SHARE_MOVE = 0.5;
/** A weight keeps its sign, which is for a person to turn, and at least this much of it. */
const LEAST_LEFT = 0.05;

/** Calibrates a lexicon; the same statements in any order give the same weights. */
export function calibrate(labelled: readonly Labelled[], lexicon: ToneLexicon): Calibration {
  const terms = lexicon.entries.filter(isBearer);
  const coded = labelled.filter(({ tone }) => tone !== null).toSorted(inTextOrder);
  const periods = periodsOf(coded.map(({ context }) => context.date));
  const samples = balance(coded.map((statement, i) => ({ ...sampleOf(statement, terms, lexicon), period: periods[i] as string })));
  const current = Float64Array.from(terms, ({ weight }) => weight);
  const names = [...new Set(periods)].sort();
  const held = names.map((period) => {
    const weights = weightsFrom(
      samples.filter((sample) => sample.period !== period),
      current,
    );
    return { period, pairs: samples.filter((sample) => sample.period === period).map((sample) => judged(sample, current, weights)) };
  });
  const all = held.flatMap(({ pairs }) => pairs);
  const before = figuresOf(all.map((pair) => pair.before));
  const after = figuresOf(all.map((pair) => pair.after));
  const weights = weightsFrom(samples, current);
  const counts = countStatements(samples, terms.length);
  const changes = terms
    .map((term, i): Change => ({ term, before: term.weight, after: weights[i] as number, statements: counts[i] as number }))
    .filter((change) => change.before !== change.after);
  return {
    before,
    after,
    periods: held.map(({ period, pairs }) => ({
      period,
      before: figuresOf(pairs.map((pair) => pair.before)),
      after: figuresOf(pairs.map((pair) => pair.after)),
    })),
    rowsFound: counts.filter((count) => count > 0).length,
    changes,
    isBetter: changes.length > 0 && names.length > 1 && isNoWorse(before, after),
  };
}

/** By text, then speaker and date, so that the order of the file changes nothing. */
function inTextOrder(a: Labelled, b: Labelled): number {
  const key = ({ reading, context, tone }: Labelled) => [reading.text, context.speaker ?? '', context.date ?? '', String(tone)].join('\n');
  const [first, second] = [key(a), key(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

function isNoWorse(before: Figures, after: Figures): boolean {
  return after.accuracy >= before.accuracy && after.macroF1 >= before.macroF1 && after.wrongSign <= before.wrongSign;
}

/** The weights that these statements ask for; rows on which their periods do not agree keep theirs. */
function weightsFrom(samples: readonly DatedSample[], current: Float64Array): Float64Array {
  const estimate: Estimate = { priors: current, edges: EDGES, slope: likeliestSlope(samples, current), penalty: PENALTY };
  const directions = directionsOf(samples, estimate);
  if (directions.every((direction) => direction === 0)) return current;
  const found = estimateWeights(samples, { ...estimate, isFree: (row) => directions[row] !== 0 });
  return current.map((weight, row) => settled(weight, found[row] as number, directions[row] as number));
}

function likeliestSlope(samples: readonly Sample[], weights: Float64Array): number {
  const losses = SLOPES.map((slope) =>
    samples.reduce((sum, sample) => sum + lossOf(sample, rawOf(sample, weights), { edges: EDGES, slope }).loss, 0),
  );
  return SLOPES[losses.indexOf(Math.min(...losses))] ?? 1;
}

/** Two decimals, in the direction of the evidence, near what was there, and with its sign. */
function settled(weight: number, found: number, direction: number): number {
  if ((found - weight) * direction <= 0) return weight;
  const most = LEAST_MOVE + SHARE_MOVE * Math.abs(weight);
  const near = Math.max(weight - most, Math.min(weight + most, found));
  const rounded = Math.round(Math.max(-HEAVIEST, Math.min(HEAVIEST, near)) * 100) / 100 + 0;
  const sign = Math.sign(weight);
  return sign === 0 || rounded * sign >= LEAST_LEFT ? rounded : LEAST_LEFT * sign;
}

/** A statement's hits as columns: what the composition found, before any weight. */
function sampleOf({ reading, context, tone }: Labelled, terms: readonly Term[], lexicon: ToneLexicon): Sample {
  const columnOf = columnsOf(terms);
  const scene = layOut(reading, context, lexicon);
  const hits = scene.bearers
    .filter((found) => !isUsedUp(found, scene))
    .map((found) => ({ term: found.term, factor: shiftsOn(found, scene).reduce((product, shift) => product * shift.factor, 1) }));
  if (scene.cue && !scene.cue.isTurning) hits.push({ term: scene.cue, factor: 1 });
  // The statement's worth stays what it is under the weights that stand: so the score is linear in them, and the estimate convex.
  const worth = worthOf(hits.map(({ term, factor }) => ({ value: term.weight * factor })));
  const factors = new Map<number, number>();
  for (const { term, factor } of hits) {
    const column = columnOf.get(term) as number;
    factors.set(column, (factors.get(column) ?? 0) + factor * worth);
  }
  return { columns: [...factors.keys()], factors: [...factors.values()], label: Math.sign(tone ?? 0), importance: 1 };
}

const SIGNS = { negative: -1, neutral: 0, positive: 1 } as const;

const COLUMNS = new WeakMap<readonly Term[], ReadonlyMap<Term, number>>();

function columnsOf(terms: readonly Term[]): ReadonlyMap<Term, number> {
  const known = COLUMNS.get(terms) ?? new Map(terms.map((term, i) => [term, i]));
  COLUMNS.set(terms, known);
  return known;
}

/** No label counts for more than another because more of it was coded. */
function balance(samples: readonly DatedSample[]): readonly DatedSample[] {
  const counts = new Map<number, number>();
  for (const { label } of samples) counts.set(label, (counts.get(label) ?? 0) + 1);
  return samples.map((sample) => ({ ...sample, importance: samples.length / (counts.size * (counts.get(sample.label) ?? 1)) }));
}

function countStatements(samples: readonly Sample[], columns: number): Uint32Array {
  const counts = new Uint32Array(columns);
  for (const sample of samples) for (const column of sample.columns) counts[column] = (counts[column] as number) + 1;
  return counts;
}

function judged(sample: Sample, current: Float64Array, weights: Float64Array) {
  return { before: labelUnder(sample, current), after: labelUnder(sample, weights) };
}

function labelUnder(sample: Sample, weights: Float64Array): { readonly coded: number; readonly scored: number } {
  return { coded: sample.label, scored: SIGNS[labelOf(rawOf(sample, weights))] };
}
