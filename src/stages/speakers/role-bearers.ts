/** Which person an office or a role means at its place in the text: "the president" where one or several can be meant. */
import type { Cast } from './cast.ts';
import { membersOfRole, type RoleContext, type RoleNoun } from './role-nouns.ts';
import type { Place, Salience } from './salience.ts';

/** The person a sentence is about. */
export interface Theme {
  readonly member: number;
  readonly token: number;
}

/** What is asked from the beginning of a text to its end, and remembers who was called what. */
export interface Bearers {
  /** The member of the cast that the role noun at this token means; null where it is nobody or cannot be told. */
  best(noun: RoleNoun, at: number, place: Place): number | null;
  /** Heads of role nouns that can mean two persons in office. */
  readonly contested: ReadonlySet<number>;
}

/** What the walk through the text knows so far. */
export interface Walked {
  readonly task: RoleContext & { readonly cast: Cast };
  readonly salience: Salience;
  /** By sentence. */
  readonly themes: ReadonlyMap<number, Theme>;
}

/** Begins a text. */
export function openBearers({ task, salience, themes }: Walked): Bearers {
  /** By head noun, who was last called so: "the president" is the one that "the U.S. president" was. */
  const lastCalled = new Map<string, number>();
  /** What was found for a role phrase before. */
  const known = new Map<string, readonly number[]>();
  const contested = new Set<number>();
  return { best, contested };

  function best(noun: RoleNoun, at: number, place: Place): number | null {
    const members = membersOf(noun);
    const meant = members.length < 2 ? (members[0] ?? null) : oneOf(noun, { members, at, place });
    if (meant !== null) lastCalled.set(noun.role.head, meant);
    return meant;
  }

  function membersOf({ role }: RoleNoun): readonly number[] {
    const key = `${role.head} ${[...role.words].join(' ')}`;
    const members = known.get(key) ?? membersOfRole(role, task);
    known.set(key, members);
    return members;
  }

  function oneOf(
    noun: RoleNoun,
    { members, at, place }: { readonly members: readonly number[]; readonly at: number; readonly place: Place },
  ): number | null {
    const { head } = noun.role;
    const present = salience.best(place, (member) => members.includes(member));
    // Whoever is out of mind is not meant while another of the role is in it.
    const isForgotten = (member: number): boolean => present !== null && salience.best(place, (each) => each === member) === null;
    const last = lastCalled.get(head);
    const before = last !== undefined && isForgotten(last) ? undefined : last;
    const bare = bareBearers(noun, members, task).filter((member) => !isForgotten(member));
    if (bare.length === 1 && before === undefined) return bare[0] ?? null;
    if (bare.length !== 1 && !lastCalled.has(head) && isContested(noun, members, task)) {
      const subject = subjectBefore(members, place);
      if (subject === null && members.some((member) => task.cast.members[member]?.titles.has(head))) contested.add(at);
      return subject;
    }
    return before !== undefined && members.includes(before) ? before : present;
  }

  /** Of those who can be meant the one whom the sentence before is about: its grammatical subject. */
  function subjectBefore(members: readonly number[], { sentence }: Place): number | null {
    const theme = themes.get(sentence - 1)?.member;
    return theme !== undefined && members.includes(theme) ? theme : null;
  }
}

/** "The president" in a text with presidents of two sides, none of whom was called so before: a reader cannot tell either. */
function isContested({ role }: RoleNoun, members: readonly number[], { cast, roster }: Walked['task']): boolean {
  if ([...role.words].some((word) => roster.vocabulary.demonyms.has(word))) return false;
  const sides = new Set(members.map((member) => cast.members[member]?.listed?.speaker.side ?? null));
  return sides.size > 1 && !sides.has(null);
}

/** "The president" where one is introduced as "President Lund" and the other as "Norland's president": the one without a country. */
function bareBearers({ role }: RoleNoun, members: readonly number[], { cast, roster }: Walked['task']): readonly number[] {
  const { demonyms } = roster.vocabulary;
  if ([...role.words].some((word) => demonyms.has(word))) return [];
  return members.filter((member) => {
    const titles = cast.members[member]?.titles;
    return titles?.has(role.head) === true && ![...titles].some((title) => demonyms.has(title));
  });
}
