/** A coder's sheet: one row a statement, empty cells for the answers; and what a filled one says, with every mistake as file:line. */
import type { Fault } from '../../core/model/problems.ts';
import { parseTable, type TableRecord } from '../../core/rows.ts';
import { type Answers, readTone, readYesNo, YES_NO } from './answers.ts';
import type { Design } from './design.ts';

/** What is shown of a statement: never its score. */
export interface Shown {
  readonly id: string;
  readonly who: string;
  readonly when: string;
  readonly text: string;
  /** The sentences around it, the statement itself between ⟦ and ⟧. */
  readonly context: string;
}

/** Columns of a sheet, in order. */
export const SHEET_COLUMNS = [
  'id',
  'who',
  'when',
  'text',
  'context',
  'is_statement',
  'speaker_right',
  'about_relations',
  'tone',
  'date_right',
  'note',
];
const ANSWERED = ['is_statement', 'speaker_right', 'about_relations', 'tone', 'date_right'];

/** Shown where nobody is named, and where no day is known. */
export const NOBODY = '(nobody is named)';
export const UNDATED = '(undated)';

/** One filled row. */
export interface CodedRow {
  readonly id: string;
  /** Speaker and day as the sheet has them; empty where the column is gone. */
  readonly who: string;
  readonly when: string;
  readonly coder: string;
  readonly answers: Answers;
}

/** A sheet as it was read. */
export interface ReadSheet {
  readonly coder: string;
  readonly rows: readonly CodedRow[];
  /** Rows without any answer: still to be coded. */
  readonly open: number;
  readonly faults: readonly Fault[];
}

/** 'ann' of 'ann.csv' and of 'ann-2.csv', a second sheet of the same coder. */
export function coderOf(fileName: string): string {
  return fileName.replace(/\.csv$/i, '').replace(/-\d+$/, '');
}

/** Reads a sheet. Columns are found by their names, in whatever order, with commas, semicolons or tabs between. */
export function readSheet(text: string, file: string, { coder, design }: { readonly coder: string; readonly design: Design }): ReadSheet {
  const [header = ''] = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/, 1);
  const delimiter = mostFrequent(header);
  const { records, errors } = parseTable(text, delimiter);
  const faults: Fault[] = errors.map(({ line, message }) => ({ file, line, message: `not readable as CSV (${message})` }));
  const named = records.map(({ line, cells }) => ({ line, cells: byPlainName(cells) }));
  const missing = ['id', ...ANSWERED].filter((name) => !header.split(delimiter).map(plainName).includes(name));
  if (missing.length > 0)
    return {
      coder,
      rows: [],
      open: 0,
      faults: [
        ...faults,
        { file, line: 1, message: `no column ${missing.map((name) => `\`${name}\``).join(', ')}, expected ${SHEET_COLUMNS.join(', ')}` },
      ],
    };
  const rows: CodedRow[] = [];
  const lines = new Map<string, number>();
  let open = 0;
  for (const record of named) {
    const read = readRow(record, { coder, design, earlier: lines.get(record.cells.id ?? '') });
    faults.push(...read.messages.map((message) => ({ file, line: record.line, message })));
    if (read.row !== null) rows.push(read.row);
    if (read.isOpen) open += 1;
    if (read.row !== null || read.isOpen) lines.set(record.cells.id ?? '', record.line);
  }
  return { coder, rows, open, faults };
}

interface ReadRow {
  readonly row: CodedRow | null;
  readonly isOpen: boolean;
  readonly messages: readonly string[];
}

const NOTHING: ReadRow = { row: null, isOpen: false, messages: [] };

function readRow(
  { cells }: TableRecord,
  known: { readonly coder: string; readonly design: Design; readonly earlier: number | undefined },
): ReadRow {
  const { coder, design, earlier } = known;
  const id = (cells.id ?? '').trim().replace(/^'/, '');
  const isEmpty = ANSWERED.every((name) => (cells[name] ?? '').trim() === '');
  if (id === '') return isEmpty ? NOTHING : { ...NOTHING, messages: ['answers without an id, expected the id of the statement'] };
  const drawn = Object.hasOwn(design.statements, id) ? design.statements[id] : undefined;
  if (drawn === undefined) return { ...NOTHING, messages: [`\`${id}\` is not a statement of this sample, expected an id of design.json`] };
  if (!drawn.coders.includes(coder))
    return isEmpty
      ? NOTHING
      : { ...NOTHING, messages: [`\`${id}\` was given to ${drawn.coders.join(' and ')}, expected a statement of ${coder}'s sheet`] };
  if (earlier !== undefined) return { ...NOTHING, messages: [`\`${id}\` stands in line ${earlier} already, expected each statement once`] };
  if (isEmpty) return { ...NOTHING, isOpen: true };
  const { answers, messages } = readAnswers(cells);
  const shown = { who: (cells.who ?? '').trim(), when: (cells.when ?? '').trim() };
  return { row: messages.length === 0 ? { id, ...shown, coder, answers } : null, isOpen: false, messages };
}

function readAnswers(cells: Readonly<Record<string, string>>): { readonly answers: Answers; readonly messages: readonly string[] } {
  const messages: string[] = [];
  const take = <T>(name: string, read: { readonly value: T | null } | { readonly expected: string }): T | null => {
    if ('value' in read) return read.value;
    messages.push(`\`${name}\` is \`${cells[name]}\`, expected ${read.expected}`);
    return null;
  };
  const yesNo = Object.fromEntries(YES_NO.map((name) => [name, take(name, readYesNo(cells[name] ?? ''))])) as Pick<
    Answers,
    (typeof YES_NO)[number]
  >;
  const answers: Answers = { ...yesNo, tone: take('tone', readTone(cells.tone ?? '')), note: cells.note ?? '' };
  return { answers, messages: messages.length > 0 ? messages : gapsOf(answers) };
}

/** What is needed is whether it is a statement about the two sides, and then its tone. */
function gapsOf({ is_statement, about_relations, tone }: Answers): readonly string[] {
  if (is_statement === false) return [];
  if (about_relations === null) return tone === null ? ['`about_relations` is empty, expected yes or no'] : [];
  return about_relations && tone === null ? ['`tone` is empty, expected -2 to 2 for a statement about the two sides'] : [];
}

function mostFrequent(header: string): ',' | ';' | '\t' {
  const count = (mark: string): number => header.split(mark).length;
  return ([',', ';', '\t'] as const).reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function byPlainName(cells: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(cells).map(([name, value]) => [plainName(name), value]));
}

/** 'Is statement ' → 'is_statement'. */
function plainName(name: string): string {
  return name
    .replace(/^\ufeff/, '')
    .replace(/^"|"$/g, '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}
