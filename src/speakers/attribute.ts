/** Quotations → attributions: who said it. Every quotation comes back once, in its place, with a speaker or with null. */
import type { Article, Attribution, Quotation, Reading, Speaker } from '../model.ts';
import type { Roster } from './roster.ts';
import { readScene, type Scene } from './scene.ts';
import { type Decision, resolveSource } from './sources.ts';
import { tokensIn } from './tokens.ts';

/** What is to be attributed, and what is known beforehand. */
export interface AttributionTask {
  readonly quotations: readonly Quotation[];
  readonly roster: Roster;
}

/** Says who made each quotation. */
export function attributeQuotations(article: Article, reading: Reading, task: AttributionTask): readonly Attribution[] {
  const scene = readScene(article, reading, task);
  let running: Speaker | null = null;
  return task.quotations.map((quotation) => {
    const decision = decide(quotation, scene, running);
    running = decision.speaker ?? running;
    return { quotation, cue: quotation.cue, mention: quotation.source, ...decision };
  });
}

function decide(quotation: Quotation, scene: Scene, running: Speaker | null): Decision {
  if (quotation.source) return resolveSource(tokensIn(scene.reading, quotation.source), scene);
  if (quotation.cue === null && quotation.kind === 'direct') return { speaker: running, rule: 'running-speaker', certainty: 'implied' };
  return { speaker: null, rule: 'no-source', certainty: 'implied' };
}
