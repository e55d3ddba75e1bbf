/** Words that the language model does not know, kept where wink-nlp's tokeniser does not look, so that no text changes how another one is read. */

import { ownCopy } from './own-copy.ts';

/** What wink-nlp asks of its memory of words. The model's own words have the numbers below `intrinsicSize`. */
export interface WordCache {
  /** The number of a word as a token of this category, new or not. */
  add(text: string, category: number): number;
  /** The number of a word, or four numbers for each part of a contraction; null where it is not known. */
  lookup(text: string): readonly number[] | null;
  value(word: number): string;
  /** The number of the word in lower case. */
  normal(word: number): number;
  /** The number of the word that one of the model's words is a misspelling of, else its own. */
  mappedSpelling(word: number): number;
  /** The most likely part of speech. */
  posOf(word: number): number;
  /** A property that only the model's words have: 0 for all others. */
  property(word: number, name: string): unknown;
  intrinsicSize(): number;
}

/** Guesses the part of speech of a word which is not the model's. */
export type GuessPos = (text: string, category: number, cache: Pick<WordCache, 'lookup' | 'posOf' | 'intrinsicSize'>) => number;

/** What belongs to the model beside its memory of words. */
export interface ModelWords {
  /** The model's words with their numbers. */
  readonly lexemes: Readonly<Record<string, number | undefined>>;
  readonly guessPos: GuessPos;
}

interface NewWord {
  readonly text: string;
  readonly pos: number;
  readonly normal: number;
}

/** About 6 MB. A text adds a few hundred; the numbers must stay below 1,080,000, where wink-nlp's automata have their signs. */
const MOST_NEW_WORDS = 30_000;

/** Looked-up words that are kept, so that a long-running process does not grow without end. */
const MOST_FOUND = 60_000;

/**
 * Makes a cache forget. As it comes, wink-nlp 2.4 puts every new word among the model's, where its tokeniser looks first: once "Clinton’s,"
 * has been cut into "Clinton’s" and ",", the "Clinton’s" of any later text is one token, where it would have been "Clinton" and "’s"; and a
 * word's part of speech is the one of the category in which it came first. Here a new word is known by text and category, the look-up knows the
 * model's words alone, and what is kept of a word follows from these two, so it may be forgotten at any time.
 * docs/WINK-NLP.md has the report for its maintainers.
 * @returns Forgets all new words if there are many; true if it did, and their numbers will be given to others.
 */
export function separateNewWords(cache: WordCache, { lexemes, guessPos }: ModelWords): () => boolean {
  const size = cache.intrinsicSize();
  const { lookup, value, normal, posOf, property } = cache;
  const ofModel = { lookup: (text: string) => lookup(text) ?? [size], posOf, intrinsicSize: () => size };
  const words: NewWord[] = [];
  const numbers: (Map<string, number> | undefined)[] = [];

  const add = (text: string, category: number): number => {
    numbers[category] ??= new Map();
    const known = numbers[category].get(text);
    if (known !== undefined) return known;
    const kept = ownCopy(text);
    const number = lexemes[kept] ?? addNew(kept, category);
    numbers[category].set(kept, number);
    return number;
  };
  const addNew = (text: string, category: number): number => {
    const lower = text.toLowerCase();
    const lowered = lower === text ? null : cache.mappedSpelling(add(lower, category));
    const number = size + words.length;
    words.push({ text, pos: guessPos(text, category, ofModel), normal: lowered ?? number });
    return number;
  };
  const wordOf = (number: number): NewWord => words[number - size] as NewWord;

  /** What the look-up gives; a map finds a part of a text faster than the object does in which wink-nlp has the model's words. */
  const found = new Map<string, readonly number[] | null>();

  cache.add = add;
  cache.lookup = (text) => {
    const known = found.get(text);
    if (known !== undefined) return known;
    if (found.size >= MOST_FOUND) found.clear();
    const kept = ownCopy(text);
    const looked = lookup(kept);
    found.set(kept, looked);
    return looked;
  };
  cache.value = (number) => (number < size ? value(number) : wordOf(number).text);
  cache.normal = (number) => (number < size ? normal(number) : wordOf(number).normal);
  cache.posOf = (number) => (number < size ? posOf(number) : wordOf(number).pos);
  cache.property = (number, name) => {
    if (number >= size) return 0;
    // A contraction that stands before a full stop is left whole; its lemma is then a place in another list, which would be taken for a word's number.
    return name === 'isSLemma' && property(number, 'isContraction') === 1 ? 0 : property(number, name);
  };

  return () => {
    if (words.length < MOST_NEW_WORDS) return false;
    words.length = 0;
    numbers.length = 0;
    return true;
  };
}
