/** Finds lexicon patterns in a reading: a trie over words that are looked up once, so the cost does not grow with the lexicon. */
import type { Reading, Token } from '../model.ts';
import { LONGEST_GAP, type Step } from './pattern.ts';
import type { Form, Symbols } from './symbols.ts';

/** A word as patterns see it: hyphenated tokens are cut, hyphens and quotation marks are left out. */
export interface Word {
  /** Index of the token it comes from. */
  readonly token: number;
  /** False for "Russian" in "anti-Russian". */
  readonly isFirst: boolean;
  readonly form: Form;
}

/** A pattern's place in a text: words [from, to). */
export interface Match<T> {
  readonly entry: T;
  readonly from: number;
  readonly to: number;
}

/** May refuse an entry at a place, for instance by part of speech. */
export type Accepts<T> = (entry: T, from: number, to: number) => boolean;

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  gap: Node<T> | null;
  readonly entries: T[];
}

/** The words of a reading, with what they may match. */
export function matchableWords(reading: Reading, symbols: Symbols): readonly Word[] {
  const words: Word[] = [];
  const { tokens } = reading;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const forms = symbols.formsOf(token.text, token.lemma);
    for (let part = 0; part < forms.length; part++) words.push({ token: i, isFirst: part === 0, form: forms[part] as Form });
  }
  return words;
}

/** Patterns in a trie; the longest match wins, then whole words before prefixes, then the row that stands first; matched words are used up. */
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
        const next = node.next.get(number) ?? emptyNode();
        node.next.set(number, next);
        node = next;
      }
    }
    node.entries.push(entry);
  }

  /** Non-overlapping matches from left to right. */
  find(words: readonly Word[], accepts: Accepts<T>): readonly Match<T>[] {
    const matches: Match<T>[] = [];
    let from = 0;
    while (from < words.length) {
      const best = this.#longestAt(words, from, accepts);
      if (best) matches.push(best);
      from = best ? best.to : from + 1;
    }
    return matches;
  }

  #longestAt(words: readonly Word[], from: number, accepts: Accepts<T>): Match<T> | null {
    let best: Match<T> | null = null;
    for (const symbol of words[from]?.form.symbols ?? []) {
      const node = this.#root.next.get(symbol);
      if (node) best = longer(best, walk(node, { words, from, at: from + 1, accepts }));
    }
    return best;
  }
}

interface Walk<T> {
  readonly words: readonly Word[];
  readonly from: number;
  readonly at: number;
  readonly accepts: Accepts<T>;
}

/** The longest acceptable match that goes on from a node; the walk's `at` is the next word. */
function walk<T>(node: Node<T>, { words, from, at, accepts }: Walk<T>): Match<T> | null {
  let best: Match<T> | null = null;
  if (node.entries.length > 0) {
    const entry = node.entries.find((candidate) => accepts(candidate, from, at));
    if (entry !== undefined) best = { entry, from, to: at };
  }
  if (node.next.size > 0) best = longer(best, step(node, { words, from, at, accepts }));
  if (node.gap) {
    for (let skipped = 0; skipped <= LONGEST_GAP; skipped++) {
      if (skipped > 0 && words[at + skipped - 1]?.form.isMark !== false) break;
      best = longer(best, step(node.gap, { words, from, at: at + skipped, accepts }));
    }
  }
  return best;
}

function step<T>(node: Node<T>, { words, from, at, accepts }: Walk<T>): Match<T> | null {
  let best: Match<T> | null = null;
  for (const symbol of words[at]?.form.symbols ?? []) {
    const next = node.next.get(symbol);
    if (next) best = longer(best, walk(next, { words, from, at: at + 1, accepts }));
  }
  return best;
}

function longer<T>(first: Match<T> | null, second: Match<T> | null): Match<T> | null {
  return second && (!first || second.to > first.to) ? second : first;
}

function emptyNode<T>(): Node<T> {
  return { next: new Map(), gap: null, entries: [] };
}
