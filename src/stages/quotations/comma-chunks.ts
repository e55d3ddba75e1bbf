/** The stretches between the commas of a noun phrase: names, places, descriptions, and what is fronted before them. */
import type { Span } from '../../core/model/articles.ts';
import type { Token } from '../../core/model/reading.ts';
import { DAYS, TITLES, wordAt } from './phrases.ts';

const PLACE_LINKS = new Set('of from in'.split(' '));

/** "As Hollis left for the coast, | the official |, said": a noun phrase behind a fronted clause is the subject, whatever mark follows it. */
export function isBehindFronted(tokens: readonly Token[], start: number, floor: number): boolean {
  if (tokens[start]?.pos === 'DET' && isTimeChunk(tokens, floor, start - 1)) return true;
  if (tokens[start]?.pos !== 'DET' || !/^(?:as|after|when|while|before|although|though|because|since)$/.test(wordAt(tokens, floor)))
    return false;
  if (chunkStart(tokens, start - 1, floor) !== floor) return false;
  return tokens.slice(floor + 1, start).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
}

/** "Last month", "On Monday", "This week": words of time alone. */
function isTimeChunk(tokens: readonly Token[], first: number, end: number): boolean {
  let hasTime = false;
  for (let i = first; i < end; i++) {
    const word = wordAt(tokens, i);
    if (DAYS.has(word)) hasTime = true;
    else if (!/^(?:on|in|last|this|next|earlier|late|early|the)$/.test(word) && tokens[i]?.pos !== 'NUM') return false;
  }
  return hasTime;
}

/** Index of the bracket that opens what this one closes. */
export function openerBefore(tokens: readonly Token[], close: number, floor: number): number {
  let i = close - 1;
  while (i > floor && wordAt(tokens, i) !== '(' && wordAt(tokens, i) !== '[') i--;
  return i;
}

/** A comma inside a number or before a suffix is no border; sentence ends and other marks are the floor. */
export function chunkStart(tokens: readonly Token[], end: number, floor: number): number {
  let i = end;
  while (i > floor && wordAt(tokens, i - 1) !== ',' && !';:"“”'.includes(wordAt(tokens, i - 1))) i--;
  return i;
}

/** "Sen. Mary Hollis", "Sen. Mary Hollis (R-Iowa)": nothing but a name with its titles. */
export function isNameChunk(tokens: readonly Token[], start: number, last: number): boolean {
  const end = wordAt(tokens, last - 1) === ')' ? openerBefore(tokens, last - 1, start) : last;
  for (let i = start; i < end; i++) {
    const token = tokens[i];
    if (!token || (token.pos !== 'PROPN' && token.text !== '.' && !TITLES.has(token.lower))) return false;
  }
  return end > start;
}

/** "Va." after "of Springfield,", "D-Wis." after a name, "Jr." after a name: part of what stands before. */
export function isPlaceChunk(tokens: readonly Token[], start: number, end: number, floor: number): boolean {
  const first = wordAt(tokens, start);
  if (first === 'jr.' || first === 'sr.' || first === 'jr' || ((first === 'd' || first === 'r') && wordAt(tokens, start + 1) === '-'))
    return true;
  // "the head of Harbour Corp., | Mary Hollis |, said": two words behind a description are a name.
  if (end - start === 2 && tokens[chunkStart(tokens, start - 1, floor)]?.pos === 'DET') return false;
  let i = start - 2;
  while (i > floor && tokens[i]?.pos === 'PROPN') i--;
  if (end - start <= 2 && PLACE_LINKS.has(wordAt(tokens, i))) return true;
  return end - start === 1 && tokens[start]?.pos === 'PROPN' && (tokens[start]?.text.endsWith('.') ?? false);
}

/** "whose latest plan": a chunk that a relative pronoun opens. */
export function isRelativeChunk(tokens: readonly Token[], end: number, floor: number): boolean {
  return /^(?:who|whose|whom|which|where)$/.test(wordAt(tokens, chunkStart(tokens, end, floor)));
}

/** ", while Carl Benson, the former mayor, proposed": a conjunction opens a clause, and what stands between it and the comma is its subject. */
export function openedBy(tokens: readonly Token[], [start, end]: Span, floor: number): number | null {
  if (!/^(?:while|whereas|although|though|but|as|and)$/.test(wordAt(tokens, start)) || !isNameChunk(tokens, start + 1, end)) return null;
  // "Mary Hollis, R-Iowa, and Carl Benson, R-Ohio, said": without a verb before it "and" joins two subjects.
  if (wordAt(tokens, start) !== 'and') return start + 1;
  const before = tokens.slice(chunkStart(tokens, start - 1, floor), start - 1);
  return before.some(({ pos }) => pos === 'VERB' || pos === 'AUX') ? start + 1 : null;
}

/** "With Hollis, said Benson": a phrase with a preposition is no subject. */
export function isFrontedPhrase(tokens: readonly Token[], start: number, end: number): boolean {
  return tokens[start]?.pos === 'ADP' && end - start < 8 && tokens.slice(start, end).every(({ pos }) => pos !== 'VERB' && pos !== 'AUX');
}
