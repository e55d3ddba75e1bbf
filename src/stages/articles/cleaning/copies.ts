/** Paragraphs that say once more, in nearly the same words, what stands above them: a text that a page holds twice, once as it was and once set anew. */
import type { Line } from './lines.ts';

/** Words that are known together, and the fewest words of a paragraph that is compared. */
const WINDOW = 4;
const FEWEST_WORDS = 12;
/** Of a copy at most so many words are others. */
const MOST_OTHERS = 0.1;
/** Longer paragraphs are compared by their beginning alone. */
const LONGEST = 2000;
const SENTENCE_END = /(?<=[.!?…][”"’)]?)\s+(?=[\p{Lu}“"‘(])/u;
/** Words that turn a sentence into its opposite. */
const DENIAL = /^(?:not|no|never|none|nor|neither|nothing|nobody|without|cannot|\p{L}+n['’]t)$/u;

/**
 * Indexes of the copies. Sentences that differ in a name, a figure or a denial are no copies, nor is one that leaves a word out: lists and refrains
 * are made of such sentences.
 */
export function nearCopies(lines: readonly Line[]): ReadonlySet<number> {
  const known = new Set<string>();
  const copies = new Set<number>();
  for (const [i, { text, words }] of lines.entries()) {
    const sentences = text.slice(0, LONGEST).split(SENTENCE_END).map(sentenceOf);
    if (words >= FEWEST_WORDS && text.length <= LONGEST && isCopy(sentences, known)) copies.add(i);
    for (const { windows } of sentences) for (const window of windows) known.add(window);
  }
  return copies;
}

function isCopy(sentences: readonly Sentence[], known: ReadonlySet<string>): boolean {
  let all = 0;
  let others = 0;
  for (const sentence of sentences) {
    const found = othersIn(sentence, known);
    if (found === null) return false;
    all += sentence.words.length;
    others += found;
  }
  return all >= FEWEST_WORDS && others <= all * MOST_OTHERS;
}

/** How many words of a sentence stand in no window that is known; null where they make another sentence of it. */
function othersIn({ words, windows }: Sentence, known: ReadonlySet<string>): number | null {
  const isKnown = windows.map((window) => known.has(window));
  const isOther = words.map(() => true);
  for (const [start, isOld] of isKnown.entries()) if (isOld) isOther.fill(false, start, start + WINDOW);
  // Where words were left out, a window is not known though each of its words is.
  if (isKnown.some((isOld, start) => !isOld && !isOther.slice(start, start + WINDOW).includes(true))) return null;
  const others = words.filter((_, i) => isOther[i]);
  return others.some((word) => /[\p{Lu}\p{N}]/u.test(word) || DENIAL.test(word)) ? null : others.length;
}

interface Sentence {
  readonly words: readonly string[];
  /** The words from each one on that are known together, in small letters; a short sentence is one window. */
  readonly windows: readonly string[];
}

function sentenceOf(text: string): Sentence {
  const words = text.match(WORD) ?? [];
  const small = words.map((word) => word.toLowerCase());
  const windows: string[] = [small.slice(0, WINDOW).join(' ')];
  for (let start = 1; start + WINDOW <= small.length; start++) windows.push(small.slice(start, start + WINDOW).join(' '));
  return { words, windows };
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
