/** A job file as a command line names it: found, read, checked, and where its output goes. */
import { join, relative, resolve, sep } from 'node:path';
import type { Compiled, Fault } from '../core/model/problems.ts';
import { exitCodes, Stop } from '../core/stop.ts';
import { packageRoot } from '../files/disk/look.ts';
import { readUtf8 } from '../files/disk/read.ts';
import { knownRight } from '../files/known-right.ts';
import { type Job, parseJob, resolveIn } from './job.ts';

/** The job that runs where none is named. */
export const defaultJob = join(packageRoot, 'jobs', 'nightly.yaml');

/** What finds faults in a job file. */
const CHECKING = { entries: ['job/job.js'] };

/** Reads a job file; a file that cannot be read stops the command. */
export function readJob(path: string | undefined): Compiled<Job | null> {
  const file = resolve(path ?? defaultJob);
  const shown = relative(process.cwd(), file) || file;
  const result = readUtf8(file);
  if ('error' in result) throw new Stop(exitCodes.usage, `${shown}: ${result.error}, expected a job file`);
  const known = knownRight(CHECKING, null, [result.text]);
  const parsed = parseJob(result.text, shown, known.isRight);
  if (!known.isRight && parsed.faults.length === 0) known.remember();
  return parsed.value === null ? parsed : { ...parsed, value: { ...parsed.value, file: shown, base: resolve(file, '..') } };
}

/** Faults with paths as seen from the working directory, so that a terminal can open them. */
export function faultsFrom(job: Job, faults: readonly Fault[]): readonly Fault[] {
  return faults.map((fault) =>
    fault.file === job.file ? fault : { ...fault, file: relative(process.cwd(), resolve(job.base, fault.file)) },
  );
}

/** Where a job writes: output/<name> under the folder that is named, else under the job's; an installed detente writes to the working directory, not beside itself. */
export function outputFolder(job: Job, named: string | undefined): string {
  if (named !== undefined) return join(resolve(named), job.name);
  const isInstalled = packageRoot.split(sep).includes('node_modules') && `${job.base}${sep}`.startsWith(packageRoot + sep);
  return join(isInstalled ? resolve('output') : resolveIn(job, job.output), job.name);
}
