/** The commands of a run on many machines: names, options and help. */

import { parseDay, parseThreads, parseUpTo } from './arguments.ts';
import { type Command, Option } from './commander.ts';

/** Adds them, in the order in which they are called. */
export function addShardCommands(program: Command): void {
  const part = (name: string, what: string): Command =>
    program
      .command(name)
      .argument('<plan>', 'folder of the plan')
      .option('--only <numbers>', `the ${what}s among which the scheduler's index counts, as 3,7-9`)
      .option('-t, --threads <number>', 'worker threads', parseThreads, 1)
      .option('--scratch <folder>', "folder on this machine's own disk for what is under way, by default that for temporary files")
      .option('-q, --quiet', 'say nothing when all is well');
  program
    .command('plan')
    .description('Past one machine: freezes what is to be read, cut into shards, in a folder that all machines see')
    .argument('[job]', 'job file, by default the bundled jobs/nightly.yaml')
    .requiredOption('-n, --shards <number>', 'how many parts the inputs are cut into', parseUpTo(100_000))
    .requiredOption('--out <folder>', 'folder of the plan and its parts')
    .option('-b, --buckets <number>', 'how many parts the wordings are cut into, by default one for four shards', parseUpTo(4096))
    .option('-i, --input <path...>', "files or folders instead of the job's inputs")
    .option('--files-from <list>', 'file with the names of inputs, a line each; - reads standard input')
    .option('-o, --output <folder>', "folder instead of the job's output")
    .option('-d, --date <day>', 'date of the run, as 2026-11-20, instead of today', parseDay)
    .action(async (job, options) => (await import('./plan.ts')).planCommand(job, options));
  part('map', 'shard')
    .description('Reads and scores one shard of a plan; which one is told by --shard or by the scheduler')
    .option('--shard <numbers>', 'number of the shard, from 0; of several as 3,7-9')
    .action(async (plan, options) => (await import('./part.ts')).mapCommand(plan, options));
  part('reduce', 'bucket')
    .description('Merges the printings of one bucket of wordings over all shards')
    .option('--bucket <numbers>', 'number of the bucket, from 0; of several as 3,7-9')
    .action(async (plan, options) => (await import('./part.ts')).reduceCommand(plan, options));
  program
    .command('finish')
    .description('Publishes what all parts hold, as a night does; ends with 5 and a list where parts are missing')
    .argument('<plan>', 'folder of the plan')
    .addOption(new Option('-l, --log <form>', 'what is said on standard error').choices(['text', 'json']).default('text'))
    .option('-m, --metrics <file>', 'write metrics as a Prometheus text file')
    .option('-q, --quiet', 'say nothing when all is well')
    .option('--lenient', 'end with 0 although inputs were set aside, as with `onProblems: succeed`')
    .action(async (plan, options) => (await import('./finish.ts')).finishCommand(plan, options));
  program
    .command('submit')
    .description('Prints the shell script that has a scheduler do what is missing of a plan; `--engine local` does it here')
    .argument('<plan>', 'folder of the plan')
    .addOption(
      new Option('-e, --engine <name>', 'what runs the tasks')
        .choices(['slurm', 'k8s', 'aws', 'sge', 'parallel', 'local'])
        .makeOptionMandatory(),
    )
    .option('--send', 'run the script instead of printing it')
    .option('-w, --workers <number>', 'with local and parallel: tasks at once, by default as many as there are processors', parseThreads)
    .action(async (plan, options) => (await import('./submit.ts')).submitCommand(plan, options));
}
