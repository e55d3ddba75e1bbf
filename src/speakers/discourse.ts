/** The article read once from beginning to end: whom each "he" and "she" stands for. */
import type { Article, Reading, Span } from '../model.ts';
import type { Cast, Naming } from './cast.ts';
import type { Gender } from './gender.ts';
import { isCompatible, openSalience, type Part, type Place } from './salience.ts';
import { tokensIn } from './tokens.ts';

/** What the walk found: the member that a pronoun stands for, by token. */
export interface Discourse {
  readonly pronouns: ReadonlyMap<number, number>;
}

/** What the walk needs beside the text. */
export interface DiscourseTask {
  readonly cast: Cast;
  /** Tokens of the quotations' sources. */
  readonly sources: readonly Span[];
  /** Tokens inside quotation marks: pronouns there are somebody else's. */
  readonly quoted: readonly Span[];
}

const PRONOUN_GENDER: Readonly<Record<string, Gender>> = {
  he: 'male',
  his: 'male',
  him: 'male',
  himself: 'male',
  she: 'female',
  her: 'female',
  hers: 'female',
  herself: 'female',
};
const PRONOUN_PART: Readonly<Record<string, Part>> = {
  he: 'subject',
  she: 'subject',
  his: 'possessive',
  her: 'possessive',
  hers: 'possessive',
};

/** Walks through the text and resolves the pronouns of one person outside quotations, in order. */
export function readDiscourse(article: Article, reading: Reading, task: DiscourseTask): Discourse {
  const salience = openSalience();
  const pronouns = new Map<number, number>();
  const places = placesOf(article, reading);
  const namingAt = new Map(task.cast.namings.map((naming) => [naming.mention.tokens[0], naming]));
  const isSource = marked(reading, task.sources);
  const isQuoted = marked(reading, task.quoted);
  for (let at = 0; at < reading.tokens.length; at++) {
    const place = places[at] ?? { sentence: 0, paragraph: 0 };
    const naming = namingAt.get(at);
    if (naming?.member.isSure) {
      salience.note(naming.member.index, partOf(reading, naming, { isQuoted: isQuoted[at] === 1, isSource: isSource[at] === 1 }), place);
      continue;
    }
    const word = reading.tokens[at]?.text.toLowerCase() ?? '';
    const gender = PRONOUN_GENDER[word];
    if (!gender || isQuoted[at] === 1) continue;
    const meant = salience.best(place, (member) => isCompatible(task.cast.members[member]?.gender ?? null, gender));
    if (meant === null) continue;
    pronouns.set(at, meant);
    salience.note(meant, isSource[at] === 1 ? 'source' : (PRONOUN_PART[word] ?? 'object'), place);
  }
  return { pronouns };
}

function partOf(reading: Reading, naming: Naming, where: { readonly isQuoted: boolean; readonly isSource: boolean }): Part {
  if (where.isQuoted) return 'quoted';
  if (naming.mention.isPossessive) return 'possessive';
  if (where.isSource) return 'source';
  const next = reading.tokens[naming.mention.tokens[1]];
  return next?.pos === 'VERB' || next?.pos === 'AUX' || next?.pos === 'ADV' ? 'subject' : 'object';
}

function placesOf(article: Article, reading: Reading): readonly Place[] {
  let paragraph = 0;
  return reading.tokens.map((token) => {
    while (paragraph < article.paragraphs.length - 1 && (article.paragraphs[paragraph + 1]?.[0] ?? 0) <= token.start) paragraph++;
    return { sentence: token.sentence, paragraph };
  });
}

function marked(reading: Reading, spans: readonly Span[]): Uint8Array {
  const flags = new Uint8Array(reading.tokens.length);
  for (const [first, end] of spans) flags.fill(1, first, end);
  return flags;
}

/** Token spans of text spans. */
export function allTokensIn(reading: Reading, spans: readonly Span[]): readonly Span[] {
  return spans.map((span) => tokensIn(reading, span));
}
