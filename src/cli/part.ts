/** `detente map` and `detente reduce`: parts of a plan. Exit codes are for schedulers: 0 done, 2 and 1 never to be tried again, 74, 75 and signals to be tried again. */
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { exitCodes, Stop } from '../core/stop.ts';
import { mapShard, type PartOutcome } from '../night/shards/map.ts';
import { openPlan, type Plan } from '../night/shards/plan.ts';
import { mergeBucket } from '../night/shards/reduce.ts';
import { type PartTask, startPartThreads } from '../night/shards/scratch.ts';
import { conduct } from './conduct.ts';
import { say } from './say.ts';
import { parseNumbers, taskIndex } from './task-index.ts';

/** Options of both commands. */
export interface PartOptions {
  /** Numbers of shards or buckets, from 0, as '3' or '0-7,9'. */
  readonly shard?: string;
  readonly bucket?: string;
  /** The numbers among which a scheduler's index counts, as '3,7-9'; all where nothing is said. */
  readonly only?: string;
  readonly threads: number;
  readonly scratch?: string;
  readonly quiet?: boolean;
}

/** Makes the parts of shards. */
export function mapCommand(folder: string, options: PartOptions): Promise<void> {
  return makeParts(folder, { options, name: 'shard', count: ({ shards }) => shards.length, make: mapShard });
}

/** Merges buckets. */
export function reduceCommand(folder: string, options: PartOptions): Promise<void> {
  return makeParts(folder, { options, name: 'bucket', count: ({ buckets }) => buckets, make: mergeBucket });
}

interface Making {
  readonly options: PartOptions;
  readonly name: 'shard' | 'bucket';
  readonly count: (plan: Plan) => number;
  readonly make: (task: PartTask, index: number) => Promise<PartOutcome>;
}

/** One after the other, with the same threads: what a text gives does not depend on what was read before it. */
async function makeParts(folder: string, { options, name, count, make }: Making): Promise<void> {
  await conduct('text', async ({ journal, watch }) => {
    const plan = openPlan(resolve(folder));
    const all = count(plan.plan);
    const numbers = numbersOf(options, name);
    for (const index of numbers)
      if (index >= all) throw new Stop(exitCodes.usage, `${name} ${index}: expected a number from 0 to ${all - 1}`);
    const threads = startPartThreads(plan, options.threads);
    watch.onSignal(() => void threads.close());
    try {
      for (const index of numbers) {
        const { isThere, counts } = await make({ plan, threads, scratch: resolve(options.scratch ?? tmpdir()), watch }, index);
        journal.endProgress();
        const told = Object.entries(counts).map(([what, number]) => `${number} ${what}`);
        if (!options.quiet) say(`${name} ${index} of ${all}: ${told.join(', ')}${isThere ? ' (there already)' : ''}`);
      }
    } finally {
      await threads.close();
    }
    return exitCodes.done;
  });
}

function numbersOf(options: PartOptions, name: 'shard' | 'bucket'): readonly number[] {
  const named = options[name];
  if (named !== undefined) return parseNumbers(named);
  const only = options.only === undefined ? null : parseNumbers(options.only);
  return [taskIndex(process.env, { only, option: `--${name}` })];
}
