/** Who held an office on a day: "the US president" in an article of 2018 is Donald Trump. */
import type { Row } from '../../core/model/problems.ts';
import { cell, type FaultList, listedCell, neededCell } from './columns.ts';
import { append } from './lists.ts';
import { type RolePhrase, rolePhraseOf } from './role-phrase.ts';
import type { RosterEntry } from './roster-entry.ts';
import { foldWord } from './spelling.ts';
import type { Demonym } from './vocabulary.ts';

/** One person's time in an office; `from` and `to` are ISO days, months or years, both included; empty is open. */
export interface Tenure {
  readonly side: string;
  readonly listed: RosterEntry;
  readonly from: string;
  readonly to: string;
}

/** A role as the office's phrases describe it, and when it was held. */
export interface HeldRole {
  readonly role: RolePhrase;
  readonly tenure: Tenure;
}

/** Tenures by the key of each phrase that names the office, and by person. */
export interface OfficeBook {
  readonly byPhrase: ReadonlyMap<string, readonly Tenure[]>;
  /** By the person's id, every role of theirs with its time; read from its phrases when the person is first met. */
  readonly rolesOf: Pick<ReadonlyMap<string, readonly HeldRole[]>, 'get'>;
}

const DAY = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** Compiles offices.csv: office, phrases with |, side, person (id in speakers.csv), from, to, origin. */
export function compileOffices(
  rows: readonly Row[],
  known: { readonly people: ReadonlyMap<string, RosterEntry>; readonly demonyms: ReadonlyMap<string, Demonym> },
  faults: FaultList,
): OfficeBook {
  const byPhrase = new Map<string, Tenure[]>();
  const held = new Map<string, { readonly phrase: string; readonly tenure: Tenure }[]>();
  // An office has the same phrases whoever holds it.
  const keys = new Map<string, string>();
  for (const row of rows) {
    const listed = known.people.get(neededCell(row, 'person', faults).toLowerCase());
    if (!listed) {
      faults.add(row, `person ${cell(row, 'person')} is not in speakers.csv, expected the id of a row there`);
      continue;
    }
    const tenure = { side: neededCell(row, 'side', faults), listed, from: readDay(row, 'from', faults), to: readDay(row, 'to', faults) };
    if (tenure.from !== '' && tenure.to !== '' && tenure.to < tenure.from) faults.add(row, `to is before from, expected a later day`);
    for (const phrase of [neededCell(row, 'office', faults), ...listedCell(row, 'phrases')]) {
      const key = keys.get(phrase) ?? phraseKey(phrase);
      keys.set(phrase, key);
      append(byPhrase, key, tenure);
      append(held, listed.speaker.id, { phrase, tenure });
    }
  }
  const roles = new Map<string, readonly HeldRole[]>();
  const rolesOf = (id: string): readonly HeldRole[] | undefined => {
    const known = roles.get(id) ?? held.get(id)?.map(({ phrase, tenure }) => ({ role: rolePhraseOf(phrase), tenure }));
    if (known) roles.set(id, known);
    return known;
  };
  return { byPhrase, rolesOf: { get: rolesOf } };
}

/** A phrase's words in lower case without articles and stops: "the U.S. president" → "us president". */
export function phraseKey(phrase: string): string {
  return phrase
    .split(/[\s\-–]+/)
    .map(foldWord)
    .filter((word) => word !== '' && word !== 'the')
    .join(' ');
}

/** The one who held the office on that day; null where nobody or more than one did, or the day is not known and there were several. */
export function holderOf(phrase: string, date: string | null, offices: OfficeBook): Tenure | null {
  const tenures = offices.byPhrase.get(phraseKey(phrase)) ?? [];
  const then = date === null ? tenures : tenures.filter((tenure) => isWithin(date, tenure));
  const holders = new Set(then.map((tenure) => tenure.listed));
  return holders.size === 1 ? (then[0] ?? null) : null;
}

/** Whether a tenure touches the day, month or year. */
export function isWithin(date: string, tenure: Tenure): boolean {
  const startsInTime = tenure.from === '' || tenure.from.slice(0, date.length) <= date.slice(0, tenure.from.length);
  const endsInTime = tenure.to === '' || tenure.to.slice(0, date.length) >= date.slice(0, tenure.to.length);
  return startsInTime && endsInTime;
}

function readDay(row: Row, column: string, faults: FaultList): string {
  const day = cell(row, column);
  if (day === '' || DAY.test(day)) return day;
  faults.add(row, `${column} must be a day, month or year such as 2018-12-22, found ${day}`);
  return '';
}
