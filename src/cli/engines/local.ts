/** The engine that needs no scheduler: processes on this machine, a few at a time. */
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { isWorthRetrying, RETRIES } from './job.ts';

/** How processes are run. */
export interface LocalOptions {
  /** Words that call detente. */
  readonly detente: readonly string[];
  /** Processes at once. */
  readonly workers: number;
  /** Milliseconds before another try; more with each one. */
  readonly pause: number;
  /** Told how many are done. */
  readonly tell: (done: number) => void;
}

/** Runs all tasks, each the words of one command, and gives 0, or the code of the first that failed for good; no new one begins after that. */
export async function runTasks(tasks: readonly (readonly string[])[], options: LocalOptions): Promise<number> {
  const running = new Set<ChildProcess>();
  const stopAll = (signal: NodeJS.Signals) => (): void => running.forEach((child) => void child.kill(signal));
  const listeners = (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((name) => ({ name, listener: stopAll(name) }));
  for (const { name, listener } of listeners) process.on(name, listener);
  const queue = tasks[Symbol.iterator]();
  let failed = 0;
  let done = 0;
  const walk = async (): Promise<void> => {
    for (let next = queue.next(); !next.done && failed === 0; next = queue.next()) {
      const code = await runTask(next.value, options, running);
      if (code !== 0 && failed === 0) failed = code;
      done += 1;
      options.tell(done);
    }
  };
  try {
    await Promise.all(Array.from({ length: options.workers }, walk));
  } finally {
    for (const { name, listener } of listeners) process.off(name, listener);
  }
  return failed;
}

/** The exit code of the last try. */
async function runTask(words: readonly string[], { detente, pause }: LocalOptions, running: Set<ChildProcess>): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const ended = await new Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>((resolve, reject) => {
      const [program = '', ...rest] = [...detente, ...words];
      const child = spawn(program, rest, { stdio: ['ignore', 'ignore', 'inherit'] });
      running.add(child);
      child.on('error', reject);
      child.on('exit', (code, signal) => {
        running.delete(child);
        resolve({ code, signal });
      });
    });
    if (ended.code === 0 || !isWorthRetrying(ended.code) || attempt > RETRIES) return ended.code ?? 128;
    await setTimeout(pause * attempt);
  }
}
