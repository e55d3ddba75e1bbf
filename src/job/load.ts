/** From the command line to a checked job with its vocabulary, or a stop that lists every fault. */
import { join, resolve, sep } from 'node:path';
import { stopForFaults } from '../core/stop.ts';
import { packageRoot } from '../files/disk/look.ts';
import type { LexiconFile, Vocabulary } from '../stages/vocabulary.ts';
import { type Job, resolveIn } from './job.ts';
import { faultsFrom, readJob } from './job-file.ts';
import { loadVocabulary } from './lexicons.ts';

/** A job with all that its lexicons give. */
export interface Settings {
  readonly job: Job;
  readonly vocabulary: Vocabulary;
  readonly lexicons: readonly LexiconFile[];
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

/** A job and its vocabulary, free of faults. `articles` are paths that are read instead of the job's inputs. */
export function loadSettings(path: string | undefined, articles?: readonly string[]): Settings {
  const { value: named, faults } = readJob(path);
  if (named === null || faults.length > 0) throw stopForFaults(faults);
  const job = articles === undefined ? named : jobFor(named, articles);
  const vocabulary = loadVocabulary(job);
  if (vocabulary.faults.length > 0) throw stopForFaults(faultsFrom(job, vocabulary.faults));
  return { job, vocabulary: vocabulary.value, lexicons: vocabulary.files };
}
