/** Grouping the names of an article: "Sergei Ryabkov", "Mr. Ryabkov" and "Ryabkov" are one person, two Clintons are two. */

import { append } from './lists.ts';
import { listedDespiteMisprint, type NamedRight, namedRight } from './misprints.ts';
import type { NameMention } from './names.ts';
import type { Roster } from './roster.ts';
import type { RosterEntry } from './roster-entry.ts';
import { foldWord, nameKey, spellingKey } from './spelling.ts';
import { fittingTitle, isCalledByTitle, listedBySurname } from './surnames.ts';
import { isGivenName } from './vocabulary.ts';

/** The mentions of one name, while the cast is being built. */
export interface Group {
  readonly index: number;
  /** The fullest form, without suffix. */
  words: readonly string[];
  readonly listed: RosterEntry | null;
  readonly titles: Set<string>;
  /** Spelling key of the first word. */
  readonly givenKey: string;
  /** Named with "Jr.". */
  readonly isJunior: boolean;
  /** Whether the only word known is a given name. */
  readonly isGiven: boolean;
  count: number;
  isSure: boolean;
}

/** Collects mentions; each join answers the index of the group, or null where the name is nobody's. */
export interface Groups {
  /** To be called before any name joins, with all full names. */
  expect(mentions: readonly NameMention[]): void;
  joinFull(mention: NameMention, isSource: boolean): number;
  /** To be called after all full names have joined. */
  joinSingle(mention: NameMention, isSource: boolean): number | null;
  all(): readonly Group[];
}

const MOST_NAMESAKES = 50;
const INITIAL = /^(?:\p{Lu}\.?)+$/u;

/** Starts without any group. */
export function openGroups(roster: Roster, date: string | null): Groups {
  const groups: Group[] = [];
  const bySurname = new Map<string, Group[]>();
  const byGiven = new Map<string, Group[]>();
  let right: NamedRight = new Map();

  function expect(mentions: readonly NameMention[]): void {
    right = namedRight(mentions.flatMap(({ words, isJunior }) => (isJunior ? [] : (listedAs(words, roster) ?? []))));
  }

  function add(mention: NameMention, made: { readonly listed: RosterEntry | null; readonly isSure: boolean }): number {
    const isGiven = mention.words.length === 1 && isGivenName(mention.words[0] ?? '', roster.vocabulary);
    const group = {
      index: groups.length,
      words: mention.words,
      titles: new Set(mention.titles),
      count: 1,
      isGiven,
      isJunior: mention.isJunior,
      givenKey: spellingKey(mention.words[0] ?? ''),
      ...made,
    };
    groups.push(group);
    appendFew(bySurname, spellingKey(mention.words.at(-1) ?? ''), group);
    if (mention.words.length > 1) appendFew(byGiven, spellingKey(mention.words[0] ?? ''), group);
    return group.index;
  }

  function joinFull(mention: NameMention, isSource: boolean): number {
    const namesakes = ofGeneration(bySurname.get(spellingKey(mention.words.at(-1) ?? '')) ?? [], mention);
    const givenKey = spellingKey(mention.words[0] ?? '');
    const same = hasParticleFirst(mention, roster)
      ? namesakes.find((group) => endsIn(group.words, mention.words))
      : namesakes.find((group) => isSamePerson(group, { words: mention.words, givenKey }));
    if (same) return note(same, mention);
    const known = mention.isJunior ? listedJunior(mention.words, roster) : listedAs(mention.words, roster);
    const listed = known ?? listedDespiteMisprint(mention, right, { roster, date });
    const isSure = isSource || listed !== null || hasTitle(mention, roster) || isGivenName(mention.words[0] ?? '', roster.vocabulary);
    return add(mention, { listed, isSure });
  }

  function joinSingle(mention: NameMention, isSource: boolean): number | null {
    const key = spellingKey(mention.words[0] ?? '');
    const namesakes = fittingTitle(ofGeneration(bySurname.get(key) ?? [], mention), mention, roster);
    const listed = mention.isJunior ? null : listedBySurname(mention, { roster, date });
    const same = listed ? namesakes.find((group) => group.listed === listed) : undefined;
    if (same) return note(same, mention);
    if (listed && !isPlace(mention) && (namesakes.length === 0 || isCalledByTitle(listed, mention, { roster, date })))
      return add(mention, { listed, isSure: true });
    const known = mostNamed(namesakes) ?? mostNamed(byGiven.get(key) ?? []);
    if (known) return note(known, mention);
    // "Rosneft said": a listed body of one word is no person.
    if (mention.isOffice || roster.byName.get(nameKey(mention.words.join(' ')))?.speaker.role === 'institution') return null;
    return hasTitle(mention, roster) || (isSource && !mention.isDoubtful) ? add(mention, { listed: null, isSure: true }) : null;
  }

  return { expect, joinFull, joinSingle, all: () => groups };
}

