/** A bare name, as another program's file gives it → the speaker with side and role. */
import type { Speaker } from '../../core/model/statements.ts';
import { holderOf } from './offices.ts';
import { onDay } from './role-on-day.ts';
import type { Roster } from './roster.ts';
import type { RosterEntry } from './roster-entry.ts';
import { idFromName, nameKey } from './spelling.ts';

/**
 * The speaker of that name on the roster, else one made from the name; "US president" is whoever held the office on `date`. `items` are the items of
 * Wikidata that the file gives for the name, several where it is that of several people.
 */
export function speakerNamed(name: string, date: string | null, roster: Roster, items: readonly string[] = []): Speaker {
  const bare = withoutTitles(name, roster);
  const listed = listedFor(name, bare, { date, roster, items });
  if (listed) return onDay(listed.speaker, { date, roster, told: 'other' });
  const words = name.split(/\s+/).map((word) => roster.vocabulary.demonyms.get(word.toLowerCase())?.side);
  return {
    id: idOf(bare, items, roster),
    name: bare,
    side: words.find((side) => side !== undefined) ?? null,
    role: 'other',
    isOnRoster: false,
  };
}

/** Made from the name; somebody else of a listed name has the items in it, so that the two have no row together. */
function idOf(name: string, items: readonly string[], { byId }: Roster): string {
  const id = idFromName(name);
  return byId.has(id) && items.length > 0 ? idFromName([name, ...[...items].sort()].join(' ')) : id;
}

interface Known {
  readonly date: string | null;
  readonly roster: Roster;
  readonly items: readonly string[];
}

/** The one person that the items leave, whatever the spelling of the name; else the row of the name, unless the items say that it is somebody else. */
function listedFor(name: string, bare: string, { date, roster, items }: Known): RosterEntry | undefined {
  const [item, ...others] = items;
  if (item !== undefined && others.length === 0 && roster.byWikidata.has(item)) return roster.byWikidata.get(item);
  const named = roster.byName.get(nameKey(name)) ?? roster.byName.get(nameKey(bare)) ?? holderOf(name, date, roster.offices)?.listed;
  const isNamesake = items.length > 0 && named !== undefined && named.wikidata !== null && !items.includes(named.wikidata);
  return isNamesake ? undefined : named;
}

/** "U.S. Secretary of State Mike Pompeo" → "Mike Pompeo"; a name without titles stays. */
function withoutTitles(name: string, roster: Roster): string {
  const words = name.trim().split(/\s+/);
  const isTitle = (word: string) => roster.vocabulary.titles.has(word.replace(/\.$/, '').toLowerCase());
  const last = words.slice(0, -1).findLastIndex(isTitle);
  return words.slice(last + 1).join(' ');
}
