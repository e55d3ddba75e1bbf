/** Whose a person is by the words around the name: the country before an office, the body or person that somebody speaks or works for. */
import type { Reading } from '../../core/model/reading.ts';
import type { Naming } from './cast.ts';
import type { Roster } from './roster.ts';
import { nameKey } from './spelling.ts';
import type { NameVocabulary } from './vocabulary.ts';

/** Tokens before a name's titles that belong to the same phrase: "Norland's", "Democratic". */
const FARTHEST = 4;
const BEFORE = /^(?:PROPN|ADJ|NOUN|PART)$/;
/** Words of "the Office of Foreign Assets Control of the Treasury Department" that are looked through. */
const LONGEST_EMPLOYER = 12;
/** In words. */
const LONGEST_BODY = 5;

/** Whether a role is held under a person, whose side it shares: "Crane spokesman", "adviser to Crane". */
export function isUnderSomebody(head: string, { kinds }: NameVocabulary): boolean {
  return kinds['speaks for'].has(head.toLowerCase()) || kinds.serves.has(head.toLowerCase());
}

/**
 * The words before a name with an office that tell whose office it is: "Ohio" in "Ohio Governor Ada Roe", "Norland" in "Norland's Foreign Minister
 * Ada Roe" and in "Norland Prime Minister Ada Roe and Foreign Minister Ida Low". None where there is no office.
 */
export function homeOfOffice(
  naming: Naming,
  reading: Reading,
  around: { readonly roster: Roster; readonly before: Naming | null },
): readonly string[] {
  const { whole, tokens, titles } = naming.mention;
  const kinds = around.roster.vocabulary.titles;
  if (!titles.some((title) => title === 'judge' || /^(?:official|rank)$/.test(kinds.get(title)?.kind ?? ''))) return [];
  let first = whole[0];
  while (
    whole[0] - first < FARTHEST &&
    BEFORE.test(reading.tokens[first - 1]?.pos ?? '') &&
    reading.tokens[first - 1]?.sentence === reading.tokens[whole[0]]?.sentence
  )
    first--;
  // "in Norland President Roe said"
  if (/^(?:in|at|from|to|near)$/i.test(reading.tokens[first - 1]?.text ?? '')) first = whole[0];
  const own = reading.tokens.slice(first, tokens[0]).map(({ text }) => text);
  const isJoined = reading.tokens[whole[0] - 1]?.text === 'and' && around.before?.mention.tokens[1] === whole[0] - 1;
  const partner = isJoined ? around.before : null;
  return partner ? [...own, ...reading.tokens.slice(partner.mention.whole[0], partner.mention.tokens[0]).map(({ text }) => text)] : own;
}

/** What stands behind a role of a person in office and tells the employer: "for the FBI", "to Norland's minister", "at the Treasury Department". */
export function employerOf(words: readonly string[], head: number, roster: Roster): readonly string[] {
  const role = (words[head] ?? '').toLowerCase();
  const { kinds, roles } = roster.vocabulary;
  if (roles.get(role)?.kind !== 'official') return [];
  const behind = words.slice(head + 1, head + 1 + LONGEST_EMPLOYER);
  const isDirect = (behind[0] === 'for' && kinds['speaks for'].has(role)) || (behind[0] === 'to' && kinds.serves.has(role));
  if (isDirect) return upToPlace(behind.slice(1));
  const link = behind.findIndex((word) => /^(?:at|with|in|from)$/.test(word));
  return link < 0 ? [] : bodyIn(behind.slice(link + 1), roster);
}

/** "the FBI | in New York": where somebody works is not whose they are. */
function upToPlace(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word) => /^(?:in|on|at|from)$/.test(word));
  return words.slice(0, end < 0 ? words.length : end);
}

/** A listed body, or the country that owns one: "Norland's Ministry of Defence", "the Norlander Foreign Office". */
function bodyIn(words: readonly string[], { byName, vocabulary }: Roster): readonly string[] {
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(LONGEST_BODY, words.length - at); length > 0; length--) {
      const name = words.slice(at, at + length);
      // "at a bank in the capital": a place by which its government goes is a place here.
      if (length === 1 && vocabulary.demonyms.has((name[0] ?? '').toLowerCase())) continue;
      if (byName.get(nameKey(name.join(' ')))?.speaker.role === 'institution') return name;
    }
    const demonym = vocabulary.demonyms.get((words[at] ?? '').toLowerCase());
    const isOwner = demonym?.kind === 'people' || /^['’]s$/.test(words[at + 1] ?? '');
    const rest = words.slice(at + 1, at + 1 + LONGEST_BODY);
    if (demonym && isOwner && rest.some((word) => vocabulary.institutions.has(word.toLowerCase()))) return words.slice(at, at + 1);
  }
  return [];
}
