/** The words and prefixes of all patterns, numbered; and which of them a token satisfies. */
import type { Token } from '../model/reading.ts';
import { ownCopy } from '../own-copy.ts';
import { type Step, straightenApostrophes } from './pattern.ts';

/** A word of a text, as patterns see it. */
export interface Form {
  /** Numbers of the words, then of the prefixes (longest first), that it satisfies: at equal length the exact row wins. */
  readonly symbols: readonly number[];
  /** True for what no gap may skip: a mark, and a negator, which would be lost ("offered no help" is no `offer _ help`). */
  readonly stopsGap: boolean;
  /** Its numbers as a set of bits, for a glance. */
  readonly bits: number;
  /** The matchers with a pattern that begins with it, as a set of bits: most words begin none. */
  readonly opens: number;
  /** The bits of the words that go on such a pattern; all bits where one ends here or goes on with a gap. */
  readonly follows: number;
  /** By matcher, the nodes of its trie that the form leads to; each matcher fills in its own. */
  readonly starts: unknown[];
}

/** How a pattern goes on after its first word: with any word, or with one that has this bit. */
export const WITH_ANY = -1;

/** A number's bit; as there are only 31 of them, numbers share them. */
export function bitOf(number: number): number {
  return 1 << (number % 31);
}

/** What satisfies nothing, as most words of a text do, is one and the same for all of them. */
const IDLE_WORD = idleForm(false);
const IDLE_MARK = idleForm(true);
/** The forms of a word that satisfies no step, and that a gap may skip. */
export const ONE_IDLE_WORD: readonly Form[] = [IDLE_WORD];

function idleForm(stopsGap: boolean): Form {
  return { symbols: [], stopsGap, bits: 0, opens: 0, follows: 0, starts: [] };
}

/** Numbered words whose forms are kept … */
const MOST_NUMBERED_WORDS = 60_000;
/** … and words of each of the other kinds, so that a long-running process does not grow without end. */
const MOST_KNOWN_WORDS = 20_000;

/** Letters of a prefix by which it is looked up. */
const PREFIX_START = 2;
const NONE: readonly Prefix[] = [];

