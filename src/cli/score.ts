/** `detente score`: statements that are already extracted. */
import type { ScoredStatement, ToneContext } from '../core/model.ts';
import { exitCodes } from '../core/stop.ts';
import { loadSettings, type Settings } from '../job/load.ts';
import { scoreText } from '../stages/scoring.ts';
import { speakerNamed } from '../stages/speakers/by-name.ts';
import { type StatementLine, statementLines } from './coded-statements.ts';
import { weighsOn } from './extract.ts';
import { LinePrinter } from './json-lines.ts';

/** Scores statements of a file, line by line; the same lines come out with relevant, tone, label, sentiment, hits. */
export async function scoreCommand(file: string, options: { readonly job?: string }): Promise<void> {
  const settings = loadSettings(options.job);
  const printer = new LinePrinter();
  let problems = 0;
  for (const line of statementLines(file)) {
    if ('error' in line) {
      problems += 1;
      process.stderr.write(`detente: set aside ${file} ${line.place}: ${line.error}\n`);
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

/** What the scorer is told beside the words; the side comes from the line, else from the roster. */
export function contextOf(line: StatementLine, settings: Settings): ToneContext {
  const speaker = line.speaker ?? null;
  const date = line.date ?? null;
  const side = line.side ?? (speaker === null ? null : speakerNamed(speaker, date, settings.vocabulary.roster).side);
  return { speaker, side, date, cue: line.cue ?? null, kind: null, content: null, background: [] };
}
