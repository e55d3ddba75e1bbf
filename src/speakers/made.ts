/** Speakers who are on no roster: made from what the article says about them. */
import type { Reading, Speaker } from '../model.ts';
import type { Member } from './cast.ts';
import { coreText, type Phrase } from './phrase.ts';
import type { Roster } from './roster.ts';
import { idFromName, nameKey } from './spelling.ts';
import type { NameVocabulary } from './vocabulary.ts';

/** The speaker that a member of the cast is. */
export function speakerOfMember(member: Member, vocabulary: NameVocabulary): Speaker {
  if (member.listed) return member.listed.speaker;
  const titles = [...member.titles];
  const side = titles.map((title) => vocabulary.demonyms.get(title)?.side).find((found) => found !== undefined);
  const isOfficial = titles.some((title) => vocabulary.titles.get(title)?.kind === 'official');
  const isFormer = member.titles.has('former') || member.titles.has('ex');
  const role = isOfficial ? (isFormer ? 'former official' : 'official') : 'other';
  return { id: idFromName(member.name), name: member.name, side: side ?? 'other', role, isOnRoster: false };
}

/** The speaker that a noun phrase names: an institution of the roster, else a name made from the phrase's own words. */
export function speakerOfPhrase(reading: Reading, phrase: Phrase, roster: Roster): Speaker | null {
  const name = coreText(reading, phrase).replace(/\s+/g, ' ');
  const id = idFromName(name);
  if (id === '') return null;
  const listed = roster.byName.get(nameKey(name));
  if (listed) return listed.speaker;
  return { id, name, side: sideOfWords(name, roster.vocabulary), role: 'other', isOnRoster: false };
}

function sideOfWords(name: string, vocabulary: NameVocabulary): string {
  const sides = name.split(/[\s’']+/).map((word) => vocabulary.demonyms.get(word.toLowerCase())?.side);
  return sides.find((side) => side !== undefined) ?? 'other';
}
