/** What in a text is no news. It is marked, never cut, so that offsets stay true. */
import type { Span } from '../../../core/model/articles.ts';
import { countBelow } from '../../../core/ordered.ts';
import { addressesInOtherLanguage } from './addressed.ts';
import { nearCopies } from './copies.ts';
import { findHead } from './head.ts';
import { inlineSpans } from './inline.ts';
import { type Line, linesOf } from './lines.ts';
import { type Copies, LINE_RULES, type Sight } from './rules.ts';
import { standInLines } from './stand-in.ts';
import { findTail } from './tail.ts';
import { type BoilerplateVocabulary, beginsWith } from './vocabulary.ts';

/** A text, its paragraphs, and what its reader already knows to be boilerplate. */
export interface Unmarked {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly marked: readonly Span[];
  /** A scrape may have debris above and below; a field of a record has none above. */
  readonly hasHead: boolean;
  /** Talk and quotations that were cut out say the same again and again. */
  readonly isStory: boolean;
  /** In a transcript: whether a line is somebody's turn. Such a line is never debris, however short or often said. */
  readonly isTurn?: (span: Span) => boolean;
}

/** Boilerplate in order, never overlapping, and the headline's span where the text begins with one. */
export interface Marked {
  readonly boilerplate: readonly Span[];
  readonly title: Span | null;
}

/** Marks a text. */
export function markBoilerplate(
  { text, paragraphs, marked, hasHead, isStory, isTurn }: Unmarked,
  vocabulary: BoilerplateVocabulary,
): Marked {
  const lines = linesOf(text, paragraphs);
  const known = markedLines(lines, { marked, vocabulary });
  const isMarked = (index: number): boolean => known.has(index);
  const head = hasHead ? findHead(lines, isMarked) : { title: -1, marked: [] };
  const all = new Set([...known, ...head.marked, ...findTail(lines, vocabulary, isMarked), ...standInLines(lines, vocabulary)]);
  for (const index of isStory ? nearCopies(lines) : []) all.add(index);
  all.delete(head.title);
  for (const index of isTurn ? all : []) if (spanAt(lines, index).some((span) => isTurn?.(span))) all.delete(index);
  const spans = [...all].flatMap((index) => spanAt(lines, index));
  // "ROE — We are ready" opens a turn where it would open a report from there.
  const starts = new Set(isTurn ? paragraphs.filter((span) => isTurn(span)).map(([start]) => start) : []);
  const inline = inlineSpans(text, paragraphs).filter(([start]) => !starts.has(start));
  return { boilerplate: joinSpans([...marked, ...spans, ...inline]), title: lines[head.title]?.span ?? null };
}

function spanAt(lines: readonly Line[], index: number): readonly Span[] {
  const line = lines[index];
  return line ? [line.span] : [];
}

interface Known {
  readonly marked: readonly Span[];
  readonly vocabulary: BoilerplateVocabulary;
}

/** Lines that the vocabulary or a rule of form knows, wherever they stand. */
function markedLines(lines: readonly Line[], { marked, vocabulary }: Known): ReadonlySet<number> {
  const sight: Sight = { copies: countCopies(lines) };
  const isCovered = coverOf(marked);
  const known = new Set<number>();
  for (const [i, line] of lines.entries()) {
    if (isCovered(line.span)) known.add(i);
    if (LINE_RULES.some((rule) => rule.isMet(line, i, sight)) || isWorded(line, vocabulary)) known.add(i);
    if (line.words <= MOST_LABEL_WORDS && isLabel(line) && beginsWith(line.plain, vocabulary.next)) {
      known.add(i);
      if (isHeadline(lines[i + 1]) && line.words <= 4) known.add(i + 1);
    }
    if (beginsWith(line.plain, vocabulary.previous)) {
      known.add(i);
      if (isPollQuestion(lines[i - 1])) known.add(i - 1);
    }
  }
  return known;
}

/** Whether one of the spans holds another one whole. */
function coverOf(spans: readonly Span[]): (span: Span) => boolean {
  const inOrder = [...spans].sort((a, b) => a[0] - b[0]);
  const farthest: number[] = [];
  for (const [, end] of inOrder) farthest.push(Math.max(farthest.at(-1) ?? 0, end));
  return ([start, end]) => (farthest[countBelow(inOrder, start + 1, ([from]) => from) - 1] ?? -1) >= end;
}

function countCopies(lines: readonly Line[]): ReadonlyMap<string, Copies> {
  const copies = new Map<string, Copies>();
  for (const [i, { plain }] of lines.entries()) {
    const known = copies.get(plain);
    copies.set(plain, { count: (known?.count ?? 0) + 1, first: known?.first ?? i });
  }
  return copies;
}

const MOST_WORDS = 60;

const MOST_LABEL_WORDS = 16;

/** "Read more: …" is a label, whatever follows; “Read more books,” he said, is none. */
function isLabel({ isProse, text }: Line): boolean {
  return !isProse || /^[^"“”:]{3,30}:/.test(text);
}

function isWorded(each: Line, { line, start, contains }: BoilerplateVocabulary): boolean {
  const { plain, words, isProse, text } = each;
  if (words > MOST_WORDS) return false;
  if (isProse && /["“”]/.test(text)) return line.has(plain);
  return line.has(plain) || beginsWith(plain, start) || contains.some((phrase) => isHeld(phrase, each));
}

/** Words of a line that is a sentence of the story as likely as not. */
const SENTENCE_WORDS = 10;
/** Characters behind a phrase that ends its line. */
const END = 12;
const READER = /(?<!\p{L})(?:[Yy]ou|[Yy]ours?|[Pp]lease|[Oo]ur|[Ww]e|us)(?!\p{L})/u;
const COMMAND =
  /^(?:click|tap|sign up|log in|subscribe|follow|get|join|download|read|see|visit|this (?:site|page|article|post|story)\b|©)/i;

/** A sentence that holds such words says them of something else ("urged all sides to sign up for the treaty"), unless it begins or ends with them or speaks to its reader. */
function isHeld(phrase: string, { plain, words, isProse, text }: Line): boolean {
  const at = plain.indexOf(phrase);
  if (at < 0 || /[\p{L}\p{N}]/u.test(plain[at - 1] ?? ' ') || (/\p{L}$/u.test(phrase) && /\p{L}/u.test(plain[at + phrase.length] ?? ' ')))
    return false;
  return (
    !isProse ||
    words < SENTENCE_WORDS ||
    at === 0 ||
    at + phrase.length + END >= plain.length ||
    READER.test(text) ||
    COMMAND.test(text) ||
    addressesInOtherLanguage(text)
  );
}

function isHeadline(line: Line | undefined): boolean {
  return line !== undefined && !line.isProse && line.words <= 18;
}

function isPollQuestion(line: Line | undefined): boolean {
  return line?.text.endsWith('?') === true && line.words <= 40 && !/["“”]/.test(line.text);
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
