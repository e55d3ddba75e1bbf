/** validation/<job>/: the design of a sample and what its coders have filled in so far. */
import { join, relative } from 'node:path';
import type { Fault } from '../core/model/problems.ts';
import { parseRows } from '../core/rows.ts';
import { kindOf, listNames } from '../files/disk/look.ts';
import { readBytes, readUtf8 } from '../files/disk/read.ts';
import { decodeText } from '../stages/articles/decode.ts';
import { type Design, parseDesign } from '../stages/validation/design.ts';
import { EXTERNAL_COLUMNS, type ExternalPoint, readExternalRows } from '../stages/validation/external.ts';
import { type CodedRow, coderOf, readSheet } from '../stages/validation/sheet.ts';
import { type Job, resolveIn } from './job.ts';

/** Files that `detente validate` and `detente sample` write beside the sheets. */
export const OWN_FILES: ReadonlySet<string> = new Set([
  ...['agreement.csv', 'validation.csv', 'confusion.csv', 'disagreements.csv', 'external.csv'],
]);
/** A file of the person's own: series from elsewhere, with which yearly means are compared. */
const EXTERNAL_SERIES = 'external-series.csv';
const LARGEST_SHEET = 64 * 1024 * 1024;

/** A sample with its codes. */
export interface Validation {
  readonly folder: string;
  readonly design: Design;
  readonly rows: readonly CodedRow[];
  /** Rows that are still to be coded. */
  readonly open: number;
  readonly coders: readonly string[];
  /** Series from elsewhere. */
  readonly external: readonly ExternalPoint[];
}

/** The folder of a job's sample, whether or not the job names it. */
export function validationFolder(job: Job): string {
  return resolveIn(job, job.validation ?? join('validation', job.name));
}

/** Reads design and sheets; null where there is no sample, which is a fault where the job names one, unless it is about to be drawn. Every mistake is listed. */
export function readValidation(
  job: Job,
  isToBeDrawn = false,
): { readonly validation: Validation | null; readonly faults: readonly Fault[] } {
  const folder = validationFolder(job);
  const file = join(folder, 'design.json');
  const shown = (path: string): string => relative(process.cwd(), path) || path;
  if (kindOf(file) === null) {
    if (job.validation === undefined || isToBeDrawn) return { validation: null, faults: [] };
    const message = `\`validation\`: no design.json in ${shown(folder)}, expected a folder that \`detente sample\` made`;
    return { validation: null, faults: [{ file: job.file, line: 1, message }] };
  }
  const read = readUtf8(file);
  if ('error' in read) return { validation: null, faults: [{ file: shown(file), line: read.line ?? 1, message: read.error }] };
  const { design, faults } = parseDesign(read.text, shown(file));
  if (design === null) return { validation: null, faults };
  const sheets = sheetNames(folder).map((name) => readOne(join(folder, name), { name, design, shown }));
  const rows = sheets.flatMap((sheet) => sheet.rows);
  const external = readExternal(join(folder, EXTERNAL_SERIES), { sides: job.sides, shown });
  return {
    validation: {
      folder,
      design,
      rows,
      open: sheets.reduce((sum, sheet) => sum + sheet.open, 0),
      coders: [...new Set(rows.map(({ coder }) => coder))].sort(),
      external: external.points,
    },
    faults: [...sheets.flatMap((sheet) => sheet.faults), ...external.faults],
  };
}

function readExternal(path: string, { sides, shown }: { readonly sides: readonly string[]; readonly shown: (path: string) => string }) {
  if (kindOf(path) === null) return { points: [], faults: [] };
  const read = readUtf8(path);
  if ('error' in read) return { points: [], faults: [{ file: shown(path), line: read.line ?? 1, message: read.error }] };
  const { value, faults } = parseRows(read.text, shown(path));
  const found = Object.keys(value[0]?.cells ?? {});
  const missing = EXTERNAL_COLUMNS.filter((name) => name !== 'side' && value.length > 0 && !found.includes(name));
  if (missing.length === 0) {
    const external = readExternalRows(value, sides);
    return { points: external.points, faults: [...faults, ...external.faults] };
  }
  const message = `no column ${missing.map((name) => `\`${name}\``).join(', ')}, expected ${EXTERNAL_COLUMNS.join(', ')}`;
  return { points: [], faults: [...faults, { file: shown(path), line: 1, message }] };
}

/** Names of the sheets in a folder. */
export function sheetNames(folder: string): readonly string[] {
  return listNames(folder).filter(
    (name) => /\.csv$/i.test(name) && !OWN_FILES.has(name) && name !== EXTERNAL_SERIES && !name.startsWith('.'),
  );
}

function readOne(
  path: string,
  { name, design, shown }: { readonly name: string; readonly design: Design; readonly shown: (path: string) => string },
) {
  const coder = coderOf(name);
  const bytes = readBytes(path, LARGEST_SHEET);
  const decoded = 'error' in bytes ? null : decodeText(bytes.bytes);
  if (decoded !== null) return readSheet(decoded.text, shown(path), { coder, design });
  const message = 'error' in bytes ? bytes.error : 'not text, expected CSV';
  return { coder, rows: [], open: 0, faults: [{ file: shown(path), line: 1, message }] };
}
