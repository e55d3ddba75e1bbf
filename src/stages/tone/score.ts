/** Tone of one statement: the gate, then the sum of its hits, each with its trace. */
import { labelOf } from '../../core/label.ts';
import type { Token } from '../../core/model/reading.ts';
import type { Hit, Score, ToneContext } from '../../core/model/tone.ts';
import { aboutWhom } from './about.ts';
import { cueHits } from './cue.ts';
import { repeatsCue } from './emphasis.ts';
import type { Found } from './found.ts';
import type { ToneLexicon } from './lexicon.ts';
import { MILLION, wholeMillionths } from './millionths.ts';
import { judgeRelevance } from './relevance.ts';
import { isUsedUp } from './reversal.ts';
import { layOut, type Scene } from './scene.ts';
import { shiftsOn } from './shifts.ts';
import type { StatementReading } from './statement.ts';

/** tone = (P − N) / (P + N + EVIDENCE): how far the good outweighs the bad, the relative difference of Lowe et al. (2011); little evidence makes little tone. */
export const EVIDENCE = 2;
/** Scores a statement, read as a text of its own. Irrelevant statements have no tone, though their hits and general sentiment are shown. */
export function scoreTone(reading: StatementReading, context: ToneContext, lexicon: ToneLexicon): Score {
  const scene = layOut(reading, context, lexicon);
  const relevance = judgeRelevance(scene, context, lexicon);
  const hits = [
    ...cueHits(scene),
    ...scene.bearers.filter((found) => !isUsedUp(found, scene) && !repeatsCue(found, scene)).map((found) => hitOf(found, scene)),
  ];
  const tone = relevance.isRelevant ? toneOf(hits) : null;
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
    value: wholeMillionths(product),
  };
}

/** The sum of the hits' values, exact to the last of its six digits. */
export function rawScore(hits: readonly Pick<Hit, 'value'>[]): number {
  return hits.reduce((sum, hit) => sum + Math.round(hit.value * MILLION), 0) / MILLION;
}

/** Good and bad apart, each 0 or more, exact to six digits. */
export function goodAndBad(hits: readonly Pick<Hit, 'value'>[]): { readonly good: number; readonly bad: number } {
  return { good: rawScore(hits.filter(({ value }) => value > 0)), bad: -rawScore(hits.filter(({ value }) => value < 0)) + 0 };
}

/** Hits → tone in [-1, 1], six digits; 0 where nothing weighs. */
export function toneOf(hits: readonly Pick<Hit, 'value'>[]): number {
  return Math.round(rawScore(hits) * worthOf(hits) * MILLION) / MILLION + 0;
}

/** What a unit of raw score is worth in a statement with these hits: the more is said, the less one word decides. */
export function worthOf(hits: readonly Pick<Hit, 'value'>[]): number {
  const { good, bad } = goodAndBad(hits);
  return 1 / (good + bad + EVIDENCE);
}
