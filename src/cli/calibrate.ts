/** `detente calibrate` and `detente terms`: what coded statements and a corpus teach about the lexicon. */
import { relative, resolve } from 'node:path';
import { readText } from '../core/language.ts';
import { exitCodes, Stop } from '../core/stop.ts';
import { movePath, stemOf, writeChunks } from '../files/disk.ts';
import { stopForWriting } from '../files/faults.ts';
import { loadSettings, type Settings } from '../job/load.ts';
import type { Figures } from '../stages/tone/agreement.ts';
import { type Calibration, calibrate, type Labelled } from '../stages/tone/calibrate.ts';
import type { MannerWord } from '../stages/tone/estimate-manner.ts';
import { markersOf, uncoveredTerms } from '../stages/tone/uncovered.ts';
import { describeChanges, withManner, withWeights } from '../stages/tone/weights.ts';
import type { LexiconFile } from '../stages/vocabulary.ts';
import { type StatementLine, statementLines } from './coded-statements.ts';
import { contextOf } from './score.ts';

interface Coded extends StatementLine {
  readonly relevant?: boolean | string | null;
  readonly tone?: number | string | null;
  readonly tones?: readonly number[];
}

const CHANGES_SHOWN = 40;
const MARKERS_SHOWN = 15;

/** Estimates weights from coded statements, prints what changes, and with --write puts them into the lexicon files. */
export async function calibrateCommand(file: string, options: { readonly job?: string; readonly write?: boolean }): Promise<void> {
  const settings = loadSettings(options.job);
  const labelled = [...codedStatements(file, settings)];
  if (labelled.length < 50) throw new Stop(exitCodes.usage, `${file}: ${labelled.length} coded statements, expected at least 50`);
  const found = calibrate(labelled, settings.vocabulary.tone);
  process.stdout.write(`${report(found, labelled, settings).join('\n')}\n`);
  if (options.write) for (const lexicon of settings.lexicons) await writeWeights(lexicon, found, settings);
  else process.stdout.write('Nothing was written; --write puts the new weights into the lexicon files.\n');
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
  return tone === undefined || tone === null || tone === '' || !Number.isFinite(Number(tone)) ? null : Number(tone);
}

function report(found: Calibration, labelled: readonly Labelled[], settings: Settings): readonly string[] {
  const markers = markersOf(labelled, settings.vocabulary.tone);
  const ofLabel = (label: number): string =>
    markers
      .filter((marker) => marker.label === label)
      .slice(0, MARKERS_SHOWN)
      .map(({ term, texts }) => `${term} (${texts})`)
      .join(', ');
  return [
    `${found.before.statements} coded statements about the two sides`,
    '                        accuracy  macro-F1  wrong sign   alpha',
    figuresLine('as it is', found.before),
    figuresLine('cross-validated', found.after),
    figuresLine('on its own statements', found.fitted),
    '',
    'Rows that move most',
    ...describeChanges(found.changes, CHANGES_SHOWN),
    ...(found.manner === null ? [] : describeManner(found.manner.words)),
    '',
    `Uncovered words that mark negative statements: ${ofLabel(-1)}`,
    `Uncovered words that mark neutral statements: ${ofLabel(0)}`,
    `Uncovered words that mark positive statements: ${ofLabel(1)}`,
  ];
}

function figuresLine(name: string, { accuracy, macroF1, wrongSign, alpha }: Figures): string {
  return `${name.padEnd(24)}${[accuracy, macroF1, wrongSign, alpha].map((figure) => figure.toFixed(3).padStart(8)).join('  ')}`;
}

async function writeWeights(lexicon: LexiconFile, found: Calibration, settings: Settings): Promise<void> {
  const text = textWith(lexicon, found);
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

function textWith({ path, text }: LexiconFile, { changes, manner, after }: Calibration): string {
  if (manner !== null && stemOf(path) === 'manner') return withManner(text, manner, after.statements);
  return changes.some(({ term }) => term.row.file === path) ? withWeights(text, path, changes) : text;
}

/** Words that take away from tone, and words that add to it, the strongest first. */
function describeManner(words: readonly MannerWord[]): readonly string[] {
  const ofKind = (isKind: (factor: number) => boolean): string =>
    words
      .filter(({ factor }) => isKind(factor))
      .toSorted((a, b) => Math.abs(Math.log(b.factor)) - Math.abs(Math.log(a.factor)))
      .slice(0, MARKERS_SHOWN)
      .map(({ word, factor }) => `${word} ×${factor}`)
      .join(', ');
  return [
    '',
    `Words of a matter-of-fact manner: ${ofKind((factor) => factor < 1)}`,
    `Words of a pointed manner: ${ofKind((factor) => factor > 1)}`,
  ];
}
