/** Pairs quotation marks: which stretches of a text stand between marks. */
import type { Span } from '../../core/model/articles.ts';

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

const OPENING = '“„‟«❝〝「『';
const CLOSING = '”»❞〞」』';
const STRAIGHT = '"＂″';
/** Pairs of single marks that stand for one double mark: old wire archives and some keyboards write them so. */
const DOUBLED: Readonly<Record<string, Mark['shape']>> = {
  "''": 'straight',
  '``': 'straight',
  '´´': 'straight',
  '‘‘': 'opening',
  '’’': 'closing',
};
/** What a double mark can be or begin with. */
const MAY_BE_DOUBLE = flagged(`\\${STRAIGHT}${OPENING}${CLOSING}${Object.keys(DOUBLED).join('')}`);
const BEFORE_OPENING = "([{—–-/‘'";
const AFTER_CLOSING = ")]},.;:!?—–-’'";
const DASHES = '—–-/';

/** Every quoted stretch of the given paragraphs, in order; of marks within marks the outer ones count. */
export function pairMarks(text: string, paragraphs: readonly Span[]): readonly Region[] {
  const regions: Region[] = [];
  for (const paragraph of paragraphs) {
    const double = pairDouble(text, paragraph);
    const single = pairSingle(text, paragraph, double);
    const all = [...double, ...single].sort((a, b) => a.outer[0] - b.outer[0]);
    let end = -1;
    for (const region of all) if (region.outer[0] >= end) end = regions[regions.push(region) - 1]?.outer[1] ?? end;
  }
  return regions;
}

