/** The gate: is a statement about the two sides at all? Decided before and apart from its tone, with the reason. */
import type { ToneContext } from '../model.ts';
import type { ToneLexicon } from './lexicon.ts';
import type { Scene } from './scene.ts';

/** The gate's answer. */
export interface Relevance {
  readonly isRelevant: boolean;
  readonly reason: string;
}

/** Relevant when both sides are present among the text, the speaker's own side and, for "we" and "they", the article. */
export function judgeRelevance(scene: Scene, context: ToneContext, lexicon: ToneLexicon): Relevance {
  const named = new Set(scene.anchors.map(({ anchor }) => anchor.side));
  if (named.has('both')) return { isRelevant: true, reason: 'names the relation itself' };
  const inText = lexicon.sides.filter((side) => named.has(side));
  if (inText.length === lexicon.sides.length) return { isRelevant: true, reason: 'names both sides' };
  const present = lexicon.sides.filter((side) => named.has(side) || context.side === side);
  if (present.length === lexicon.sides.length)
    return { isRelevant: true, reason: `names ${inText.join(' and ')}, spoken by ${context.side ?? 'nobody'}` };
  const isOnTopic = lexicon.sides.every((side) => context.background.includes(side));
  if (isOnTopic && !named.has('third')) return { isRelevant: true, reason: 'stands in an article about both sides and names nobody else' };
  return { isRelevant: false, reason: inText.length === 0 ? 'names neither side' : `names ${inText.join(' and ')} alone` };
}
