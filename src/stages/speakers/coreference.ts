/** The article read once from beginning to end: whom each "he", "she" and "the senator" stands for. */
import type { Article, Span } from '../../core/model/articles.ts';
import type { Reading } from '../../core/model/reading.ts';
import { namedBeside } from './binding.ts';
import type { Cast, Naming } from './cast.ts';
import type { Gender } from './gender.ts';
import { type Bearers, openBearers, type Theme } from './role-bearers.ts';
import { type RoleContext, type RoleNoun, roleNounAt } from './role-nouns.ts';
import { isCompatible, openSalience, type Part, type Place, type Salience } from './salience.ts';
import { DESCRIBING, isSubject, LONGEST_PHRASE, partOf, subjectOf, type Walked } from './sentence-parts.ts';

/** What the walk found, by token: pronouns, and role nouns by their head. */
export interface Discourse {
  readonly pronouns: ReadonlyMap<number, number>;
  readonly roles: ReadonlyMap<number, number>;
  /** Heads of role nouns that can mean two of the persons: nobody can tell which. */
  readonly contested: ReadonlySet<number>;
  /** By sentence: its first subject that is a person, and where it stands. */
  readonly themes: ReadonlyMap<number, Theme>;
}

/** What the walk needs beside the text. */
export interface DiscourseTask extends RoleContext {
  readonly cast: Cast;
  /** Tokens of the quotations' sources. */
  readonly sources: readonly Span[];
  /** Tokens inside quotation marks: pronouns there are somebody else's. */
  readonly quoted: readonly Span[];
  /** By the first token of a source, whom its quotations name. */
  readonly spokenOf: ReadonlyMap<number, ReadonlySet<number>>;
}

interface Walk extends Walked {
  readonly task: DiscourseTask;
  readonly salience: Salience;
  /** By token, the paragraph that it stands in. */
  readonly paragraphs: Uint32Array;
  /** Titles before names: "President" in "they met President Lund" is no phrase of its own. At the very beginning it tells who "the president" will be. */
  readonly isTitle: Uint8Array;
  readonly bearers: Bearers;
  /** By role, the last sentence in which somebody without a name spoke as one: "an aide said". */
  readonly introduced: Map<string, number>;
}

/** By the word as it is written, so that no token is lowered in the walk. */
const PRONOUNS: ReadonlyMap<string, { readonly gender: Gender; readonly part: Part }> = new Map(
  [
    ...[['he', 'male', 'subject'] as const, ['his', 'male', 'possessive'] as const, ['him', 'male', 'object'] as const],
    ...[['she', 'female', 'subject'] as const, ['her', 'female', 'possessive'] as const, ['hers', 'female', 'possessive'] as const],
    ...[['himself', 'male', 'object'] as const, ['herself', 'female', 'object'] as const],
  ].flatMap(([word, gender, part]) => {
    const meaning = { gender, part };
    return [[word, meaning] as const, [word.charAt(0).toUpperCase() + word.slice(1), meaning] as const];
  }),
);

/** Walks through the text and resolves the pronouns and roles of one person outside quotations, in order. */
export function readDiscourse(article: Article, reading: Reading, task: DiscourseTask): Discourse {
  const salience = openSalience();
  const themes = new Map<number, Theme>();
  const walk: Walk = {
    ...{ reading, task, salience, themes, paragraphs: paragraphsOf(article, reading), introduced: new Map() },
    ...{
      isSource: marked(reading, task.sources),
      isQuoted: marked(reading, task.quoted),
      isTitle: marked(
        reading,
        task.cast.namings.flatMap(({ mention }): readonly Span[] =>
          mention.whole[0] === 0 ? [] : [[mention.whole[0], mention.tokens[0]]],
        ),
      ),
      namingAt: new Map(task.cast.namings.map((naming) => [naming.mention.tokens[0], naming])),
      bearers: openBearers({ task, salience, themes }),
    },
  };
  const pronouns = new Map<number, number>();
  const roles = new Map<number, number>();
  for (let at = 0; at < reading.tokens.length; at++) {
    const naming = walk.namingAt.get(at);
    if (naming) {
      noteNaming(walk, naming);
      at = naming.mention.tokens[1] - 1;
      continue;
    }
    if (walk.isQuoted[at] === 1 && walk.isSource[at] !== 1) continue;
    const pronoun = meantByPronoun(walk, at);
    if (pronoun !== null) pronouns.set(at, pronoun);
    const role = pronoun === null && walk.isTitle[at] !== 1 ? meantByRole(walk, at) : null;
    if (role !== null) roles.set(at, role);
  }
  return { pronouns, roles, contested: walk.bearers.contested, themes };
}

function noteNaming(walk: Walk, naming: Naming): void {
  const at = naming.mention.tokens[0];
  if (naming.member.isSure && !isCredit(walk, naming)) walk.salience.note(naming.member.index, partOf(walk, naming), placeAt(walk, at));
}

