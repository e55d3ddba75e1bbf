/** What a person of the article is, where no roster tells: the side they belong to and the kind of role they have. */
import type { Member } from './cast.ts';
import { isUnderSomebody } from './homes.ts';
import { kindOfRole, type RolePhrase } from './role-phrase.ts';
import type { Roster } from './roster.ts';
import { nameKey } from './spelling.ts';
import type { NameVocabulary } from './vocabulary.ts';

/** In words. */
const LONGEST_PLACE = 4;

/** Side and role of a speaker. */
export interface Standing {
  /** Null where nothing tells it. */
  readonly side: string | null;
  readonly role: string;
}

/** Near these words a country is what somebody studies, not where they belong. */
const TOPIC_WORDS = ['studies', 'affairs', 'relations', 'program', 'programme', 'policy', 'project'];
/** A head or director of one of these is an expert. */
const RESEARCH_WORDS = [
  'institute',
  'center',
  'centre',
  'university',
  'college',
  'foundation',
  'carnegie',
  'brookings',
  'studies',
  'school',
  'academy',
  'tank',
];
/** Heads that say nothing about what is headed. */
const LEADING_HEADS = new Set([
  'director',
  'head',
  'chief',
  'chairman',
  'chairwoman',
  'chair',
  'chairperson',
  'president',
  'founder',
  'fellow',
  'member',
]);

/** The head of one of these holds an office. */
const GOVERNING_WORDS =
  'senate house committee parliament duma council chamber congress government cabinet ministry department agency'.split(' ');

/** The standing that titles before the name and descriptions around it give. */
export function standingOf(member: Member, described: readonly RolePhrase[], roster: Roster): Standing {
  return { side: sideOf(member, described, roster), role: roleOf(member, described, roster.vocabulary) };
}

/** The side of the first word that is a country's, people's or city's; null where none is. */
function sideOfWords(words: Iterable<string>, vocabulary: NameVocabulary): string | null {
  for (const word of words) {
    const demonym = vocabulary.demonyms.get(word.toLowerCase());
    if (demonym) return demonym.side;
  }
  return null;
}

function sideOf(member: Member, described: readonly RolePhrase[], roster: Roster): string | null {
  const { vocabulary } = roster;
  const byTitle = sideOfWords(member.titles, vocabulary);
  if (byTitle !== null) return byTitle;
  for (const title of member.titles) {
    const side = vocabulary.titles.get(title)?.side;
    if (side) return side;
  }
  for (const role of described) {
    const side = sideOfRole(role, roster);
    if (side !== null) return side;
  }
  return null;
}

/**
 * The side of a role by the country, body, state or city in it. A place that somebody is based in, and a country before an expert, say where
 * they work and what they study, not whose they are.
 */
function sideOfRole(role: RolePhrase, roster: Roster): string | null {
  const kind = roster.vocabulary.roles.get(role.head)?.kind;
  // "Norland's minister for European affairs" is Norland's; "the European affairs adviser" need not be a European.
  const isTopic = (kind !== 'official' || LEADING_HEADS.has(role.head)) && TOPIC_WORDS.some((word) => role.words.has(word));
  const byHead = roster.vocabulary.demonyms.get(role.head);
  if (byHead?.kind === 'people') return byHead.side;
  const isStudied = isTopic || role.words.has('based') || kind === 'expert';
  // "the CIA director of public affairs"
  const isBodyStudied = isStudied && (kind === 'expert' || role.words.has('based') || !/^\p{Lu}/u.test(role.home[0] ?? ''));
  for (let at = 0; at < role.home.length; at++) {
    for (let length = Math.min(LONGEST_PLACE, role.home.length - at); length > 0; length--) {
      if (TOPIC_WORDS.includes(role.home[at + length]?.toLowerCase() ?? '')) continue;
      const side = sideOfPlace(role.home.slice(at, at + length).join(' '), {
        roster,
        isTopic,
        isStudied,
        isBodyStudied,
        isUnder: isUnderSomebody(role.head, roster.vocabulary),
      });
      if (side !== null) return side;
    }
  }
  return null;
}

interface Reach {
  readonly roster: Roster;
  /** A people's name is what somebody studies. */
  readonly isTopic: boolean;
  /** So is a place. */
  readonly isStudied: boolean;
  /** So is a body. */
  readonly isBodyStudied: boolean;
  /** A person named there is whom somebody works for. */
  readonly isUnder: boolean;
}

function sideOfPlace(name: string, { roster, isTopic, isStudied, isBodyStudied, isUnder }: Reach): string | null {
  const { demonyms, regions } = roster.vocabulary;
  const demonym = demonyms.get(name.toLowerCase());
  if (demonym) return (demonym.kind === 'people' ? isTopic : isStudied) ? null : demonym.side;
  if (isBodyStudied) return null;
  const body = roster.byName.get(nameKey(name))?.speaker;
  return body && (body.role === 'institution' || isUnder) ? body.side : (regions.get(name) ?? regions.get(name.replace(/\./g, '')) ?? null);
}

function roleOf(member: Member, described: readonly RolePhrase[], vocabulary: NameVocabulary): string {
  const titles = [...member.titles].map((title) => vocabulary.titles.get(title)?.kind);
  const isFormer = member.titles.has('former') || member.titles.has('ex');
  const isResearch = described.some((role) => RESEARCH_WORDS.some((word) => role.words.has(word)));
  if (titles.includes('official') && !isResearch) return isFormer ? 'former official' : 'official';
  const kinds = described.map((role) => kindOf(role, vocabulary));
  return ['official', 'candidate', 'expert', 'media', 'former official'].find((kind) => kinds.includes(kind)) ?? 'other';
}

function kindOf(role: RolePhrase, vocabulary: NameVocabulary): string {
  const kind = kindOfRole(role, vocabulary) ?? 'other';
  if (LEADING_HEADS.has(role.head)) return kindOfHead(role);
  return kind === 'official' && role.words.has('former') ? 'former official' : kind;
}

/** Of somebody who heads something: what is headed tells. */
function kindOfHead({ words }: RolePhrase): string {
  if (RESEARCH_WORDS.some((word) => words.has(word))) return 'expert';
  if (!GOVERNING_WORDS.some((word) => words.has(word))) return 'other';
  return words.has('former') ? 'former official' : 'official';
}
