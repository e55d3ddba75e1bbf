/** The first letters of the words that patterns name: a glance at a word's own spares most words of a text the look-up. */
import type { Part, Step } from './pattern.ts';
import { TURNING } from './symbols.ts';

const LETTERS = 3;
/** Bits of the first letter, which tell a capital from a small one, and of each of the others, which do not. */
const FIRST_BITS = 6;
const OTHER_BITS = 5;
const FIRST_MASK = (1 << FIRST_BITS) - 1;
const OTHER_MASK = (1 << OTHER_BITS) - 1;
const BEYOND_ASCII = 128;

/** Beginnings of three letters, without regard to capitals behind the first. */
export class Beginnings {
  readonly #known = new Uint8Array(1 << (FIRST_BITS + 2 * OTHER_BITS));

  constructor(patterns: readonly (readonly Part[])[]) {
    for (const step of patterns.flat(3)) this.#add(step);
    for (const word of TURNING) this.#add({ kind: 'word', text: word });
  }

  /** Takes note of how the words begin that satisfy a step, small or with a capital. */
  #add({ kind, text }: Step): void {
    if (kind === 'gap') return;
    for (const word of [text, text.charAt(0).toUpperCase() + text.slice(1)]) {
      const number = numberOf(word, 0, word.length);
      const open = kind === 'prefix' ? Math.max(0, LETTERS - word.length) * OTHER_BITS : 0;
      if (number >= 0) this.#known.fill(1, number, number + (1 << open));
      // "Flies" satisfies "fly" (symbols.ts).
      if (word.length === LETTERS && word.endsWith('y')) this.#add({ kind, text: `${word.slice(0, -1)}i` });
    }
  }

  /** False where the word that stands there satisfies no step of the patterns, and a gap may skip it. A word with a letter beyond ASCII among its first may satisfy any. */
  has(text: string, start: number, end: number): boolean {
    const number = numberOf(text, start, end);
    return number < 0 || this.#known[number] === 1;
  }
}

/** A beginning's number; -1 beyond ASCII. */
function numberOf(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  const second = start + 1 < end ? text.charCodeAt(start + 1) : 0;
  const third = start + 2 < end ? text.charCodeAt(start + 2) : 0;
  if ((first | second | third) >= BEYOND_ASCII) return -1;
  return ((((first & FIRST_MASK) << OTHER_BITS) | (second & OTHER_MASK)) << OTHER_BITS) | (third & OTHER_MASK);
}
