/** What a listed person was on a day: in office, out of it, running for one. */
import type { Speaker } from '../../core/model/statements.ts';
import { type HeldRole, isWithin } from './offices.ts';
import type { Roster } from './roster.ts';

/** Kinds of role that somebody has while the tenure lasts, the weightiest first. */
const CURRENT = ['official', 'candidate'] as const;

/**
 * The speaker with the role of that day, by offices.csv. Who had left every office by then is a former official; who holds a candidacy is a
 * candidate. Where offices.csv has no row of the person, or none that had begun, the roster's role stands.
 */
export function onDay(speaker: Speaker, date: string | null, roster: Roster): Speaker {
  const held = roster.offices.rolesOf.get(speaker.id);
  if (date === null || !held) return speaker;
  const role = roleOnDay(held, date, roster);
  return role === null || role === speaker.role ? speaker : { ...speaker, role };
}

function roleOnDay(held: readonly HeldRole[], date: string, roster: Roster): string | null {
  const kindsOf = (roles: readonly HeldRole[]) =>
    new Set(roles.map(({ role }) => roster.vocabulary.roles.get(role.head)?.kind ?? 'official'));
  const now = kindsOf(held.filter(({ tenure }) => isWithin(date, tenure)));
  const current = CURRENT.find((kind) => now.has(kind));
  if (current !== undefined) return current;
  return kindsOf(held.filter(({ tenure }) => tenure.to !== '' && tenure.to < date)).has('official') ? 'former official' : null;
}
