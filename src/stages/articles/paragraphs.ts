/** Text → paragraphs and lines, as spans. */
import type { Span } from '../../core/model/articles.ts';

/** A hard-wrapped text breaks its lines near one width; at least this many lines must do so. */
const FEWEST_WRAPPED_LINES = 6;

/** Spans of the lines that hold anything, without the white space around them. Newlines may be \n, \r\n or \r. */
export function lineSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    const trimmed = match[0].trim();
    if (trimmed === '') continue;
    const start = match.index + match[0].indexOf(trimmed[0] ?? '');
    spans.push([start, start + trimmed.length]);
  }
  return spans;
}

/** Paragraphs: lines, or, where a text is wrapped at a fixed width, the runs of lines between blank ones. */
export function paragraphSpans(text: string): readonly Span[] {
  const lines = lineSpans(text);
  if (!isHardWrapped(text, lines)) return lines;
  const paragraphs: Span[] = [];
  const width = lines.reduce((most, [from, to]) => (to - from <= LONGEST_WRAPPED ? Math.max(most, to - from) : most), 0);
  let start = -1;
  let end = -1;
  let last: Span | null = null;
  for (const line of lines) {
    const isEnd = last !== null && endsParagraph(text.slice(...last), text.slice(line[0], line[0] + 2), width);
    last = line;
    if (start >= 0 && (isEnd || hasBlankLine(text, end, line[0]))) {
      paragraphs.push([start, end]);
      start = -1;
    }
    if (start < 0) start = line[0];
    end = line[1];
  }
  if (start >= 0) paragraphs.push([start, end]);
  return paragraphs;
}

/** Longest line of a text that is wrapped at a fixed width. */
const LONGEST_WRAPPED = 110;
/** A line that is shorter than this share of the width and ends a sentence ends its paragraph. */
const SHORT = 0.6;

/** True for the last line of a paragraph without a blank line behind it, in a text that is wrapped at a width; `next` is how the next line begins. */
export function endsParagraph(line: string, next: string, width: number): boolean {
  return (
    line.length < width * SHORT &&
    /[.!?]["”’»)]*$/.test(line) &&
    !/\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|\p{Lu})\.$/u.test(line) &&
    /^["“‘«(]?\p{Lu}/u.test(next)
  );
}

function hasBlankLine(text: string, from: number, to: number): boolean {
  const between = text.slice(from, to).replace(/\r\n/g, '\n');
  return (between.match(/[\n\r\u2028\u2029]/g)?.length ?? 0) > 1;
}

/** Wrapped text has many lines of 45–100 characters that stop in mid-sentence, hardly any longer ones, and blank lines between paragraphs. */
function isHardWrapped(text: string, lines: readonly Span[]): boolean {
  let open = 0;
  let long = 0;
  let followed = 0;
  for (const [i, line] of lines.entries()) {
    const length = line[1] - line[0];
    if (length > LONGEST_WRAPPED) long++;
    const next = lines[i + 1];
    if (!next || hasBlankLine(text, line[1], next[0])) continue;
    followed++;
    if (length >= 45 && length <= LONGEST_WRAPPED && !/[.!?:;"”’')\]]$/.test(text.slice(line[0], line[1]))) open++;
  }
  return open >= FEWEST_WRAPPED_LINES && open > followed * 0.5 && long < lines.length * 0.05;
}
