/** The one reading of a text that every room shares. */
import type { Span } from './articles.ts';

/** One token of the article, as wink-nlp read it. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The same in small letters. */
  readonly lower: string;
  /** Lower-case base form. */
  readonly lemma: string;
  /** Universal part of speech: NOUN, VERB, AUX, PROPN, PRON, ... */
  readonly pos: string;
  /** Index of the sentence it stands in. */
  readonly sentence: number;
  /** A small number that only tokens of the same text, lemma and part of speech share in this process, so that what is known of a word can be kept in a list. */
  readonly word?: number;
}

/** The one reading of a text that every room shares. Tokens are in order and never overlap; white space is no token. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Per sentence: index of its first token and one past its last. */
  readonly sentences: readonly Span[];
}
