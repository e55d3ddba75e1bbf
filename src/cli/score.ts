/** `detente score` and `detente explain`: statements that are already extracted. */
import { readText } from '../core/language.ts';
import type { ScoredStatement, ToneContext } from '../core/model.ts';
import { exitCodes } from '../core/stop.ts';
import { loadSettings, type Settings } from '../job/load.ts';
import { scoreReading } from '../stages/pipeline.ts';
import { speakerNamed } from '../stages/speakers/by-name.ts';
import { explainScore } from '../stages/tone/explain.ts';
import { scoreTone } from '../stages/tone/score.ts';
import { type StatementLine, statementLines } from './coded-statements.ts';
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
    await printer.print({ ...line, relevant: isRelevant, ...score });
  }
  await printer.flush();
  if (problems > 0) process.exitCode = exitCodes.someSetAside;
}

/** Prints how the score of one statement came about, clause by clause; in colour on a terminal. */
export async function explainCommand(
  words: readonly string[],
  options: { readonly job?: string; readonly speaker?: string; readonly date?: string },
): Promise<void> {
  const settings = loadSettings(options.job);
  const line = { text: words.join(' '), speaker: options.speaker ?? null, date: options.date ?? null };
  const reading = readText(line.text);
  const score = scoreTone(reading, contextOf(line, settings), settings.vocabulary.tone);
  const lines = explainScore(score, reading, { isColoured: process.stdout.isTTY === true });
  process.stdout.write(`${lines.join('\n')}\n`);
}

function scoreLine(line: StatementLine, settings: Settings): ScoredStatement {
  return scoreReading(readText(line.text), contextOf(line, settings), settings);
}

/** What the scorer is told beside the words; the side comes from the line, else from the roster. */
export function contextOf(line: StatementLine, settings: Settings): ToneContext {
  const speaker = line.speaker ?? null;
  const date = line.date ?? null;
  const side = line.side ?? (speaker === null ? null : speakerNamed(speaker, date, settings.vocabulary.roster).side);
  return { speaker, side, date, cue: line.cue ?? null, kind: null, content: null, background: [] };
}
