/** `detente run`: the command around a night. It alone knows the clock, and says what a person needs to know. */
import { join, resolve } from 'node:path';
import { listInputs } from './inputs.ts';
import { freeStamp } from './publishing.ts';
import { runNight } from './run.ts';
import { loadSettings, type Settings } from './settings.ts';
import { exitCodes, Stop } from './stop.ts';
import { describeProblems, summarise } from './summary.ts';

interface Options {
  readonly input?: readonly string[];
  readonly output?: string;
  readonly date?: string;
  readonly threads?: number;
}

/** Runs a job. Silent where all is well and nobody watches. */
export async function runCommand(path: string | undefined, options: Options): Promise<void> {
  const started = new Date();
  const loaded = loadSettings(path);
  const settings: Settings = { ...loaded, job: { ...loaded.job, ...(options.threads && { threads: options.threads }) } };
  const { job } = settings;
  const { inputs, missing } = options.input ? listInputs(options.input, process.cwd()) : listInputs(job.inputs, job.base);
  if (missing.length > 0)
    throw new Stop(
      exitCodes.usage,
      missing.map((name) => `${name}: no such file or folder, or nothing in it; expected articles`).join('\n'),
    );
  const folder = join(options.output ? resolve(options.output) : resolve(job.base, job.output), job.name);
  const now = started.toISOString();
  const date = options.date ?? now.slice(0, 10);
  const stamp = freeStamp(folder, options.date ?? `${now.slice(0, 19).replaceAll(':', '')}Z`);
  const outcome = await runNight({
    settings,
    inputs,
    folder,
    date,
    stamp,
    since: now,
    watch: { phase: () => undefined, progress: () => undefined, check: () => undefined },
  });
  if (outcome.code !== exitCodes.done) process.stderr.write(`detente: ${describeProblems(outcome, folder)}\n`);
  if (process.stdout.isTTY) process.stdout.write(summarise(outcome, folder));
  process.exitCode = outcome.code;
}
