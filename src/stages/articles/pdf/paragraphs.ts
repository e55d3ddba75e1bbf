/** Blocks of lines → paragraphs: lines that were broken by the width of the column are joined again, and words that were broken with them. */

import type { Piece } from '../../../core/model/documents.ts';
import { medianOf } from './columns.ts';

/** A paragraph begins where the space above a line is so many times the usual one. */
const WIDE_SPACE = 1.35;
/** Usual distance of two lines where a block tells none, in sizes of the letters. */
const USUAL_SPACE = 1.3;
/** Letters of another size are another paragraph. */
const OTHER_SIZE = 1.15;
/** The lines of a headline in letters so much larger than the text are broken where it looks well. */
const DISPLAY_SIZE = 1.4;
const DISPLAY_ROOM = 0.5;
/** How far a first line is set in, in sizes of the letters. */
const INDENT: readonly [least: number, most: number] = [0.7, 6];
/** A line without a full stop was ended on purpose where it leaves so much of the column empty. */
const MUCH_ROOM = 0.25;
const ENDS_SENTENCE = /[.!?…:;]["'”’»)\]]*$/;

/** A paragraph, and the size of its letters. */
export interface Paragraph {
  readonly text: string;
  readonly size: number;
}

/** The paragraphs of blocks in reading order; one that runs on in the next column or on the next page is one. */
export function paragraphsOf(blocks: readonly (readonly Piece[])[]): readonly Paragraph[] {
  const words = hyphenatedWords(blocks);
  const paragraphs: Piece[][] = [];
  for (const block of blocks) {
    for (const [i, lines] of cutBlock(block).entries()) {
      const last = paragraphs.at(-1);
      if (i === 0 && last && runsOn(last.at(-1), lines[0])) last.push(...lines);
      else paragraphs.push([...lines]);
    }
  }
  return paragraphs.map((lines) => ({ text: joinLines(lines, words), size: medianOf(lines.map(({ size }) => size)) }));
}

/** The paragraphs of one block, as lines. */
function cutBlock(block: readonly Piece[]): readonly (readonly Piece[])[] {
  const size = medianOf(block.map((line) => line.size));
  const text = block.filter((line) => line.size <= size * OTHER_SIZE);
  const gaps = block.flatMap((line, i) => (i > 0 ? [line.base - (block[i - 1]?.base ?? 0)] : [])).filter((gap) => gap > size * 0.5);
  const column: Column = {
    left: Math.min(...text.map(({ left }) => left)),
    right: Math.max(...text.map(({ right }) => right)),
    space: Math.min(lowerQuartileOf(gaps) || size * USUAL_SPACE, size * 2.5),
    size,
  };
  const paragraphs: Piece[][] = [];
  for (const [i, line] of block.entries()) {
    const last = block[i - 1];
    if (last && !beginsParagraph(line, last, column)) paragraphs.at(-1)?.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

interface Column {
  readonly left: number;
  readonly right: number;
  /** Usual distance of two lines. */
  readonly space: number;
  /** Usual size of the letters. */
  readonly size: number;
}

function beginsParagraph(line: Piece, last: Piece, column: Column): boolean {
  if (!isSameSize(line, last)) return true;
  const size = Math.max(line.size, column.size);
  if (line.base - last.base > Math.max(column.space * (line.size / column.size), line.size) * WIDE_SPACE) return true;
  if (isCentred(line, last, column)) return false;
  if (line.size > column.size * DISPLAY_SIZE) return column.right - last.right > (column.right - column.left) * DISPLAY_ROOM;
  const indent = line.left - last.left;
  if (indent > size * INDENT[0] && indent < size * INDENT[1] && last.left - column.left < size * INDENT[0]) return true;
  return wasEndedOnPurpose(last, line, column);
}

/** Where paragraphs are short, half of the gaps are those between them. */
function lowerQuartileOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 4)] ?? 0;
}

function isSameSize(a: Piece, b: Piece): boolean {
  return Math.max(a.size, b.size) <= Math.min(a.size, b.size) * OTHER_SIZE;
}

function isCentred(line: Piece, last: Piece, { left, right, size }: Column): boolean {
  const middle = (left + right) / 2;
  return [line, last].every((each) => each.left - left > size && Math.abs((each.left + each.right) / 2 - middle) < size);
}

/** The first word of the next line would have stood on this one, so it was not the column's width that ended it. */
function wasEndedOnPurpose(last: Piece, next: Piece, column: Column): boolean {
  if (/[\p{L}\d][-‐\u00ad]$/u.test(last.text)) return false;
  const room = column.right - last.right;
  const word = /^\S+/.exec(next.text)?.[0] ?? '';
  const needed = ((next.right - next.left) * (word.length + 1)) / Math.max(1, next.text.length) + column.size * 0.5;
  return room > needed && (ENDS_SENTENCE.test(last.text) || room > (column.right - column.left) * MUCH_ROOM);
}

/** Whether the last line of one block goes on in the first of the next; a heading at the foot of a column is shorter than a line. */
function runsOn(last: Piece | undefined, next: Piece | undefined): boolean {
  if (last === undefined || next === undefined || !isSameSize(last, next) || ENDS_SENTENCE.test(last.text)) return false;
  return last.right - last.left >= (next.right - next.left) * (1 - MUCH_ROOM);
}

const BROKEN_WORD = /(?<![\p{L}\p{M}'’])([\p{L}\p{M}'’]+)([-‐\u00ad])$/u;
/** First parts after which English keeps its hyphen. */
const KEEPS_HYPHEN = /^(?:self|vice|well|half|long|short|high|low|all|cease)$/i;

/** Lines with blanks between, and broken words whole again: the hyphen stays before a capital or a figure, where the word is written with it elsewhere, and after "self-" and the like. */
function joinLines(lines: readonly Piece[], hyphenated: ReadonlySet<string>): string {
  let text = '';
  for (const { text: line } of lines) {
    const broken = BROKEN_WORD.exec(text.slice(-80));
    if (text === '') text = line;
    else if (!broken) text += `${/[\p{L}\d][-–]$/u.test(text) ? '' : ' '}${line}`;
    else if (keepsHyphen(broken, line, hyphenated)) text += line;
    else text = `${text.slice(0, -1)}${line}`;
  }
  return text.replace(/\s+/g, ' ').trim();
}

function keepsHyphen([, before = '', mark]: readonly (string | undefined)[], line: string, hyphenated: ReadonlySet<string>): boolean {
  if (mark === '\u00ad') return false;
  const after = /^[\p{L}\p{M}]+/u.exec(line)?.[0] ?? '';
  return !/^\p{Ll}/u.test(after) || KEEPS_HYPHEN.test(before) || hyphenated.has(`${before}-${after}`.toLowerCase());
}

/** Words that are written with a hyphen within a line. */
function hyphenatedWords(blocks: readonly (readonly Piece[])[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of blocks.flat())
    for (const [word] of text.matchAll(/(?<![\p{L}\p{M}'’])[\p{L}\p{M}'’]+[-‐][\p{L}\p{M}]+/gu))
      words.add(word.replace('‐', '-').toLowerCase());
  return words;
}
