/** The command line: names, options and help of every command. */
import { Command, Option } from 'commander';
import { checkCommand } from './check.ts';
import { articlesCommand, extractCommand } from './extract.ts';
import { explainCommand, scoreCommand } from './score.ts';
import { packageVersion } from './settings.ts';

const exits = `
Exit codes: 0 done · 1 a bug · 2 usage, job or lexicon wrong · 3 done, some inputs set aside · 4 too many set aside, nothing published
            5 shards missing · 11 another run holds the store · 74 cannot write, the last good output stands`;

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
    .addHelpText('after', exits);
  program
    .command('articles')
    .description('JSON lines of articles as read: id, path, outlet, title, url, published, publishedBasis, text')
    .argument('<paths...>', 'files or folders; - reads article JSON lines from standard input')
    .addOption(jobOption())
    .option('-f, --format <name>', 'reader to use instead of sniffing')
    .action(articlesCommand);
  program
    .command('extract')
    .description('JSON lines of statements, scored; no store is touched')
    .argument('<paths...>', 'files or folders; - reads article JSON lines from standard input')
    .addOption(jobOption())
    .option('-f, --format <name>', 'reader to use instead of sniffing')
    .option('--show', 'print the articles for a person, with statements, speakers and rules marked')
    .action(extractCommand);
  program
    .command('score')
    .description('Scores statements that are already extracted: JSON lines or CSV with speaker, date, text; same lines out, with tone')
    .argument('<file>', 'JSON lines or CSV; - reads standard input')
    .addOption(jobOption())
    .action(scoreCommand);
  program
    .command('explain')
    .description('How a score came about, term by term')
    .argument('<text...>', 'a statement')
    .option('-s, --speaker <name>', 'who said it; decides the side')
    .option('-d, --date <day>', 'when it was said, as 2018-12-22')
    .addOption(jobOption())
    .action(explainCommand);
  program
    .command('check')
    .description('Checks the job file and every lexicon row, all faults at once')
    .argument('[job]', 'job file')
    .action(checkCommand);
  for (const command of program.commands) command.exitOverride().showSuggestionAfterError();
  return program;
}
