/** corrections.csv of a job: read, checked, every fault with its line. */
import { relative } from 'node:path';
import { CORRECTED_FIELDS, type CorrectedField, type Correction } from '../core/corrections.ts';
import { spanOfDate } from '../core/days.ts';
import type { Compiled, Fault, Row } from '../core/model/problems.ts';
import { parseRows } from '../core/rows.ts';
import { readUtf8 } from '../files/disk/read.ts';
import { type Job, resolveIn } from './job.ts';

const COLUMNS = ['id', 'field', 'value', 'who', 'why'];
const DAY = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
const ROLES = ['official', 'former official', 'candidate', 'institution', 'expert', 'media', 'other'];

/** Reads the corrections that a job names, in the order of the file; none where it names no file. */
export function readCorrections(job: Job): Compiled<readonly Correction[]> {
  if (job.corrections === undefined) return { value: [], faults: [] };
  const path = resolveIn(job, job.corrections);
  const shown = relative(process.cwd(), path) || path;
  const read = readUtf8(path);
  if ('error' in read)
    return {
      value: [],
      faults: [
        read.line === undefined
          ? { file: job.file, line: 1, message: `\`corrections\`: ${shown}: ${read.error}, expected a CSV file with ${COLUMNS.join(', ')}` }
          : { file: shown, line: read.line, message: read.error },
      ],
    };
  const { value: rows, faults } = parseRows(read.text, shown);
  const found: Fault[] = [...faults];
  const corrections: Correction[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const fault =
      faultOf(row, job.sides) ?? (seen.has(keyOf(row)) ? `${row.cells.id} has its ${row.cells.field} set already, expected once` : null);
    seen.add(keyOf(row));
    if (fault !== null) found.push({ file: row.file, line: row.line, message: fault });
    else corrections.push(correctionOf(row));
  }
  return { value: corrections, faults: found };
}

function keyOf({ cells }: Row): string {
  return `${cells.id}\n${cells.field}`;
}

function correctionOf({ cells, line }: Row): Correction {
  const { id = '', field = '', value = '', who = '', why = '' } = cells;
  return { id, field: field as CorrectedField, value, who, why, line };
}

/** What is wrong with a row, or null. */
function faultOf({ cells }: Row, sides: readonly string[]): string | null {
  const missing = COLUMNS.filter((name) => cells[name] === undefined);
  if (missing.length > 0) return `no column ${missing.join(', ')}, expected ${COLUMNS.join(', ')}`;
  const { id = '', field = '', value = '', who = '', why = '' } = cells;
  if (!/^s[0-9a-f]{15}$/.test(id)) return `id is ${shownCell(id)}, expected the id of a statement as in statements.csv`;
  if (!CORRECTED_FIELDS.includes(field as CorrectedField))
    return `field is ${shownCell(field)}, expected one of ${CORRECTED_FIELDS.join(', ')}`;
  if (who === '' || why === '')
    return `${who === '' ? 'who' : 'why'} is empty, expected ${who === '' ? 'a name' : 'a reason'}: the tables show it`;
  const expected = EXPECTED[field as CorrectedField];
  return expected.holds(value, sides) ? null : `value is ${shownCell(value)}, expected ${expected.told(sides)}`;
}

interface Expected {
  readonly holds: (value: string, sides: readonly string[]) => boolean;
  readonly told: (sides: readonly string[]) => string;
}

const yesOrNo: Expected = { holds: (value) => value === 'yes' || value === 'no', told: () => 'yes or no' };
const EXPECTED: Readonly<Record<CorrectedField, Expected>> = {
  speaker: { holds: () => true, told: () => 'a name, or nothing where nobody is named' },
  side: { holds: (value, sides) => ['', 'other', ...sides].includes(value), told: (sides) => `${sides.join(', ')}, other or nothing` },
  role: { holds: (value) => ROLES.includes(value), told: () => `one of ${ROLES.join(', ')}` },
  said: {
    holds: (value) => value === '' || (DAY.test(value) && spanOfDate(value) !== null),
    told: () => 'a day, month or year as 2018-12-22, 2018-12 or 2018, or nothing',
  },
  relevant: yesOrNo,
  tone: { holds: (value) => /^[-+]?(?:0?\.\d+|[01](?:\.0*)?|0\.\d+)$/.test(value.replace('−', '-')), told: () => 'a number from -1 to 1' },
  statement: { holds: (value) => value === 'no', told: () => 'no' },
};

function shownCell(value: string): string {
  return value === '' ? 'empty' : `"${value}"`;
}
