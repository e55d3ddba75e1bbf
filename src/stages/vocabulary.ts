/** From rows of the lexicons to the vocabularies of all rooms, with every fault in every row. */
import { groupBy } from '../core/group-by.ts';
import { lazily } from '../core/lazily.ts';
import type { Compiled, Tables } from '../core/model/problems.ts';
import { parseRows } from '../core/rows.ts';
import { type BoilerplateVocabulary, compileBoilerplate } from './articles/cleaning/vocabulary.ts';
import { compileOutlets, type Outlets } from './articles/outlets.ts';
import { type Calendar, compileCalendar } from './dates/calendar.ts';
import { compileQuotationVocabulary, type QuotationVocabulary } from './quotations/vocabulary.ts';
import { compileRoster, type Roster } from './speakers/roster.ts';
import { compileToneLexicon, type ToneLexicon } from './tone/lexicon.ts';
import type { Topics } from './topics/topics.ts';
import { compileTopics } from './topics/vocabulary.ts';
import { type ChartEvent, compileChartEvents } from './writing/chart-events.ts';

/** All that the rooms know about words, compiled once per run. */
export interface Vocabulary {
  readonly boilerplate: BoilerplateVocabulary;
  readonly outlets: Outlets;
  readonly calendar: Calendar;
  readonly quotations: QuotationVocabulary;
  readonly roster: Roster;
  readonly tone: ToneLexicon;
  readonly topics: Topics;
  /** What charts mark on their time axis. */
  readonly events: readonly ChartEvent[];
  /** Tables that the tone and topics rooms alone read: a change in them alters scores and nothing else. */
  readonly toneTables: ReadonlySet<string>;
}

/** One lexicon file as it was read; its bytes decide the lexicon hash of a run. */
export interface LexiconFile {
  readonly path: string;
  /** Name of its table: the file's name without its ending. */
  readonly table: string;
  readonly text: string;
}

/** Parses lexicon files into tables by file name; files of one name are joined in order. */
export function parseTables(files: readonly LexiconFile[]): Compiled<Tables> {
  const parsed = files.map(({ path, table, text }) => ({ table, ...parseRows(text, path) }));
  const tables = [...groupBy(parsed, ({ table }) => table)].map(([table, parts]) => [table, parts.flatMap(({ value }) => value)]);
  return { value: Object.fromEntries(tables) as Tables, faults: parsed.flatMap(({ faults }) => faults) };
}

/** Compiles the tables for every room and collects all faults. */
export function compileVocabulary(tables: Tables, sides: readonly string[]): Compiled<Vocabulary> {
  const rooms = roomsOf(tables, sides);
  const compiled = Object.values(rooms).map((compile) => compile());
  const values = Object.keys(rooms).map((name, i) => [name, compiled[i]?.value]);
  const value = { ...(Object.fromEntries(values) as Rooms), toneTables: toneTablesOf(tables) };
  return { value, faults: compiled.flatMap((room) => room.faults) };
}

/** The same from files that are known to be free of faults: each table is parsed, and each room compiled, when it is first asked for. */
export function openVocabulary(files: readonly LexiconFile[], sides: readonly string[]): Vocabulary {
  const byTable = [...groupBy(files, ({ table }) => table)];
  const tables = lazily<Tables>(
    Object.fromEntries(byTable.map(([table, ofTable]) => [table, () => parseTables(ofTable).value[table] ?? []])),
  );
  const rooms = Object.entries(roomsOf(tables, sides)).map(([name, compile]) => [name, () => compile().value]);
  const makers = { ...Object.fromEntries(rooms), toneTables: () => toneTablesOf(tables) };
  return lazily<Vocabulary>(makers as { readonly [K in keyof Vocabulary]: () => Vocabulary[K] });
}

type Rooms = Omit<Vocabulary, 'toneTables'>;

/** How each room is compiled, in the order in which faults are told. */
function roomsOf(tables: Tables, sides: readonly string[]): { readonly [K in keyof Rooms]: () => Compiled<Rooms[K]> } {
  return {
    boilerplate: () => compileBoilerplate(tables),
    outlets: () => compileOutlets(tables),
    calendar: () => compileCalendar(tables),
    quotations: () => compileQuotationVocabulary(tables),
    roster: () => compileRoster(tables, sides),
    tone: () => compileToneLexicon(tables, sides),
    topics: () => compileTopics(tables),
    events: () => compileChartEvents(tables),
  };
}

/** Tables that the rooms of reading ask for, whether or not tone and topics do too. */
const TABLES_OF_READING: ReadonlySet<string> = new Set([
  ...['boilerplate', 'outlets', 'events', 'offices', 'cues', 'not-statements', 'not-sources', 'word-kinds', 'speakers', 'sides', 'titles'],
  ...['roles', 'institutions', 'source-nouns', 'name-particles', 'not-names', 'places', 'demonyms', 'regions', 'given-names'],
]);

function toneTablesOf(tables: Tables): ReadonlySet<string> {
  return new Set(Object.keys(tables).filter((name) => !TABLES_OF_READING.has(name)));
}
