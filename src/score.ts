/** `detente score` and `detente explain`: statements that are already extracted. */
import { readBytes, readStandardInput } from './disk.ts';
import { readText } from './language.ts';
import type { Score, ToneContext } from './model.ts';
import { LinePrinter } from './printing.ts';
import { parseRows } from './rows.ts';
import { loadSettings, type Settings } from './settings.ts';
import { speakerNamed } from './speakers/named.ts';
import { exitCodes, Stop } from './stop.ts';
import { scoreTone } from './tone/score.ts';

/** Bytes of the largest file of statements that is read whole. */
const LARGEST_FILE = 512 * 1024 * 1024;

/** A line of `score`: any fields beside these are handed through. */
interface StatementLine {
  readonly text: string;
  readonly speaker?: string | null;
  readonly side?: string | null;
  readonly date?: string | null;
  readonly cue?: string | null;
}

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

/** Prints how the score of one statement came about. */
export async function explainCommand(
  words: readonly string[],
  options: { readonly job?: string; readonly speaker?: string; readonly date?: string },
): Promise<void> {
  const settings = loadSettings(options.job);
  const text = words.join(' ');
  const score = scoreLine({ text, speaker: options.speaker ?? null, date: options.date ?? null }, settings);
  process.stdout.write(`${JSON.stringify(score, null, 2)}\n`);
}

function scoreLine(line: StatementLine, settings: Settings): Score {
  const side = line.side ?? (line.speaker ? speakerNamed(line.speaker, line.date ?? null, settings.vocabulary.roster).side : null);
  const context: ToneContext = {
    speaker: line.speaker ?? null,
    side,
    date: line.date ?? null,
    cue: line.cue ?? null,
    kind: null,
    content: null,
    background: [],
  };
  return scoreTone(readText(line.text), context, settings.vocabulary.tone);
}

type ReadLine = StatementLine | { readonly error: string; readonly place: string };

function* statementLines(file: string): Generator<ReadLine> {
  const text = readWhole(file);
  if (/\.(csv|tsv)$/i.test(file)) {
    const rows = parseRows(text, file);
    for (const fault of rows.faults) yield { error: fault.message, place: `line ${fault.line}` };
    for (const row of rows.value) yield checkLine(row.cells, `line ${row.line}`);
    return;
  }
  let number = 0;
  for (const line of text.split('\n')) {
    number += 1;
    if (line.trim() !== '') yield parseLine(line, `line ${number}`);
  }
}

function parseLine(line: string, place: string): ReadLine {
  try {
    return checkLine(JSON.parse(line), place);
  } catch {
    return { error: 'not JSON, expected one object per line', place };
  }
}

function checkLine(value: unknown, place: string): ReadLine {
  const line = value as StatementLine | null;
  if (typeof line !== 'object' || line === null || typeof line.text !== 'string')
    return { error: 'no `text`, expected the words of a statement', place };
  return line;
}

function readWhole(file: string): string {
  if (file === '-') return new TextDecoder().decode(readStandardInput());
  const result = readBytes(file, LARGEST_FILE);
  if ('error' in result) throw new Stop(exitCodes.usage, `${file}: ${result.error}`);
  return new TextDecoder().decode(result.bytes);
}
