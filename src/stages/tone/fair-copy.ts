/**
 * A fair copy of a statement, from which grammar is read: apostrophes, spellings, capitals and years of one kind, and a plain word for each
 * name. So the reading depends on what is said, not on who is named, when, or in which spelling.
 */
import type { Token } from '../../core/model/reading.ts';
import { type Words, wordsOf } from '../../core/patterns/words.ts';
import type { ToneLexicon } from './lexicon.ts';
import { findNames, type NameSpan } from './names.ts';
import { cutPieces } from './pieces.ts';
import type { Surface } from './surfaces.ts';

/** The copy, and where each of its pieces comes from. */
export interface FairCopy {
  readonly text: string;
  /** Pieces whose place or length differs from the text: [start in the copy, end in the copy, start in the text, end in the text], in order. */
  readonly moved: readonly (readonly [number, number, number, number])[];
  readonly names: readonly PlacedName[];
  /** The words and marks of the text with repaired apostrophes, before names are hidden. */
  readonly pieces: readonly Token[];
  /** The same for patterns. */
  readonly words: Words;
}

/** A name with its place in the copy. */
export interface PlacedName extends NameSpan {
  readonly at: number;
}

/** Copies a text fair; the same words in the same order, so that clauses and sentences stay. */
export function copyFair(text: string, lexicon: ToneLexicon): FairCopy {
  const pieces = cutPieces(text);
  const surfaces = pieces.map((piece) => lexicon.surfaceOf(piece.text));
  const words = wordsOf(surfaces.map(({ forms }) => forms));
  const names = findNames({ pieces, surfaces, words }, lexicon);
  const isShouted = !/\p{Ll}/u.test(text) && pieces.length > 2;
  const moved: [number, number, number, number][] = [];
  const placed: PlacedName[] = [];
  let copy = '';
  let end = 0;
  const put = (from: number, to: number, fair: string): void => {
    if (fair.length === to - from && text.startsWith(fair, from)) return;
    copy += text.slice(end, from);
    moved.push([copy.length, copy.length + fair.length, from, to]);
    copy += fair;
    end = to;
  };
  for (let i = 0, n = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Token;
    const name = names[n];
    if (name !== undefined && piece.start === name.start) {
      placed.push({ ...name, at: copy.length + piece.start - end });
      put(name.start, name.end, name.word);
      while ((pieces[i + 1]?.start ?? name.end) < name.end) i += 1;
      n += 1;
    } else {
      const { fair, fairInCapitals } = surfaces[i] as Surface;
      put(piece.start, piece.end, (isShouted ? fairInCapitals : fair) + (isCutOff(piece, pieces[i + 1]) ? ' ' : ''));
    }
  }
  return { text: copy + text.slice(end), moved, names: placed, pieces, words };
}

/** "Cannot" is two words, which wink-nlp does not part before a mark. */
function isCutOff({ text, end }: Token, next: Token | undefined): boolean {
  return next?.start === end && /^can$/i.test(text) && /^not$/i.test(next.text);
}
