/** The only door to csv-stringify: cells → RFC 4180. */
import { stringify } from 'csv-stringify/sync';
import type { Cell } from '../model.ts';
import type { Column } from './column.ts';

/** Digits after the point of every decimal: as fine as the sums are kept. */
export const DECIMALS = 6;

/**
 * What a spreadsheet may take for a formula: one of the signs, in either width, behind any blanks, controls and invisible characters, which spreadsheets skip;
 * and a leading tab, line end or NUL in any case. https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]|[\p{Cc}\ufeff])/u;

/** Characters that no spreadsheet or database reads alike. Tabs and line ends stay. */
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu;

const OPTIONS = { record_delimiter: 'windows', eof: true, quoted_match: /[\r\n;\t]/ } as const;

/** The header line; with a BOM for Excel. */
export function formatHeader<Row>(columns: readonly Column<Row>[], isForExcel: boolean): string {
  return stringify([columns.map((column) => column.name)], { ...OPTIONS, bom: isForExcel });
}

/** Lines of CSV, one per row. */
export function formatRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  return stringify(
    rows.map((row) => columns.map((column) => formatCell(column.cell(row), column.type))),
    OPTIONS,
  );
}

/** 'true', '-0.500000', "'=1+1"; '' for what is missing. Text that a spreadsheet might run gets an apostrophe before it. */
export function formatCell(cell: Cell, type: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return type === 'number' ? formatDecimal(cell) : String(cell);
  if (typeof cell === 'boolean') return cell ? 'true' : 'false';
  return type === 'string' ? guardText(cell) : cell;
}

/** Six decimals, never -0. */
export function formatDecimal(value: number): string {
  const fixed = value.toFixed(DECIMALS);
  return Number(fixed) === 0 ? (0).toFixed(DECIMALS) : fixed;
}

function guardText(text: string): string {
  const readable = text.replace(UNREADABLE, '\ufffd');
  return FORMULA.test(text) ? `'${readable}` : readable;
}
