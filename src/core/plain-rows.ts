/** CSV without surprises, cell by cell; whatever else a file holds is left to csv-parse (rows.ts), which is thorough and takes five times as long. */

/** A record and the line on which it ends, from 1. */
export interface PlainRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** White space that csv-parse takes away around a cell. */
const BLANK = new Set([' ', '\t', '\f']);

/**
 * The records of a text whose cells are bare, or stand in quotation marks from end to end with marks doubled inside (RFC 4180). Lines that are blank
 * are passed over. Null where anything is written otherwise: white space beside a quotation mark, a mark within a bare cell, an open one, line ends of two kinds.
 */
export function parsePlain(source: string, delimiter: string): readonly PlainRecord[] | null {
  const text = source.replace(/^\uFEFF/, '');
  const returns = text.includes('\r');
  if (returns && /\r(?!\n)|(?<!\r)\n/.test(text)) return null;
  const end = returns ? '\r\n' : '\n';
  const records: PlainRecord[] = [];
  let line = 1;
  for (let at = 0; at < text.length; line += 1) {
    const next = text.indexOf(end, at);
    const stop = next < 0 ? text.length : next;
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote >= stop) {
      if (stop > at) keep(records, line, text.slice(at, stop).split(delimiter).map(trimBlanks));
      at = stop + end.length;
      continue;
    }
    const record = quotedRecord(text, at, { delimiter, end });
    if (record === null) return null;
    line += record.lines;
    keep(records, line, record.cells);
    at = record.next;
  }
  return records;
}

function keep(records: PlainRecord[], line: number, cells: readonly string[]): void {
  if (cells.length > 1 || cells[0] !== '') records.push({ line, cells });
}

function trimBlanks(cell: string): string {
  let start = 0;
  let end = cell.length;
  while (start < end && BLANK.has(cell.charAt(start))) start += 1;
  while (end > start && BLANK.has(cell.charAt(end - 1))) end -= 1;
  return cell.slice(start, end);
}

interface Marks {
  readonly delimiter: string;
  readonly end: string;
}

interface QuotedRecord {
  readonly cells: readonly string[];
  /** Line ends within its cells. */
  readonly lines: number;
  /** Where the next record begins. */
  readonly next: number;
}

/** One record that has quotation marks; null where they are not those of RFC 4180. */
function quotedRecord(text: string, start: number, { delimiter, end }: Marks): QuotedRecord | null {
  const cells: string[] = [];
  let lines = 0;
  for (let at = start; ; at += delimiter.length) {
    if (text[at] === '"') {
      const close = closingMark(text, at + 1);
      if (close < 0) return null;
      const inner = text.slice(at + 1, close);
      // csv-parse counts such a line end twice.
      if (inner.includes('\r')) return null;
      lines += inner.split(end).length - 1;
      cells.push(inner.replaceAll('""', '"'));
      at = close + 1;
    } else {
      const stop = endOfCell(text, at, { delimiter, end });
      const cell = text.slice(at, stop);
      if (cell.includes('"')) return null;
      cells.push(trimBlanks(cell));
      at = stop;
    }
    if (at >= text.length) return { cells, lines, next: at };
    if (text.startsWith(end, at)) return { cells, lines, next: at + end.length };
    if (!text.startsWith(delimiter, at)) return null;
  }
}

/** The mark that closes a cell: the first that is not doubled. */
function closingMark(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return -1;
}

function endOfCell(text: string, from: number, { delimiter, end }: Marks): number {
  const stops = [text.indexOf(delimiter, from), text.indexOf(end, from)].filter((at) => at >= 0);
  return stops.length === 0 ? text.length : Math.min(...stops);
}
