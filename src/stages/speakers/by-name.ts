/** A bare name, as another program's file gives it → the speaker with side and role. */
import type { Speaker } from '../../core/model/statements.ts';
import { holderOf } from './offices.ts';
import { onDay } from './role-on-day.ts';
import type { Roster } from './roster.ts';
import { idFromName, nameKey } from './spelling.ts';

/** The speaker of that name on the roster, else one made from the name; "US president" is whoever held the office on `date`. */
export function speakerNamed(name: string, date: string | null, roster: Roster): Speaker {
  const bare = withoutTitles(name, roster);
  const listed = roster.byName.get(nameKey(name)) ?? roster.byName.get(nameKey(bare)) ?? holderOf(name, date, roster.offices)?.listed;
  if (listed) return onDay(listed.speaker, date, roster);
  const words = name.split(/\s+/).map((word) => roster.vocabulary.demonyms.get(word.toLowerCase())?.side);
  return { id: idFromName(bare), name: bare, side: words.find((side) => side !== undefined) ?? null, role: 'other', isOnRoster: false };
}

/** "U.S. Secretary of State Mike Pompeo" → "Mike Pompeo"; a name without titles stays. */
function withoutTitles(name: string, roster: Roster): string {
  const words = name.trim().split(/\s+/);
  const isTitle = (word: string) => roster.vocabulary.titles.has(word.replace(/\.$/, '').toLowerCase());
  const last = words.slice(0, -1).findLastIndex(isTitle);
  return words.slice(last + 1).join(' ');
}