const LEFT_OUT = /^[-‐‑"'“”‘’«»`*]+$/;
const HYPHENATED = /[\p{L}\p{N}][-‐‑]+[\p{L}\p{N}]/u;
const MARK = /^[^\p{L}\p{N}]+$/u;

/** Words that no gap skips: they turn what stands around them. */
export const TURNING: ReadonlySet<string> = new Set([
  'no',
  'not',
  'never',
  'nothing',
  'nobody',
  'none',
  'neither',
  'nor',
  'without',
  'hardly',
  'against',
]);

/** wink-nlp leaves rarer forms as they are ("lifting sanctions", "betrays"): their base, with and without a final e, or with one letter of two. */
function stemsOf(lemma: string): readonly string[] {
  if (lemma.length >= 7 && lemma.endsWith('ing')) return verbStems(lemma.slice(0, -3));
  if (lemma.length >= 6 && lemma.endsWith('ed')) return verbStems(lemma.slice(0, -2));
  if (lemma.length >= 5 && lemma.endsWith('ies')) return [`${lemma.slice(0, -3)}y`];
  if (lemma.length >= 5 && lemma.endsWith('s') && !lemma.endsWith('ss')) return [lemma.slice(0, -1)];
  return [];
}

function verbStems(stem: string): readonly string[] {
  return [stem, `${stem}e`, stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem];
}

/** Numbers for words and prefixes, and a memory of the forms that texts hold. */
export class Symbols {
  readonly #words = new Map<string, number>();
  readonly #prefixes = new Map<string, number>();
  /** Prefixes by their first letters, the longest first: most words have none of them. */
  readonly #prefixesByStart = new Map<string, readonly Prefix[]>();
  /** The forms of words by their number; begun anew when a pattern comes in. */
  #numbered: (readonly Form[] | undefined)[] | null = null;
  /** The same for words without one, by surface: cues, and the leads of articles. */
  readonly #rough = new Map<string, { readonly lemma: string; readonly forms: readonly Form[] }>();
  /** The same for words of which only the letters are known. */
  readonly #surfaces = new Map<string, readonly Form[]>();
  /** For each number the matchers with a pattern that begins with it … */
  readonly #opens: number[] = [];
  /** … and the bits of the words that go on. */
  readonly #follows: number[] = [];
  readonly #slots = new Map<string, readonly Form[]>();
  #count = 0;
  #matchers = 0;
  /** No word has been read since the last pattern came in, so there is nothing to forget. */
  #isFresh = true;

  /** A number of its own for a matcher. */
  register(): number {
    return this.#matchers++;
  }

  /** Notes that a pattern of this matcher begins with this number and goes on with such a word. */
  open(number: number, matcher: number, next: number): void {
    this.#opens[number] = (this.#opens[number] ?? 0) | (1 << matcher);
    this.#follows[number] = (this.#follows[number] ?? 0) | next;
    this.#forget();
  }

  /** The number of a step's word or prefix; the same step always has the same number. A gap has none that counts. */
  number({ kind, text }: Step): number {
    if (kind === 'gap') return -1;
    const table = kind === 'word' ? this.#words : this.#prefixes;
    const found = table.get(text);
    if (found !== undefined) return found;
    table.set(text, this.#count);
    if (kind === 'prefix') this.#addPrefix(text, this.#count);
    this.#forget();
    return this.#count++;
  }

  #addPrefix(text: string, number: number): void {
    const start = text.slice(0, PREFIX_START);
    const others = this.#prefixesByStart.get(start) ?? [];
    this.#prefixesByStart.set(
      start,
      [...others, { text, number }].sort((a, b) => b.text.length - a.text.length),
    );
  }

  /** True for a word that some pattern names. */
  isWord(word: string): boolean {
    return this.#words.has(word);
  }

  /** True for another form of such a word by its ending: "praises" where a pattern has "praise". */
  isInflected(word: string): boolean {
    return stemsOf(word).some((stem) => this.#words.has(stem));
  }

  /** The form of a party that patterns name by its part: "<third party>". */
  slotForms(slot: string): readonly Form[] {
    const known = this.#slots.get(slot) ?? [this.#form(slot, slot)];
    this.#slots.set(slot, known);
    return known;
  }

  #forget(): void {
    if (this.#isFresh) return;
    this.#isFresh = true;
    this.#slots.clear();
    this.#numbered = null;
    this.#rough.clear();
    this.#surfaces.clear();
  }

  /** A token's forms: none for hyphens and quotation marks, several for a hyphenated word. */
  formsOf({ text, lemma, word }: Pick<Token, 'text' | 'lemma' | 'word'>): readonly Form[] {
    if (word === undefined || word >= MOST_NUMBERED_WORDS) return this.#roughFormsOf(text, lemma);
    this.#numbered ??= new Array(MOST_NUMBERED_WORDS);
    const forms = this.#numbered[word] ?? this.#read(text, lemma);
    this.#numbered[word] = forms;
    return forms;
  }

  #roughFormsOf(text: string, lemma: string): readonly Form[] {
    const known = this.#rough.get(text);
    if (known?.lemma === lemma) return known.forms;
    if (this.#rough.size >= MOST_KNOWN_WORDS) this.#rough.clear();
    const kept = ownCopy(text);
    const forms = this.#read(kept, lemma);
    this.#rough.set(kept, { lemma, forms });
    return forms;
  }

  /** The forms of a word whose base form follows from its letters alone; asked for each word once. */
  formsOfSurface(text: string, baseOf: (text: string) => string): readonly Form[] {
    const known = this.#surfaces.get(text);
    if (known !== undefined) return known;
    if (this.#surfaces.size >= MOST_KNOWN_WORDS) this.#surfaces.clear();
    const kept = ownCopy(text);
    const forms = this.#read(kept, baseOf(kept));
    this.#surfaces.set(kept, forms);
    return forms;
  }

  #read(surface: string, lemma: string): readonly Form[] {
    if (LEFT_OUT.test(surface)) return [];
    if (!HYPHENATED.test(surface)) {
      const form = this.#form(surface, lemma);
      return form === IDLE_WORD ? ONE_IDLE_WORD : [form];
    }
    const parts = surface.split(/[-‐‑]+/).filter((part) => part !== '');
    return parts.map((part) => this.#form(part, part.toLowerCase()));
  }

  #form(surface: string, lemma: string): Form {
    this.#isFresh = false;
    const spellings = distinct(straightenApostrophes(surface), straightenApostrophes(surface.toLowerCase()), straightenApostrophes(lemma));
    const symbols: number[] = [];
    for (let i = 0; i < spellings.length; i++) addNumber(symbols, this.#words.get(spellings[i] as string));
    const stems = stemsOf(lemma);
    for (let i = 0; i < stems.length; i++) addNumber(symbols, this.#words.get(stems[i] as string));
    for (let i = 0; i < spellings.length; i++) this.#addPrefixesOf(spellings[i] as string, symbols);
    const stopsGap = MARK.test(surface) || TURNING.has(spellings.at(-1) ?? '');
    if (symbols.length === 0) return stopsGap ? IDLE_MARK : IDLE_WORD;
    let [bits, opens, follows] = [0, 0, 0];
    for (let i = 0; i < symbols.length; i++) {
      const number = symbols[i] as number;
      bits |= bitOf(number);
      opens |= this.#opens[number] ?? 0;
      follows |= this.#follows[number] ?? 0;
    }
    return { symbols, stopsGap, bits, opens, follows, starts: new Array(this.#matchers) };
  }

  /** Adds the numbers of all beginnings of a word that patterns have, the longest first. */
  #addPrefixesOf(spelling: string, symbols: number[]): void {
    const near = this.#prefixesByStart.get(spelling.slice(0, PREFIX_START)) ?? NONE;
    for (let i = 0; i < near.length; i++) {
      const { text, number } = near[i] as Prefix;
      if (spelling.startsWith(text)) addNumber(symbols, number);
    }
    // "a*" stands apart from "ab*".
    if (spelling.length >= PREFIX_START) addNumber(symbols, this.#prefixes.get(spelling.charAt(0)));
  }
}

/** The beginning of a word that some pattern has, and its number. */
interface Prefix {
  readonly text: string;
  readonly number: number;
}

function addNumber(numbers: number[], number: number | undefined): void {
  if (number !== undefined && !numbers.includes(number)) numbers.push(number);
}

/** Three spellings of a word, each once. */
function distinct(first: string, second: string, third: string): readonly string[] {
  if (first === second) return third === first ? [first] : [first, third];
  return third === first || third === second ? [first, second] : [first, second, third];
}
