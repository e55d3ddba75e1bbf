/** From the command line to a checked job with its vocabulary, or a stop that lists every fault. */
import { join, relative, resolve } from 'node:path';
import type { Compiled, Fault } from '../core/model.ts';
import { exitCodes, Stop, stopForFaults } from '../core/stop.ts';
import { packageRoot, readUtf8 } from '../files/disk.ts';
import type { LexiconFile, Vocabulary } from '../stages/vocabulary.ts';
import { type Job, parseJob } from './job.ts';
import { loadVocabulary } from './lexicons.ts';

/** The job that runs where none is named. */
export const defaultJob = join(packageRoot, 'jobs', 'nightly.yaml');

/** A job with all that its lexicons give. */
export interface Settings {
  readonly job: Job;
  readonly vocabulary: Vocabulary;
  readonly lexicons: readonly LexiconFile[];
}

/** Reads a job file; a file that cannot be read stops the command. */
export function readJob(path: string | undefined): Compiled<Job | null> {
  const file = resolve(path ?? defaultJob);
  const shown = relative(process.cwd(), file) || file;
  const result = readUtf8(file);
  if ('error' in result) throw new Stop(exitCodes.usage, `${shown}: ${result.error}, expected a job file`);
  const parsed = parseJob(result.text, shown);
  return parsed.value === null ? parsed : { ...parsed, value: { ...parsed.value, file: shown, base: resolve(file, '..') } };
}

/** Faults with paths as seen from the working directory, so that a terminal can open them. */
export function faultsFrom(job: Job, faults: readonly Fault[]): readonly Fault[] {
  return faults.map((fault) =>
    fault.file === job.file ? fault : { ...fault, file: relative(process.cwd(), resolve(job.base, fault.file)) },
  );
}

/** A job and its vocabulary, free of faults. */
export function loadSettings(path: string | undefined): Settings {
  const { value: job, faults } = readJob(path);
  if (job === null || faults.length > 0) throw stopForFaults(faults);
  const vocabulary = loadVocabulary(job);
  if (vocabulary.faults.length > 0) throw stopForFaults(faultsFrom(job, vocabulary.faults));
  return { job, vocabulary: vocabulary.value, lexicons: vocabulary.files };
}