/** "ANN LOW / HARBOUR PRESS": the credit of a picture, which no pronoun refers to. */
function isCredit({ reading }: Walk, { mention }: Naming): boolean {
  return reading.tokens[mention.tokens[1]]?.text === '/';
}

function meantByPronoun(walk: Walk, at: number): number | null {
  const pronoun = PRONOUNS.get(walk.reading.tokens[at]?.text ?? '');
  if (!pronoun) return null;
  const place = placeAt(walk, at);
  const isFirst = pronoun.part === 'subject' && !walk.themes.has(place.sentence);
  const named = isFirst ? namedBeside(walk, at) : NOBODY;
  const spokenOf = walk.task.spokenOf.get(at) ?? NOBODY;
  const meant = walk.salience.best(
    place,
    (member) => !named.has(member) && !spokenOf.has(member) && isCompatible(walk.task.cast.members[member]?.gender ?? null, pronoun.gender),
  );
  if (meant === null) return null;
  const part = pronoun.part === 'subject' ? subjectOf(walk, { member: meant, token: at }) : pronoun.part;
  walk.salience.note(meant, walk.isSource[at] === 1 ? 'source' : part, place);
  return meant;
}

const NOBODY: ReadonlySet<number> = new Set();

/** "A committee aide blasted it. “…,” the aide said": somebody without a name, who spoke later than anybody else was called so. */
function isUnnamed(walk: Walk, head: string, { meant, sentence }: { readonly meant: number; readonly sentence: number }): boolean {
  const introduced = walk.introduced.get(head);
  const seen = walk.salience.lastSentence(meant);
  return introduced !== undefined && sentence - introduced <= FARTHEST_INTRODUCED && (seen === null || seen < introduced);
}

/** Sentences back to where "an aide" spoke. */
const FARTHEST_INTRODUCED = 6;

/** Remembers "an aide" who speaks and has no name beside the role. */
function noteIntroduced(walk: Walk, at: number): void {
  const { tokens } = walk.reading;
  const token = tokens[at];
  if (!token || walk.isSource[at] !== 1 || token.pos !== 'NOUN' || !walk.task.roster.vocabulary.roles.has(token.text)) return;
  let first = at;
  while (at - first < LONGEST_PHRASE && DESCRIBING.test(tokens[first - 1]?.pos ?? '') && tokens[first]?.pos !== 'DET') first--;
  const isNamed = [1, 2, 3].some((step) => walk.namingAt.has(at + step));
  if (/^(?:an?|another)$/.test(tokens[first]?.lower ?? '') && !isNamed) walk.introduced.set(token.text, token.sentence);
}

/** "The 58-year-old timber tycoon": a word that describes whom the sentence before is about, where nobody has been called so. */
function meantByEpithet(walk: Walk, { tokens, role }: RoleNoun, at: number): number | null {
  const { kinds, roles } = walk.task.roster.vocabulary;
  const isDefinite = walk.reading.tokens[tokens[0]]?.lower === 'the';
  if (!kinds.epithet.has(role.head) || !isDefinite || walk.introduced.has(role.head)) return null;
  const theme = walk.themes.get(placeAt(walk, at).sentence - 1)?.member;
  const member = theme === undefined ? undefined : walk.task.cast.members[theme];
  return member && isCompatible(member.gender, roles.get(role.head)?.gender ?? null) ? member.index : null;
}

function meantByRole(walk: Walk, at: number): number | null {
  const noun = roleNounAt(walk.reading, at, walk.task.roster);
  if (!noun) noteIntroduced(walk, at);
  const meant = noun ? (walk.bearers.best(noun, at, placeAt(walk, at)) ?? meantByEpithet(walk, noun, at)) : null;
  if (meant === null || isUnnamed(walk, noun?.role.head ?? '', { meant, sentence: placeAt(walk, at).sentence })) return null;
  walk.salience.note(
    meant,
    walk.isSource[at] === 1
      ? 'source'
      : isSubject(walk, [noun?.tokens[0] ?? at, at + 1])
        ? subjectOf(walk, { member: meant, token: at })
        : 'object',
    placeAt(walk, at),
  );
  return meant;
}

function placeAt(walk: Walk, at: number): Place {
  return { sentence: walk.reading.tokens[at]?.sentence ?? 0, paragraph: walk.paragraphs[at] ?? 0 };
}

function paragraphsOf(article: Article, reading: Reading): Uint32Array {
  const paragraphs = new Uint32Array(reading.tokens.length);
  let paragraph = 0;
  reading.tokens.forEach((token, i) => {
    while (paragraph < article.paragraphs.length - 1 && (article.paragraphs[paragraph + 1]?.[0] ?? 0) <= token.start) paragraph++;
    paragraphs[i] = paragraph;
  });
  return paragraphs;
}

function marked(reading: Reading, spans: readonly Span[]): Uint8Array {
  const flags = new Uint8Array(reading.tokens.length);
  for (const [first, end] of spans) flags.fill(1, first, end);
  return flags;
}
