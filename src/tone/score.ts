/** Tone of one statement: the gate, then the sum of its hits, each with its trace. */
import type { Hit, Reading, Score, Token, ToneContext, ToneLabel } from '../model.ts';
import type { ToneLexicon } from './lexicon.ts';
import { judgeRelevance } from './relevance.ts';
import { type Found, layOut, type Scene } from './scene.ts';
import { shiftsOn } from './shifts.ts';

/** Values are whole millionths, so that sums do not depend on their order. */
const MILLION = 1_000_000;
/** tone = x / sqrt(x² + SOFTNESS): a raw score of 1 gives 0.2, of 3 gives 0.52, of 6 gives 0.77. */
const SOFTNESS = 24;
/** A raw score within ±1, which is a tone within ±0.2, is neutral. */
export const BAND_RAW = 1;
export const BAND = 0.2;

/** Scores a statement, read as a text of its own. Irrelevant statements have no tone, though their hits and general sentiment are shown. */
export function scoreTone(reading: Reading, context: ToneContext, lexicon: ToneLexicon): Score {
  const scene = layOut(reading, context, lexicon);
  const relevance = judgeRelevance(scene, context, lexicon);
  const hits = scene.bearers.map((found) => hitOf(found, scene));
  const tone = relevance.isRelevant ? toneOf(rawScore(hits)) : null;
  return {
    isRelevant: relevance.isRelevant,
    relevance: relevance.reason,
    tone,
    label: tone === null ? null : labelOf(tone),
    sentiment: lexicon.sentiment(reading.text),
    hits,
  };
}

function hitOf(found: Found, scene: Scene): Hit {
  const shifts = shiftsOn(found, scene);
  const product = shifts.reduce((value, shift) => value * shift.factor, found.term.weight);
  const first = scene.reading.tokens[found.first] as Token;
  const last = scene.reading.tokens[found.last] as Token;
  return {
    term: found.term.pattern,
    span: [first.start, last.end],
    base: found.term.weight,
    shifts,
    value: Math.round(product * MILLION) / MILLION + 0,
  };
}

/** The sum of the hits' values, exact to the last of its six digits. */
export function rawScore(hits: readonly Hit[]): number {
  return hits.reduce((sum, hit) => sum + Math.round(hit.value * MILLION), 0) / MILLION;
}

/** Raw score → [-1, 1], six digits. */
export function toneOf(raw: number): number {
  return Math.round((raw / Math.sqrt(raw * raw + SOFTNESS)) * MILLION) / MILLION + 0;
}

/** Tone → its label. */
export function labelOf(tone: number): ToneLabel {
  if (Math.abs(tone) < BAND) return 'neutral';
  return tone > 0 ? 'positive' : 'negative';
}
