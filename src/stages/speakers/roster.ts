/** The roster: who is known beforehand, under which names, and who held which office when. */
import type { Compiled, Row, Tables } from '../../core/model/problems.ts';
import { cell, chosenCell, type FaultList, keyedRows, listedCell, neededCell, startFaults } from './columns.ts';
import { append } from './lists.ts';
import { compileOffices, type OfficeBook } from './offices.ts';
import type { RosterEntry } from './roster-entry.ts';
import { nameKey, spellingKey } from './spelling.ts';
import { compileVocabulary, type NameVocabulary } from './vocabulary.ts';

const ROLES = ['official', 'former official', 'candidate', 'institution', 'expert', 'media', 'other'] as const;
const GENDERS = ['male', 'female'] as const;

/** Everything that attribution knows before it reads an article. */
export interface Roster {
  readonly vocabulary: NameVocabulary;
  readonly byId: ReadonlyMap<string, RosterEntry>;
  readonly byWikidata: ReadonlyMap<string, RosterEntry>;
  /** By the key of a name or alias, full as in "Sergei Lavrov" or alone as in "Lavrov". */
  readonly byName: ReadonlyMap<string, RosterEntry>;
  /** Persons by the key of their last name, for titles with a bare name: "President Crane". */
  readonly bySurname: ReadonlyMap<string, readonly RosterEntry[]>;
  /** Their last names as written, in lower case. */
  readonly surnames: ReadonlySet<string>;
  readonly offices: OfficeBook;
}

/** The side of all who are on neither of the job's. */
const OTHER = 'other';

/** Compiles speakers.csv, offices.csv and the English word lists that attribution needs. `sides` are those of the job; another one is a fault. */
export function compileRoster(tables: Tables, sides?: readonly string[]): Compiled<Roster> {
  const faults = startFaults();
  if (sides) for (const name of ['speakers', 'offices', 'sides']) checkSides(tables[name] ?? [], [...sides, OTHER], faults);
  const vocabulary = compileVocabulary(tables, faults);
  const byId = new Map<string, RosterEntry>();
  for (const [id, row] of keyedRows(tables.speakers ?? [], 'id', faults)) byId.set(id, readEntry(row, faults));
  const byWikidata = compileItems(tables.speakers ?? [], byId, faults);
  const byName = compileNames(tables.speakers ?? [], byId, faults);
  const offices = compileOffices(tables.offices ?? [], { people: byId, demonyms: vocabulary.demonyms }, faults);
  const bySurname = new Map<string, RosterEntry[]>();
  for (const listed of byId.values()) append(bySurname, spellingKey(listed.speaker.name.split(' ').at(-1) ?? ''), listed);
  const surnames = new Set([...byId.values()].map((listed) => listed.speaker.name.split(' ').at(-1)?.toLowerCase() ?? ''));
  return { value: { vocabulary, byId, byWikidata, byName, bySurname, surnames, offices }, faults: faults.all };
}

/** A side with a slip in it would be a third one, with means of its own. An empty one is told of by its room. */
function checkSides(rows: readonly Row[], sides: readonly string[], faults: FaultList): void {
  for (const row of rows) {
    const side = cell(row, 'side');
    if (side !== '' && !sides.includes(side)) faults.add(row, `side is ${side}, expected one of ${sides.join(', ')}`);
  }
}

function readEntry(row: Row, faults: FaultList): RosterEntry {
  const role = chosenCell(row, { column: 'role', allowed: ROLES }, faults);
  if (role === null && cell(row, 'role') === '') faults.add(row, `role is empty, expected one of ${ROLES.join(', ')}`);
  const name = neededCell(row, 'name', faults);
  const id = cell(row, 'id').toLowerCase();
  if (!/^\p{L}/u.test(id)) faults.add(row, `id is ${id}, expected it to begin with a letter, so that no spreadsheet takes it for a number`);
  return {
    speaker: { id, name, side: neededCell(row, 'side', faults), role: role ?? 'other', isOnRoster: true },
    gender: chosenCell(row, { column: 'gender', allowed: GENDERS }, faults),
    wikidata: cell(row, 'wikidata') || null,
    country: readCountry(row, faults),
    names: [name, ...listedCell(row, 'aliases')],
  };
}

function readCountry(row: Row, faults: FaultList): string | null {
  const country = cell(row, 'country');
  if (country === '') return null;
  if (!/^[A-Z]{2}$/.test(country)) faults.add(row, `country is ${country}, expected two letters of ISO 3166-1 as DE`);
  return country;
}

function compileItems(rows: readonly Row[], byId: ReadonlyMap<string, RosterEntry>, faults: FaultList): ReadonlyMap<string, RosterEntry> {
  const byWikidata = new Map<string, RosterEntry>();
  for (const row of rows) {
    const item = cell(row, 'wikidata');
    const listed = byId.get(cell(row, 'id').toLowerCase());
    if (item === '' || listed === undefined) continue;
    const earlier = byWikidata.get(item);
    if (!/^Q[1-9]\d*$/.test(item)) faults.add(row, `wikidata is ${item}, expected an item as Q42`);
    else if (earlier !== undefined && earlier !== listed)
      faults.add(row, `wikidata ${item} belongs to ${earlier.speaker.id} already, expected it once`);
    else byWikidata.set(item, listed);
  }
  return byWikidata;
}

function compileNames(rows: readonly Row[], byId: ReadonlyMap<string, RosterEntry>, faults: FaultList): ReadonlyMap<string, RosterEntry> {
  const byName = new Map<string, RosterEntry>();
  for (const row of rows) {
    const listed = byId.get(cell(row, 'id').toLowerCase());
    for (const name of listed?.names ?? []) {
      const key = nameKey(name);
      const earlier = byName.get(key);
      if (key === '') faults.add(row, `name ${name} has no letters, expected a name`);
      else if (earlier && earlier !== listed) faults.add(row, `name ${name} belongs to ${earlier.speaker.id} already, expected it once`);
      else if (listed) byName.set(key, listed);
    }
  }
  return byName;
}
