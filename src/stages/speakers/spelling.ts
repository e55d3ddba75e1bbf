/** Spellings of one name that readers take for the same: "Sergey" and "Sergei", "Zelenskyy" and "Zelensky". */

import { withPlainLatin } from '../../core/latin-letters.ts';
import { ownCopy } from '../../core/own-copy.ts';

/** In order: an earlier rewriting prepares the next. Each is one habit of writing Cyrillic names in English. */
const REWRITINGS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/ks/g, 'x'],
  [/alexander/g, 'alexandr'],
  [/off$/, 'ov'],
  [/^y(?=e)/, ''],
  [/(?<=[bcdfghjklmnpqrstvwxz])ye/g, 'e'],
  [/(?:iia|iya|ya|ja)$/, 'ia'],
  [/(?:iy|ii|yi|yy|ij|y)$/, 'i'],
  [/(?<=[aeou])[yj](?=[^aeiou]|$)/g, 'i'],
  [/([a-z])\1/g, '$1'],
];

const ACCENTS = /\p{M}+/gu;
const ASCII_LETTERS = /^[A-Za-z]+$/;
const NO_LETTER = /[^\p{L}\p{N}]+/gu;

/** Lower case without accents, apostrophes and stops: "O’Brien" → "obrien", "Wałek" → "walek". */
export function foldWord(word: string): string {
  if (ASCII_LETTERS.test(word)) return word.toLowerCase();
  return withPlainLatin(word.normalize('NFKD').replace(ACCENTS, '').toLowerCase()).replace(NO_LETTER, '');
}

/** Keys, because the same names come again and again. */
const remembered = new Map<string, string>();
const MOST_REMEMBERED = 20_000;

/** One key for all spellings of a name's word: "Dmitry", "Dmitri" and "Dmitriy" → "dmitri". */
export function spellingKey(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const key = REWRITINGS.reduce((written, [pattern, replacement]) => written.replace(pattern, replacement), foldWord(word));
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(ownCopy(word), ownCopy(key));
  return key;
}

/** The keys of all words of a name, in order, joined by spaces. */
export function nameKey(name: string): string {
  return name
    .split(/[\s\-–]+/)
    .map(spellingKey)
    .filter((key) => key !== '')
    .join(' ');
}

/** An id made from a name: "Sergei Ryabkov" → "sergei-ryabkov". It begins with a letter ("10 envoys" → "n-10-envoys"): spreadsheets read 10-12 as a day. */
export function idFromName(name: string): string {
  const id = name
    .split(/[\s\-–]+/)
    .map(foldWord)
    .filter((word) => word !== '')
    .join('-');
  return /^\p{N}/u.test(id) ? `n-${id}` : id;
}
