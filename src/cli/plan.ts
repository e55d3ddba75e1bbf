/** `detente plan`: freezes what many machines are to read. */

import { relative, resolve } from 'node:path';
import { counted } from '../core/counted.ts';
import { exitCodes, Stop } from '../core/stop.ts';
import { outputFolder } from '../job/job-file.ts';
import { makePlan } from '../night/shards/plan.ts';
import { conduct } from './conduct.ts';
import { findInputs, type InputOptions, loadForNight, namedInputs } from './job-inputs.ts';
import { say } from './say.ts';

/** Options of the command line. */
export interface PlanOptions extends InputOptions {
  readonly shards: number;
  readonly buckets?: number;
  readonly out: string;
  readonly output?: string;
  readonly date?: string;
}

/** Shards to a bucket: merging and scoring what is left takes a small part of what reading takes. */
const SHARDS_PER_BUCKET = 4;

/** Writes the plan, and says in one line what it holds and what comes next. */
export async function planCommand(path: string | undefined, options: PlanOptions): Promise<void> {
  await conduct('text', async ({ watch }) => {
    if (/^[a-z0-9]+:\/\//.test(options.out))
      throw new Stop(exitCodes.usage, `${options.out}: an object store, expected a folder that all machines see`);
    const named = namedInputs(options);
    const settings = loadForNight(path, named, {});
    const { job } = settings;
    const output = outputFolder(job, options.output);
    const inputs = findInputs(job, named, output);
    const { shards, buckets = Math.ceil(shards / SHARDS_PER_BUCKET) } = options;
    const date = options.date ?? new Date().toISOString().slice(0, 10);
    const plan = await makePlan({ folder: resolve(options.out), settings, inputs, output, date, shards, buckets, watch });
    const bytes = plan.shards.reduce((sum, shard) => sum + shard.bytes, 0);
    const shown = relative(process.cwd(), resolve(options.out)) || '.';
    say(
      `${counted(inputs.length, 'input')}, ${counted(bytes, 'byte')}, in ${counted(shards, 'shard')} and ${counted(buckets, 'bucket')}: ${shown}; next: detente submit ${shown} --engine local`,
    );
    return exitCodes.done;
  });
}
