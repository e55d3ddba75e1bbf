/** From the pipeline's values to rows of the store: cells in the order of store/schema.ts. */
import { createHash } from 'node:crypto';
import type { Article, Origin } from '../core/model/articles.ts';
import type { Cell } from '../core/model/groups.ts';
import type { Problem } from '../core/model/problems.ts';
import type { Utterance } from '../core/model/statements.ts';
import type { ScoredStatement } from '../core/model/tone.ts';
import { givenSpan } from '../core/origin.ts';
import { wordingKey } from '../stages/statements/merge.ts';

/** Paragraphs that are kept of an article, from which its background can be read again under another lexicon. */
const OPENING_PARAGRAPHS = 3;
const LONGEST_OPENING = 1_500;

/** A row of `articles` but for its last two columns. */
export function articleRow(article: Article, background: readonly string[]): Cell[] {
  const { id, path, place, outlet, title, url, published } = article;
  const opening = article.paragraphs
    .slice(0, OPENING_PARAGRAPHS)
    .map(([start, end]) => article.text.slice(start, Math.min(end, start + LONGEST_OPENING)));
  const key = createHash('sha256').update(`${path}\n${place}`).digest('hex').slice(0, 16);
  const dated = [published?.day ?? null, published?.basis ?? null];
  return [key, id, path, place, outlet, title, url, ...dated, JSON.stringify(opening), JSON.stringify(background)];
}

/** Where an utterance stands: its article's key and origin, and its number there. */
interface RowPlace {
  readonly articleKey: string;
  readonly ordinal: number;
  readonly origin?: Origin | undefined;
}

/** A row of `utterances`; offsets are into the text that was given. */
export function utteranceRow(utterance: Utterance, place: RowPlace): Cell[] {
  const { speaker, joint, said, text, passage, appearance } = utterance;
  const { kind, mention, mentionSpan, via, cue, rule, certainty } = appearance;
  const spans = appearance.spans.map((span) => givenSpan(span, place.origin));
  return [
    place.articleKey,
    place.ordinal,
    wordingKey(utterance),
    ...(speaker ? [speaker.id, speaker.name, speaker.side, speaker.role] : [null, null, null, null]),
    ...(said ? [said.day, said.basis, said.earliest, said.latest] : [null, null, null, null]),
    text,
    passage.text,
    JSON.stringify(passage.content),
    passage.around,
    kind,
    JSON.stringify(spans),
    spans[0]?.[0] ?? 0,
    mention,
    mentionSpan && JSON.stringify(givenSpan(mentionSpan, place.origin)),
    via,
    joint.length === 0 ? null : JSON.stringify(joint.map(({ id, name, side, role }) => ({ id, name, side, role }))),
    cue,
    rule,
    certainty,
  ];
}

/** A row of `problems` but for its last column. */
export function problemRow(problem: Problem, sha256: string | null): Cell[] {
  return [problem.path, problem.place, problem.code, problem.reason, sha256];
}

/** A row of `scores`; tones are millionths, so that sums do not depend on their order. */
export function scoreRow(key: string, score: ScoredStatement): Cell[] {
  const millionths = (value: number): number => Math.round(value * 1_000_000);
  const tone = score.tone === null ? null : millionths(score.tone);
  const measured = [tone, score.label, millionths(score.sentiment), JSON.stringify(score.hits), JSON.stringify(score.topics)];
  const weighing = score.hits.filter(({ value }) => value !== 0).length;
  return [key, score.isRelevant, score.relevance, ...measured, weighing];
}
