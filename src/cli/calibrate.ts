/** `detente calibrate` and `detente terms`: what coded statements and a corpus teach about the lexicon. */
import { relative, resolve } from 'node:path';
import { readText } from '../core/language.ts';
import { exitCodes, Stop } from '../core/stop.ts';
import { movePath, writeChunks } from '../files/disk.ts';
import { stopForWriting } from '../files/faults.ts';
import { loadSettings, type Settings } from '../job/load.ts';
import { calibrate, type Labelled } from '../stages/tone/calibrate.ts';
import { isBearer } from '../stages/tone/terms.ts';
import { uncoveredTerms } from '../stages/tone/uncovered.ts';
import { withWeights } from '../stages/tone/weights.ts';
import { reportCalibration } from './calibration-report.ts';
import { type StatementLine, statementLines } from './coded-statements.ts';
import { contextOf } from './tone-context.ts';

interface Coded extends StatementLine {
  readonly id?: string | null;
  readonly relevant?: boolean | string | null;
  readonly tone?: number | string | null;
  readonly tones?: readonly number[];
}

/** Options of the command line. */
export interface CalibrateOptions {
  readonly job?: string;
  readonly write?: boolean;
}

/** With fewer statements not even the accuracy of the lexicon as it is can be told to within ±14 points. */
const FEWEST_CODED = 50;

/** Estimates weights from coded statements, prints what changes and for what they are too few, and with --write puts better weights into the lexicon files. */
export async function calibrateCommand(file: string, options: CalibrateOptions): Promise<void> {
  const settings = loadSettings(options.job);
  const labelled = [...codedStatements(file, settings)];
  const coded = labelled.filter(({ tone }) => tone !== null).length;
  if (coded < FEWEST_CODED)
    throw new Stop(
      exitCodes.usage,
      `${file}: ${coded} statements with a tone, expected at least ${FEWEST_CODED} (a column tone with numbers from -2 to 2)`,
    );
  const found = calibrate(labelled, settings.vocabulary.tone);
  const rows = settings.vocabulary.tone.entries.filter(isBearer).length;
  process.stdout.write(`${reportCalibration(found, { rows, coded: labelled.length }).join('\n')}\n`);
  if (!options.write) process.stdout.write('Nothing was written; --write puts weights that are better into the lexicon files.\n');
  else if (!found.isBetter) process.stdout.write('Nothing was written: these statements do not make the lexicon better.\n');
  else
    for (const lexicon of settings.lexicons) await writeWeights(lexicon, withWeights(lexicon.text, lexicon.path, found.changes), settings);
}

/** Frequent words of a corpus that no row of the lexicon covers. */
export async function termsCommand(file: string, options: { readonly job?: string; readonly most: number }): Promise<void> {
  const settings = loadSettings(options.job);
  const readings = [...statementLines(file)].flatMap((line) => ('error' in line ? [] : [readText(line.text)]));
  const found = uncoveredTerms(readings, settings.vocabulary.tone).slice(0, options.most);
  process.stdout.write(found.map(({ term, texts }) => `${String(texts).padStart(7)}  ${term}\n`).join(''));
}

function* codedStatements(file: string, settings: Settings): Generator<Labelled> {
  for (const line of statementLines(file)) {
    if ('error' in line) {
      process.stderr.write(`detente: set aside ${file} ${line.place}: ${line.error}\n`);
      continue;
    }
    const coded: Coded = line;
    yield { reading: readText(coded.text), context: contextOf(coded, settings), tone: codedTone(coded) };
  }
}

/** The mean of the coders; null where the statement is coded as not relevant. */
function codedTone({ relevant, tone, tones }: Coded): number | null {
  if (relevant === false || relevant === 'false') return null;
  if (tones !== undefined) return tones.length === 0 ? null : tones.reduce((sum, each) => sum + each, 0) / tones.length;
  const number = typeof tone === 'string' ? Number(tone.replace(',', '.')) : tone;
  return number === undefined || number === null || tone === '' || !Number.isFinite(number) ? null : number;
}

async function writeWeights(lexicon: { readonly path: string; readonly text: string }, text: string, settings: Settings): Promise<void> {
  if (text === lexicon.text) return;
  const path = resolve(settings.job.base, lexicon.path);
  try {
    await writeChunks(`${path}.new`, [text]);
    movePath(`${path}.new`, path);
  } catch (error) {
    throw stopForWriting(path, error);
  }
  process.stdout.write(`Weights written to ${relative(process.cwd(), path)}\n`);
}
