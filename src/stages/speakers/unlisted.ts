/** Speakers who are on no roster: made from what the article says about them. */
import type { Speaker } from '../../core/model/statements.ts';
import type { Member } from './cast.ts';
import { onDay } from './role-on-day.ts';
import type { RolePhrase } from './role-phrase.ts';
import type { Roster } from './roster.ts';
import { standingOf } from './side-and-role.ts';
import { idFromName } from './spelling.ts';

/** The speaker that a member of the cast is: the roster's row, else made from the name. */
export function makeSpeaker(
  member: Member,
  described: readonly RolePhrase[],
  { roster, date }: { readonly roster: Roster; readonly date: string | null },
): Speaker {
  const standing = standingOf(member, described, roster);
  if (member.listed) return onDay(member.listed.speaker, { date, roster, told: standing.role });
  return { id: idFromName(member.name), name: member.name, ...standing, isOnRoster: false };
}
