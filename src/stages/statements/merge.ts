/** The same words once: utterances of one speaker with the same wording are one statement, however many outlets print it. */
import { createHash } from 'node:crypto';
import type { Statement, Utterance } from '../../core/model/statements.ts';
import { coreOf } from './core-wording.ts';

/** Below this many words a wording is no fingerprint ("We will see"): it is one statement only within one day. */
const FINGERPRINT_WORDS = 6;

/** Words only, lower case, marks and accents of typography ignored: `“Don’t!” ` and `"don't"` are the same wording. */
export function wordingOf(text: string): string {
  const isPlain = !BEYOND_PLAIN.test(text);
  const plain = (isPlain ? text : text.normalize('NFKC')).toLowerCase().replace(/[’‘`´]/g, "'");
  return (plain.match(isPlain ? PLAIN_WORDS : WORDS) ?? []).join(' ');
}

/** Other than ASCII and the marks of English typography, which hold no letter in any form: most texts have none, and are looked through faster. */
const BEYOND_PLAIN = /[^\0-\x7f‘’“”–—…]/;
const PLAIN_WORDS = /[a-z0-9]+(?:'[a-z]+)*/g;
const WORDS = /[\p{L}\p{N}]+(?:'\p{L}+)*/gu;

/** Fewer words than this in its core, and a wording is compared letter by letter. */
const CORE_WORDS = 5;

/**
 * Key under which printings of one statement meet. From six words on, printings whose cores are equal are near copies: they may differ in articles, and/or,
 * that/which, adverbs, short forms and the spelling of names. Shorter wordings meet only where all words and the day it was said are the same.
 */
export function wordingKey(utterance: Pick<Utterance, 'text' | 'said'>): string {
  const wording = wordingOf(utterance.text);
  if (wording.split(' ', FINGERPRINT_WORDS).length < FINGERPRINT_WORDS) return hash(`${wording}\n${utterance.said?.day ?? ''}`);
  const core = coreOf(wording);
  return hash(core.split(' ', CORE_WORDS).length < CORE_WORDS ? wording : core);
}

/** Id of a statement: who, and which wording. It begins with a letter: a spreadsheet takes 4721e308 for a number. */
export function statementId(speakerId: string | null, key: string): string {
  return `s${hash(`${speakerId ?? ''}\n${key}`).slice(0, 15)}`;
}

/**
 * One statement per speaker and wording. A printing without a speaker joins the one speaker that other printings name; where they name two, it stays apart.
 * Independent of the order of input: appearances are sorted by publication, path and offset, and the first one gives date, passage and background.
 */
export function mergeUtterances(utterances: readonly Utterance[]): readonly Statement[] {
  const byKey = groupBy(utterances, wordingKey);
  const statements: Statement[] = [];
  for (const [key, group] of byKey) {
    const speakers = groupBy(group, (utterance) => utterance.speaker?.id ?? '');
    const unnamed = speakers.get('') ?? [];
    const named = [...speakers].filter(([id]) => id !== '');
    for (const [id, members] of named)
      statements.push(statement(statementId(id, key), named.length === 1 ? [...members, ...unnamed] : members));
    if (unnamed.length > 0 && named.length !== 1) statements.push(statement(statementId(null, key), unnamed));
  }
  return statements.sort((a, b) => compare(a.id, b.id));
}

function statement(id: string, printings: readonly Utterance[]): Statement {
  const ordered = [...printings].sort(comparePrintings);
  const first = ordered.find((utterance) => utterance.speaker !== null) ?? ordered[0];
  if (first === undefined) throw new Error('a statement without a printing');
  const said = ordered.map((utterance) => utterance.said).find((dated) => dated !== null) ?? null;
  const { speaker, text, passage, background } = first;
  return {
    id,
    speaker,
    said,
    text,
    passage,
    background,
    appearances: [first, ...ordered.filter((u) => u !== first)].map((u) => u.appearance),
  };
}

/** Canonical order of printings: earliest publication first (undated last), then path, then offset. */
export function comparePrintings(a: Utterance, b: Utterance): number {
  const place = (utterance: Utterance): readonly [string, string, string, number] => {
    const { published, path, articleId, spans } = utterance.appearance;
    return [published?.day ?? '~', path, articleId, spans[0]?.[0] ?? 0];
  };
  const [dayA, pathA, idA, startA] = place(a);
  const [dayB, pathB, idB, startB] = place(b);
  return compare(dayA, dayB) || compare(pathA, pathB) || compare(idA, idB) || startA - startB;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
