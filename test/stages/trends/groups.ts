/** Groups made from a few tones, as the store would sum them. */
import type { Group } from '../../../src/core/model/groups.ts';

/** A group of these tones; the label bounds are those of a test, not of the tone room. */
export function groupOf(tones: readonly number[], rest: Partial<Group> = {}): Group {
  const millionths = tones.map((tone) => BigInt(Math.round(tone * 1e6))).sort((a, b) => (a < b ? -1 : 1));
  const middle = (millionths[(tones.length - 1) >> 1] ?? 0n) + (millionths[tones.length >> 1] ?? 0n);
  return {
    period: '2018',
    side: null,
    speakerId: null,
    speaker: null,
    role: null,
    outlet: null,
    topic: null,
    statements: tones.length,
    speakers: Math.min(1, tones.length),
    relevant: tones.length,
    withoutHits: 0,
    positive: tones.filter((tone) => tone > 0.1).length,
    neutral: tones.filter((tone) => Math.abs(tone) <= 0.1).length,
    negative: tones.filter((tone) => tone < -0.1).length,
    toneSum: millionths.reduce((total, value) => total + value, 0n),
    toneSquares: millionths.reduce((total, value) => total + value * value, 0n),
    toneMedianDoubled: tones.length === 0 ? null : middle,
    sentimentSum: 0n,
    articles: tones.length,
    outlets: 1,
    firstSaid: null,
    lastSaid: null,
    // Each statement is from an article of its own.
    citedArticles: tones.length,
    articleCounts: BigInt(tones.length),
    articleProducts: millionths.reduce((total, value) => total + value, 0n),
    articleSquares: millionths.reduce((total, value) => total + value * value, 0n),
    firstSide: tones.length,
    secondSide: 0,
    dated: tones.length,
    yearSum: 2018 * tones.length,
    ...rest,
  };
}
