/** Reading the columns of a lexicon row, with a fault for each cell that cannot be right. */
import type { Fault, Row } from '../../core/model/problems.ts';

/** Collects the faults of one compilation. */
export interface FaultList {
  readonly all: readonly Fault[];
  add(row: Row, message: string): void;
}

/** A new, empty list. */
export function startFaults(): FaultList {
  const all: Fault[] = [];
  return { all, add: (row, message) => all.push({ file: row.file, line: row.line, message }) };
}

/** The cell's text; empty where the column is absent. */
export function cell(row: Row, column: string): string {
  return row.cells[column] ?? '';
}

/** The cell's text; a fault where it is empty. */
export function neededCell(row: Row, column: string, faults: FaultList): string {
  const value = cell(row, column);
  if (value === '') faults.add(row, `${column} is empty, expected a value`);
  return value;
}

/** The cell's text where it is one of `allowed`, else null; a fault where it is anything else that is not empty. */
export function chosenCell<T extends string>(row: Row, choice: { column: string; allowed: readonly T[] }, faults: FaultList): T | null {
  const value = cell(row, choice.column);
  const chosen = choice.allowed.find((allowed) => allowed === value);
  if (chosen !== undefined) return chosen;
  if (value !== '') faults.add(row, `${choice.column} must be one of ${choice.allowed.join(', ')}, found ${value}`);
  return null;
}

/** The parts of a cell that are separated by `|`, trimmed; none for an empty cell. */
export function listedCell(row: Row, column: string): readonly string[] {
  return cell(row, column)
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Rows by the lower-case text of their first column; a fault for each that comes twice. */
export function keyedRows(rows: readonly Row[], column: string, faults: FaultList): ReadonlyMap<string, Row> {
  const keyed = new Map<string, Row>();
  for (const row of rows) {
    const key = neededCell(row, column, faults).toLowerCase();
    if (key === '') continue;
    const earlier = keyed.get(key);
    if (earlier) faults.add(row, `${column} ${key} stands in line ${earlier.line} already, expected it once`);
    else keyed.set(key, row);
  }
  return keyed;
}
