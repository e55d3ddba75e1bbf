/** `detente score`: statements that are already extracted. */
import type { ScoredStatement } from '../core/model/tone.ts';
import { exitCodes } from '../core/stop.ts';
import { loadSettings, type Settings } from '../job/load.ts';
import { scoreText } from '../stages/scoring.ts';
import { type StatementLine, statementLines } from './coded-statements.ts';
import { LinePrinter } from './json-lines.ts';
import { warn } from './say.ts';
import { contextOf, weighsOn } from './tone-context.ts';

/** Scores statements of a file, line by line; the same lines come out with relevant, tone, label, sentiment, hits. */
export async function scoreCommand(file: string, options: { readonly job?: string }): Promise<void> {
  const settings = loadSettings(options.job);
  const printer = new LinePrinter();
  let problems = 0;
  for (const line of statementLines(file)) {
    if ('error' in line) {
      problems += 1;
      warn(`set aside ${file} ${line.place}: ${line.error}`);
      continue;
    }
    const { isRelevant, ...score } = scoreLine(line, settings);
    await printer.print({ ...line, relevant: isRelevant, ...score, about: weighsOn(score.hits) });
  }
  await printer.flush();
  if (problems > 0) process.exitCode = exitCodes.someSetAside;
}

function scoreLine(line: StatementLine, settings: Settings): ScoredStatement {
  return scoreText(line.text, contextOf(line, settings), settings).score;
}
