/** `detente validate`: agreement, accuracy and corrections from the sheets that coders have filled in; every file is made anew from them. */

import { join, relative } from 'node:path';
import { counted } from '../core/counted.ts';
import { exitCodes, Stop, stopForFaults } from '../core/stop.ts';
import { writeChunks } from '../files/disk/write.ts';
import { packageVersion } from '../files/version.ts';
import { loadSettings, type Settings } from '../job/load.ts';
import { readValidation, type Validation, validationFolder } from '../job/validation.ts';
import { readLabels } from '../night/correct.ts';
import type { OpenDatabase } from '../stages/store/database.ts';
import { prepareSums, readTotals, readYears } from '../stages/store/groups.ts';
import { describeRows } from '../stages/trends/summarise.ts';
import { correctYears } from '../stages/validation/correct.ts';
import { compareExternal, type YearlyRows } from '../stages/validation/external.ts';
import { confusionOf } from '../stages/validation/figures.ts';
import type { Labels } from '../stages/validation/labels.ts';
import { writeMethods } from '../stages/validation/methods.ts';
import { planOf } from '../stages/validation/power.ts';
import { reportOf } from '../stages/validation/report.ts';
import { writeValidationPage } from '../stages/writing/validation-page.ts';
import { validationTables } from '../stages/writing/validation-tables.ts';
import { openJobStore } from './job-store.ts';
import { say } from './say.ts';

/** Options of the command line. */
export interface ValidateOptions {
  readonly output?: string;
  /** Only print how many codes give which precision. */
  readonly plan?: boolean;
}

/** Writes the tables, methods.md and validation.html beside the sheets and prints the sentence that the page shows; or, with --plan, prints a plan. */
export async function validateCommand(path: string | undefined, options: ValidateOptions): Promise<void> {
  const settings = loadSettings(path);
  const validation = codedSample(settings, options);
  const store = await openJobStore(settings, options.output);
  try {
    await prepareSums(store);
    if (options.plan) process.stdout.write(await planText(store, settings, validation));
    else if (validation !== null) await writeValidation(store, settings, validation);
  } finally {
    store.close();
  }
}

function codedSample({ job }: Settings, { plan }: ValidateOptions): Validation | null {
  const { validation, faults } = readValidation(job, plan);
  if (faults.length > 0) throw stopForFaults(faults);
  if (plan) return validation;
  const folder = relative(process.cwd(), validationFolder(job));
  if (validation === null) throw new Stop(exitCodes.usage, `${folder}: no sample, expected one; \`detente sample\` comes first`);
  if (validation.rows.length === 0) throw new Stop(exitCodes.usage, `${folder}: no row of a sheet is filled in yet, expected codes`);
  return validation;
}

async function writeValidation(
  store: OpenDatabase,
  { job }: Settings,
  { folder, design, rows, open, external }: Validation,
): Promise<void> {
  const labels = await readLabels(store, { design, rows });
  const totals = await readTotals(store, job.sides);
  const report = reportOf({ labels, rows, sides: job.sides, whole: describeRows(totals.whole), bySide: describeRows(totals.side) });
  const tables = {
    ...report,
    confusion: confusionOf(report.judged),
    external: external.length === 0 ? [] : compareExternal(external, await correctedYears(store, job.sides, labels)),
  };
  const files = {
    ...validationTables(tables),
    'methods.md': writeMethods({ design, ...tables, version: packageVersion() }),
    'validation.html': writeValidationPage(job.name, report.summary, tables),
  };
  for (const [name, text] of Object.entries(files)) await writeChunks(join(folder, name), [text]);
  const told = [
    report.summary.sentence,
    ...(open > 0 ? [`${counted(open, 'row is', 'rows are')} still to be coded.`] : []),
    ...listed(RENAMED, labels.renamed),
    ...listed(VANISHED, labels.vanished),
    ...listed(CHANGED, labels.changed),
    `Written to ${relative(process.cwd(), folder) || '.'}: ${Object.keys(files).join(', ')}`,
  ];
  say(...told);
}

async function correctedYears(store: OpenDatabase, sides: readonly string[], { statements }: Labels): Promise<YearlyRows> {
  const { year, sideYear } = await readYears(store, sides);
  return correctYears({ year: describeRows(year), side: describeRows(sideYear) }, { statements, sides, describeMovement: () => null });
}

const LISTED = 10;
const RENAMED = [
  'has another id than when it was drawn, and was found by its words, speaker and day',
  'have other ids than when they were drawn, and were found by their words, speaker and day',
] as const;
const VANISHED = ['is no longer in the store, left out', 'are no longer in the store, left out'] as const;
const CHANGED = ['has other words than were shown, left out', 'have other words than were shown, left out'] as const;

/** '2 coded statements are …: s1, s2'; `what` for one and for several. */
function listed([one, several]: readonly [string, string], ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return [];
  const what = ids.length === 1 ? `statement ${one}` : `statements ${several}`;
  return [`${ids.length} coded ${what}: ${ids.slice(0, LISTED).join(', ')}${ids.length > LISTED ? ', …' : ''}`];
}

async function planText(store: OpenDatabase, { job }: Settings, validation: Validation | null): Promise<string> {
  const totals = await readTotals(store, job.sides);
  const years = await readYears(store, job.sides);
  const labels = validation === null ? null : await readLabels(store, validation);
  const rows = {
    whole: describeRows(totals.whole),
    side: describeRows(totals.side),
    year: describeRows(years.year),
    'side and year': describeRows(years.sideYear),
  };
  return planOf({ statements: labels?.statements ?? [], sides: job.sides, rows });
}
