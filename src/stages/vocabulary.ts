/** From rows of the lexicons to the vocabularies of all rooms, with every fault in every row. */
import type { Compiled, Fault, Row, Tables } from '../core/model/problems.ts';
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
  const tables: Record<string, Row[]> = {};
  const faults: Fault[] = [];
  for (const { path, table, text } of files) {
    const parsed = parseRows(text, path);
    faults.push(...parsed.faults);
    tables[table] = [...(tables[table] ?? []), ...parsed.value];
  }
  return { value: tables, faults };
}

/** Compiles the tables for every room and collects all faults. */
export function compileVocabulary(tables: Tables, sides: readonly string[]): Compiled<Vocabulary> {
  const readBefore = new Set<string>();
  const watched = watchTables(tables, readBefore);
  const boilerplate = compileBoilerplate(watched);
  const outlets = compileOutlets(watched);
  const calendar = compileCalendar(watched);
  const quotations = compileQuotationVocabulary(watched);
  const roster = compileRoster(watched);
  const tone = compileToneLexicon(tables, sides);
  const topics = compileTopics(tables);
  const events = compileChartEvents(tables);
  const toneTables = new Set(Object.keys(tables).filter((name) => !readBefore.has(name)));
  const value = {
    boilerplate: boilerplate.value,
    outlets: outlets.value,
    calendar: calendar.value,
    quotations: quotations.value,
    roster: roster.value,
    tone: tone.value,
    topics: topics.value,
    events: events.value,
    toneTables,
  };
  const faults = [boilerplate, outlets, calendar, quotations, roster, tone, topics, events].flatMap((compiled) => compiled.faults);
  return { value, faults };
}

/** The same tables, noting the name of each one that is asked for. */
function watchTables(tables: Tables, asked: Set<string>): Tables {
  return new Proxy(tables, {
    get(target, name) {
      asked.add(String(name));
      return target[String(name)];
    },
  });
}
