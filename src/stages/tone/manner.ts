/** Matter-of-fact and pointed ways of speaking: words that say nothing for or against, but how much the others weigh. */
import type { Compiled, Fault, Reading, Row, Shift, Token } from '../../core/model.ts';
import { NO_SHIFT } from './shift.ts';

/** Words whose statements were coded neutral ("whether", "discuss") or polar ("pressure", "any") more often than their terms let expect. */
export interface Manner {
  /** Factor of a statement with none of the words. */
  readonly base: number;
  /** Lemma → natural logarithm of its factor. */
  readonly logs: ReadonlyMap<string, number>;
}

/** The row for every statement. */
export const ANY = '*';
/** A word alone stays within these factors. */
const WEAKEST = 0.3;
const STRONGEST = 3;
/** All words of a statement together stay within e^±1.5, about 0.22 to 4.5. */
const MOST_LOG = 1.5;
/** A statement of this many tokens or more shows its manner in full. */
const FULL = 80;
/** Words that a trace names; the file holds them all. */
const NAMED = 3;

/** Reads manner.csv (word, factor); null where a job has none. */
export function compileManner(rows: readonly Row[] | undefined): Compiled<Manner | null> {
  if (rows === undefined) return { value: null, faults: [] };
  const faults: Fault[] = [];
  const logs = new Map<string, number>();
  for (const { file, line, cells } of rows) {
    const word = cells.word ?? '';
    const factor = Number(cells.factor);
    const fault = (message: string): void => void faults.push({ file, line, message });
    if (word === '') fault('word is empty, expected a lemma or *');
    else if (logs.has(word)) fault(`"${word}" stands already in a line above, expected it once`);
    else if (!(factor >= WEAKEST && factor <= STRONGEST))
      fault(`factor must be from ${WEAKEST} to ${STRONGEST}, found "${cells.factor ?? ''}"`);
    else logs.set(word, Math.log(factor));
  }
  const base = Math.exp(logs.get(ANY) ?? 0);
  logs.delete(ANY);
  return { value: { base, logs }, faults };
}

/** The one shift that a statement's manner puts on all its terms; none without a manner. Each word counts once. */
export function mannerShifts(reading: Reading, manner: Manner | null): readonly Shift[] {
  if (manner === null) return NO_SHIFT;
  const words = mannerWords(reading, manner.logs);
  const sum = words.reduce((total, { log }) => total + log, 0);
  const factor = round((manner.base * boundedFactor(sum)) ** fullness(reading));
  const strongest = words.filter(({ log }) => log * sum > 0).toSorted((a, b) => Math.abs(b.log) - Math.abs(a.log));
  const named = strongest.slice(0, NAMED).map(({ word }) => word);
  const rest = words.length - named.length;
  return [{ kind: 'manner', word: [...named, ...(rest > 0 ? [`${rest} more`] : [])].join(', '), factor }];
}

interface MannerWord {
  readonly word: string;
  readonly log: number;
}

/** Each word of manner once, as in lemmasOf; most tokens are none, and cost one look. */
function mannerWords({ tokens }: Reading, logs: ReadonlyMap<string, number>): readonly MannerWord[] {
  const words: MannerWord[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const log = logs.get(token.lemma);
    if (log === undefined || log === 0 || !isManner(token, tokens[i - 1])) continue;
    if (!words.some(({ word }) => word === token.lemma)) words.push({ word: token.lemma, log });
  }
  return words;
}

/** How much of a manner shows, from 0 to 1: a short statement has hardly room for one. */
export function fullness({ tokens }: Reading): number {
  return Math.min(1, tokens.length / FULL);
}

/** The factor of words whose logarithms add up to `sum`. */
export function boundedFactor(sum: number): number {
  return Math.exp(Math.max(-MOST_LOG, Math.min(MOST_LOG, sum)));
}

/** Whom a statement names is no manner of speaking. */
const NO_MANNER: ReadonlySet<string> = new Set(['PUNCT', 'SYM', 'PROPN', 'NUM']);

/** A capital letter within a sentence begins a name or what belongs to one ("Soviet", "President Doe"); "I" is none. */
function isManner({ pos, text, sentence }: Token, before: Token | undefined): boolean {
  if (NO_MANNER.has(pos)) return false;
  return pos === 'PRON' || before?.sentence !== sentence || !/^\p{Lu}/u.test(text);
}

/** The distinct lemmas of a text without names, numbers and marks, in the order of their first appearance. */
export function lemmasOf({ tokens }: Reading): readonly string[] {
  return [...new Set(tokens.filter((token, i) => isManner(token, tokens[i - 1])).map(({ lemma }) => lemma))];
}

/** Three decimals, so that a trace can be redone from what it shows. */
function round(factor: number): number {
  return Math.round(factor * 1000) / 1000;
}
