/** Quotations → attributions: who said it. Every quotation comes back once, in its place, with a speaker or with null. */
import type { Article, Attribution, Quotation, Reading } from '../model.ts';
import type { Roster } from './roster.ts';
import { readScene, type Scene } from './scene.ts';
import { type Running, resolveSourceless } from './sourceless.ts';
import { type Decision, resolveSource } from './sources.ts';
import { tokensIn } from './tokens.ts';

/** What is to be attributed, and what is known beforehand. */
export interface AttributionTask {
  readonly quotations: readonly Quotation[];
  readonly roster: Roster;
}

/** A source resolved by one of these is a person. */
const PERSON_RULES = new Set(['source-name', 'source-pronoun', 'source-role', 'source-office', 'source-headline']);

/** Says who made each quotation. */
export function attributeQuotations(article: Article, reading: Reading, task: AttributionTask): readonly Attribution[] {
  const scene = readScene(article, reading, task);
  let running: Running | null = null;
  return task.quotations.map((quotation) => {
    const decision = quotation.source
      ? resolveSource(tokensIn(reading, quotation.source), scene, { running, isHeadline: isHeadline(quotation, scene) })
      : resolveSourceless(quotation, scene, running);
    running = nextRunning(quotation, decision, scene) ?? running;
    return { quotation, cue: quotation.cue, mention: quotation.source, ...decision };
  });
}

/** A headline, or a name and a colon in the first line. */
function isHeadline(quotation: Quotation, scene: Scene): boolean {
  const isFirstLine = quotation.source !== null && quotation.source[0] === scene.article.paragraphs[0]?.[0];
  return quotation.kind === 'headline' || (quotation.rule === 'name-colon-quote' && isFirstLine);
}

/** Who speaks from here on; a statement without source words changes nothing but how far the speaker reaches. */
function nextRunning(quotation: Quotation, decision: Decision, scene: Scene): Running | null {
  if (!decision.speaker) return null;
  const end = Math.max(quotation.spans.at(-1)?.[1] ?? 0, quotation.source?.[1] ?? 0);
  const isPerson = quotation.source === null || PERSON_RULES.has(decision.rule);
  return { speaker: decision.speaker, isPerson, paragraph: scene.paragraphAt(end - 1), end };
}
