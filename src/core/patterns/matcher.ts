/** Finds lexicon patterns in a reading: a trie over words that are looked up once, so the cost does not grow with the lexicon. */
import { Beginnings } from './beginnings.ts';
import { LONGEST_GAP, type Part, type Step } from './pattern.ts';
import { bitOf, type Form, type Symbols, WITH_ANY } from './symbols.ts';
import type { Words } from './words.ts';

/** A pattern's place in a text: words [from, to). */
export interface Match<T> {
  readonly entry: T;
  readonly from: number;
  readonly to: number;
}

/** May refuse an entry at a place, for instance by part of speech. */
export type Accepts<T> = (entry: T, from: number, to: number) => boolean;

/** Most nodes are the last of their pattern and most others end none, so lists are made when something comes in. */
interface Node<T> {
  next: Map<number, Node<T>> | null;
  /** The numbers in `next` as a set of bits: a word that shares none goes no further. */
  bits: number;
  gap: Node<T> | null;
  entries: T[] | null;
}

const NO_PART: Part = [];

/** Patterns in a trie; the longest match wins, then whole words before prefixes, then the row that stands first; matched words are used up. */
export class Matcher<T> {
  /** By the number of its first word what a pattern goes on with. Most lexicon rows meet none of their first words in a short text, so a trie is built when its word is met. */
  readonly #roots = new Map<number, Root<T>>();
  readonly #symbols: Symbols;
  /** Its place in what a form opens and starts. */
  readonly #number: number;
  readonly #patterns: (readonly Part[])[] = [];
  #beginnings: Beginnings | null = null;

  constructor(symbols: Symbols) {
    this.#symbols = symbols;
    this.#number = symbols.register();
  }

  /** Adds a pattern. Its combinations are not made before one of its first words is met. */
  add(parts: readonly Part[], entry: T): void {
    this.#patterns.push(parts);
    this.#beginnings = null;
    parts.forEach(this.#numberPart);
    this.#open({ parts, entry }, 0);
  }

  /** How the words of its patterns begin. */
  get beginnings(): Beginnings {
    this.#beginnings ??= new Beginnings(this.#patterns);
    return this.#beginnings;
  }

  readonly #numberPart = (part: Part): void => part.forEach(this.#numberWording);
  readonly #numberWording = (wording: readonly Step[]): void => wording.forEach(this.#numberStep);
  readonly #numberStep = (step: Step): void => void this.#symbols.number(step);

  /** Takes note of the words with which the parts of a pattern from one on begin. */
  #open(waiting: Waiting<T>, from: number): void {
    const part = waiting.parts[from] ?? NO_PART;
    for (let i = 0; i < part.length; i++) {
      const wording = part[i] as readonly Step[];
      if (wording.length === 0) this.#open(waiting, from + 1);
      else
        this.#wait(
          wording[0] as Step,
          wording.length > 1 ? this.#bitOf(wording[1] as Step) : this.#bitsOf(waiting.parts, from + 1),
          waiting,
        );
    }
  }

  #wait(first: Step, next: number, waiting: Waiting<T>): void {
    const number = this.#symbols.number(first);
    const root = this.#roots.get(number);
    if (root === undefined) this.#roots.set(number, { node: null, waiting: [waiting] });
    else if (root.waiting.at(-1) !== waiting) root.waiting.push(waiting);
    this.#symbols.open(number, this.#number, next);
  }

  /** The bits of the words with which the parts from one on begin. */
  #bitsOf(parts: readonly Part[], from: number): number {
    if (from >= parts.length) return WITH_ANY;
    const part = parts[from] as Part;
    let bits = 0;
    for (let i = 0; i < part.length; i++) {
      const wording = part[i] as readonly Step[];
      bits |= wording.length === 0 ? this.#bitsOf(parts, from + 1) : this.#bitOf(wording[0] as Step);
    }
    return bits;
  }

  #bitOf(step: Step): number {
    return step.kind === 'gap' ? WITH_ANY : bitOf(this.#symbols.number(step));
  }

  /** Non-overlapping matches from left to right. */
  find({ forms, openers, openedBySome }: Words, accepts: Accepts<T>): readonly Match<T>[] {
    const bit = 1 << this.#number;
    if ((openedBySome & bit) === 0) return [];
    const matches: Match<T>[] = [];
    let free = 0;
    for (let i = 0; i < openers.length; i++) {
      const from = openers[i] as number;
      if (from < free || ((forms[from] as Form).opens & bit) === 0 || !goesOn(forms, from)) continue;
      const best = this.#longestAt(forms, from, accepts);
      if (best === null) continue;
      matches.push(best);
      free = best.to;
    }
    return matches;
  }

  #longestAt(forms: readonly Form[], from: number, accepts: Accepts<T>): Match<T> | null {
    let best: Match<T> | null = null;
    for (const node of this.#startsOf(forms[from] as Form)) best = longer(best, walk(node, { forms, from, accepts }, from + 1));
    return best;
  }

  #startsOf({ symbols, starts }: Form): readonly Node<T>[] {
    const known = starts[this.#number] as readonly Node<T>[] | undefined;
    if (known) return known;
    const nodes = symbols.flatMap((symbol) => this.#nodeOf(symbol) ?? []);
    starts[this.#number] = nodes;
    return nodes;
  }

  #nodeOf(first: number): Node<T> | null {
    const root = this.#roots.get(first);
    if (root === undefined) return null;
    root.node ??= emptyNode();
    for (const { parts, entry } of root.waiting) this.#root(root.node, { parts, entry }, { from: 0, first });
    root.waiting.length = 0;
    return root.node;
  }

  /** Puts the combinations of a pattern that begin with a word below the node of that word. */
  #root(root: Node<T>, { parts, entry }: Waiting<T>, { from, first }: { readonly from: number; readonly first: number }): void {
    for (const wording of parts[from] ?? []) {
      const [opening] = wording;
      if (opening === undefined) this.#root(root, { parts, entry }, { from: from + 1, first });
      else if (this.#symbols.number(opening) === first) this.#grow(this.#follow(root, wording, 1), { parts, entry }, from + 1);
    }
  }

  /** Puts the parts of a pattern from one on below a node. */
  #grow(node: Node<T>, { parts, entry }: Waiting<T>, from: number): void {
    const wordings = parts[from];
    if (wordings !== undefined) {
      for (const wording of wordings) this.#grow(this.#follow(node, wording, 0), { parts, entry }, from + 1);
      return;
    }
    node.entries ??= [];
    node.entries.push(entry);
  }

  /** The node to which the steps of a wording lead, from one on. */
  #follow(start: Node<T>, wording: readonly Step[], from: number): Node<T> {
    let node = start;
    for (let i = from; i < wording.length; i++) {
      const step = wording[i] as Step;
      if (step.kind === 'gap') node.gap ??= emptyNode();
      node = step.kind === 'gap' ? (node.gap as Node<T>) : nextNode(node, this.#symbols.number(step));
    }
    return node;
  }
}

