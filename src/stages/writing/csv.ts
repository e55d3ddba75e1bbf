/** The only door to csv-stringify: cells → RFC 4180. statements.csv is written by the database in the same form (csv-lines.ts). */
import { stringify } from 'csv-stringify/sync';
import type { Cell } from '../../core/model/groups.ts';
import type { Column } from './column.ts';
import { SCRIPT_GUARD } from './guard.ts';

/** Digits after the point of every decimal: as fine as the sums are kept. */
export const DECIMALS = 6;

/** Numbers from here on are no zero when they are rounded. */
const SCALE = 10 ** DECIMALS;

const FORMULA = new RegExp(SCRIPT_GUARD.formula, 'u');
const LOOKALIKE = new RegExp(SCRIPT_GUARD.lookalike, 'u');
const PLAIN = new RegExp(SCRIPT_GUARD.plain, 'u');
const UNREADABLE = new RegExp(SCRIPT_GUARD.unreadable, 'gu');
const CUTTING = new RegExp(SCRIPT_GUARD.cutting, 'u');
const ANY = new RegExp(SCRIPT_GUARD.any, 'u');

const LINE_END = '\r\n';
const OPTIONS = { record_delimiter: LINE_END, eof: true, quoted_match: CUTTING } as const;

/** The header line; with a BOM for Excel. */
export function formatHeader(columns: readonly Pick<Column<never>, 'name'>[], isForExcel: boolean): string {
  return stringify([columns.map((column) => column.name)], { ...OPTIONS, bom: isForExcel });
}

/** Lines of CSV, one per row. */
export function formatRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return rows.map((row) => formatRow(columns, row)).join('');
}

/** A row in which nothing needs quotes, as nearly all do, is its cells with commas between: tables of many numbers are long. */
function formatRow<Row>(columns: readonly Column<Row>[], row: Row): string {
  let isPlain = columns.length > 1;
  const cells = columns.map((column) => {
    const cell = column.cell(row);
    if (isPlain && typeof cell === 'string' && CUTTING.test(cell)) isPlain = false;
    return formatCell(cell, column.type);
  });
  return isPlain ? `${cells.join(',')}${LINE_END}` : stringify([cells], OPTIONS);
}

/** 'true', '-0.500000', "'=1+1"; '' for what is missing. Text that a spreadsheet might run, or show in another form, gets an apostrophe before it. */
export function formatCell(cell: Cell, type: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return type === 'number' ? formatDecimal(cell) : String(cell);
  if (typeof cell === 'boolean') return cell ? 'true' : 'false';
  return type === 'string' ? guardText(cell) : cell;
}

/** Six decimals, never -0. */
export function formatDecimal(value: number): string {
  const fixed = value.toFixed(DECIMALS);
  if (value >= 1 / SCALE || value <= -1 / SCALE) return fixed;
  return Number(fixed) === 0 ? (0).toFixed(DECIMALS) : fixed;
}

function guardText(text: string): string {
  if (!ANY.test(text)) return text;
  const readable = text.replace(UNREADABLE, '\ufffd');
  return FORMULA.test(text) || (LOOKALIKE.test(text) && !PLAIN.test(text)) ? `'${readable}` : readable;
}
