/** CSV without surprises, cell by cell; whatever else a file holds is left to csv-parse (rows.ts), which is thorough and takes five times as long. */

/** A record and the line on which it ends, from 1. */
export interface PlainRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** White space that csv-parse takes away around a cell. */
const BLANK = new Set([' ', '\t', '\f']);
const SPACE = 32;

/**
 * The records of a text whose cells are bare, or stand in quotation marks from end to end with marks doubled inside (RFC 4180). Lines that are blank
 * are passed over. Null where anything is written otherwise: white space beside a quotation mark, a mark within a bare cell, an open one, line ends of two kinds.
 */
export function parsePlain(source: string, delimiter: string): readonly PlainRecord[] | null {
  const text = source.replace(/^\uFEFF/, '');
  const returns = text.includes('\r');
  if (returns && /\r(?!\n)|(?<!\r)\n/.test(text)) return null;
  const end = returns ? '\r\n' : '\n';
  const lines = text.split(end);
  const records: PlainRecord[] = [];
  for (let i = 0; i < lines.length; i++) {
    let line = lines[i] as string;
    if (line === '') continue;
    if (line.includes('"')) {
      // A cell may go on over lines, until its marks are even in number.
      for (let marks = countMarks(line); marks % 2 === 1 && i + 1 < lines.length; marks += countMarks(lines[i] as string)) {
        i += 1;
        line += end + (lines[i] as string);
      }
    }
    const cells = line.split(delimiter);
    if (!line.includes('"')) trimAll(cells);
    else if (!closeMarks(cells, delimiter)) return null;
    records.push({ line: i + 1, cells });
  }
  return records;
}

function countMarks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}

function trimAll(cells: string[]): void {
  for (let i = 0; i < cells.length; i++) cells[i] = trimBlanks(cells[i] as string);
}

/** White space is told by the first and the last character, which most cells show to be none. */
function trimBlanks(cell: string): string {
  if (cell === '' || (cell.charCodeAt(0) > SPACE && cell.charCodeAt(cell.length - 1) > SPACE)) return cell;
  let start = 0;
  let end = cell.length;
  while (start < end && BLANK.has(cell.charAt(start))) start += 1;
  while (end > start && BLANK.has(cell.charAt(end - 1))) end -= 1;
  return cell.slice(start, end);
}

/** Puts cells together that were cut at a delimiter within their marks, and takes the marks away; false where they are not those of RFC 4180. */
function closeMarks(cells: string[], delimiter: string): boolean {
  let count = 0;
  for (let i = 0; i < cells.length; i++) {
    let cell = cells[i] as string;
    if (cell.includes('"')) {
      for (let marks = countMarks(cell); marks % 2 === 1; marks += countMarks(cells[i] as string)) {
        i += 1;
        if (i === cells.length) return false;
        cell += delimiter + (cells[i] as string);
      }
      // csv-parse counts a line end with a carriage return twice.
      if (!cell.startsWith('"') || !cell.endsWith('"') || cell.includes('\r')) return false;
      cell = cell.slice(1, -1);
      if (cell.includes('"')) {
        if (cell.replaceAll('""', '').includes('"')) return false;
        cell = cell.replaceAll('""', '"');
      }
    } else cell = trimBlanks(cell);
    cells[count] = cell;
    count += 1;
  }
  cells.length = count;
  return true;
}
