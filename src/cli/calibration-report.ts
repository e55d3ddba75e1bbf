/** A calibration in words: figures, what the statements are too few for, and the rows that move. */
import type { Figures } from '../stages/tone/agreement.ts';
import type { Calibration } from '../stages/tone/calibrate.ts';
import { ENOUGH_IN_PERIOD, FEWEST_PERIODS } from '../stages/tone/evidence.ts';
import { describeChanges } from '../stages/tone/weights.ts';

const CHANGES_SHOWN = 40;
/** Half width of a 95 % interval, in shares, within which two lexicons should be told apart. */
const FINE = 0.05;
const Z95 = 1.96;

/** What the report needs beside the calibration. */
export interface CalibrationFacts {
  /** Rows of the lexicon that weigh. */
  readonly rows: number;
  /** Coded statements, those that are not about the two sides included. */
  readonly coded: number;
}

/** Lines for a terminal. */
export function reportCalibration(found: Calibration, facts: CalibrationFacts): readonly string[] {
  const { before, after, periods, changes } = found;
  return [
    `${facts.coded} coded statements, ${before.statements} of them about the two sides`,
    '',
    'How well the scores agree with the coders, each period scored with weights from the other periods',
    '                        accuracy  macro-F1  wrong sign   alpha',
    figuresLine('as it is', before),
    figuresLine('calibrated', after),
    ...periods.map(({ period, before: was, after: is }) => periodLine(period, was, is)),
    '',
    'What they are too few for',
    ...tooFewFor(found, facts).map((line) => `  ${line}`),
    '',
    changes.length === 0 ? 'No row moves.' : `Rows that move: ${changes.length}`,
    ...describeChanges(changes, CHANGES_SHOWN),
    ...(changes.length > 0 && !found.isBetter ? ['These weights are not better on periods that they were not taken from.'] : []),
  ];
}

function tooFewFor({ before, periods, rowsFound, changes }: Calibration, { rows, coded }: CalibrationFacts): readonly string[] {
  const { statements, accuracy } = before;
  const spread = accuracy * (1 - accuracy);
  const half = Z95 * Math.sqrt(spread / Math.max(1, statements));
  const needed = Math.ceil((Z95 ** 2 * Math.max(spread, 0.05)) / FINE ** 2);
  const moved = changes.length;
  return [
    half > FINE
      ? `telling lexicons apart: the accuracy is known to within ±${points(half)} points; for ±${points(FINE)} about ${needed} statements are needed`
      : `nothing here: the accuracy is known to within ±${points(half)} points`,
    periods.length < 2
      ? 'trying weights on other times: all statements are of one period, expected dates of several years'
      : `one period alone: ${periods.map(({ period, before: { statements: count } }) => `${period} has ${count}`).join(', ')}`,
    `rows: ${rowsFound} of ${rows} stand in them; a weight moves only where ${FEWEST_PERIODS} periods or more have ${ENOUGH_IN_PERIOD} statements with its row and all say the same, which ${moved === 1 ? '1 row does' : `${moved} rows do`}`,
    `the gate: ${coded - statements} are coded as not about the two sides${coded - statements < 30 ? '; with fewer than 30 nothing can be said about it' : ''}`,
  ];
}

function points(share: number): string {
  return (100 * share).toFixed(0);
}

function figuresLine(name: string, { accuracy, macroF1, wrongSign, alpha }: Figures): string {
  return `${name.padEnd(24)}${[accuracy, macroF1, wrongSign, alpha].map((figure) => figure.toFixed(3).padStart(8)).join('  ')}`;
}

function periodLine(period: string, before: Figures, after: Figures): string {
  const name = `  ${period} (${before.statements})`;
  return `${name.padEnd(24)}${`${before.accuracy.toFixed(3)} → ${after.accuracy.toFixed(3)}`.padStart(8)}`;
}
