/** What a person of the article is, where no roster tells: the side they belong to and the kind of role they have. */
import type { Member } from './cast.ts';
import type { RolePhrase } from './role-phrase.ts';
import type { NameVocabulary } from './vocabulary.ts';

/** Side and role of a speaker. */
export interface Standing {
  readonly side: string;
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

/** The standing that titles before the name and descriptions around it give. */
export function standingOf(member: Member, described: readonly RolePhrase[], vocabulary: NameVocabulary): Standing {
  return { side: sideOf(member, described, vocabulary), role: roleOf(member, described, vocabulary) };
}

/** The side of the first word that is a country's, people's or city's; 'other' where none is. */
export function sideOfWords(words: Iterable<string>, vocabulary: NameVocabulary): string | null {
  for (const word of words) {
    const demonym = vocabulary.demonyms.get(word.toLowerCase());
    if (demonym) return demonym.side;
  }
  return null;
}

function sideOf(member: Member, described: readonly RolePhrase[], vocabulary: NameVocabulary): string {
  const byTitle = sideOfWords(member.titles, vocabulary);
  if (byTitle !== null) return byTitle;
  for (const title of member.titles) {
    const side = vocabulary.titles.get(title)?.side;
    if (side) return side;
  }
  const sides = new Set(described.flatMap((role) => sidesOf(role, vocabulary)));
  return sides.size === 1 ? ([...sides][0] ?? 'other') : 'other';
}

function sidesOf(role: RolePhrase, vocabulary: NameVocabulary): readonly string[] {
  const isTopic = TOPIC_WORDS.some((word) => role.words.has(word));
  return [...role.words].flatMap((word) => {
    const demonym = vocabulary.demonyms.get(word);
    return demonym && (!isTopic || demonym.kind === 'place') ? [demonym.side] : [];
  });
}

function roleOf(member: Member, described: readonly RolePhrase[], vocabulary: NameVocabulary): string {
  const titles = [...member.titles].map((title) => vocabulary.titles.get(title)?.kind);
  const isFormer = member.titles.has('former') || member.titles.has('ex');
  const isResearch = described.some((role) => RESEARCH_WORDS.some((word) => role.words.has(word)));
  if (titles.includes('official') && !isResearch) return isFormer ? 'former official' : 'official';
  const kinds = described.map((role) => kindOf(role, vocabulary));
  return ['official', 'expert', 'media', 'former official'].find((kind) => kinds.includes(kind)) ?? 'other';
}

function kindOf(role: RolePhrase, vocabulary: NameVocabulary): string {
  const kind = vocabulary.roles.get(role.head)?.kind ?? 'other';
  if (LEADING_HEADS.has(role.head)) return RESEARCH_WORDS.some((word) => role.words.has(word)) ? 'expert' : 'other';
  return kind === 'official' && role.words.has('former') ? 'former official' : kind;
}
