/**
 * Factors of manner from coded statements: an ordinal regression (McCullagh 1980) whose slope, scale and threshold are free, the
 * threshold times the exponential of a ridge-held sum over the statement's words. It begins from scores that were estimated without the
 * statement itself, so that the scale of the weights is an honest one.
 */
import { minimise } from './lbfgs.ts';
import { boundedFactor } from './manner.ts';
import { lossOf } from './ordinal.ts';

/** A coded statement: its raw score by weights that never saw it, and its words. */
export interface Mannered {
  readonly raw: number;
  readonly lemmas: readonly string[];
  /** How much of its manner shows, from 0 to 1. */
  readonly fullness: number;
  /** -1, 0 or 1. */
  readonly label: number;
  readonly importance: number;
}

/** One word's factor. */
export interface MannerWord {
  readonly word: string;
  readonly factor: number;
  /** Coded statements that hold the word. */
  readonly statements: number;
}

/** The estimate: the factor of any statement, and those of words. */
export interface MannerEstimate {
  readonly base: number;
  readonly words: readonly MannerWord[];
}

/** A word in fewer coded statements tells nothing. */
const FEWEST_STATEMENTS = 20;
/** Ridge toward the factor 1. */
const PENALTY = 20;
const MOST_STEPS = 300;
const BAND = 1;
const SLOPE = 1;

/** The factors under which the labels are likeliest. */
export function estimateManner(statements: readonly Mannered[]): MannerEstimate {
  const counts = countWords(statements);
  const words = [...counts.keys()].sort();
  const place = new Map(words.map((word, i) => [word, i + 2]));
  const columns = statements.map(({ lemmas }) => lemmas.flatMap((lemma) => place.get(lemma) ?? []));
  // The first two unknowns are the scale of all scores and the logarithm of the threshold.
  const start = new Float64Array(words.length + 2);
  start[0] = 1;
  const found = minimise((point) => objective(point, statements, columns), start, MOST_STEPS);
  const base = Math.max(0, found[0] as number) * Math.exp(-(found[1] as number));
  return {
    base: thousandths(Math.max(0.3, Math.min(3, base))),
    words: words.map((word, i) => ({
      word,
      factor: thousandths(Math.exp(-(found[i + 2] as number))),
      statements: counts.get(word) as number,
    })),
  };
}

/** What an estimate makes of a raw score. */
export function underManner({ raw, lemmas, fullness }: Mannered, { base, words }: MannerEstimate): number {
  const logs = logsOf(words);
  return raw * (base * boundedFactor(lemmas.reduce((sum, lemma) => sum + (logs.get(lemma) ?? 0), 0))) ** fullness;
}

const LOGS = new WeakMap<readonly MannerWord[], ReadonlyMap<string, number>>();

function logsOf(words: readonly MannerWord[]): ReadonlyMap<string, number> {
  const known = LOGS.get(words) ?? new Map(words.map(({ word, factor }) => [word, Math.log(factor)]));
  LOGS.set(words, known);
  return known;
}

function countWords(statements: readonly Mannered[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { lemmas } of statements) for (const lemma of lemmas) counts.set(lemma, (counts.get(lemma) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count >= FEWEST_STATEMENTS));
}

function objective(point: Float64Array, statements: readonly Mannered[], columns: readonly (readonly number[])[]) {
  const scale = point[0] as number;
  const threshold = point[1] as number;
  const gradient = point.map((value, i) => (i < 2 ? 0 : PENALTY * value));
  let value = 0;
  for (let i = 2; i < point.length; i++) value += 0.5 * PENALTY * (point[i] as number) ** 2;
  for (let i = 0; i < statements.length; i++) {
    const { raw, label, importance, fullness } = statements[i] as Mannered;
    const own = columns[i] as readonly number[];
    const log = own.reduce((sum, column) => sum + (point[column] as number), threshold);
    const band = boundedFactor(log) ** fullness;
    const { loss, slope, bandSlope } = lossOf({ label, importance }, scale * raw, { band: band * BAND, slope: SLOPE });
    value += loss;
    gradient[0] = (gradient[0] as number) + slope * raw;
    const byLog = bandSlope * band * fullness;
    gradient[1] = (gradient[1] as number) + byLog;
    for (const column of own) gradient[column] = (gradient[column] as number) + byLog;
  }
  return { value, gradient };
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
