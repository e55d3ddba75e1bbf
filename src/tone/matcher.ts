/** Finds lexicon patterns in a reading: a trie over words that are looked up once, so the cost does not grow with the lexicon. */
import type { Reading, Token } from '../model.ts';
import { LONGEST_GAP, type Step, straightenApostrophes } from './pattern.ts';

/** A word as patterns see it: hyphenated tokens are cut, hyphens and quotation marks are left out. */
export interface Word {
  /** Index of the token it comes from. */
  readonly token: number;
  /** False for "Russian" in "anti-Russian". */
  readonly isFirst: boolean;
  /** Every word and prefix of the patterns that it satisfies. */
  readonly symbols: readonly number[];
  /** True for a mark that no gap may skip. */
  readonly isMark: boolean;
}

/** A pattern's place in a text: words [from, to). */
export interface Match<T> {
  readonly entry: T;
  readonly from: number;
  readonly to: number;
}

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  gap: Node<T> | null;
  readonly entries: T[];
}

/** Words and prefixes of all patterns, numbered. */
export class Symbols {
  readonly #words = new Map<string, number>();
  readonly #prefixes = new Map<string, number>();
  readonly #lengths = new Set<number>();
  readonly #known = new Map<string, Map<string, readonly number[]>>();
  #count = 0;

  /** The number of a step's word or prefix; the same step always has the same number. */
  number(step: Exclude<Step, { kind: 'gap' }>): number {
    const table = step.kind === 'word' ? this.#words : this.#prefixes;
    const found = table.get(step.text);
    if (found !== undefined) return found;
    table.set(step.text, this.#count);
    if (step.kind === 'prefix') this.#lengths.add(step.text.length);
    this.#known.clear();
    return this.#count++;
  }

  /** All numbers that a token's surface and lemma satisfy. */
  of(surface: string, lemma: string): readonly number[] {
    let byLemma = this.#known.get(surface);
    if (!byLemma) {
      if (this.#known.size > MOST_KNOWN_WORDS) this.#known.clear();
      byLemma = new Map();
      this.#known.set(surface, byLemma);
    }
    const known = byLemma.get(lemma);
    if (known) return known;
    const forms = [...new Set([surface, surface.toLowerCase(), lemma].map(straightenApostrophes))];
    // Whole words come first: at equal length the exact row wins over a prefix.
    const symbols = [
      ...new Set([...forms.map((form) => this.#words.get(form)), ...forms.flatMap((form) => this.#prefixesOf(form))]),
    ].filter((number) => number !== undefined);
    byLemma.set(lemma, symbols);
    return symbols;
  }

  /** Longest prefix first. */
  #prefixesOf(form: string): readonly (number | undefined)[] {
    const lengths = [...this.#lengths].sort((a, b) => b - a);
    return lengths.map((length) => (form.length >= length ? this.#prefixes.get(form.slice(0, length)) : undefined));
  }
}

/** Distinct words kept ready; a long-running process starts over rather than grow without end. */
const MOST_KNOWN_WORDS = 60_000;

const LEFT_OUT = /^[-‐‑"'“”‘’«»`*]+$/;
const HAS_HYPHEN = /.[-‐‑]./;
const MARK = /^[^\p{L}\p{N}]+$/u;

/** The words of a reading, with what they may match. */
export function matchableWords(reading: Reading, symbols: Symbols): readonly Word[] {
  const words: Word[] = [];
  for (let i = 0; i < reading.tokens.length; i++) {
    const token = reading.tokens[i] as Token;
    if (token.pos === 'PUNCT') {
      if (!LEFT_OUT.test(token.text)) words.push({ token: i, isFirst: true, symbols: symbols.of(token.text, token.text), isMark: true });
    } else if (HAS_HYPHEN.test(token.text)) {
      token.text.split(/[-‐‑]/).forEach((part, place) => {
        if (part !== '') words.push({ token: i, isFirst: place === 0, symbols: symbols.of(part, part.toLowerCase()), isMark: false });
      });
    } else {
      words.push({ token: i, isFirst: true, symbols: symbols.of(token.text, token.lemma), isMark: MARK.test(token.text) });
    }
  }
  return words;
}

/** Patterns in a trie; the longest match wins, then the row that stands first; matched words are used up. */
export class Matcher<T> {
  readonly #root: Node<T> = emptyNode();
  readonly #symbols: Symbols;

  constructor(symbols: Symbols) {
    this.#symbols = symbols;
  }

  add(sequence: readonly Step[], entry: T): void {
    let node = this.#root;
    for (const step of sequence) {
      if (step.kind === 'gap') {
        node.gap ??= emptyNode();
        node = node.gap;
      } else {
        const number = this.#symbols.number(step);
        let next = node.next.get(number);
        if (!next) {
          next = emptyNode();
          node.next.set(number, next);
        }
        node = next;
      }
    }
    node.entries.push(entry);
  }

  /** Non-overlapping matches from left to right; `accepts` may refuse an entry at a place (part of speech). */
  find(words: readonly Word[], accepts: (entry: T, from: number, to: number) => boolean): readonly Match<T>[] {
    const matches: Match<T>[] = [];
    let from = 0;
    while (from < words.length) {
      const best = this.#longestAt(words, from, accepts);
      if (best) matches.push(best);
      from = best ? best.to : from + 1;
    }
    return matches;
  }

  #longestAt(words: readonly Word[], from: number, accepts: (entry: T, from: number, to: number) => boolean): Match<T> | null {
    let best: Match<T> | null = null;
    const consider = (node: Node<T>, to: number): void => {
      if (best && to <= best.to) return;
      const entry = node.entries.find((candidate) => accepts(candidate, from, to));
      if (entry !== undefined) best = { entry, from, to };
    };
    const walk = (node: Node<T>, at: number): void => {
      if (node.entries.length > 0) consider(node, at);
      if (node.next.size > 0) step(node, at);
      if (node.gap)
        for (let skipped = 0; skipped <= LONGEST_GAP; skipped++) {
          if (skipped > 0 && words[at + skipped - 1]?.isMark !== false) break;
          step(node.gap, at + skipped);
        }
    };
    const step = (node: Node<T>, at: number): void => {
      for (const symbol of words[at]?.symbols ?? []) {
        const next = node.next.get(symbol);
        if (next) walk(next, at + 1);
      }
    };
    step(this.#root, from);
    return best;
  }
}

function emptyNode<T>(): Node<T> {
  return { next: new Map(), gap: null, entries: [] };
}
