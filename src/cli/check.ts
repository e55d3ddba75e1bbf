/** `detente check`: the job file, every lexicon row, every coder's sheet and every correction, all faults at once. */
import { join } from 'node:path';
import { readText } from '../core/language.ts';
import type { Fault } from '../core/model/problems.ts';
import { parseRows } from '../core/rows.ts';
import { exitCodes, Stop, stopForFaults } from '../core/stop.ts';
import { readUtf8 } from '../files/disk/read.ts';
import { readCorrections } from '../job/corrections.ts';
import { readFeedLedger } from '../job/feeds.ts';
import { loadVocabulary } from '../job/lexicons.ts';
import { faultsFrom, outputFolder, readJob } from '../job/load.ts';
import { readValidation } from '../job/validation.ts';
import { rowsOfNamesAlone } from '../stages/tone/name-rows.ts';
import { neverMatching } from '../stages/tone/unreachable-rows.ts';
import { misleadingExamples } from '../stages/topics/vocabulary.ts';
import { parseTables, type Vocabulary } from '../stages/vocabulary.ts';

/** Silent where all is well; otherwise every fault with file and line, and exit 2. With --unused the rows that moved nothing in the last run. */
export function checkCommand(path: string | undefined, options: { readonly unused?: boolean }): void {
  const { value: job, faults } = readJob(path);
  if (job === null) throw stopForFaults(faults);
  const vocabulary = loadVocabulary(job);
  const tables = parseTables(vocabulary.files).value;
  const { tone } = vocabulary.value;
  const indefensible = rowsOfNamesAlone(tone, tables, readText);
  const rows = [...neverMatching(tone, readText), ...misleadingExamples(tables, readText), ...indefensible];
  const all = [
    ...faults,
    ...faultsFrom(job, [...vocabulary.faults, ...rows]),
    ...readValidation(job).faults,
    ...readFeedLedger(job).faults,
    ...readCorrections(job).faults,
  ];
  if (all.length > 0) throw stopForFaults(all);
  if (!options.unused) return;
  const terms = join(outputFolder(job, undefined), 'latest', 'terms.csv');
  for (const { file, line, message } of faultsFrom(job, unusedRows(vocabulary.value, terms)))
    process.stdout.write(`${file}:${line}: ${message}\n`);
}

function unusedRows(vocabulary: Vocabulary, terms: string): readonly Fault[] {
  const result = readUtf8(terms);
  if ('error' in result) throw new Stop(exitCodes.usage, `${terms}: ${result.error}, expected the terms of a finished run`);
  const used = new Set(parseRows(result.text, terms).value.map((row) => row.cells.term));
  return vocabulary.tone.entries
    .filter((term) => term.row.cells.pattern !== undefined && !used.has(term.id))
    .map(({ row, pattern }) => ({ file: row.file, line: row.line, message: `\`${pattern}\` moved no statement in the last run` }));
}
