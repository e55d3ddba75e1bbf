/** A reading as the indirect rules see it: sentences of the text outside of quotation marks, which quoted full stops do not cut. */
import type { Article, Span } from '../../../core/model/articles.ts';
import type { Reading, Token } from '../../../core/model/reading.ts';
import { afterDateline } from '../dateline.ts';

/** The tokens of one article, each known to stand inside of quotation marks or not. */
export interface Page {
  readonly reading: Reading;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Per token: 1 + the index of the quoted region it stands in, or 0 outside. */
  readonly regionOf: Uint32Array;
  readonly regions: readonly Span[];
}

/** Token indexes [first, end) of one sentence; `end` stands before its closing mark. */
export interface Sentence {
  readonly first: number;
  readonly end: number;
}

/** Lays the quoted regions over the tokens. */
export function pageOf(reading: Reading, regions: readonly Span[]): Page {
  const { text, tokens } = reading;
  const sorted = [...regions].sort((a, b) => a[0] - b[0]);
  const regionOf = new Uint32Array(tokens.length);
  let next = 0;
  tokens.forEach((token, i) => {
    while (next < sorted.length && (sorted[next]?.[1] ?? 0) <= token.start) next++;
    const region = sorted[next];
    if (region && token.start >= region[0] && token.end <= region[1]) regionOf[i] = next + 1;
  });
  return { reading, text, tokens, regionOf, regions: sorted };
}

const CLOSING = /^[.?!…]+$/;

/** The sentences of a page: cut at paragraphs and where the reading cuts, but never inside of quotation marks. */
export function sentencesOf(page: Page, article: Article): readonly Sentence[] {
  const { tokens } = page;
  const sentences: Sentence[] = [];
  let first = 0;
  let paragraph = 0;
  let isOpening = true;
  const close = (end: number) => {
    const from = isOpening ? afterDateline(tokens, first) : first;
    if (end > from) sentences.push({ first: from, end: beforeClosing(page, from, end) });
    first = end;
    isOpening = false;
  };
  tokens.forEach((token, i) => {
    while (paragraph < article.paragraphs.length && (article.paragraphs[paragraph]?.[1] ?? 0) <= token.start) {
      paragraph++;
      close(i);
      isOpening = true;
    }
    if (i > first && isCutBefore(page, i)) close(i);
  });
  close(tokens.length);
  return sentences;
}

/** wink-nlp also cuts inside of quotations; a mark that closes one belongs to the sentence before it. */
function isCutBefore({ regionOf, tokens }: Page, i: number): boolean {
  const token = tokens[i];
  const before = tokens[i - 1];
  if (!token || !before) return false;
  if (regionOf[i] !== 0 && regionOf[i] === regionOf[i - 1]) return false;
  if (isAfterAbbreviation(before, token)) return true;
  if (!isMark(before.text)) return token.sentence !== before.sentence && !(isMark(token.text) && token.start === before.end);
  const inner = tokens[i - 2];
  if (!inner || token.sentence === inner.sentence || !CLOSING.test(inner.text)) return false;
  return /^[^a-z]/.test(token.text);
}

/** "in the U.K. The ministry": a full stop that ends an abbreviation and the sentence. */
function isAfterAbbreviation(before: Token, token: Token): boolean {
  const isOpener = token.pos === 'DET' || token.pos === 'PRON' || token.pos === 'CCONJ' || token.pos === 'SCONJ';
  return isOpener && /^[A-Z]/.test(token.text) && /^(?:[A-Z]\.){2,}$/.test(before.text);
}

const MARKS = new Set([...'"“”„‟«»‹›‘’\'`´″＂❝❞〝〞「」『』', "''", '``', '‘‘', '’’', '´´']);

/** Is this token a quotation mark? */
export function isMark(text: string): boolean {
  return MARKS.has(text);
}

/** Tokens back from an attribution to the bracket that it stands in. */
const LONGEST_BRACKET = 60;

/** Token index behind the bracket that opens before `at` and has not closed: "(the sum is lower, | S said)"; null outside of brackets. */
export function openBracket({ tokens, regionOf }: Page, first: number, at: number): number | null {
  for (let i = at - 1; i > Math.max(first, at - LONGEST_BRACKET); i--) {
    if (regionOf[i] !== 0) continue;
    const word = tokens[i]?.text;
    if (word === ')') return null;
    if (word === '(') return i + 1;
  }
  return null;
}

function beforeClosing({ tokens }: Page, first: number, end: number): number {
  let last = end;
  while (last > first && (CLOSING.test(tokens[last - 1]?.text ?? '') || isMark(tokens[last - 1]?.text ?? ''))) last--;
  return last;
}
