/** Reads a statement for scoring: grammar from its fair copy, places and words from the text itself. */
import { readText } from '../../core/language.ts';
import type { Span } from '../../core/model/articles.ts';
import type { Reading, Token } from '../../core/model/reading.ts';
import type { Words } from '../../core/patterns/words.ts';
import type { Anchor } from './anchors.ts';
import { copyFair, type FairCopy } from './fair-copy.ts';
import type { ToneLexicon } from './lexicon.ts';

/** A name, and the token that it is. */
export interface Named {
  readonly anchor: Anchor | null;
  readonly token: number;
  /** The token is this name and nothing else ("anti-Russian" is more). */
  readonly isWhole: boolean;
}

/** A reading whose names are one token each. Spans point into the text; a token's `text` and `lemma` are those of the fair copy. */
export interface StatementReading extends Reading {
  readonly names: readonly Named[];
  /** The words of the text itself, for lists that look for names and topics. */
  readonly plain: Reading;
  readonly plainWords: Words;
}

/** Reads a statement once. Whoever else is named in it, in whatever year and spelling, its grammar is the same. */
export function readStatement(text: string, lexicon: ToneLexicon): StatementReading {
  const copy = copyFair(text, lexicon);
  const reading = readText(copy.text);
  const tokens = copy.moved.length === 0 ? reading.tokens : ledBack(reading.tokens, copy);
  return {
    text,
    ...cutLongSentences(tokens, reading.sentences),
    names: placeNames(reading.tokens, copy),
    plain: plainOf(text, copy),
    plainWords: copy.words,
  };
}

/**
 * Nobody speaks longer sentences. A list, or a text that lost its marks, is taken in stretches of this many words, so that no rule that
 * compares the words of a sentence with one another takes time without end.
 */
const LONGEST_SENTENCE = 400;

function cutLongSentences(tokens: readonly Token[], sentences: readonly Span[]): Pick<Reading, 'tokens' | 'sentences'> {
  if (sentences.every(([first, end]) => end - first <= LONGEST_SENTENCE)) return { tokens, sentences };
  const cut = sentences.flatMap(stretchesOf);
  return {
    sentences: cut,
    tokens: cut.flatMap(([first, end], sentence) => tokens.slice(first, end).map((token) => ({ ...token, sentence }))),
  };
}

function stretchesOf([first, end]: Span): readonly Span[] {
  const count = Math.ceil((end - first) / LONGEST_SENTENCE);
  return Array.from(
    { length: count },
    (_, i) => [first + i * LONGEST_SENTENCE, Math.min(end, first + (i + 1) * LONGEST_SENTENCE)] as const,
  );
}

/** Tokens with the places of the text. */
function ledBack(tokens: readonly Token[], { moved }: FairCopy): readonly Token[] {
  let before = 0;
  let shift = 0;
  return tokens.map((token) => {
    while (before < moved.length && (moved[before] as FairCopy['moved'][number])[1] <= token.start) {
      const [, to, , textTo] = moved[before] as FairCopy['moved'][number];
      shift = textTo - to;
      before += 1;
    }
    const isOutside = token.end <= (moved[before]?.[0] ?? token.end);
    if (isOutside) return shift === 0 ? token : placedAt(token, token.start + shift, token.end + shift);
    const around = { moved, before, shift };
    return placedAt(token, placeOf(token.start, 0, around), placeOf(token.end, 1, around));
  });
}

/** Written out, for it is done for nearly every word and a spread takes several times as long. */
function placedAt({ text, lower, lemma, pos, sentence, word }: Token, start: number, end: number): Token {
  return { start, end, text, lower, lemma, pos, sentence, word };
}

/** A place inside a moved piece is as far from its end as in the copy, but never outside the piece. */
function placeOf(at: number, side: 0 | 1, { moved, before, shift }: { moved: FairCopy['moved']; before: number; shift: number }): number {
  let place = at + shift;
  for (let i = before; i < moved.length; i++) {
    const [from, to, textFrom, textTo] = moved[i] as FairCopy['moved'][number];
    if (side === 0 ? at < from : at <= from) break;
    if (at >= to) place = textTo + at - to;
    else place = at === from ? textFrom : Math.min(textTo, textFrom + at - from);
  }
  return place;
}

function placeNames(tokens: readonly Token[], { names }: FairCopy): readonly Named[] {
  let token = 0;
  return names.map(({ anchor, at, word }) => {
    while (token < tokens.length - 1 && (tokens[token] as Token).end <= at) token += 1;
    return { anchor, token, isWhole: tokens[token]?.text === word };
  });
}

/** Words and marks without grammar. */
function plainOf(text: string, { pieces }: FairCopy): Reading {
  return { text, tokens: pieces, sentences: [[0, pieces.length]] };
}