function pairDouble(text: string, [from, to]: Span): Region[] {
  const marks = doubleMarks(text, from, to);
  if (marks.length === 0) return [];
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

/** Two single marks in a row are one; a backslash before a mark is what an export left. */
function doubleMarks(text: string, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  for (let i = from; i < to; i++) {
    if (MAY_BE_DOUBLE[text.charCodeAt(i)] === 0) continue;
    const letter = text[i] ?? '';
    const pair = DOUBLED[text.slice(i, i + 2)];
    if (letter === '\\' && text[i + 1] === '"') marks.push({ start: i, end: ++i + 1, shape: 'straight' });
    else if (STRAIGHT.includes(letter)) marks.push({ start: i, end: i + 1, shape: 'straight' });
    else if (OPENING.includes(letter)) marks.push({ start: i, end: i + 1, shape: 'opening' });
    else if (CLOSING.includes(letter)) marks.push({ start: i, end: i + 1, shape: 'closing' });
    else if (pair !== undefined && text[i + 2] !== letter) {
      marks.push({ start: i, end: i + 2, shape: pair });
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

/** Single marks outside of double ones, and around them where the outer marks are the single ones, as British papers write. */
function pairSingle(text: string, paragraph: Span, double: readonly Region[]): Region[] {
  const [from, to] = paragraph;
  const regions: Region[] = [];
  const clear = new Map<string, number>();
  let next = 0;
  for (let i = from; i < to; i++) {
    if (MAY_BE_SINGLE[text.charCodeAt(i)] === 0) continue;
    while (next < double.length && (double[next]?.outer[1] ?? 0) <= i) next++;
    const blocked = double[next]?.outer[0] ?? to;
    if (i >= blocked) {
      i = (double[next]?.outer[1] ?? to) - 1;
      continue;
    }
    if (!isSingleOpener(text, i, from)) continue;
    const closers = CLOSERS[text[i] ?? ''] ?? '';
    const limit = Math.min(blocked, to);
    const search = { limit, closers, clear: clear.get(closers) ?? from };
    const end = singleEnd(text, i, search) ?? (blocked < to ? endAround(text, i, { to, closers, double: double.slice(next) }) : null);
    if (end === null) {
      clear.set(closers, Math.max(search.clear, Math.min(limit, i + LONGEST_SINGLE)));
      continue;
    }
    regions.push({ outer: [i, end + 1], inner: [i + 1, end], mark: 'single', isClosed: true });
    i = end;
  }
  return regions;
}

/** Which marks close a single mark. */
const CLOSERS: Readonly<Record<string, string>> = { "'": "'’", '‘': "'’", '‹': '›', '`': "`'’", '´': '´', '‚': '‘’', '’': '’' };
const MAY_BE_SINGLE = flagged(Object.keys(CLOSERS).join(''));
/** What stands before the mark that closes a whole quotation. */
const ENDS_WORDS = ',.?!…';

function isSingleOpener(text: string, at: number, from: number): boolean {
  const letter = text[at] ?? '';
  if (CLOSERS[letter] === undefined) return false;
  const before = at > from ? (text[at - 1] ?? '') : '';
  const after = text[at + 1] ?? '';
  if (!isBlank(before) && !'([:—–'.includes(before)) return false;
  // ’ opens by mistake, but mostly it stands for letters left out: ’twas, ’90s.
  if (letter === '’' && !/\p{Lu}/u.test(after)) return false;
  return /[\p{L}\p{N}[…$#@“"’]/u.test(after) && !/^\d0s/.test(text.slice(at + 1, at + 4));
}

/** A longer search than this meets an apostrophe of some other word, unless a comma or full stop stands before the mark. */
const LONGEST_SINGLE = 600;
const LONGEST_QUOTATION = 3_000;

interface SingleSearch {
  readonly limit: number;
  readonly closers: string;
  /** Nothing before it can be the closing mark. */
  readonly clear: number;
}

/** Where the mark that closes a single one stands. */
function singleEnd(text: string, at: number, { limit, closers, clear }: SingleSearch): number | null {
  const isByMistake = text[at] === '’';
  const stop = Math.min(limit, at + LONGEST_QUOTATION);
  for (let i = Math.max(at + 2, clear); i < stop; i++) {
    if (!closers.includes(text[i] ?? '') || !isSingleCloser(text, i, limit)) continue;
    const isAfterWords = ENDS_WORDS.includes(text[i - 1] ?? '');
    if (!isAfterWords && (isByMistake || i > at + LONGEST_SINGLE || isPossessive(text, i, { limit, isTypographic: text[at] === '‘' })))
      continue;
    return i;
  }
  return null;
}

function isSingleCloser(text: string, at: number, limit: number): boolean {
  const after = at + 1 < limit ? (text[at + 1] ?? '') : '';
  return !/[\p{L}\p{N}]/u.test(after) && !isBlank(text[at - 1] ?? '');
}

/** "the voters' will": a mark after an s and before a word. A typographic one is an apostrophe only if the quotation closes further on. */
function isPossessive(text: string, at: number, { limit, isTypographic }: { limit: number; isTypographic: boolean }): boolean {
  const after = at + 1 < limit ? (text[at + 1] ?? '') : '';
  if (text[at - 1] !== 's' || after === '' || ',.;:!?)'.includes(after)) return false;
  if (!isTypographic) return true;
  for (let i = at + 1; i < Math.min(limit, at + LONGEST_SINGLE) && text[i] !== '‘'; i++) {
    if (text[i] === '’' && ENDS_WORDS.includes(text[i - 1] ?? '') && isSingleCloser(text, i, limit)) return true;
  }
  return false;
}

/** The mark that closes a single one behind double ones inside of it: ‘They call it “peace”, and we do not,’ said Hollis. */
function endAround(
  text: string,
  at: number,
  { to, closers, double }: { to: number; closers: string; double: readonly Region[] },
): number | null {
  let next = 0;
  const stop = Math.min(to, at + LONGEST_QUOTATION);
  for (let i = double[0]?.outer[0] ?? to; i < stop; i++) {
    const inside = double[next];
    if (inside && i >= inside.outer[0]) {
      if (!inside.isClosed) return null;
      i = inside.outer[1] - 1;
      next++;
      continue;
    }
    const before = text[i - 1] ?? '';
    const isAfterWords = ENDS_WORDS.includes(before) || i === double[next - 1]?.outer[1];
    if (closers.includes(text[i] ?? '') && isAfterWords && isSingleCloser(text, i, to)) return i;
  }
  return null;
}

/** 1 at the code of each of the letters: a glance at it spares most letters of a text all questions. */
function flagged(letters: string): Uint8Array {
  const flags = new Uint8Array(0x1_0000);
  for (let i = 0; i < letters.length; i++) flags[letters.charCodeAt(i)] = 1;
  return flags;
}

function isBlank(letter: string): boolean {
  return letter === '' || /\s/.test(letter);
}

function count(marks: readonly Mark[], shape: Mark['shape']): number {
  return marks.filter((mark) => mark.shape === shape).length;
}
