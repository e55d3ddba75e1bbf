/** `detente submit`: hands what is missing of a plan to an engine that runs arrays of tasks. */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { exitCodes, Stop } from '../core/stop.ts';
import { describeNumbers, findMissing } from '../night/shards/parts.ts';
import { openPlan } from '../night/shards/plan.ts';
import { conduct, type Surroundings } from './conduct.ts';
import { type EngineJob, quote, stagesOf } from './engines/job.ts';
import { runTasks } from './engines/local.ts';
import { awsScript, kubernetesScript, parallelScript, sgeScript } from './engines/others.ts';
import { slurmScript } from './engines/slurm.ts';
import { finishCommand } from './finish.ts';

/** Options of the command line. */
export interface SubmitOptions {
  readonly engine: string;
  readonly send?: boolean;
  readonly workers?: number;
}

const SCRIPTS: Readonly<Record<string, (job: EngineJob) => string>> = {
  slurm: slurmScript,
  sge: sgeScript,
  parallel: parallelScript,
  k8s: kubernetesScript,
  aws: awsScript,
};
/** Engines whose tasks run in a container, where detente is called by its name. */
const IN_CONTAINERS = ['k8s', 'aws'];

/** Prints the script, or runs it; the local engine always runs. */
export async function submitCommand(folder: string, options: SubmitOptions): Promise<void> {
  const plan = openPlan(resolve(folder));
  const words = [process.execPath, process.argv[1] ?? 'detente'];
  const job: EngineJob = {
    ...findMissing(plan),
    plan: plan.folder,
    detente: IN_CONTAINERS.includes(options.engine) ? 'detente' : words.map(quote).join(' '),
    workers: options.workers ?? availableParallelism(),
  };
  const write = SCRIPTS[options.engine];
  if (write === undefined) return runHere(job, words);
  if (!options.send) return void process.stdout.write(write(job));
  const { status, error } = spawnSync('bash', ['-s'], { input: write(job), stdio: ['pipe', 'inherit', 'inherit'] });
  if (error) throw new Stop(exitCodes.usage, `bash: cannot be started (${error.message})`);
  if (status !== 0) throw new Stop(exitCodes.tryAgain, `${options.engine}: the script ended with ${status}; nothing else was sent`);
}

/** Milliseconds before another try. */
const PAUSE = 1000;

async function runHere(job: EngineJob, detente: readonly string[]): Promise<void> {
  await conduct('text', async ({ journal, watch }: Surroundings) => {
    for (const { name, option, tasks } of stagesOf(job)) {
      const commands = shareOut(tasks, job.workers).map((share) => [name, job.plan, option, describeNumbers(share), '--quiet']);
      const tell = (done: number): void => journal.progress(`${name}: ${done} of ${commands.length}`);
      const code = await runTasks(commands, { detente, workers: job.workers, pause: PAUSE, tell });
      journal.endProgress();
      watch.check();
      if (code !== 0) throw new Stop(code, `a task of ${name} ended with ${code}; what is done is kept`);
    }
    return exitCodes.done;
  });
  if (process.exitCode === exitCodes.done) await finishCommand(job.plan, {});
}

/** Neighbours together, a share for each worker: a process that makes several parts starts once. */
function shareOut(tasks: readonly number[], workers: number): readonly (readonly number[])[] {
  const size = Math.ceil(tasks.length / workers);
  return Array.from({ length: Math.ceil(tasks.length / size) }, (_, share) => tasks.slice(share * size, (share + 1) * size));
}
