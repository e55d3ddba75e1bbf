/** Pairs quotation marks: which stretches of a text stand between marks. */
import type { Span } from '../../core/model.ts';

/** A stretch between two marks, or from a mark to the end of a paragraph that nothing closes. */
export interface Region {
  /** With the marks. */
  readonly outer: Span;
  /** Without them. */
  readonly inner: Span;
  readonly mark: 'double' | 'single';
  /** False where the paragraph ended before a closing mark came. */
  readonly isClosed: boolean;
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly shape: 'straight' | 'opening' | 'closing';
}

const OPENING = '“„«';
const CLOSING = '”»';
const BEFORE_OPENING = "([{—–-/‘'";
const AFTER_CLOSING = ")]},.;:!?—–-’'";
const DASHES = '—–-/';

/** Every quoted stretch of the given paragraphs, in order; single marks count only outside double ones. */
export function pairMarks(text: string, paragraphs: readonly Span[]): readonly Region[] {
  const regions: Region[] = [];
  for (const paragraph of paragraphs) {
    const double = pairDouble(text, paragraph);
    const single = pairSingle(text, paragraph, double);
    for (const region of [...double, ...single].sort((a, b) => a.outer[0] - b.outer[0])) regions.push(region);
  }
  return regions;
}

function pairDouble(text: string, [from, to]: Span): Region[] {
  const marks = doubleMarks(text, from, to);
  const isUneven = count(marks, 'opening') !== count(marks, 'closing');
  const regions: Region[] = [];
  let open: Mark | null = null;
  let depth = 0;
  const close = (end: Mark | null, limit: number) => {
    if (open !== null) regions.push(regionOf(open, end, limit));
    open = null;
    depth = 0;
  };
  for (const mark of marks) {
    if (isOpener(text, mark, depth, [from, to])) {
      if (depth > 0 && (isUneven || mark.shape === 'straight')) close(null, mark.start);
      if (open === null) open = mark;
      depth++;
    } else if (depth > 1 && mark.shape !== 'straight') depth--;
    else close(mark, mark.start);
  }
  close(null, to);
  return regions.filter(({ inner }) => text.slice(...inner).trim() !== '');
}

function regionOf(open: Mark, end: Mark | null, limit: number): Region {
  return {
    outer: [open.start, end?.end ?? limit],
    inner: [open.end, Math.max(open.end, limit)],
    mark: 'double',
    isClosed: end !== null,
  };
}

/** Two apostrophes in a row are one mark: old wire archives write them so. */
function doubleMarks(text: string, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  for (let i = from; i < to; i++) {
    const letter = text[i] ?? '';
    if (letter === '"' || letter === '＂') marks.push({ start: i, end: i + 1, shape: 'straight' });
    else if (OPENING.includes(letter)) marks.push({ start: i, end: i + 1, shape: 'opening' });
    else if (CLOSING.includes(letter)) marks.push({ start: i, end: i + 1, shape: 'closing' });
    else if ((letter === "'" && text[i + 1] === "'" && text[i + 2] !== "'") || (letter === '`' && text[i + 1] === '`')) {
      marks.push({ start: i, end: i + 2, shape: 'straight' });
      i++;
    }
  }
  return marks;
}

/** Straight marks tell their role by their neighbours only; typographic ones are sometimes typed the wrong way round. */
function isOpener(text: string, { start, end, shape }: Mark, depth: number, [from, to]: Span): boolean {
  const before = start > from ? (text[start - 1] ?? '') : '';
  const after = end < to ? (text[end] ?? '') : '';
  if (shape === 'opening') return depth === 0 || isBlank(before) || !(isBlank(after) || ',.;:!?'.includes(after));
  if (shape === 'closing')
    return depth === 0 && (isBlank(before) || '(['.includes(before)) && !isBlank(after) && !',.;:!?)'.includes(after);
  const mayOpen = isBlank(before) || BEFORE_OPENING.includes(before);
  const mayClose = isBlank(after) || AFTER_CLOSING.includes(after);
  if (depth === 0) return mayOpen || !mayClose;
  return mayOpen && !mayClose && !(before !== '' && DASHES.includes(before));
}

function pairSingle(text: string, [from, to]: Span, double: readonly Region[]): Region[] {
  const regions: Region[] = [];
  const clear = { straight: from, typographic: from };
  let next = 0;
  for (let i = from; i < to; i++) {
    while (next < double.length && (double[next]?.outer[1] ?? 0) <= i) next++;
    const blocked = double[next]?.outer[0] ?? to;
    if (i >= blocked) {
      i = (double[next]?.outer[1] ?? to) - 1;
      continue;
    }
    if (!isSingleOpener(text, i, from)) continue;
    const limit = Math.min(blocked, to);
    const kind = text[i] === '‘' ? 'typographic' : 'straight';
    const end = singleEnd(text, i, { limit, clear: clear[kind] });
    if (end === null) {
      clear[kind] = Math.max(clear[kind], Math.min(limit, i + LONGEST_SINGLE));
      continue;
    }
    regions.push({ outer: [i, end + 1], inner: [i + 1, end], mark: 'single', isClosed: true });
    i = end;
  }
  return regions;
}

function isSingleOpener(text: string, at: number, from: number): boolean {
  const letter = text[at];
  if (letter !== "'" && letter !== '‘') return false;
  const before = at > from ? (text[at - 1] ?? '') : '';
  const after = text[at + 1] ?? '';
  return (isBlank(before) || '([:—–'.includes(before)) && /[\p{L}\p{N}[…$#@]/u.test(after) && !/^\d0s/.test(text.slice(at + 1, at + 4));
}

/** A longer search than this meets an apostrophe of some other word. */
const LONGEST_SINGLE = 600;

/** Where the mark that closes a single one stands, at most `limit`; nothing before `clear` can be one. */
function singleEnd(text: string, at: number, { limit, clear }: { limit: number; clear: number }): number | null {
  const stop = Math.min(limit, at + LONGEST_SINGLE);
  for (let i = Math.max(at + 2, clear); i < stop; i++) {
    const letter = text[i];
    if (letter !== "'" && letter !== '’') continue;
    const before = text[i - 1] ?? '';
    const after = i + 1 < limit ? (text[i + 1] ?? '') : '';
    if (/[\p{L}\p{N}]/u.test(after) || isBlank(before)) continue;
    // A straight mark after an s may be a plural possessive: "the voters' will".
    if (text[at] === '‘' || before !== 's' || after === '' || ',.;:!?)'.includes(after)) return i;
  }
  return null;
}

function isBlank(letter: string): boolean {
  return letter === '' || /\s/.test(letter);
}

function count(marks: readonly Mark[], shape: Mark['shape']): number {
  return marks.filter((mark) => mark.shape === shape).length;
}
