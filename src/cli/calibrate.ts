/** `detente calibrate` and `detente terms`: what coded statements and a corpus teach about the lexicon. */

import { relative, resolve } from 'node:path';
import { counted } from '../core/counted.ts';
import { exitCodes, Stop } from '../core/stop.ts';
import { movePath } from '../files/disk/change.ts';
import { writeChunks } from '../files/disk/write.ts';
import { loadSettings, type Settings } from '../job/load.ts';
import { readValidation } from '../job/validation.ts';
import { calibrate, type Labelled } from '../stages/tone/calibrate.ts';
import { readStatement } from '../stages/tone/statement.ts';
import { isBearer } from '../stages/tone/terms.ts';
import { uncoveredTerms } from '../stages/tone/uncovered.ts';
import { withWeights } from '../stages/tone/weights.ts';
import { hashWords } from '../stages/validation/design.ts';
import { reportCalibration } from './calibration-report.ts';
import { type StatementLine, statementLines } from './coded-statements.ts';
import { say, warn } from './say.ts';
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

/** So many refused statements are named, by their first characters where they have no id. */
const NAMED = 10;
const NAMED_LENGTH = 40;

/** Estimates weights from coded statements, prints what changes and for what they are too few, and with --write puts better weights into the lexicon files. */
export async function calibrateCommand(file: string, options: CalibrateOptions): Promise<void> {
  const settings = loadSettings(options.job);
  const { free, sampled } = apartFromSample([...codedStatements(file)], settings);
  const labelled = free.map((statement) => labelledOf(statement, settings));
  const coded = labelled.filter(({ tone }) => tone !== null).length;
  if (sampled.length > 0) warn(`${file}: ${refusal(sampled)}`);
  if (coded < FEWEST_CODED)
    throw new Stop(
      exitCodes.usage,
      `${file}: ${counted(coded, 'statement')} with a tone${sampled.length > 0 ? ' besides' : ''}, expected at least ${FEWEST_CODED} (a column tone with numbers from -2 to 2)`,
    );
  const found = calibrate(labelled, settings.vocabulary.tone);
  const rows = settings.vocabulary.tone.entries.filter(isBearer).length;
  say(...reportCalibration(found, { rows, coded: labelled.length }));
  if (!options.write) say('Nothing was written; --write puts weights that are better into the lexicon files.');
  else if (!found.isBetter) say('Nothing was written: these statements do not make the lexicon better.');
  else
    for (const lexicon of settings.lexicons) await writeWeights(lexicon, withWeights(lexicon.text, lexicon.path, found.changes), settings);
}

/** Frequent words of a corpus that no row of the lexicon covers. */
export async function termsCommand(file: string, options: { readonly job?: string; readonly most: number }): Promise<void> {
  const settings = loadSettings(options.job);
  const readings = [...statementLines(file)].flatMap((line) =>
    'error' in line ? [] : [readStatement(line.text, settings.vocabulary.tone)],
  );
  const found = uncoveredTerms(readings, settings.vocabulary.tone).slice(0, options.most);
  if (found.length > 0) say(...found.map(({ term, texts }) => `${String(texts).padStart(7)}  ${term}`));
}

function* codedStatements(file: string): Generator<Coded> {
  for (const line of statementLines(file)) {
    if ('error' in line) {
      warn(`set aside ${file} ${line.place}: ${line.error}`);
      continue;
    }
    yield line;
  }
}

function labelledOf(coded: Coded, settings: Settings): Labelled {
  return { reading: readStatement(coded.text, settings.vocabulary.tone), context: contextOf(coded, settings), tone: codedTone(coded) };
}

/** Parts the statements of the job's validation sample from all others; they are known by their id or by their words. */
function apartFromSample(
  statements: readonly Coded[],
  { job }: Settings,
): { readonly free: readonly Coded[]; readonly sampled: readonly Coded[] } {
  const drawn = readValidation(job).validation?.design.statements ?? {};
  const words = new Set(Object.values(drawn).map((statement) => statement.words));
  const isSampled = ({ id, text }: Coded): boolean => (typeof id === 'string' && Object.hasOwn(drawn, id)) || words.has(hashWords(text));
  return { free: statements.filter((each) => !isSampled(each)), sampled: statements.filter(isSampled) };
}

function refusal(sampled: readonly Coded[]): string {
  const names = sampled.slice(0, NAMED).map(({ id, text }) => id ?? `“${text.slice(0, NAMED_LENGTH)}”`);
  const are = sampled.length === 1 ? 'statement belongs' : 'statements belong';
  return `${sampled.length} ${are} to the validation sample and ${sampled.length === 1 ? 'is' : 'are'} left out, since weights learned from the sample would make the means that it corrects wrong: ${names.join(', ')}${sampled.length > NAMED ? ', …' : ''}`;
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
  await writeChunks(`${path}.new`, [text]);
  movePath(`${path}.new`, path);
  say(`Weights written to ${relative(process.cwd(), path)}`);
}
