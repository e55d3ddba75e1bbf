/** A PDF that was opened → its text: columns in reading order, without what only the pages need. */

import type { PdfPage } from '../../../core/model/documents.ts';
import { blocksOf } from './columns.ts';
import { linesOf } from './lines.ts';
import { withoutMargins } from './margins.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';

/** Letters of a headline are so many times as large as those of the text. */
const HEADLINE = 1.25;
/** Words of the shortest and of the longest headline. */
const HEADLINE_WORDS: readonly [least: number, most: number] = [2, 40];
/** Paragraphs at the beginning among which the headline is. */
const BEGINNING = 12;

/** What a document says. */
export interface PdfText {
  readonly text: string;
  readonly title: string | null;
  /** Where it was printed from, as a browser says at the foot of its pages. */
  readonly url: string | null;
}

/** The text of a document, a paragraph each, blank lines between; null where it has no letters, as a scanned one. `isMark` knows the marks of an export of articles. */
export function pdfText(pages: readonly PdfPage[], isMark: (text: string) => boolean): PdfText | null {
  const { pages: inside, address } = withoutMargins(
    pages.map(({ pieces }) => linesOf(pieces)),
    isMark,
  );
  const paragraphs = paragraphsOf(inside.flatMap((page) => blocksOf(page))).filter(({ text }) => text !== '');
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n\n');
  return hasLetters(text) ? { text, title: headlineOf(paragraphs), url: address } : null;
}

/** Letters without a meaning in Unicode, as fonts without a table of their characters give, are none. */
function hasLetters(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  return letters > 0 && count(/[\p{Co}\p{Cc}\ufffd]/gu) < letters * 0.5 + count(/\n/g);
}

/** The paragraph in the largest letters near the beginning, where they are larger than those of the text. */
function headlineOf(paragraphs: readonly Paragraph[]): string | null {
  const sizes = new Map<number, number>();
  for (const { text, size } of paragraphs) sizes.set(size, (sizes.get(size) ?? 0) + text.length);
  const [body = 0] = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [];
  const found = paragraphs
    .slice(0, BEGINNING)
    .filter(({ text, size }) => size > body * HEADLINE && isHeadline(text))
    .sort((a, b) => b.size - a.size)[0];
  return found?.text ?? null;
}

function isHeadline(text: string): boolean {
  const words = text.split(' ').length;
  return words >= HEADLINE_WORDS[0] && words <= HEADLINE_WORDS[1] && /\p{L}{2}/u.test(text);
}
