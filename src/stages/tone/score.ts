/** Tone of one statement: the gate, then the sum of its hits, each with its trace. */
import type { Hit, Reading, Score, Token, ToneContext, ToneLabel } from '../../core/model.ts';
import { aboutWhom } from './about.ts';
import { cueHits } from './cue.ts';
import type { Found } from './found.ts';
import type { ToneLexicon } from './lexicon.ts';
import { judgeRelevance } from './relevance.ts';
import { isUsedUp } from './reversal.ts';
import { layOut, type Scene } from './scene.ts';
import { shiftsOn } from './shifts.ts';
import type { StatementReading } from './statement.ts';

/** Values are whole millionths, so that sums do not depend on their order. */
const MILLION = 1_000_000;
/** tone = x / √(x² + SOFTNESS × s), where s is the number of sentences: one word decides a short statement, not a long one. */
export const SOFTNESS = 8;
/** Longer statements count as if they had this many sentences. */
export const MOST_SENTENCES = 6;
/** A tone within ±BAND is neutral. */
export const BAND = 0.2;
/** The raw score at the edge of the band, in a statement of one sentence. */
export const BAND_RAW = BAND * Math.sqrt(SOFTNESS / (1 - BAND ** 2));

/** Scores a statement, read as a text of its own. Irrelevant statements have no tone, though their hits and general sentiment are shown. */
export function scoreTone(reading: StatementReading, context: ToneContext, lexicon: ToneLexicon): Score {
  const scene = layOut(reading, context, lexicon);
  const relevance = judgeRelevance(scene, context, lexicon);
  const hits = [
    ...cueHits(scene.cue, context),
    ...scene.bearers.filter((found) => !isUsedUp(found, scene)).map((found) => hitOf(found, scene)),
  ];
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

function hitOf(found: Found, scene: Scene): Hit {
  const shifts = shiftsOn(found, scene);
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
  return Math.round((raw / Math.sqrt(raw * raw + SOFTNESS * countedSentences(reading))) * MILLION) / MILLION + 0;
}

/** What a raw score is worth beside one in a statement of one sentence; the band holds for the product. */
export function worthOf(reading: Reading): number {
  return 1 / Math.sqrt(countedSentences(reading));
}

/** Sentences of the statement, as far as they count. */
export function countedSentences({ sentences }: Reading): number {
  return Math.min(MOST_SENTENCES, Math.max(1, sentences.length));
}

/** Tone → its label. */
export function labelOf(tone: number): ToneLabel {
  if (Math.abs(tone) < BAND) return 'neutral';
  return tone > 0 ? 'positive' : 'negative';
}

/** What stands beside x² under the root of the tone, in words: '8 × 2 sentences'. */
export function describeScale(reading: Reading): string {
  return `${SOFTNESS} × ${countedSentences(reading)} sentences`;
}
