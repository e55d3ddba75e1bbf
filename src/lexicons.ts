/** From the CSV files of a job to the vocabularies of the rooms, with every fault in every row. */
import { relative } from 'node:path';
import { compileOutlets, type Outlets } from './articles/outlets.ts';
import { type BoilerplateVocabulary, compileBoilerplate } from './articles/read.ts';
import { type Calendar, compileCalendar } from './dates/calendar.ts';
import { listTables, readUtf8, stemOf } from './disk.ts';
import { explainError } from './disk-faults.ts';
import { type Job, resolveIn } from './job.ts';
import type { Compiled, Fault, Row, Tables } from './model.ts';
import { compileQuotationVocabulary, type QuotationVocabulary } from './quotations/vocabulary.ts';
import { parseRows } from './rows.ts';
import { compileRoster, type Roster } from './speakers/roster.ts';
import { compileToneLexicon, type ToneLexicon } from './tone/lexicon.ts';

/** All that the rooms know about words, compiled once per run. */
export interface Vocabulary {
  readonly boilerplate: BoilerplateVocabulary;
  readonly outlets: Outlets;
  readonly calendar: Calendar;
  readonly quotations: QuotationVocabulary;
  readonly roster: Roster;
  readonly tone: ToneLexicon;
  /** Tables that the tone room alone reads: a change in them alters scores and nothing else. */
  readonly toneTables: ReadonlySet<string>;
}

/** One lexicon file as it was read; its bytes decide the lexicon hash of a run. */
export interface LexiconFile {
  readonly path: string;
  readonly text: string;
}

/** Reads every CSV that the job names. A folder that is missing or holds no CSV is a fault of the job. */
export function readLexicons(job: Job): Compiled<readonly LexiconFile[]> {
  const files: LexiconFile[] = [];
  const faults: Fault[] = [];
  for (const entry of job.lexicons) {
    const fault = (message: string): Fault => ({ file: job.file, line: 1, message: `lexicon \`${entry}\`: ${message}` });
    try {
      const paths = listTables(resolveIn(job, entry));
      if (paths.length === 0) faults.push(fault('no CSV file in it, expected at least one'));
      for (const path of paths) {
        const result = readUtf8(path);
        if ('error' in result) faults.push(fault(result.error));
        else files.push({ path: relative(job.base, path), text: result.text });
      }
    } catch (error) {
      faults.push(fault(`${explainError(error)}, expected a folder with CSV files or a CSV file`));
    }
  }
  return { value: files, faults };
}

/** Parses lexicon files into tables by file name; files of one name are joined in order. */
export function parseTables(files: readonly LexiconFile[]): Compiled<Tables> {
  const tables: Record<string, Row[]> = {};
  const faults: Fault[] = [];
  for (const { path, text } of files) {
    const parsed = parseRows(text, path);
    faults.push(...parsed.faults);
    const name = stemOf(path);
    tables[name] = [...(tables[name] ?? []), ...parsed.value];
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
  const toneTables = new Set(Object.keys(tables).filter((name) => !readBefore.has(name)));
  const value = {
    boilerplate: boilerplate.value,
    outlets: outlets.value,
    calendar: calendar.value,
    quotations: quotations.value,
    roster: roster.value,
    tone: tone.value,
    toneTables,
  };
  const faults = [boilerplate, outlets, calendar, quotations, roster, tone].flatMap((compiled) => compiled.faults);
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

/** Everything a job's lexicons give, or all that is wrong with them. */
export function loadVocabulary(job: Job): Compiled<Vocabulary> & { readonly files: readonly LexiconFile[] } {
  const files = readLexicons(job);
  const tables = parseTables(files.value);
  const vocabulary = compileVocabulary(tables.value, job.sides);
  return { value: vocabulary.value, faults: [...files.faults, ...tables.faults, ...vocabulary.faults], files: files.value };
}
