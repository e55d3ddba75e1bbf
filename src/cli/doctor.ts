/** `detente doctor`: on one screen, whether the machine, the job, the lexicons, the store and the output are fit for a night. */

import { availableParallelism, freemem } from 'node:os';
import { join, resolve } from 'node:path';
import { counted } from '../core/counted.ts';
import { exitCodes, Stop } from '../core/stop.ts';
import { makeFolder, removePath } from '../files/disk/change.ts';
import { freeBytes, kindOf, linkTarget } from '../files/disk/look.ts';
import { writeChunks } from '../files/disk/write.ts';
import { listInputs } from '../files/inputs.ts';
import type { Job } from '../job/job.ts';
import { outputFolder, readJob } from '../job/job-file.ts';
import { loadVocabulary } from '../job/lexicons.ts';
import { lookAtStore, storeFile } from '../night/lock.ts';
import { say } from './say.ts';

/** One thing that was looked at. */
interface Finding {
  readonly name: string;
  readonly detail: string;
  /** Exit code where it is not fit, 0 where it is. */
  readonly code: number;
}

/** Bytes below which a night is in danger. */
const LEAST_MEMORY = 768 * 1024 * 1024;
const LEAST_DISK = 512 * 1024 * 1024;

/** Prints what was found, a line each; the exit code is that of the first thing that is not fit. */
export async function doctorCommand(
  path: string | undefined,
  options: { readonly output?: string; readonly metrics?: string },
): Promise<void> {
  const { value: job, faults } = readJob(path);
  const findings: Finding[] = [...lookAtMachine()];
  const listed = faults.map((fault) => `${fault.file}:${fault.line}: ${fault.message}`);
  if (job === null) findings.push(finding('job', listed.join('; '), exitCodes.usage));
  else {
    const folder = outputFolder(job, options.output);
    findings.push(finding('job', `${job.file}, ${job.threads} threads`, exitCodes.done), lookAtInputs(job, folder), lookAtLexicons(job));
    findings.push(await lookAtOutput(folder), await describeStore(folder));
    if (options.metrics) findings.push(await lookAtMetrics(resolve(options.metrics)));
  }
  for (const { name, detail, code } of findings) say(`${code === 0 ? 'ok ' : '!! '} ${name.padEnd(9)} ${detail}`);
  process.exitCode = findings.find(({ code }) => code !== 0)?.code ?? exitCodes.done;
}

function finding(name: string, detail: string, code: number): Finding {
  return { name, detail, code };
}

function lookAtMachine(): readonly Finding[] {
  const memory = freemem();
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isNodeFit = major > 20 || (major === 20 && minor >= 19);
  return [
    finding('node', `${process.version}, expected 20.19 or later; ${availableParallelism()} processors`, isNodeFit ? 0 : exitCodes.usage),
    finding(
      'memory',
      `${megabytes(memory)} free, a night takes about ${megabytes(LEAST_MEMORY)}`,
      memory < LEAST_MEMORY ? exitCodes.cannotWrite : 0,
    ),
  ];
}

function lookAtInputs(job: Job, folder: string): Finding {
  const { inputs, missing } = listInputs(job.inputs, job.base, folder);
  const absent = missing.length > 0 ? `; nothing under ${missing.join(', ')}` : '';
  return finding('inputs', `${counted(inputs.length, 'file')}${absent}`, missing.length > 0 ? exitCodes.usage : 0);
}

function lookAtLexicons(job: Job): Finding {
  const { files, faults } = loadVocabulary(job);
  const first = faults[0];
  if (first === undefined) return finding('lexicons', `${counted(files.length, 'file')}, no fault`, 0);
  return finding('lexicons', `${faults.length} faults, the first is ${first.file}:${first.line}: ${first.message}`, exitCodes.usage);
}

/** Writes a file where the tables will lie, and takes it away again. */
async function lookAtOutput(folder: string): Promise<Finding> {
  const probe = join(folder, 'runs', '.probe');
  try {
    makeFolder(join(folder, 'runs'));
    await writeChunks(probe, ['probe\n']);
    removePath(probe);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return finding('output', error.message, exitCodes.cannotWrite);
  }
  const free = freeBytes(folder);
  const shown = linkTarget(join(folder, 'latest'))?.split('/').at(-1) ?? 'none yet';
  return finding(
    'output',
    `${folder} can be written, ${megabytes(free)} free; last run ${shown}`,
    free < LEAST_DISK ? exitCodes.cannotWrite : 0,
  );
}

/** Writes a file where the metrics will lie, and takes it away again. */
async function lookAtMetrics(path: string): Promise<Finding> {
  try {
    await writeChunks(`${path}.probe`, ['probe\n']);
    removePath(`${path}.probe`);
    return finding('metrics', `${path} can be written`, 0);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return finding('metrics', error.message, exitCodes.cannotWrite);
  }
}

async function describeStore(folder: string): Promise<Finding> {
  if (kindOf(storeFile(folder)) === null) return finding('store', 'none yet, the first night makes it', 0);
  try {
    const { inputs, articles, isOlder } = await lookAtStore(folder);
    const older = isOlder ? '; an earlier version wrote it, the next run reads all inputs again' : '';
    return finding('store', `${counted(inputs, 'input')}, ${counted(articles, 'article')}, held by nobody${older}`, 0);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return finding('store', error.message, error.code);
  }
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
