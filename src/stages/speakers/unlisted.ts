/** Speakers who are on no roster: made from what the article says about them. */
import type { Speaker } from '../../core/model.ts';
import type { Member } from './cast.ts';
import type { RolePhrase } from './role-phrase.ts';
import type { Roster } from './roster.ts';
import { standingOf } from './side-and-role.ts';
import { idFromName, nameKey } from './spelling.ts';

/** The speaker that a member of the cast is: the roster's row, else made from the name. */
export function makeSpeaker(member: Member, described: readonly RolePhrase[], roster: Roster): Speaker {
  if (member.listed) return member.listed.speaker;
  const standing = standingOf(member, described, roster.vocabulary);
  return { id: idFromName(member.name), name: member.name, ...standing, isOnRoster: false };
}

/** Whom a bare name means: the person on the roster, else one of that name of whom nothing else is known. */
export function speakerNamed(name: string, roster: Pick<Roster, 'byName'>): Pick<Speaker, 'id' | 'name'> & NamedStanding {
  const listed = roster.byName.get(nameKey(name))?.speaker;
  return listed ?? { id: idFromName(name), name, side: null, role: null };
}

interface NamedStanding {
  readonly side: string | null;
  readonly role: string | null;
}
