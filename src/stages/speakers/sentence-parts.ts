/** Which part of its sentence a name or a role plays: its theme, another subject, a source, an owner, an object. */
import type { Span } from '../../core/model/articles.ts';
import type { Reading } from '../../core/model/reading.ts';
import { isSubjectAhead } from './binding.ts';
import type { Naming } from './cast.ts';
import type { Theme } from './role-bearers.ts';
import type { Part } from './salience.ts';

/** What is known of the sentences that were walked through. */
export interface Walked {
  readonly reading: Reading;
  readonly isSource: Uint8Array;
  readonly isQuoted: Uint8Array;
  readonly themes: Map<number, Theme>;
  /** By the first token of the name. */
  readonly namingAt: ReadonlyMap<number, Naming>;
}

const VERB_PARTS = new Set(['VERB', 'AUX', 'ADV']);

/** The part that a name plays; the first subject of a sentence becomes its theme. */
export function partOf(walk: Walked, naming: Naming): Part {
  const at = naming.mention.tokens[0];
  const theme = { member: naming.member.index, token: at };
  if (walk.isQuoted[at] === 1) return 'quoted';
  if (naming.mention.isPossessive || isBeforeRole(walk, naming)) return 'possessive';
  if (walk.isSource[at] === 1) {
    return subjectOf(walk, theme) === 'embedded' && isInRelative(walk, naming) ? 'embedded' : 'source';
  }
  return isSubject(walk, [naming.mention.whole[0], naming.mention.tokens[1]]) ? subjectOf(walk, theme) : 'object';
}

/** Tokens between a name and another whose role it tells of: "Crane campaign manager Lund". */
const LONGEST_ROLE = 5;

/** "Crane spokesman Lund": whom a person works for, named before that person's role. */
function isBeforeRole({ reading: { tokens }, namingAt }: Walked, { mention }: Naming): boolean {
  let at = mention.tokens[1];
  while (at < mention.tokens[1] + LONGEST_ROLE && tokens[at]?.pos === 'NOUN') at++;
  return at > mention.tokens[1] && namingAt.has(at) && tokens[at]?.sentence === tokens[mention.tokens[0]]?.sentence;
}

/** "a reply to Crane, who has said that": what a relative clause reports stays in the background. */
function isInRelative({ reading: { tokens } }: Walked, { mention }: Naming): boolean {
  const next = mention.tokens[1];
  return tokens[next]?.text === 'who' || (tokens[next]?.text === ',' && tokens[next + 1]?.text === 'who');
}

/** A noun phrase is a subject where its sentence leads up to one, or before a verb. */
export function isSubject(walk: Walked, tokens: Span): boolean {
  const sentence = walk.reading.tokens[tokens[0]]?.sentence ?? 0;
  const part = walk.reading.tokens[tokens[1]]?.pos ?? '';
  const before: Span = [walk.reading.sentences[sentence]?.[0] ?? 0, startOfPhrase(walk.reading, tokens[0])];
  return VERB_PARTS.has(part) || isSubjectAhead(walk.reading, before) || isIntroduced(walk.reading, tokens[0]);
}

/** Parts of speech that stand in a noun phrase before its head. */
export const DESCRIBING = /^(?:NOUN|ADJ|PROPN|PART|NUM|DET)$/;
/** Tokens of a noun phrase that are looked at before its head. */
export const LONGEST_PHRASE = 7;

/** "The longtime Crane consultant | Lund": where the phrase that leads up to a name begins. */
function startOfPhrase({ tokens }: Reading, name: number): number {
  let at = name;
  while (
    name - at < LONGEST_PHRASE &&
    DESCRIBING.test(tokens[at - 1]?.pos ?? '') &&
    tokens[at - 1]?.sentence === tokens[name]?.sentence &&
    tokens[at]?.pos !== 'DET'
  )
    at--;
  return tokens[at]?.pos === 'PART' ? name : at;
}

/** "Then there's Crane.": what "there is" introduces is its sentence's theme. */
function isIntroduced({ tokens }: Reading, at: number): boolean {
  return tokens[at - 1]?.lemma === 'be' && tokens[at - 2]?.lower === 'there';
}

/** The first subject of a sentence is its theme; what comes after it stands in a clause of its own. */
export function subjectOf(walk: Walked, theme: Theme): Part {
  const sentence = walk.reading.tokens[theme.token]?.sentence ?? 0;
  if (walk.themes.has(sentence)) return 'embedded';
  walk.themes.set(sentence, theme);
  return 'subject';
}
