/** All that is known about an article before its quotations are attributed one by one. */

import type { Article, Span } from '../../core/model/articles.ts';
import type { Reading } from '../../core/model/reading.ts';
import type { Quotation, Speaker } from '../../core/model/statements.ts';
import { isNested } from '../../core/nested-rule.ts';
import { countBelow } from '../../core/ordered.ts';
import { buildCast, type Cast, type Member, type Naming, type SourceTokens } from './cast.ts';
import { type Discourse, readDiscourse } from './coreference.ts';
import { describeMembers } from './descriptions.ts';
import { rosterIn } from './ministries.ts';
import { readPhrase } from './phrase.ts';
import type { Roster } from './roster.ts';
import { spokenOf } from './spoken-of.ts';
import { tokensIn } from './tokens.ts';
import { makeSpeaker } from './unlisted.ts';

/** The article, its persons, and whom its pronouns mean. */
export interface Scene {
  readonly article: Article;
  readonly reading: Reading;
  readonly roster: Roster;
  readonly cast: Cast;
  readonly discourse: Discourse;
  /** Day, month or year of publication, or null. */
  readonly date: string | null;
  /** The naming that covers a token. */
  readonly namingAt: (token: number) => Naming | null;
  /** The speaker that a member is. */
  readonly speakerOf: (member: Member) => Speaker;
  /** The member that a token names or stands for. */
  readonly memberAt: (token: number) => Member | null;
  /** Index of the paragraph that an offset stands in. */
  readonly paragraphAt: (offset: number) => number;
}

/** A source of at most this many tokens is all name, when it begins with one. */
const LONGEST_BARE_SOURCE = 3;

/** Reads the article's persons and resolves its pronouns and roles. */
export function readScene(
  article: Article,
  reading: Reading,
  task: { readonly quotations: readonly Quotation[]; readonly roster: Roster },
): Scene {
  const { quotations } = task;
  const roster = rosterIn(article, task.roster);
  const sources = spansOf(
    reading,
    quotations.flatMap((quotation) => (quotation.source ? [quotation.source] : [])),
  );
  const quoted = spansOf(
    reading,
    quotations.filter((quotation) => quotation.kind !== 'indirect' && !isNested(quotation)).flatMap(({ spans }) => spans),
  );
  const date = article.published?.day ?? null;
  const cast = buildCast(reading, { roster, date }, sourceTokens(sources));
  const namingAt = namingFinder(cast);
  const phrases = new Map(sources.map((source) => [source[0], readPhrase(reading, source, namingAt)]));
  const heads = [...phrases.values()].map((phrase) => phrase.naming?.mention.tokens ?? phrase.core);
  const described = describeMembers(cast, reading, { roster, date });
  const discourse = readDiscourse(article, reading, {
    ...{ cast, sources: heads, quoted, described, roster },
    spokenOf: spokenOf(reading, cast.namings, quotations),
  });
  const memberAt = (token: number) =>
    namingAt(token)?.member ?? cast.members[discourse.pronouns.get(token) ?? discourse.roles.get(token) ?? -1] ?? null;
  // Most of those who are named say nothing, and are made no speakers.
  const speakers: Speaker[] = [];
  const speakerOf = (member: Member) => {
    speakers[member.index] ??= makeSpeaker(member, described[member.index] ?? [], { roster, date });
    return speakers[member.index] as Speaker;
  };
  return { article, reading, roster, cast, discourse, date, namingAt, memberAt, speakerOf, paragraphAt: paragraphFinder(article) };
}

function paragraphFinder(article: Article): Scene['paragraphAt'] {
  return (offset) => Math.max(0, countBelow(article.paragraphs, offset + 1, ([start]) => start) - 1);
}

function sourceTokens(sources: readonly Span[]): SourceTokens {
  const bare = new Set<number>();
  const inside = new Set<number>();
  for (const [first, end] of sources) {
    if (end - first <= LONGEST_BARE_SOURCE) bare.add(first);
    for (let at = first; at < end; at++) inside.add(at);
  }
  return { isBare: (token) => bare.has(token), isInside: (token) => inside.has(token) };
}

function namingFinder(cast: Cast): Scene['namingAt'] {
  const byToken = new Map<number, Naming>();
  for (const naming of cast.namings) {
    for (let at = naming.mention.tokens[0]; at < naming.mention.tokens[1]; at++) byToken.set(at, naming);
  }
  return (token) => byToken.get(token) ?? null;
}

function spansOf(reading: Reading, spans: readonly Span[]): readonly Span[] {
  return spans.map((span) => tokensIn(reading, span));
}
