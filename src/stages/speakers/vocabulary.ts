/** The words by which names, roles and institutions are told apart, from lexicons/english. */
import type { Row, Tables } from '../../core/model/problems.ts';
import { cell, chosenCell, type FaultList, keyedRows, listedCell, neededCell } from './columns.ts';
import { type Gender, genderOfGivenName } from './gender.ts';

const GENDERS = ['male', 'female'] as const;
const TITLE_KINDS = ['honorific', 'official', 'rank', 'role'] as const;
const ROLE_KINDS = ['official', 'candidate', 'expert', 'media', 'other'] as const;
const SOURCE_NOUN_KINDS = ['person', 'group', 'document', 'text', 'thing'] as const;
const DEMONYM_KINDS = ['people', 'place'] as const;

/** A word before a name: "Mr.", "Senator". */
export interface Title {
  readonly kind: (typeof TITLE_KINDS)[number];
  readonly gender: Gender | null;
  /** The noun that it gives its bearer: "Sen" → "senator". */
  readonly role: string;
  /** The side of its bearers, where it is used in one country alone. */
  readonly side: string | null;
}

/** What word-kinds.csv tells of words; `lexicons/README.md` says what each kind means. */
export const WORD_KINDS = [
  'writing',
  'document',
  'data',
  'poll',
  'press',
  'apart',
  'out of office',
  'speaks for',
  'serves',
  'epithet',
] as const;

/** One of them. */
export type WordKind = (typeof WORD_KINDS)[number];

/** A noun for a person: "senator", "businesswoman". */
export interface Role {
  readonly kind: (typeof ROLE_KINDS)[number];
  readonly gender: Gender | null;
  /** Narrower or equal roles that it may stand for: "lawmaker" for a senator. */
  readonly means: readonly string[];
}

/** A word that ties a source to a country: "Russian", "Kremlin". */
export interface Demonym {
  readonly country: string;
  readonly side: string;
  readonly kind: (typeof DEMONYM_KINDS)[number];
}

/** All keys are in lower case, titles without a stop. */
export interface NameVocabulary {
  readonly titles: ReadonlyMap<string, Title>;
  readonly roles: ReadonlyMap<string, Role>;
  /** Last words of names of no person → 'media', 'institution', or 'thing' where the name is that of a treaty, a war or the like. */
  readonly institutions: ReadonlyMap<string, string>;
  /** Nouns that cannot say anything: "week", "attack". */
  readonly notSources: ReadonlySet<string>;
  /** Common nouns of those who can make a statement and have no role, of texts that lay something down, and of things whose names end as if they were persons. */
  readonly sourceNouns: ReadonlyMap<string, (typeof SOURCE_NOUN_KINDS)[number]>;
  readonly particles: ReadonlySet<string>;
  /** Words that are no part of a name though they are capitalised in headlines or at a beginning. */
  readonly notNames: ReadonlySet<string>;
  /** Places of several words, that look like persons: "North Carolina". */
  readonly places: ReadonlySet<string>;
  readonly demonyms: ReadonlyMap<string, Demonym>;
  /** States, provinces and cities, as they are written, by the side of their country; they tell where a person belongs, and are no sign that a word is no name. */
  readonly regions: ReadonlyMap<string, string>;
  /** Words by what is told of them in word-kinds.csv: "apart", "press". */
  readonly kinds: Readonly<Record<WordKind, ReadonlySet<string>>>;
  /** Corrections of the given-name list: null for a name that is given to both or is no sign at all. */
  readonly givenNames: ReadonlyMap<string, Gender | null>;
}

const INSTITUTION_KINDS = ['institution', 'media', 'thing'] as const;

