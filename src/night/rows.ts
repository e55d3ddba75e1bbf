/** From the pipeline's values to rows of the store, by the names of its columns. */
import { createHash } from 'node:crypto';
import type { Article, Origin } from '../core/model/articles.ts';
import type { Problem } from '../core/model/problems.ts';
import type { Utterance } from '../core/model/statements.ts';
import type { ScoredStatement } from '../core/model/tone.ts';
import { givenSpan } from '../core/origin.ts';
import { wordingKey } from '../stages/statements/merge.ts';
import type { Row } from '../stages/store/table.ts';

/** Paragraphs that are kept of an article, from which its background can be read again under another lexicon. */
const OPENING_PARAGRAPHS = 3;
const LONGEST_OPENING = 1_500;

/** A row of `articles` but for `record` and `added`. */
export function articleRow(article: Article, background: readonly string[]): Row & { readonly key: string } {
  const { id, path, place, outlet, title, url, published } = article;
  const opening = article.paragraphs
    .slice(0, OPENING_PARAGRAPHS)
    .map(([start, end]) => article.text.slice(start, Math.min(end, start + LONGEST_OPENING)));
  const key = createHash('sha256').update(`${path}\n${place}`).digest('hex').slice(0, 16);
  const dated = { published: published?.day ?? null, published_basis: published?.basis ?? null };
  return { key, id, path, place, outlet, title, url, ...dated, opening: JSON.stringify(opening), background: JSON.stringify(background) };
}

/** Where an utterance stands: its article's key and origin, and its number there. */
interface RowPlace {
  readonly articleKey: string;
  readonly ordinal: number;
  readonly origin?: Origin | undefined;
}

/** A row of `utterances`; offsets are into the text that was given. */
export function utteranceRow(utterance: Utterance, place: RowPlace): Row {
  const { speaker, joint, said, text, passage, appearance } = utterance;
  const { kind, mention, mentionSpan, via, cue, rule, certainty } = appearance;
  const spans = appearance.spans.map((span) => givenSpan(span, place.origin));
  return {
    article_key: place.articleKey,
    ordinal: place.ordinal,
    wording_key: wordingKey(utterance),
    speaker_id: speaker?.id ?? null,
    speaker: speaker?.name ?? null,
    side: speaker?.side ?? null,
    role: speaker?.role ?? null,
    said: said?.day ?? null,
    said_basis: said?.basis ?? null,
    said_earliest: said?.earliest ?? null,
    said_latest: said?.latest ?? null,
    text,
    passage: passage.text,
    content: JSON.stringify(passage.content),
    around: passage.around,
    kind,
    spans: JSON.stringify(spans),
    start: spans[0]?.[0] ?? 0,
    mention,
    mention_span: mentionSpan && JSON.stringify(givenSpan(mentionSpan, place.origin)),
    via,
    joint: joint.length === 0 ? null : JSON.stringify(joint.map(({ id, name, side, role }) => ({ id, name, side, role }))),
    cue,
    rule,
    certainty,
  };
}

/** A row of `problems` but for `added`. */
export function problemRow({ path, place, code, reason }: Problem, sha256: string | null): Row {
  return { path, place, code, reason, sha256 };
}

/** A row of `scores`; tones are millionths, so that sums do not depend on their order. */
export function scoreRow(key: string, score: ScoredStatement): Row {
  const millionths = (value: number): number => Math.round(value * 1_000_000);
  const tone = score.tone === null ? null : millionths(score.tone);
  return {
    score_key: key,
    relevant: score.isRelevant,
    relevance: score.relevance,
    tone,
    label: score.label,
    sentiment: millionths(score.sentiment),
    hits: JSON.stringify(score.hits),
    topics: JSON.stringify(score.topics),
    weighing: score.hits.filter(({ value }) => value !== 0).length,
  };
}
