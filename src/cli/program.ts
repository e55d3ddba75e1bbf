/** The command line: names, options and help of every command. Each command is loaded when it is called, so help and a wrong word are answered at once. */

import { printable } from '../core/printable.ts';
import { packageVersion } from '../files/version.ts';
import { parseCoders, parseCount, parseDay, parseStrata, parseThreads } from './arguments.ts';
import { Command, Option } from './commander.ts';
import { addShardCommands } from './shard-commands.ts';

const exits = `
Exit codes: 0 done · 1 a bug · 2 usage, job or lexicon wrong · 3 done, some inputs set aside · 4 too many set aside, nothing published
            5 shards missing · 11 another run holds the store · 74 cannot write, the last good output stands · 75 try again`;

const jobOption = (): Option =>
  new Option('-j, --job <file>', 'job file that names the lexicons').default(undefined, 'the bundled jobs/nightly.yaml');

/** Builds the command line; a wrong command or option is answered with the closest right one. */
export function buildProgram(): Command {
  const program = new Command('detente')
    .description(
      'Finds every statement that news articles quote, says who made it and when, and scores its tone toward cooperation of two countries',
    )
    .version(packageVersion())
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ writeErr: (text) => void process.stderr.write(printable(text)) })
    .addHelpText('after', exits);
  program
    .command('run')
    .description('The nightly job: reads what is new or changed, scores what has no score, publishes the tables')
    .argument('[job]', 'job file, by default the bundled jobs/nightly.yaml')
    .option('-i, --input <path...>', "files or folders instead of the job's inputs")
    .option('--files-from <list>', 'file with the names of inputs, a line each; - reads standard input')
    .option('-o, --output <folder>', "folder instead of the job's output")
    .option('-d, --date <day>', 'date of the run, as 2026-11-20, instead of today', parseDay)
    .option('-t, --threads <number>', "worker threads instead of the job's", parseThreads)
    .addOption(new Option('-l, --log <form>', 'what is said on standard error').choices(['text', 'json']).default('text'))
    .option('-m, --metrics <file>', 'write metrics as a Prometheus text file')
    .option('-q, --quiet', 'say nothing when all is well, as cron wants it')
    .option('--lenient', 'end with 0 although inputs were set aside, as with `onProblems: succeed`')
    .action(async (job, options) => (await import('./run.ts')).runCommand(job, options));
  program
    .command('init')
    .description('Makes a job of your own: a job file, a folder for articles, a folder for lexicons')
    .argument('[folder]', 'where to make it', '.')
    .action(async (folder) => (await import('./init.ts')).initCommand(folder));
  program
    .command('doctor')
    .description('Says on one screen whether machine, job, lexicons, store and output are fit for a night')
    .argument('[job]', 'job file, by default the bundled jobs/nightly.yaml')
    .option('-o, --output <folder>', "folder instead of the job's output")
    .option('-m, --metrics <file>', 'also whether this file can be written')
    .action(async (job, options) => (await import('./doctor.ts')).doctorCommand(job, options));
  program
    .command('articles')
    .description('JSON lines of articles as read: id, path, outlet, title, url, published, publishedBasis, text')
    .argument('<paths...>', 'files or folders; - reads article JSON lines from standard input')
    .addOption(jobOption())
    .option('-f, --format <name>', 'reader to use instead of sniffing')
    .option('--why', 'one line for each input: what it was taken for, its date and outlet, what is boilerplate, why it was set aside')
    .action(async (paths, options) => (await import('./extract.ts')).articlesCommand(paths, options));
  program
    .command('extract')
    .description('JSON lines of statements, scored; no store is touched')
    .argument('<paths...>', 'files or folders; - reads article JSON lines from standard input')
    .addOption(jobOption())
    .option('-f, --format <name>', 'reader to use instead of sniffing')
    .option('--show', 'print the articles for a person, with statements, speakers and rules marked')
    .action(async (paths, options) => (await import('./extract.ts')).extractCommand(paths, options));
  program
    .command('score')
    .description('Scores statements that are already extracted: JSON lines or CSV with speaker, date, text; same lines out, with tone')
    .argument('<file>', 'JSON lines or CSV; - reads standard input')
    .addOption(jobOption())
    .action(async (file, options) => (await import('./score.ts')).scoreCommand(file, options));
  program
    .command('explain')
    .description('How a score came about, term by term')
    .argument('[text...]', 'a statement')
    .option('--id <id>', 'a published statement instead, by its id in statements.csv')
    .option('-s, --speaker <name>', 'who said it; decides the side')
    .option('--side <side>', 'the side of the speaker, instead of what the roster says')
    .option('-d, --date <day>', 'when it was said, as 2018-12-22')
    .option('--cue <words>', 'the words of saying, as: denied')
    .option('--kind <kind>', 'direct, mixed, indirect, post, turn or headline')
    .option('--part <words>', 'the quoted words, where the statement is the clause around them; as often as there are parts', collect)
    .option('--around <text>', 'what its article says shortly before and behind it')
    .option(
      '--article-about <sides>',
      'the sides that its article is about, with a comma between; one that the title names twice',
      (sides: string) => sides.split(','),
    )
    .option('-o, --output <folder>', "with --id: folder instead of the job's output")
    .addOption(jobOption())
    .action(async (text, options) => (await import('./explain.ts')).explainCommand(text, options));
  program
    .command('calibrate')
    .description('Estimates the weights of the lexicon rows from statements that people have coded; cross-validated, with a readable diff')
    .argument('<labelled>', 'JSON lines or CSV with text, tone (or tones), and speaker, side, date, relevant where known')
    .addOption(jobOption())
    .option('--write', 'put the new weights into the lexicon files')
    .action(async (file, options) => (await import('./calibrate.ts')).calibrateCommand(file, options));
  program
    .command('terms')
    .description('Frequent words of a corpus that no row of the lexicon covers')
    .argument('<file>', 'JSON lines or CSV with text')
    .option('-n, --most <count>', 'how many to print', parseCount, 100)
    .addOption(jobOption())
    .action(async (file, options) => (await import('./calibrate.ts')).termsCommand(file, options));
  program
    .command('sample')
    .description('Draws statements for people to code and writes a sheet for each coder; a second draw adds sheets')
    .argument('[job]', 'job file, by default the bundled jobs/nightly.yaml')
    .option('-n, --size <number>', 'about how many statements', parseCount, 400)
    .option('--overlap <number>', 'how many of them every coder gets', parseCount, 100)
    .option('-c, --coders <names>', 'names of the coders, with commas between', parseCoders, ['coder1', 'coder2'])
    .option('--strata <names>', 'what the sample is spread over: side, year, label, role', parseStrata, ['side', 'year', 'label'])
    .option('-s, --seed <number>', 'seed of the draw', parseCount, 1)
    .option('-o, --output <folder>', "folder instead of the job's output")
    .option('--plan', 'draw nothing; print which precision how many codes give')
    .action(async (job, options) => {
      if (options.plan) await (await import('./validate.ts')).validateCommand(job, options);
      else await (await import('./sample.ts')).sampleCommand(job, options);
    });
  program
    .command('validate')
    .description('Agreement, accuracy and corrected means from the sheets that coders have filled in')
    .argument('[job]', 'job file, by default the bundled jobs/nightly.yaml')
    .option('-o, --output <folder>', "folder instead of the job's output")
    .option('--plan', 'write nothing; print which precision how many codes give')
    .action(async (job, options) => (await import('./validate.ts')).validateCommand(job, options));
  program
    .command('collect')
    .description('Fetches what feeds have that is new, into an archive that run reads; the only command that opens a connection')
    .argument('<feeds>', 'list of feeds: CSV (feed, outlet, side, pages, every) or OPML')
    .option('--into <folder>', 'folder of the articles, by default articles/ beside the list')
    .requiredOption('--contact <address>', 'your e-mail address or page, which every request names')
    .option('--allow <host...>', "hosts that may be asked although they lie in a network of the machine's own")
    .addOption(new Option('-l, --log <form>', 'what is said on standard error').choices(['text', 'json']).default('text'))
    .option('-q, --quiet', 'say nothing when all is well, as cron wants it')
    .action(async (feeds, options) => (await import('./collect.ts')).collectCommand(feeds, options));
  program
    .command('check')
    .description("Checks the job file, every lexicon row and every coder's sheet, all faults at once")
    .argument('[job]', 'job file')
    .option('--unused', 'also list the tone rows that moved no statement in the last run')
    .action(async (job, options) => (await import('./check.ts')).checkCommand(job, options));
  addShardCommands(program);
  for (const command of program.commands) command.exitOverride().showSuggestionAfterError();
  return program;
}

function collect(word: string, before: readonly string[] = []): readonly string[] {
  return [...before, word];
}
