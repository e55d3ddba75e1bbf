/** Tone of one statement: the gate, then the sum of its hits, each with its trace. */
import type { Hit, Reading, Score, Shift, Token, ToneContext, ToneLabel } from '../../core/model.ts';
import { aboutWhom } from './about.ts';
import { cueHits } from './cue.ts';
import type { ToneLexicon } from './lexicon.ts';
import { mannerShifts } from './manner.ts';
import { judgeRelevance } from './relevance.ts';
import { type Found, layOut, type Scene } from './scene.ts';
import { NO_SHIFT } from './shift.ts';
import { shiftsOn } from './shifts.ts';

/** Values are whole millionths, so that sums do not depend on their order. */
const MILLION = 1_000_000;
/** tone = x / √(x² + SOFTNESS × w), where w is the number of tokens: one word decides a short statement, not a long one. */
const SOFTNESS = 0.44;
/** Shorter and longer statements count as if they had this many tokens. */
const FEWEST_TOKENS = 12;
const MOST_TOKENS = 120;
/** A tone within ±BAND is neutral: a raw score within ±1 in a statement of 54 tokens, within ±0.5 in one of 13. */
export const BAND = 0.2;
/** The raw score at the edge of the band, in a statement of 54 tokens. */
export const BAND_RAW = 1;
const EVEN_TOKENS = (BAND_RAW ** 2 * (1 / BAND ** 2 - 1)) / SOFTNESS;

/** Scores a statement, read as a text of its own. Irrelevant statements have no tone, though their hits and general sentiment are shown. */
export function scoreTone(reading: Reading, context: ToneContext, lexicon: ToneLexicon): Score {
  const scene = layOut(reading, context, lexicon);
  const relevance = judgeRelevance(scene, context, lexicon);
  const manner = scene.bearers.length === 0 ? NO_SHIFT : mannerShifts(reading, lexicon.manner);
  const hits = [...cueHits(scene.cue, context), ...scene.bearers.map((found) => hitOf(found, scene, manner))];
  const tone = relevance.isRelevant ? toneOf(rawScore(hits), reading) : null;
  return {
    isRelevant: relevance.isRelevant,
    relevance: relevance.reason,
    tone,
    label: tone === null ? null : labelOf(tone),
    sentiment: lexicon.sentiment(reading.text),
    hits,
  };
}

function hitOf(found: Found, scene: Scene, manner: readonly Shift[]): Hit {
  const own = shiftsOn(found, scene);
  const shifts = manner.length === 0 ? own : [...own, ...manner];
  const product = shifts.reduce((value, shift) => value * shift.factor, found.term.weight);
  const first = scene.reading.tokens[found.first] as Token;
  const last = scene.reading.tokens[found.last] as Token;
  return {
    term: found.term.id,
    words: scene.reading.text.slice(first.start, last.end),
    span: [first.start, last.end],
    about: aboutWhom(found, scene),
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
export function toneOf(raw: number, reading: Reading): number {
  return Math.round((raw / Math.sqrt(raw * raw + SOFTNESS * weightyTokens(reading))) * MILLION) / MILLION + 0;
}

/** What a raw score is worth beside one in a statement of 54 tokens; the band holds for the product. */
export function worthOf(reading: Reading): number {
  return Math.sqrt(EVEN_TOKENS / weightyTokens(reading));
}

function weightyTokens({ tokens }: Reading): number {
  return Math.min(MOST_TOKENS, Math.max(FEWEST_TOKENS, tokens.length));
}

/** Tone → its label. */
export function labelOf(tone: number): ToneLabel {
  if (Math.abs(tone) < BAND) return 'neutral';
  return tone > 0 ? 'positive' : 'negative';
}

/** What stands beside x² under the root of the tone, in words: '0.44 × 54 tokens'. */
export function describeScale(reading: Reading): string {
  return `${SOFTNESS} × ${weightyTokens(reading)} tokens`;
}
