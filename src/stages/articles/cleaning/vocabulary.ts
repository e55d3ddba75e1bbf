/** boilerplate.csv, made ready for use. */

import { withSingleSpaces } from '../../../core/blanks.ts';
import { trimEndOf } from '../../../core/ends.ts';
import { groupBy } from '../../../core/group-by.ts';
import type { Compiled, Fault, Row, Tables } from '../../../core/model/problems.ts';

/** The rows of boilerplate.csv, by how they match. */
export interface BoilerplateVocabulary {
  /** The whole line, whatever its case and punctuation. */
  readonly line: ReadonlySet<string>;
  /** The line begins so. */
  readonly start: PhraseIndex;
  /** The line holds it. */
  readonly contains: readonly string[];
  /** As `start`; the headline on the next line belongs to it. */
  readonly next: PhraseIndex;
  /** As `start`; the question on the line before belongs to it. */
  readonly previous: PhraseIndex;
  /** As `start`; nothing behind it is news, unless prose follows. */
  readonly tail: PhraseIndex;
  /** What pages say that stand in an article's place, by its first letters; the line holds it. */
  readonly standIns: OpeningIndex;
}

/** Kinds of pages that stand in an article's place; `around` is what such pages say beside it and proves nothing alone. */
export const STAND_INS = ['consent', 'paywall', 'script', 'missing', 'refused', 'around'] as const;
export type StandIn = (typeof STAND_INS)[number];

/** A phrase of such a page. */
export interface StandInPhrase {
  readonly kind: StandIn;
  readonly phrase: string;
}

/** Phrases by their first letters, `SHORTEST` of them: a line is looked through word by word, however many phrases there are. */
export type OpeningIndex = ReadonlyMap<string, readonly StandInPhrase[]>;

/** Phrases by their first word. */
export type PhraseIndex = ReadonlyMap<string, readonly string[]>;

const MATCHES = ['line', 'start', 'contains', 'next', 'previous', 'tail', ...STAND_INS] as const;
type Match = (typeof MATCHES)[number];
const SHORTEST = 3;
const IN_WORD = /[\p{L}\p{N}]/u;

/** Makes boilerplate.csv ready for use. Columns: phrase, match, origin. */
export function compileBoilerplate(tables: Tables): Compiled<BoilerplateVocabulary> {
  const faults: Fault[] = [];
  const phrases = Object.fromEntries(MATCHES.map((match) => [match, new Set<string>()])) as Record<Match, Set<string>>;
  for (const row of tables.boilerplate ?? []) {
    const message = faultOf(row, phrases);
    if (message) faults.push({ file: row.file, line: row.line, message });
    else phrases[row.cells.match as Match].add(comparable(row.cells.phrase ?? ''));
  }
  const value: BoilerplateVocabulary = {
    line: phrases.line,
    start: indexed(phrases.start),
    contains: [...phrases.contains],
    next: indexed(phrases.next),
    previous: indexed(phrases.previous),
    tail: indexed(phrases.tail),
    standIns: groupBy(
      STAND_INS.flatMap((kind) => [...phrases[kind]].map((phrase) => ({ kind, phrase }))),
      ({ phrase }) => phrase.slice(0, SHORTEST),
    ),
  };
  return { value, faults };
}

function faultOf({ cells }: Row, phrases: Readonly<Record<Match, ReadonlySet<string>>>): string | null {
  const phrase = comparable(cells.phrase ?? '');
  if (phrase.length < SHORTEST) return `phrase is "${cells.phrase ?? ''}", expected at least ${SHORTEST} letters`;
  const match = MATCHES.find((known) => known === cells.match);
  if (!match) return `match is "${cells.match ?? ''}", expected one of ${MATCHES.join(', ')}`;
  if (phrases[match].has(phrase)) return `phrase "${cells.phrase}" stands here twice with match ${match}`;
  return null;
}

function indexed(phrases: ReadonlySet<string>): PhraseIndex {
  const index = new Map<string, string[]>();
  for (const phrase of phrases) {
    const first = firstWord(phrase);
    index.set(first, [...(index.get(first) ?? []), phrase]);
  }
  return index;
}

/** True where one of the phrases begins the line, ending at the end of a word. */
export function beginsWith(line: string, index: PhraseIndex): boolean {
  return (index.get(firstWord(line)) ?? []).some((phrase) => line.startsWith(phrase) && !/[\p{L}\p{N}]/u.test(line[phrase.length] ?? ' '));
}

/** Letters, digits and apostrophes; plain lines hold no capitals. */
function isInWord(code: number): boolean {
  if (code > 127) return IN_WORD.test(String.fromCharCode(code));
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 39;
}

/** Phrases that a line holds from the beginning of a word on. */
export function phrasesIn(line: string, index: OpeningIndex): readonly StandInPhrase[] {
  const found: StandInPhrase[] = [];
  for (let at = 0; at < line.length; at++) {
    if (at > 0 && isInWord(line.charCodeAt(at - 1))) continue;
    for (const each of index.get(line.slice(at, at + SHORTEST)) ?? []) if (line.startsWith(each.phrase, at)) found.push(each);
  }
  return found;
}

function firstWord(line: string): string {
  return /^[\p{L}\p{N}'’]+/u.exec(line)?.[0] ?? line.slice(0, 1);
}

/** Lower case, straight marks, single spaces, nothing but words and © at the ends: "  READ MORE »" → "read more". */
export function comparable(text: string): string {
  const plain = withSingleSpaces(text.toLowerCase().replace(/[‘’]/g, "'")).replace(MARKS_BEFORE, '');
  // From behind by hand: an expression would look at every mark of the line.
  let end = plain.length;
  while (end > 0 && isMark(plain.charCodeAt(end - 1))) end -= 1;
  const cut = plain.slice(0, end);
  return cut.charCodeAt(end - 1) < FIRST_BEYOND_ASCII ? cut : trimEndOf(cut, MARK_BEHIND);
}

const MARKS_BEFORE = /^[^\p{L}\p{N}©#@]+/u;
const MARK_BEHIND = /[^\p{L}\p{N}]/u;
const FIRST_BEYOND_ASCII = 128;

/** A sign of ASCII that is neither letter nor digit; plain lines hold no capitals. */
function isMark(code: number): boolean {
  return code < FIRST_BEYOND_ASCII && !(code >= 97 && code <= 122) && !(code >= 48 && code <= 57);
}