/** A pattern that is not in the trie yet. */
interface Waiting<T> {
  readonly parts: readonly Part[];
  readonly entry: T;
}

/** What patterns with the same first word go on with, and those that wait for it. */
interface Root<T> {
  node: Node<T> | null;
  readonly waiting: Waiting<T>[];
}

/** A glance at two words, which spares most of them the trie. */
function goesOn(forms: readonly Form[], from: number): boolean {
  const { follows } = forms[from] as Form;
  return follows === WITH_ANY || (follows & (forms[from + 1]?.bits ?? 0)) !== 0;
}

interface Walk<T> {
  readonly forms: readonly Form[];
  readonly from: number;
  readonly accepts: Accepts<T>;
}

/** The longest acceptable match that goes on from a node; `at` is the next word. */
function walk<T>(node: Node<T>, path: Walk<T>, at: number): Match<T> | null {
  let best: Match<T> | null = null;
  if (node.entries !== null) {
    for (const entry of node.entries) {
      if (!path.accepts(entry, path.from, at)) continue;
      best = { entry, from: path.from, to: at };
      break;
    }
  }
  if (node.next !== null) best = longer(best, step(node, path, at));
  if (node.gap) {
    for (let skipped = 0; skipped <= LONGEST_GAP; skipped++) {
      if (skipped > 0 && path.forms[at + skipped - 1]?.stopsGap !== false) break;
      best = longer(best, step(node.gap, path, at + skipped));
    }
  }
  return best;
}

function step<T>(node: Node<T>, path: Walk<T>, at: number): Match<T> | null {
  let best: Match<T> | null = null;
  const form = path.forms[at];
  if (form === undefined || (form.bits & node.bits) === 0) return null;
  for (const symbol of form.symbols) {
    const next = node.next?.get(symbol);
    if (next) best = longer(best, walk(next, path, at + 1));
  }
  return best;
}

function longer<T>(first: Match<T> | null, second: Match<T> | null): Match<T> | null {
  return second && (!first || second.to > first.to) ? second : first;
}

function emptyNode<T>(): Node<T> {
  return { next: null, bits: 0, gap: null, entries: null };
}

function nextNode<T>(node: Node<T>, number: number): Node<T> {
  node.next ??= new Map();
  const known = node.next.get(number);
  if (known !== undefined) return known;
  const next = emptyNode<T>();
  node.next.set(number, next);
  node.bits |= bitOf(number);
  return next;
}
