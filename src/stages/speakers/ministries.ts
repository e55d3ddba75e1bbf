/** Ministries that an article names without their country: every country has a foreign ministry, and the roster knows one by its bare name. */
import type { Article } from '../../core/model/articles.ts';
import type { Roster } from './roster.ts';
import type { RosterEntry } from './roster-entry.ts';
import { idFromName, nameKey } from './spelling.ts';
import type { Demonym } from './vocabulary.ts';

/** "Norland’s Foreign Ministry", "the defence ministry": the word before it may be its country. */
const MINISTRY = /(?:(?<!\p{L})(\p{L}[\p{L}.]{0,20})(?:['’]s)?\s{1,3})?(?<!\p{L})(\p{L}{1,20}\s{1,3}ministry)\b.?$/isu;
const SOME_MINISTRY = /ministry/giu;
/** Characters before the word that hold all of it. */
const BEFORE_MINISTRY = 70;
/** "ASHTON, Norland (Wire) —" at the beginning of a paragraph. */
const DATELINE = /^\W*(\p{Lu}[\p{Lu}.' ]{2,30})(?:,[^\n—–]{0,40}|\s*\([^()\n]{1,40}\))*\s*[—–-]/u;
/** Paragraphs in which a dateline may stand. */
const MOST_PARAGRAPHS = 5;

/**
 * The roster as this article has it. Where the text gives one other country alone as the owner of such a ministry, or where it is a report from a third country that
 * names no owner, "the Foreign Ministry" is that country's; where it gives several others, or names nothing of the roster's country, it is nobody's. In a report from the country whose ministry the roster has,
 * and where that one is named, it is the roster's.
 */
export function rosterIn(article: Article, roster: Roster): Roster {
  const owners = ownersIn(article.text, roster);
  if (owners.size === 0) return roster;
  const home = homeOf(article, roster);
  const others = new Map<string, RosterEntry | null>();
  for (const [key, countries] of owners) {
    const listed = roster.byName.get(key);
    const owner = listed && ownerOf(listed, home, [...countries.values()], () => isNamed(listed.speaker.side, article, roster));
    if (owner) others.set(key, owner === 'nobody' ? null : ministryOf(owner, listed, roster));
  }
  if (others.size === 0) return roster;
  const byName = new Map([...roster.byName].filter(([key]) => others.get(key) !== null));
  for (const [key, entry] of others) if (entry) byName.set(key, entry);
  return { ...roster, byName };
}

/** Bare names of listed ministries that stand in the text, each with the countries that it is given to somewhere. */
function ownersIn(text: string, { byName, vocabulary: { demonyms } }: Roster): ReadonlyMap<string, Map<string, Demonym>> {
  const owners = new Map<string, Map<string, Demonym>>();
  // The word is looked for first: the whole expression would look at every word of the text.
  for (const { index, 0: ministry } of text.matchAll(SOME_MINISTRY)) {
    const stretch = text.slice(Math.max(0, index - BEFORE_MINISTRY), index + ministry.length + 1);
    const [, word = '', bare = ''] = MINISTRY.exec(stretch) ?? [];
    const key = nameKey(bare);
    if (byName.get(key)?.speaker.role !== 'institution') continue;
    const countries = owners.get(key) ?? new Map<string, Demonym>();
    const owner = demonyms.get(word.toLowerCase());
    if (owner) countries.set(owner.country, owner);
    owners.set(key, countries);
  }
  return owners;
}

/** The country that the dateline's place lies in, as far as it is listed. */
function homeOf({ text, paragraphs }: Article, { vocabulary: { demonyms } }: Roster): Demonym | undefined {
  for (const [start, end] of paragraphs.slice(0, MOST_PARAGRAPHS)) {
    const place = DATELINE.exec(text.slice(start, Math.min(end, start + 120)))?.[1];
    const home = place === undefined ? undefined : demonyms.get(place.trim().toLowerCase());
    if (home) return home;
  }
  return undefined;
}

/** Null where the ministry is the listed one, 'nobody' where it may be that of several other countries. */
function ownerOf(
  { speaker }: RosterEntry,
  home: Demonym | undefined,
  countries: readonly Demonym[],
  isItsCountryNamed: () => boolean,
): Demonym | 'nobody' | null {
  if ([home, ...countries].some((country) => country?.side === speaker.side)) return null;
  const [only = null] = countries;
  if (countries.length > 0) return countries.length === 1 ? only : 'nobody';
  if (home?.side === 'other') return home;
  return isItsCountryNamed() ? null : 'nobody';
}

/** Does the article name a country or people of this side, or one of its listed persons? */
function isNamed(side: string | null, { title, text }: Article, { byName, vocabulary: { demonyms } }: Roster): boolean {
  const words = new Set(`${title ?? ''} ${text}`.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []);
  for (const [word, demonym] of demonyms) if (demonym.side === side && words.has(word)) return true;
  for (const { speaker } of byName.values()) {
    const surname = speaker.side === side && speaker.role !== 'institution' ? speaker.name.split(' ').at(-1) : undefined;
    if (surname !== undefined && words.has(surname.toLowerCase())) return true;
  }
  return false;
}

/** "Norland Foreign Ministry" for Norland and "Ostland Foreign Ministry": the listed one of that country, or one of its own. */
function ministryOf(owner: Demonym, { speaker }: RosterEntry, { byName, vocabulary: { demonyms } }: Roster): RosterEntry {
  const [people = owner.country] = [...demonyms].find(([, { country, kind }]) => country === owner.country && kind === 'people') ?? [];
  const adjective = people.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  const bare = speaker.name.split(' ').filter((word) => !demonyms.has(word.toLowerCase()));
  const name = [adjective, ...bare].join(' ');
  const listed = byName.get(nameKey(name));
  if (listed) return listed;
  const made = { id: idFromName(name), name, side: owner.side, role: 'institution', isOnRoster: false };
  return { speaker: made, gender: null, wikidata: null, country: null, names: [name] };
}
