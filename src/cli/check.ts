/** `detente check`: the job file, every lexicon row, every coder's sheet and every correction, all faults at once. */
import { join } from 'node:path';
import type { Compiled, Fault } from '../core/model/problems.ts';
import { parseRows } from '../core/rows.ts';
import { exitCodes, Stop, stopForFaults } from '../core/stop.ts';
import { readUtf8 } from '../files/disk/read.ts';
import { knownRight } from '../files/known-right.ts';
import { readCorrections } from '../job/corrections.ts';
import { readFeedLedger } from '../job/feeds.ts';
import { faultsFrom, outputFolder, readJob } from '../job/job-file.ts';
import { contentsOf, readLexicons } from '../job/lexicon-files.ts';
import { readValidation } from '../job/validation.ts';
import type { LexiconFile, Vocabulary } from '../stages/vocabulary.ts';
import { say } from './say.ts';

/** Silent where all is well; otherwise every fault with file and line, and exit 2. With --unused the rows that moved nothing in the last run. */
export async function checkCommand(path: string | undefined, options: { readonly unused?: boolean }): Promise<void> {
  const { value: job, faults } = readJob(path);
  if (job === null) throw stopForFaults(faults);
  const lexicons = readLexicons(job);
  const all = [
    ...faults,
    ...faultsFrom(job, [...lexicons.faults, ...(await faultsOfLexicons(lexicons, job.sides))]),
    ...readValidation(job).faults,
    ...readFeedLedger(job).faults,
    ...readCorrections(job).faults,
  ];
  if (all.length > 0) throw stopForFaults(all);
  if (!options.unused) return;
  const terms = join(outputFolder(job, undefined), 'latest', 'terms.csv');
  const { openVocabulary } = await import('../stages/vocabulary.ts');
  const vocabulary = openVocabulary(lexicons.value, job.sides);
  for (const { file, line, message } of faultsFrom(job, unusedRows(vocabulary, terms))) say(`${file}:${line}: ${message}`);
}

/** What finds faults in rows; a change in it, in a library or in a row looks at all rows again. */
const LOOKING = { entries: ['cli/lexicon-rows.js'] };

/** Lexicons without a fault are remembered by their contents: to look at them takes ten times as long as all else that a check does. */
async function faultsOfLexicons(
  { value: files, faults }: Compiled<readonly LexiconFile[]>,
  sides: readonly string[],
): Promise<readonly Fault[]> {
  const known = knownRight(LOOKING, sides, contentsOf(files));
  if (known.isRight) return [];
  const { faultsOfRows } = await import('./lexicon-rows.ts');
  const found = faultsOfRows(files, sides);
  if (found.length === 0 && faults.length === 0) known.remember();
  return found;
}

function unusedRows(vocabulary: Vocabulary, terms: string): readonly Fault[] {
  const result = readUtf8(terms);
  if ('error' in result) throw new Stop(exitCodes.usage, `${terms}: ${result.error}, expected the terms of a finished run`);
  const used = new Set(parseRows(result.text, terms).value.map((row) => row.cells.term));
  return vocabulary.tone.entries
    .filter((term) => term.row.cells.pattern !== undefined && !used.has(term.id))
    .map(({ row, pattern }) => ({ file: row.file, line: row.line, message: `\`${pattern}\` moved no statement in the last run` }));
}
