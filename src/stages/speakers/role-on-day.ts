/** What a listed person was on a day: in office, out of it, running for one, or not yet in any. */
import type { Speaker } from '../../core/model/statements.ts';
import { type HeldRole, isWithin } from './offices.ts';
import { kindOfRole } from './role-phrase.ts';
import type { Roster } from './roster.ts';

/** Kinds of role that somebody has while the tenure lasts, the weightiest first. */
const CURRENT = ['official', 'candidate'] as const;
/** Roles that only an office gives. */
const OF_OFFICE: readonly string[] = ['official', 'former official'];

/** A day, and what the text says of the person. */
export interface OnDay {
  /** ISO day, month or year, or null. */
  readonly date: string | null;
  readonly roster: Roster;
  /** The role by the titles and descriptions in the text; 'other' where it says nothing. */
  readonly told: string;
}

/**
 * The speaker with the role of that day, by offices.csv. Who had left every office by then is a former official; who holds a candidacy is a
 * candidate; who had not yet held any has the role that the text tells, and so has everybody in a text without a date. Where offices.csv has no row of the person, the roster's role stands.
 */
export function onDay(speaker: Speaker, { date, roster, told }: OnDay): Speaker {
  const held = roster.offices.rolesOf.get(speaker.id);
  if (date === null && OF_OFFICE.includes(told) && OF_OFFICE.includes(speaker.role))
    return told === speaker.role ? speaker : { ...speaker, role: told };
  if (date === null || !held) return speaker;
  const role = heldRole(held, date, roster) ?? (isAhead(held, date, roster) && OF_OFFICE.includes(speaker.role) ? told : speaker.role);
  return role === speaker.role ? speaker : { ...speaker, role };
}

function heldRole(held: readonly HeldRole[], date: string, roster: Roster): string | null {
  const now = kindsOf(
    held.filter(({ tenure }) => isWithin(date, tenure)),
    roster,
  );
  const current = CURRENT.find((kind) => now.has(kind));
  if (current !== undefined) return current;
  const past = held.filter(({ tenure }) => tenure.to !== '' && tenure.to < date);
  return kindsOf(past, roster).has('official') ? 'former official' : null;
}

/** Whether an office begins only after that day. */
function isAhead(held: readonly HeldRole[], date: string, roster: Roster): boolean {
  return kindsOf(
    held.filter(({ tenure }) => tenure.from > date),
    roster,
  ).has('official');
}

function kindsOf(held: readonly HeldRole[], { vocabulary }: Roster): ReadonlySet<string> {
  return new Set(held.map(({ role }) => kindOfRole(role, vocabulary) ?? 'official'));
}
