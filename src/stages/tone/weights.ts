/** Calibrated weights back into the CSV that people edit: the cells of weights that moved change, and not another byte. */
import { counted } from '../../core/counted.ts';
import type { Change } from './calibrate.ts';

/**
 * The text of one lexicon file with its moved weights replaced. Comments, order, columns, quotes, line ends and the separator stay as they are; decimals
 * have a comma where the file is separated by semicolons and writes them so. A file with a column `prior` keeps there the weight from before the first
 * calibration.
 */
export function withWeights(csv: string, file: string, changes: readonly Change[]): string {
  const byLine = new Map(changes.filter(({ term }) => term.row.file === file).map((change) => [change.term.row.line, change]));
  if (byLine.size === 0) return csv;
  const lines = csv.split('\n');
  const header = lines.findIndex((line) => line.trim() !== '');
  const separator = /^[^\n,]*;/.test(lines[header] ?? '') ? ';' : ',';
  const names = cellsOf(lines[header] ?? '', separator).map(({ text }) => bare(text).replace(/^\ufeff/, ''));
  const hasDecimalComma = separator === ';' && /;\s*"?-?\d+,\d+"?\s*(?:;|\r?\n)/.test(csv);
  const written = (value: number): string => (hasDecimalComma ? String(value).replace('.', ',') : String(value));
  for (const [number, { term, after }] of byLine) {
    const line = lines[number - 1] ?? '';
    const weight = cellsOf(line, separator)[names.indexOf('weight')];
    // A row whose quoted cells run over several lines is told by its last one; where the weight is not there, it is left to a person.
    if (weight === undefined || Number(bare(weight.text).replace(',', '.')) !== term.weight) continue;
    const moved = withCell(line, { at: names.indexOf('weight'), separator }, written(after));
    const hasPrior = names.includes('prior') && (term.row.cells.prior ?? '') === '';
    lines[number - 1] = hasPrior ? withCell(moved, { at: names.indexOf('prior'), separator }, written(term.weight)) : moved;
  }
  return lines.join('\n');
}

interface Place {
  /** Which cell, from 0. */
  readonly at: number;
  readonly separator: string;
}

/** The line with one cell replaced; quotes and blanks around it stay. A line that is too short is left alone. */
function withCell(line: string, { at, separator }: Place, value: string): string {
  const cell = cellsOf(line, separator)[at];
  if (cell === undefined) return line;
  const before = /^\s*(?:"\s*)?/.exec(cell.text)?.[0] ?? '';
  const rest = cell.text.slice(before.length);
  const content = rest.trimEnd().replace(/"$/, '').trimEnd();
  const after = rest.slice(content.length);
  return line.slice(0, cell.start) + before + value + after + line.slice(cell.start + cell.text.length);
}

interface WrittenCell {
  readonly start: number;
  readonly text: string;
}

/** The cells of one line as they are written, quotes included, and where each begins. */
function cellsOf(line: string, separator: string): readonly WrittenCell[] {
  const cells: WrittenCell[] = [];
  let start = 0;
  let isQuoted = false;
  for (let i = 0; i <= line.length; i++) {
    if (line[i] === '"') isQuoted = !isQuoted;
    if (i < line.length && (isQuoted || line[i] !== separator)) continue;
    cells.push({ start, text: line.slice(start, i) });
    start = i + 1;
  }
  return cells;
}

function bare(cell: string): string {
  return cell.trim().replace(/^"|"$/g, '').trim();
}

/** The rows that move, most first: weight before and after, row, and in how many statements. */
export function describeChanges(changes: readonly Change[], most: number): readonly string[] {
  return changes
    .toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || compare(a.term.id, b.term.id))
    .slice(0, most)
    .map(
      ({ term, before, after, statements }) =>
        `${before.toFixed(2).padStart(6)} → ${after.toFixed(2).padStart(5)}  ${term.id}: ${term.pattern}  (${counted(statements, 'statement')})`,
    );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
