/** From the job to the CSV files that it names. */
import { join, relative } from 'node:path';
import type { Compiled, Fault } from '../core/model/problems.ts';
import { listTables, packageRoot, stemOf } from '../files/disk/look.ts';
import { readUtf8 } from '../files/disk/read.ts';
import { explainError } from '../files/faults.ts';
import type { LexiconFile } from '../stages/vocabulary.ts';
import { type Job, resolveIn } from './job.ts';

/** Reads every CSV that the job names. A folder that is missing or holds no CSV is a fault of the job. */
export function readLexicons(job: Job): Compiled<readonly LexiconFile[]> {
  const files: LexiconFile[] = [];
  const faults: Fault[] = [];
  for (const entry of job.lexicons) {
    const fault = (message: string): Fault => ({ file: job.file, line: 1, message: `lexicon \`${entry}\`: ${message}` });
    try {
      const paths = listTables(lexiconPath(job, entry));
      if (paths.length === 0) faults.push(fault('no CSV file in it, expected at least one'));
      for (const path of paths) {
        const result = readUtf8(path);
        if ('error' in result) faults.push({ file: relative(job.base, path), line: result.line ?? 1, message: result.error });
        else files.push({ path: relative(job.base, path), table: stemOf(path), text: result.text });
      }
    } catch (error) {
      faults.push(fault(`${explainError(error)}, expected a folder with CSV files or a CSV file`));
    }
  }
  return { value: files, faults };
}

/** Marks a folder of the lexicons that come with detente, wherever it is installed: `detente:english`. */
const BUNDLED = /^detente:/;

function lexiconPath(job: Job, entry: string): string {
  return BUNDLED.test(entry) ? join(packageRoot, 'lexicons', entry.replace(BUNDLED, '')) : resolveIn(job, entry);
}

/** All that decides what lexicon files say: the tables they belong to, and their texts. */
export function contentsOf(files: readonly LexiconFile[]): readonly string[] {
  return files.flatMap(({ table, text }) => [table, text]);
}