/** Compiles the word lists; faults go to `faults`. */
export function compileVocabulary(tables: Tables, faults: FaultList): NameVocabulary {
  const read = (table: string, column: string) => keyedRows(tables[table] ?? [], column, faults);
  const sides = read('sides', 'country');
  const sideOf = (country: string) => {
    const row = sides.get(country.toLowerCase());
    return row ? neededCell(row, 'side', faults) : 'other';
  };
  const genderOf = (row: Row) => chosenCell(row, { column: 'gender', allowed: GENDERS }, faults);
  return {
    titles: mapRows(read('titles', 'word'), (row) => ({
      kind: chosenCell(row, { column: 'kind', allowed: TITLE_KINDS }, faults) ?? 'role',
      gender: genderOf(row),
      role: cell(row, 'role') || cell(row, 'word').toLowerCase(),
      side: cell(row, 'country') === '' ? null : sideOf(cell(row, 'country')),
    })),
    roles: mapRows(read('roles', 'role'), (row) => ({
      kind: chosenCell(row, { column: 'kind', allowed: ROLE_KINDS }, faults) ?? 'other',
      gender: genderOf(row),
      means: listedCell(row, 'means'),
    })),
    institutions: mapRows(
      read('institutions', 'word'),
      (row) => chosenCell(row, { column: 'kind', allowed: INSTITUTION_KINDS }, faults) ?? 'institution',
    ),
    notSources: new Set(read('not-sources', 'word').keys()),
    sourceNouns: mapRows(
      read('source-nouns', 'word'),
      (row) => chosenCell(row, { column: 'kind', allowed: SOURCE_NOUN_KINDS }, faults) ?? 'thing',
    ),
    particles: new Set(read('name-particles', 'particle').keys()),
    notNames: new Set(read('not-names', 'word').keys()),
    places: new Set(read('places', 'name').keys()),
    demonyms: mapRows(read('demonyms', 'word'), (row) => ({
      country: neededCell(row, 'country', faults),
      side: sideOf(cell(row, 'country')),
      kind: chosenCell(row, { column: 'kind', allowed: DEMONYM_KINDS }, faults) ?? 'people',
    })),
    regions: new Map((tables.regions ?? []).map((row) => [neededCell(row, 'name', faults), sideOf(neededCell(row, 'country', faults))])),
    kinds: compileKinds(tables['word-kinds'] ?? [], faults),
    givenNames: mapRows(read('given-names', 'name'), genderOf),
  };
}

function compileKinds(rows: readonly Row[], faults: FaultList): NameVocabulary['kinds'] {
  const kinds = Object.fromEntries(WORD_KINDS.map((kind) => [kind, new Set<string>()])) as Record<WordKind, Set<string>>;
  for (const row of rows) {
    const kind = chosenCell(row, { column: 'kind', allowed: WORD_KINDS }, faults);
    const word = neededCell(row, 'word', faults).toLowerCase();
    if (kind && word !== '' && kinds[kind].has(word)) faults.add(row, `${word} stands here as ${kind} a second time`);
    if (kind && word !== '') kinds[kind].add(word);
  }
  return kinds;
}

/** The gender of a given name: the job's corrections first, then the list; null where neither tells. */
export function givenNameGender(name: string, vocabulary: NameVocabulary): Gender | null {
  const corrected = vocabulary.givenNames.get(name.toLowerCase());
  if (corrected !== undefined) return corrected;
  const first = firstPart(name);
  return genderOfGivenName(name) ?? (first === name ? null : givenNameGender(first, vocabulary));
}

/** Whether a word is known as a given name at all. */
export function isGivenName(name: string, vocabulary: NameVocabulary): boolean {
  return vocabulary.givenNames.has(name.toLowerCase()) || genderOfGivenName(firstPart(name)) !== null;
}

/** "Jean" of "Jean-Claude". */
function firstPart(name: string): string {
  const hyphen = name.indexOf('-');
  return hyphen < 0 ? name : name.slice(0, hyphen);
}

function mapRows<T>(rows: ReadonlyMap<string, Row>, make: (row: Row) => T): ReadonlyMap<string, T> {
  return new Map([...rows].map(([key, row]) => [key, make(row)]));
}
