/** Markdown, as programs write it that take the text out of pages: its signs are left out, what is only a link or a picture is no news. Offsets stay true to the text that was given. */

import { trimEndOf } from '../../core/ends.ts';
import type { Span } from '../../core/model/articles.ts';
import type { MendedText } from './mend.ts';
import { untouched, withoutRanges } from './mended.ts';

const LINK =
  /\[((?:[^\][\n]|\[[^\][\n]{0,200}\]){0,400})\](?:\(\s*<?(?:https?:|mailto:|[/#.]|[\w-]+\.\w)[^\s()]{0,1000}(?:\([^\s()]{0,200}\)[^\s()]{0,400})?>?(?:\s+"[^"\n]{0,300}")?\s*\)|\[[^\][\n]{0,60}\])/g;
const IMAGE =
  /!\[(?:[^\][\n]|\[[^\][\n]{0,200}\]){0,600}\]\([^\s()]{0,1000}(?:\([^\s()]{0,200}\)[^\s()]{0,400})?(?:\s+"[^"\n]{0,300}")?\s*\)/g;
const WIKI_LINK = /\[\[([^\][\n|]{1,200}\|)?([^\][\n|]{1,200})\]\]/g;
const HEADING = /^[^\S\n]{0,3}#{1,6}[^\S\n]+(?=\S)/gm;
const QUOTED = /^[^\S\n]{0,3}(?:>[^\S\n]?){1,4}/gm;
const REFERENCE = /^[^\S\n]{0,3}\[[^\][\n]{1,60}\]:[^\S\n]+<?(?:https?:|\/)\S{1,1000}[^\n]{0,300}$/gm;
const ESCAPE = /\\(?=[\\`*_{}[\]()#+.!>~|-])/g;
/** Bold letters and italics: the signs stand against the words that they set apart. */
const EMPHASIS: readonly RegExp[] = [
  /(?<!\*)(\*\*\*)(?![\s*])[^*\n]{1,2000}(?<!\s)(\*\*\*)(?!\*)/g,
  /(?<!\*)(\*\*)(?![\s*])(?:[^*\n]|\*(?!\*)){1,2000}?(?<![\s*])(\*\*)(?!\*)/g,
  /(?<![\p{L}\p{N}_])(__)(?![\s_])[^_\n]{1,2000}?(?<!\s)(__)(?![\p{L}\p{N}_])/gu,
  /(?<![\p{L}\p{N}*])(\*)(?![\s*])[^*\n]{1,600}(?<!\s)(\*)(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_])(_)(?![\s_])[^_\n]{1,600}(?<!\s)(_)(?![\p{L}\p{N}_])/gu,
];

/** What only Markdown has. */
const SURE =
  /!?\[[^\][\n]{0,400}\]\((?:https?:|\/)[^\s()]{1,1000}[()]|^[^\S\n]{0,3}#{1,6}[^\S\n]+\p{L}|(?<![*\w])\*\*(?![\s*])[^*\n]{1,400}(?<!\s)\*\*(?!\*)|:[^\S\n]*\n(?:[^\S\n]*\n)+>[^\S\n]\S/mu;
const ENDING = /\.(?:md|markdown|mdown)$/i;
/** Signs of which a text without any is none. */
const ANY = /[[*_#>\\]/;
/** A line that is nothing but links, pictures and what stands between them, or a link in a list. */
const LINKS_ALONE = /^[\s\-*+•·|>/\d.)(»›:–—]*$/;
/** Lines above which a heading is the headline. */
const TITLE_LINES = 12;
const LONGEST_TOP = 6000;

/** A text without the signs of Markdown; one that holds none stays as it is. `path` tells where the ending does. */
export function readMarkdown(path: string, given: MendedText): MendedText {
  if (!ANY.test(given.text) || !(ENDING.test(path) || SURE.test(given.text))) return given;
  const { text } = given;
  const { ranges, alone } = rangesOf(text);
  if (ranges.length === 0) return given;
  const read = withoutRanges({ text, origin: given.origin ?? untouched(text).origin }, ranges);
  const title = headlineOf(text, ranges);
  return {
    ...given,
    text: read.text,
    origin: read.origin,
    marked: movedBy(ranges, alone).filter(([start, end]) => end > start),
    ...(title !== null && !given.title && { title }),
  };
}

/** What is left out, in order and apart, and the lines that are nothing but links. */
function rangesOf(text: string): { readonly ranges: readonly Span[]; readonly alone: readonly Span[] } {
  const found: Span[] = [];
  const put = (start: number, end: number): void => void (end > start && found.push([start, end]));
  const links: Span[] = [];
  for (const { 0: image, index } of text.matchAll(IMAGE)) put(index, index + image.length);
  const images = found.length;
  const rest = images === 0 ? text : text.replace(IMAGE, (image) => ' '.repeat(image.length));
  for (const match of rest.matchAll(LINK)) {
    const [whole, label = ''] = match;
    put(match.index, match.index + 1);
    put(match.index + 1 + label.length, match.index + whole.length);
    links.push([match.index, match.index + whole.length]);
  }
  for (const { 0: whole, 1: address = '', index } of text.matchAll(WIKI_LINK)) {
    put(index, index + 2 + address.length);
    put(index + whole.length - 2, index + whole.length);
  }
  for (const pattern of [HEADING, QUOTED, REFERENCE, ESCAPE])
    for (const { 0: sign, index } of text.matchAll(pattern)) put(index, index + sign.length);
  for (const pattern of EMPHASIS)
    for (const { 0: whole, 1: opening = '', 2: closing = '', index } of text.matchAll(pattern)) {
      put(index, index + opening.length);
      put(index + whole.length - closing.length, index + whole.length);
    }
  return { ranges: joined(found), alone: linesOfLinks(text, [...links, ...found.slice(0, images)]) };
}

function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = all.at(-1);
    if (last && start <= last[1]) all[all.length - 1] = [last[0], Math.max(last[1], end)];
    else all.push([start, end]);
  }
  return all;
}

function linesOfLinks(text: string, links: readonly Span[]): readonly Span[] {
  const lines: Span[] = [];
  const inOrder = [...links].sort((a, b) => a[0] - b[0]);
  let at = 0;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const end = index + line.length;
    while ((inOrder[at]?.[1] ?? end + 1) <= index) at++;
    let rest = '';
    let from = index;
    let isLinked = false;
    for (let i = at; i < inOrder.length && (inOrder[i]?.[0] ?? end) < end; i++) {
      const [start, stop] = inOrder[i] as Span;
      if (start > from) rest += text.slice(from, start);
      from = Math.max(from, stop);
      isLinked = true;
    }
    if (isLinked && LINKS_ALONE.test(rest + text.slice(from, end))) lines.push([index, end]);
  }
  return lines;
}

/** Spans in order, where they stand once the ranges are left out. */
function movedBy(ranges: readonly Span[], spans: readonly Span[]): readonly Span[] {
  let next = 0;
  let removed = 0;
  const moved = (at: number): number => {
    while (next < ranges.length && (ranges[next]?.[1] ?? 0) <= at) {
      const [start, end] = ranges[next++] as Span;
      removed += end - start;
    }
    const [start] = ranges[next] ?? [at];
    return at - removed - Math.max(0, at - start);
  };
  return spans.map(([start, end]): Span => [moved(start), moved(end)]);
}

/** The first heading of the highest rank at the top. */
function headlineOf(text: string, ranges: readonly Span[]): string | null {
  const lines = [...text.slice(0, LONGEST_TOP).matchAll(/[^\r\n]+/g)].slice(0, TITLE_LINES);
  const heading = lines.find(([line]) => /^\s{0,3}#\s+\S/.test(line));
  if (!heading) return null;
  const [start, end] = [heading.index, heading.index + heading[0].length];
  let title = '';
  let at = start;
  for (const [from, to] of ranges) {
    if (from >= end) break;
    if (to <= start) continue;
    title += text.slice(at, Math.max(at, from));
    at = Math.max(at, to);
  }
  return trimEndOf(`${title}${text.slice(at, end)}`.trimEnd(), /#/).trim() || null;
}