/** "Crane Jr." is none of those that are named without it; plain "Crane" may be he where no other Crane is. */
function ofGeneration(groups: readonly Group[], { isJunior }: NameMention): readonly Group[] {
  if (isJunior) return groups.filter((group) => group.isJunior);
  const others = groups.filter((group) => !group.isJunior);
  return others.length > 0 ? others : groups;
}

/** The son's own row; where the roster has the name without "Jr." alone, that is another person. */
function listedJunior(words: readonly string[], roster: Roster): RosterEntry | null {
  return roster.byName.get(nameKey([...words, 'Jr'].join(' '))) ?? null;
}

/** "Mr. van der Lund": a surname with its particle, without a given name. */
function hasParticleFirst({ words }: NameMention, roster: Roster): boolean {
  return words.length > 1 && roster.vocabulary.particles.has((words[0] ?? '').toLowerCase());
}

function endsIn(words: readonly string[], tail: readonly string[]): boolean {
  const end = words.slice(-tail.length);
  return end.length === tail.length && end.every((word, i) => foldWord(word) === foldWord(tail[i] ?? ''));
}

/** So many namesakes at most, so that no list of names makes the work quadratic. */
function appendFew(map: Map<string, Group[]>, key: string, group: Group): void {
  if ((map.get(key)?.length ?? 0) < MOST_NAMESAKES) append(map, key, group);
}

function note(group: Group, mention: NameMention): number {
  group.count += 1;
  group.isSure ||= mention.words.length === 1;
  for (const title of mention.titles) group.titles.add(title);
  if (mention.words.length > group.words.length) group.words = mention.words;
  return group.index;
}

/** "of Ashton, Md.": a surname on the roster that may be a town here. */
function isPlace(mention: NameMention): boolean {
  return mention.titles.length === 0 && /^(?:of|in|at|near|from|to)$/.test(mention.before);
}

function hasTitle(mention: NameMention, roster: Roster): boolean {
  return mention.titles.some((title) => roster.vocabulary.titles.has(title));
}

/** The roster's row for a full name, with or without the words between first and last. */
function listedAs(words: readonly string[], roster: Roster): RosterEntry | null {
  const key = nameKey(words.join(' '));
  const short = nameKey(`${words[0] ?? ''} ${words.at(-1) ?? ''}`);
  return roster.byName.get(key) ?? roster.byName.get(short) ?? null;
}

/** Same surname is given; the first names must agree: equal in spelling key, one an initial or the beginning of the other. */
function isSamePerson(a: Pick<Group, 'words' | 'givenKey'>, b: Pick<Group, 'words' | 'givenKey'>): boolean {
  const [key, otherKey] = [a.givenKey, b.givenKey];
  if (key === otherKey) return true;
  if (INITIAL.test(a.words[0] ?? '') || INITIAL.test(b.words[0] ?? '')) return key[0] === otherKey[0];
  return key.length > 2 && otherKey.length > 2 && (key.startsWith(otherKey) || otherKey.startsWith(key));
}

function mostNamed(groups: readonly Group[]): Group | undefined {
  return groups.reduce<Group | undefined>((best, group) => (best === undefined || group.count > best.count ? group : best), undefined);
}
