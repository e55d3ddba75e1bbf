/** Which task of an array this process is, as the scheduler that started it says. */
import { exitCodes, Stop } from '../core/stop.ts';

/** Variable in which a scheduler tells a task its index, and the index of the first one. */
const VARIABLES: Readonly<Record<string, number>> = {
  // Slurm: --array=0-63.
  SLURM_ARRAY_TASK_ID: 0,
  // Kubernetes: completionMode Indexed.
  JOB_COMPLETION_INDEX: 0,
  // AWS Batch: array jobs.
  AWS_BATCH_JOB_ARRAY_INDEX: 0,
  // Grid Engine: qsub -t 1-64.
  SGE_TASK_ID: 1,
  // GNU parallel: the number of the job.
  PARALLEL_SEQ: 1,
};

/** How an index is to be understood. */
export interface IndexOptions {
  /** The numbers among which it counts; all where null. */
  readonly only: readonly number[] | null;
  /** The option by which a person gives the number instead. */
  readonly option: string;
}

/** The number of this task, from 0. Stops where no scheduler tells it, or two tell different things. */
export function taskIndex(environment: Readonly<Record<string, string | undefined>>, { only, option }: IndexOptions): number {
  const told = Object.entries(VARIABLES).flatMap(([name, first]) => {
    const value = environment[name];
    return value !== undefined && /^\d+$/.test(value) ? [{ name, index: Number(value) - first }] : [];
  });
  const [one, other] = told;
  if (one === undefined)
    throw new Stop(
      exitCodes.usage,
      `no number given, expected ${option} or one of ${Object.keys(VARIABLES).join(', ')} in the environment`,
    );
  if (other !== undefined)
    throw new Stop(exitCodes.usage, `both ${one.name} and ${other.name} are set, expected ${option} to say which counts`);
  const index = only === null ? one.index : only[one.index];
  if (index === undefined || index < 0)
    throw new Stop(exitCodes.usage, `${one.name}=${environment[one.name]}: there is no task of that number`);
  return index;
}

/** '0-3,7' → 0, 1, 2, 3, 7. */
export function parseNumbers(text: string): readonly number[] {
  return text.split(',').flatMap((run) => {
    const found = /^(\d+)(?:-(\d+))?$/.exec(run.trim());
    if (found === null) throw new Stop(exitCodes.usage, `${text}: expected numbers as 3,7-9`);
    const first = Number(found[1]);
    const last = Number(found[2] ?? first);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  });
}
