/** A bare surname: which person of the article, or of the roster, it means. */
import type { Gender } from './gender.ts';
import type { NameMention } from './names.ts';
import { isWithin } from './offices.ts';
import type { Roster } from './roster.ts';
import type { RosterEntry } from './roster-entry.ts';
import { spellingKey } from './spelling.ts';
import { givenNameGender } from './vocabulary.ts';

/** What a bare surname is judged by. */
export interface SurnameContext {
  readonly roster: Roster;
  readonly date: string | null;
}

/** What is known of a person that a bare surname may mean. */
export interface Namesake {
  readonly listed: RosterEntry | null;
  /** The fullest form of the name. */
  readonly words: readonly string[];
  readonly titles: Iterable<string>;
}

/** Those of the groups whose gender goes with the title: "Mrs. Clinton" is not Bill. */
export function fittingTitle<Named extends Namesake>(groups: readonly Named[], mention: NameMention, roster: Roster): readonly Named[] {
  const asked = genderOfTitles(mention.titles, roster);
  if (asked === null) return groups;
  return groups.filter((group) => {
    const gender = genderOfGroup(group, roster);
    return gender === null || gender === asked;
  });
}

/** The person of the roster whom a bare surname means: by a title that the person bears on that day, else by an alias of one word. */
export function listedBySurname(mention: NameMention, context: SurnameContext): RosterEntry | null {
  const key = spellingKey(mention.words[0] ?? '');
  const asked = genderOfTitles(mention.titles, context.roster);
  const bearers = (context.roster.bySurname.get(key) ?? []).filter((listed) => bearsTitle(listed, mention, context));
  const alone = context.roster.byName.get(key);
  const found = bearers.length === 1 ? bearers[0] : alone;
  if (!found || found.speaker.role === 'institution') return null;
  return asked !== null && found.gender !== null && found.gender !== asked ? null : found;
}

/** Whether a person of the roster, rather than a namesake in the article, is meant: only with a title that they bear that day. */
export function isCalledByTitle(listed: RosterEntry, mention: NameMention, context: SurnameContext): boolean {
  return bearsTitle(listed, mention, context);
}

/** The gender that titles tell, as "Mr." or "Congresswoman". */
export function genderOfTitles(titles: Iterable<string>, roster: Roster): Gender | null {
  for (const title of titles) {
    const gender = roster.vocabulary.titles.get(title)?.gender;
    if (gender) return gender;
  }
  return null;
}

function genderOfGroup(group: Namesake, roster: Roster): Gender | null {
  return group.listed?.gender ?? genderOfTitles(group.titles, roster) ?? givenNameGender(group.words[0] ?? '', roster.vocabulary);
}

function bearsTitle(listed: RosterEntry, mention: NameMention, context: SurnameContext): boolean {
  const roles = new Set(mention.titles.map((title) => context.roster.vocabulary.titles.get(title)?.role));
  const isFormer = mention.titles.includes('former');
  return !isFormer && activeRoles(listed, context).some((role) => roles.has(role.head));
}

/** Whether a person of the roster holds an office on the day of the article. */
export function holdsOffice(listed: RosterEntry, context: SurnameContext): boolean {
  return activeRoles(listed, context).length > 0;
}

function activeRoles(listed: RosterEntry, context: SurnameContext) {
  const held = context.roster.offices.rolesOf.get(listed.speaker.id) ?? [];
  return held.filter(({ tenure }) => context.date !== null && isWithin(context.date, tenure)).map(({ role }) => role);
}
