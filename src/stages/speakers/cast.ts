/** The article's cast: its persons, each with all the places where a name stands for them. */
import type { Reading } from '../../core/model/reading.ts';
import type { Gender } from './gender.ts';
import { type Group, openGroups } from './groups.ts';
import { type NameMention, readName, titleKey } from './names.ts';
import { singularsOf } from './number.ts';
import type { Roster } from './roster.ts';
import type { RosterEntry } from './roster-entry.ts';
import { findRuns } from './runs.ts';

import { nameKey } from './spelling.ts';
import { genderOfTitles } from './surnames.ts';
import { givenNameGender, isGivenName, type NameVocabulary } from './vocabulary.ts';

/** A person of the article. */
export interface Member {
  /** Index in the cast. */
  readonly index: number;
  /** The roster's name, else the fullest that the article gives. */
  readonly name: string;
  readonly gender: Gender | null;
  readonly listed: RosterEntry | null;
  /** Title words before any of the mentions, in lower case. */
  readonly titles: ReadonlySet<string>;
  /** Whether it is surely a person and not some other capitalised thing. */
  readonly isSure: boolean;
}

/** A place where a name stands for a member. */
export interface Naming {
  readonly mention: NameMention;
  readonly member: Member;
}

/** The persons of an article and where they are named, in text order; `others` are names of no person. */
export interface Cast {
  readonly members: readonly Member[];
  readonly namings: readonly Naming[];
  readonly others: readonly NameMention[];
  /** Whether a word is no name though it may be capitalised: it stands in small letters elsewhere, or is a role's plural. */
  readonly isCommon: (word: string) => boolean;
}

/** Where the quotations' sources are: a name there is a person's. */
export interface SourceTokens {
  /** Whether the token begins a source of a few words. */
  readonly isBare: (token: number) => boolean;
  readonly isInside: (token: number) => boolean;
}

/** Kinds of titles that stand before names. */
const BEFORE_NAMES: ReadonlySet<string> = new Set(['official', 'honorific', 'rank']);

/** Builds the cast in one pass over the names. */
export function buildCast(reading: Reading, known: { readonly roster: Roster; readonly date: string | null }, source: SourceTokens): Cast {
  const roster = known.roster;
  const vocabulary = roster.vocabulary;
  const isCommon = commonWords(reading, vocabulary);
  const isNameWord = (word: string) => isGivenName(word, vocabulary) || roster.surnames.has(word.toLowerCase());
  const mentions = findRuns(reading, {
    particles: vocabulary.particles,
    notNames: vocabulary.notNames,
    isNameWord,
    isTitle: (word) => BEFORE_NAMES.has(vocabulary.titles.get(titleKey(word))?.kind ?? ''),
    isCommon,
  }).map((run) => readName(run, vocabulary));
  const groups = openGroups(roster, known.date);
  groups.expect(mentions.filter((mention) => mention.kind === 'full'));
  const fulls = mentions.map((mention) => (mention.kind === 'full' ? groups.joinFull(mention, source.isInside(mention.tokens[0])) : null));
  const joined = mentions.map((mention, i) =>
    mention.kind === 'single' ? groups.joinSingle(mention, source.isBare(mention.tokens[0])) : (fulls[i] ?? null),
  );
  const members = groups.all().map((group, index) => makeMember(group, index, roster));
  const namings: Naming[] = [];
  const others: NameMention[] = [];
  mentions.forEach((mention, i) => {
    const member = members[joined[i] ?? -1];
    if (member) namings.push({ mention, member });
    else others.push(mention);
  });
  return { members, namings, others, isCommon };
}

/** Words that stand in the article in small letters too, and the plurals of roles: "Experts" is nobody's name. */
function commonWords(reading: Reading, vocabulary: NameVocabulary): (word: string) => boolean {
  let small: Set<string> | null = null;
  return (word) => {
    small ??= new Set(reading.tokens.map((token) => token.text));
    const key = word.toLowerCase();
    return small.has(key) || vocabulary.titles.get(key)?.kind === 'role' || vocabulary.roles.has(key) || isPluralNoun(key, vocabulary);
  };
}

/** "Experts", "Sources", "Days", "Assurances". */
function isPluralNoun(word: string, { roles, sourceNouns, notSources }: NameVocabulary): boolean {
  if (/(?:tions|ities|ances|ences)$/.test(word)) return true;
  return singularsOf(word).some(
    (form) => form !== word && (roles.has(form) || (sourceNouns.get(form) ?? 'text') !== 'text' || notSources.has(form)),
  );
}

/** "Jr." is part of the name where the roster has another person of the same name. */
function nameOf({ words, isJunior }: Group, roster: Roster): string {
  const name = words.join(' ');
  return isJunior && (words.length === 1 || roster.byName.has(nameKey(name))) ? `${name} Jr.` : name;
}

function makeMember(group: Group, index: number, roster: Roster): Member {
  const first = group.words[0] ?? '';
  const listed = group.listed;
  const isNamedInFull = group.words.length > 1;
  return {
    index,
    name: listed?.speaker.name ?? nameOf(group, roster),
    gender:
      listed?.gender ??
      genderOfTitles(group.titles, roster) ??
      (isNamedInFull || group.isGiven ? givenNameGender(first, roster.vocabulary) : null),
    listed,
    titles: group.titles,
    isSure: group.isSure,
  };
}
