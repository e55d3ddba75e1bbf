/** What in a text is no news: menus, share bars, polls, shortcodes, footers. It is marked, never cut, so that offsets stay true. */
import type { Compiled, Fault, Row, Span, Tables } from '../model.ts';

/** The rows of boilerplate.csv, by how they match. */
export interface BoilerplateVocabulary {
  readonly lines: ReadonlySet<string>;
  readonly starts: readonly string[];
  readonly contains: readonly string[];
  readonly tails: readonly string[];
}

/** The text as it is marked: paragraphs, and what its reader already knew to be boilerplate. */
export interface Unmarked {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly marked: readonly Span[];
}

const MATCHES = ['line', 'start', 'contains', 'tail'];
const SHORTCODE = /\[\/?[a-z][\w-]*(?:\s+[\w-]+=[^\]\n]{0,300})\]|\[\/[a-z][\w-]*\]/gi;

/** Makes boilerplate.csv ready for use. Columns: phrase, match (line, start, contains, tail). */
export function compileBoilerplate(tables: Tables): Compiled<BoilerplateVocabulary> {
  const faults: Fault[] = [];
  const phrases: Record<string, Set<string>> = { line: new Set(), start: new Set(), contains: new Set(), tail: new Set() };
  for (const row of tables.boilerplate ?? []) {
    const fault = faultOf(row);
    if (fault) faults.push({ file: row.file, line: row.line, message: fault });
    else phrases[row.cells.match ?? '']?.add(comparable(row.cells.phrase ?? ''));
  }
  const list = (match: string): readonly string[] => [...(phrases[match] ?? [])];
  return { value: { lines: new Set(list('line')), starts: list('start'), contains: list('contains'), tails: list('tail') }, faults };
}

function faultOf(row: Row): string | null {
  if (!row.cells.phrase) return 'phrase is empty, expected the words of the boilerplate';
  if (!MATCHES.includes(row.cells.match ?? '')) return `match is "${row.cells.match ?? ''}", expected one of ${MATCHES.join(', ')}`;
  return null;
}

/** Spans of boilerplate, in order, never overlapping. */
export function markBoilerplate(unmarked: Unmarked, vocabulary: BoilerplateVocabulary): readonly Span[] {
  const { text, paragraphs } = unmarked;
  const spans: Span[] = [...unmarked.marked];
  for (const match of text.matchAll(SHORTCODE)) spans.push([match.index, match.index + match[0].length]);
  for (const span of paragraphs) if (isBoilerplate(comparable(text.slice(...span)), vocabulary)) spans.push(span);
  return joinSpans(spans);
}

function isBoilerplate(line: string, vocabulary: BoilerplateVocabulary): boolean {
  if (line.length > 400) return false;
  return (
    vocabulary.lines.has(line) ||
    vocabulary.starts.some((phrase) => line.startsWith(phrase)) ||
    vocabulary.contains.some((phrase) => line.includes(phrase))
  );
}

/** Lower case, straight quotation marks, single spaces, no punctuation around. */
function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}©#]+|[^\p{L}\p{N}]+$/gu, '');
}

function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last && span[0] <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], span[1])];
    else joined.push(span);
  }
  return joined;
}
