/** From the command line to a checked job with its vocabulary, or a stop that lists every fault. */
import { join, relative, resolve, sep } from 'node:path';
import type { Compiled, Fault } from '../core/model/problems.ts';
import { exitCodes, Stop, stopForFaults } from '../core/stop.ts';
import { packageRoot } from '../files/disk/look.ts';
import { readUtf8 } from '../files/disk/read.ts';
import type { LexiconFile, Vocabulary } from '../stages/vocabulary.ts';
import { type Job, parseJob, resolveIn } from './job.ts';
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

/** The invented people and outlets beside the bundled articles: for those articles alone. */
const examples = join(packageRoot, 'jobs') + sep;

/** The job for other articles than its own: a bundled one without the people, outlets and codes that belong to its sample. */
function jobFor(job: Job, articles: readonly string[]): Job {
  if (articles.some((path) => resolve(path).startsWith(examples))) return job;
  const lexicons = job.lexicons.filter((entry) => !resolveIn(job, entry).startsWith(examples));
  const { validation, ...rest } = job;
  return validation === undefined || resolveIn(job, validation).startsWith(examples) ? { ...rest, lexicons } : { ...job, lexicons };
}

/** Where a job writes: output/<name> under the folder that is named, else under the job's; an installed detente writes to the working directory, not beside itself. */
export function outputFolder(job: Job, named: string | undefined): string {
  if (named !== undefined) return join(resolve(named), job.name);
  const isInstalled = packageRoot.split(sep).includes('node_modules') && `${job.base}${sep}`.startsWith(packageRoot + sep);
  return join(isInstalled ? resolve('output') : resolveIn(job, job.output), job.name);
}

/** A job and its vocabulary, free of faults. `articles` are paths that are read instead of the job's inputs. */
export function loadSettings(path: string | undefined, articles?: readonly string[]): Settings {
  const { value: named, faults } = readJob(path);
  if (named === null || faults.length > 0) throw stopForFaults(faults);
  const job = articles === undefined ? named : jobFor(named, articles);
  const vocabulary = loadVocabulary(job);
  if (vocabulary.faults.length > 0) throw stopForFaults(faultsFrom(job, vocabulary.faults));
  return { job, vocabulary: vocabulary.value, lexicons: vocabulary.files };
}
