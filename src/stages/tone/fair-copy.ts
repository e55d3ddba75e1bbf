/**
 * A fair copy of a statement, from which grammar is read: apostrophes, spellings, capitals and years of one kind, and a plain word for each
 * name. So the reading depends on what is said, not on who is named, when, or in which spelling.
 */
import { matchableWords, type Words } from '../../core/patterns/matcher.ts';
import type { ToneLexicon } from './lexicon.ts';
import { findNames, type NameSpan } from './names.ts';
import { cutPieces, type Piece } from './pieces.ts';

/** The copy, and where each of its pieces comes from. */
export interface FairCopy {
  readonly text: string;
  /** Pieces whose place or length differs from the text: [start in the copy, end in the copy, start in the text, end in the text], in order. */
  readonly moved: readonly (readonly [number, number, number, number])[];
  readonly names: readonly PlacedName[];
  /** The words and marks of the text with repaired apostrophes, before names are hidden. */
  readonly pieces: readonly Piece[];
  /** The same for patterns. */
  readonly words: Words;
}

/** A name with its place in the copy. */
export interface PlacedName extends NameSpan {
  readonly at: number;
}

const YEAR = /^(?:1[5-9]|20)\d\d$/;
const SOME_YEAR = '2000';
const CAPITALS = /^\p{Lu}{2,}$/u;
const WORD = /^[\p{L}\p{N}]/u;

/** Copies a text fair; the same words in the same order, so that clauses and sentences stay. */
export function copyFair(text: string, lexicon: ToneLexicon): FairCopy {
  const pieces = cutPieces(text);
  const tokens = pieces.map((piece) => ({ ...piece, lemma: piece.text.toLowerCase(), pos: 'X', sentence: 0 }));
  const words = matchableWords({ text, tokens, sentences: [] }, lexicon.symbols);
  const names = findNames(pieces, words, lexicon);
  const isShouted = !/\p{Ll}/u.test(text) && pieces.length > 2;
  const moved: [number, number, number, number][] = [];
  const placed: PlacedName[] = [];
  let copy = '';
  let end = 0;
  const put = (from: number, to: number, fair: string): void => {
    copy += text.slice(end, from);
    if (fair !== text.slice(from, to)) moved.push([copy.length, copy.length + fair.length, from, to]);
    copy += fair;
    end = to;
  };
  for (let i = 0, n = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    const name = names[n];
    if (name !== undefined && piece.start === name.start) {
      placed.push({ ...name, at: copy.length + piece.start - end });
      put(name.start, name.end, name.word);
      while ((pieces[i + 1]?.start ?? name.end) < name.end) i += 1;
      n += 1;
    } else put(piece.start, piece.end, wordFor(piece.text, lexicon, isShouted));
  }
  return { text: copy + text.slice(end), moved, names: placed, pieces, words };
}

function wordFor(word: string, { spelling, symbols }: ToneLexicon, isShouted: boolean): string {
  if (!WORD.test(word)) return word;
  if (YEAR.test(word)) return SOME_YEAR;
  if (CAPITALS.test(word)) {
    const small = word.toLowerCase();
    if (isShouted ? word !== 'US' : symbols.isWord(small)) return spelling(small);
  }
  return spelling(word);
}
