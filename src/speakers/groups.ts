/** Grouping the names of an article: "Sergei Ryabkov", "Mr. Ryabkov" and "Ryabkov" are one person, two Clintons are two. */
import type { Gender } from './gender.ts';
import type { Listed } from './listed.ts';
import type { NameMention } from './names.ts';
import type { Roster } from './roster.ts';
import { nameKey, spellingKey } from './spelling.ts';
import { givenNameGender, isGivenName } from './vocabulary.ts';

/** The mentions of one name, while the cast is being built. */
export interface Group {
  /** The fullest form, without suffix. */
  words: readonly string[];
  readonly listed: Listed | null;
  readonly titles: Set<string>;
  /** Whether the only word known is a given name. */
  readonly isGiven: boolean;
  count: number;
  isSure: boolean;
}

/** Collects mentions; each join answers the index of the group, or null where the name is nobody's. */
export interface Groups {
  joinFull(mention: NameMention, isSource: boolean): number;
  /** To be called after all full names have joined. */
  joinSingle(mention: NameMention, isSource: boolean): number | null;
  all(): readonly Group[];
}

const INITIAL = /^(?:\p{Lu}\.?)+$/u;

/** Starts without any group. */
export function openGroups(roster: Roster): Groups {
  const groups: Group[] = [];
  const bySurname = new Map<string, number[]>();
  const byGiven = new Map<string, number[]>();

  function add(mention: NameMention, made: { readonly listed: Listed | null; readonly isSure: boolean }): number {
    const isGiven = mention.words.length === 1 && isGivenName(mention.words[0] ?? '', roster.vocabulary);
    groups.push({ words: mention.words, titles: new Set(mention.titles), count: 1, isGiven, ...made });
    const index = groups.length - 1;
    push(bySurname, spellingKey(mention.words.at(-1) ?? ''), index);
    if (mention.words.length > 1) push(byGiven, spellingKey(mention.words[0] ?? ''), index);
    return index;
  }

  function note(index: number, mention: NameMention): number {
    const group = groups[index];
    if (!group) return index;
    group.count += 1;
    group.isSure ||= mention.words.length === 1;
    for (const title of mention.titles) group.titles.add(title);
    if (mention.words.length > group.words.length) group.words = mention.words;
    return index;
  }

  function joinFull(mention: NameMention, isSource: boolean): number {
    const same = bySurname
      .get(spellingKey(mention.words.at(-1) ?? ''))
      ?.find((index) => isSamePerson(groups[index]?.words ?? [], mention.words));
    if (same !== undefined) return note(same, mention);
    const listed = listedAs(mention.words, roster);
    const isSure = isSource || listed !== null || mention.titles.some((title) => roster.vocabulary.titles.has(title));
    return add(mention, { listed, isSure: isSure || isGivenName(mention.words[0] ?? '', roster.vocabulary) });
  }

  function joinSingle(mention: NameMention, isSource: boolean): number | null {
    const key = spellingKey(mention.words[0] ?? '');
    const namesakes = narrow(bySurname.get(key) ?? [], { mention, groups, roster });
    if (namesakes.length > 0) return note(mostNamed(namesakes, groups), mention);
    const listed = roster.byName.get(key) ?? null;
    if (listed && listed.speaker.role !== 'institution') return add(mention, { listed, isSure: true });
    const given = byGiven.get(key) ?? [];
    if (given.length > 0) return note(mostNamed(given, groups), mention);
    const hasTitle = mention.titles.some((title) => roster.vocabulary.titles.has(title));
    return hasTitle || isSource ? add(mention, { listed: null, isSure: true }) : null;
  }

  return { joinFull, joinSingle, all: () => groups };
}

/** The roster's row for a full name, with or without the words between first and last. */
function listedAs(words: readonly string[], roster: Roster): Listed | null {
  const key = nameKey(words.join(' '));
  const short = nameKey(`${words[0] ?? ''} ${words.at(-1) ?? ''}`);
  return roster.byName.get(key) ?? roster.byName.get(short) ?? null;
}

/** Same surname is given; the first names must agree: equal in spelling key, one an initial or the beginning of the other. */
function isSamePerson(a: readonly string[], b: readonly string[]): boolean {
  const [first, other] = [a[0] ?? '', b[0] ?? ''];
  const [key, otherKey] = [spellingKey(first), spellingKey(other)];
  if (key === otherKey) return true;
  if (INITIAL.test(first) || INITIAL.test(other)) return key[0] === otherKey[0];
  return key.length > 2 && otherKey.length > 2 && (key.startsWith(otherKey) || otherKey.startsWith(key));
}

/** Those whose gender goes with the title: "Mrs. Clinton" is not Bill. */
function narrow(
  namesakes: readonly number[],
  context: { readonly mention: NameMention; readonly groups: readonly Group[]; readonly roster: Roster },
): readonly number[] {
  const asked = genderOfTitles(context.mention.titles, context.roster);
  if (asked === null || namesakes.length < 2) return namesakes;
  const fitting = namesakes.filter((index) => {
    const group = context.groups[index];
    if (!group) return false;
    const gender =
      group.listed?.gender ??
      genderOfTitles(group.titles, context.roster) ??
      givenNameGender(group.words[0] ?? '', context.roster.vocabulary);
    return gender === null || gender === asked;
  });
  return fitting.length > 0 ? fitting : namesakes;
}

function genderOfTitles(titles: Iterable<string>, roster: Roster): Gender | null {
  for (const title of titles) {
    const gender = roster.vocabulary.titles.get(title)?.gender;
    if (gender) return gender;
  }
  return null;
}

function mostNamed(indexes: readonly number[], groups: readonly Group[]): number {
  return indexes.reduce((best, index) => ((groups[index]?.count ?? 0) > (groups[best]?.count ?? 0) ? index : best));
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
