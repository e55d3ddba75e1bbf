/** A text as the search for events sees it: lower-case words with their places, sentence by sentence. */
import type { Clipping } from '../../core/model/articles.ts';

/** One word: letters or digits, without 's, "U.S." as "us". */
export interface Word {
  readonly text: string;
  readonly at: number;
  readonly sentence: number;
  readonly paragraph: number;
}

/** Longer texts are searched only so far; the newest event of an article stands early. */
const MOST_WORDS = 12_000;
const LONGEST_PARAGRAPH = 60_000;
const FEWEST_CAPTION_WORDS = 10;
const LATER_INSERT =
  /\?|©|copyright|agree|subscri|sign up|newsletter|e-?mail|cookie|privacy|comment|updated|editor|advert|sponsor|donat|download/i;
const WORD = /(?:\p{L}\.){2,}|[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;
const SENTENCE_END = /[.!?]["”’»)\]]*\s+["“‘«([]?\p{Lu}/gu;
/** A full stop after these ends no sentence. */
const SHORT_FORM = /(?:^|[^\p{L}])(?:\p{L}|mr|mrs|ms|dr|gen|sen|rep|gov|lt|col|st|no|jan|feb|aug|sept?|oct|nov|dec)$/iu;

/** Words of an article's paragraphs, boilerplate left out; the title comes first where the text does not begin with it. */
export function wordsOf(clipping: Clipping): readonly Word[] {
  const words: Word[] = [];
  let sentence = 0;
  let mark = 0;
  const story = endOfStory(clipping);
  for (const [paragraph, [start, end]] of clipping.paragraphs.entries()) {
    if (words.length > MOST_WORDS) break;
    while ((clipping.boilerplate[mark]?.[1] ?? Number.POSITIVE_INFINITY) < end) mark++;
    const isMarked = (clipping.boilerplate[mark]?.[0] ?? Number.POSITIVE_INFINITY) <= start;
    const text = clipping.text.slice(start, Math.min(end, start + LONGEST_PARAGRAPH));
    if (isMarked && (end > story || !isCaption(text))) continue;
    if (/©|copyright|all rights reserved/i.test(text)) continue;
    const ends = sentenceEnds(text);
    let next = 0;
    for (const match of text.matchAll(WORD)) {
      while (next < ends.length && match.index >= (ends[next] ?? 0)) next++;
      words.push({ text: normal(match[0]), at: start + match.index, sentence: sentence + next, paragraph });
    }
    sentence += ends.length + 1;
  }
  return words;
}

/** Where the last paragraph ends that is no boilerplate. */
function endOfStory({ paragraphs, boilerplate }: Clipping): number {
  const starts = new Set(boilerplate.map(([start]) => start));
  return paragraphs.findLast(([start]) => !starts.has(start))?.[1] ?? 0;
}

/** Captions are no statements, but they are as old as the article; polls and requests to subscribe may be younger. */
function isCaption(text: string): boolean {
  return text.split(/\s+/, FEWEST_CAPTION_WORDS).length >= FEWEST_CAPTION_WORDS && !LATER_INSERT.test(text);
}

/** "U.S." → "us", "Trump’s" → "trump", "don't" stays. */
export function normal(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('.', '')
    .replace(/['’]s$/, '')
    .replaceAll('’', "'");
}

function sentenceEnds(text: string): readonly number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(SENTENCE_END)) {
    const before = text.slice(Math.max(0, match.index - 8), match.index);
    if (match[0].startsWith('.') && SHORT_FORM.test(before)) continue;
    ends.push(match.index + match[0].length - 1);
  }
  return ends;
}
