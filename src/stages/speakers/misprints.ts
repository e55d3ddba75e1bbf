/** Names with one letter wrong: "Antnio Guterres" is he where the roster, his office or the article itself says so. */
import { append } from './lists.ts';
import type { NameMention } from './names.ts';
import type { RosterEntry } from './roster-entry.ts';
import { isCompatible } from './salience.ts';
import { foldWord, spellingKey } from './spelling.ts';
import { holdsOffice, type SurnameContext } from './surnames.ts';
import { givenNameGender, isGivenName } from './vocabulary.ts';

/** Shorter words are other names with one letter changed: "Ivan" and "Iman". */
const SHORTEST = 5;

/** Persons of the roster whom an article names in full and right, by the key of each word of their names. */
export type NamedRight = ReadonlyMap<string, readonly RosterEntry[]>;

/** Lists those whom an article names. */
export function namedRight(listed: Iterable<RosterEntry>): NamedRight {
  const byWord = new Map<string, RosterEntry[]>();
  for (const entry of new Set(listed)) for (const word of entry.speaker.name.split(' ')) append(byWord, spellingKey(word), entry);
  return byWord;
}

/**
 * The person of the roster whose first and last name these are but for one letter in one of them. Either the article names the person right elsewhere and the
 * misprint is no name of its own, or the surname is right, the person holds an office that day, and the misprint is no name of the other gender.
 */
export function listedDespiteMisprint(mention: NameMention, right: NamedRight, context: SurnameContext): RosterEntry | null {
  const [given, surname] = [mention.words[0] ?? '', mention.words.at(-1) ?? ''];
  if (mention.words.length < 2 || mention.isJunior) return null;
  const { roster } = context;
  const isNone = (word: string): boolean => !isGivenName(word, roster.vocabulary) && !roster.surnames.has(word.toLowerCase());
  const bySurname = (right.get(spellingKey(surname)) ?? []).filter((each) => isNone(given) && isMisprint(given, firstOf(each)));
  const byGiven = (right.get(spellingKey(given)) ?? []).filter((each) => isNone(surname) && isMisprint(surname, lastOf(each)));
  const inOffice = (roster.bySurname.get(spellingKey(surname)) ?? []).filter(
    (each) =>
      isMisprint(given, firstOf(each)) &&
      holdsOffice(each, context) &&
      isCompatible(givenNameGender(given, roster.vocabulary), each.gender),
  );
  const found = new Set([...bySurname, ...byGiven, ...inOffice]);
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

function firstOf({ speaker }: RosterEntry): string {
  return speaker.name.split(' ')[0] ?? '';
}

function lastOf({ speaker }: RosterEntry): string {
  return speaker.name.split(' ').at(-1) ?? '';
}

/** Whether, all spellings of a name taken for one, a letter is left out, put in, put for another, or two that follow each other are exchanged. */
function isMisprint(printed: string, name: string): boolean {
  const [a, b] = [spellingKey(printed), spellingKey(name)];
  if (a === b || Math.min(foldWord(printed).length, foldWord(name).length) < SHORTEST || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [left, rest] = [a.slice(start), b.slice(start)];
  if (left.length !== rest.length) return left.length > rest.length ? left.slice(1) === rest : left === rest.slice(1);
  const isExchanged = left[0] === rest[1] && left[1] === rest[0] && left.slice(2) === rest.slice(2);
  return left.slice(1) === rest.slice(1) || isExchanged;
}
