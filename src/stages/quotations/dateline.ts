/** Datelines, which belong to nobody's words: `MOSCOW — “Q,” S said`, `PORTMOUTH, March 5 (Agency) - The talks`. */
import type { Token } from '../../core/model/reading.ts';

const DASH = /^(?:[—–―-]|--)$/;
const PLACE = /^\p{Lu}[\p{Lu}.'’]{2,}$/u;
/** Tokens of a place, a day and an agency. */
const LONGEST = 14;
const PART = /^(?:PROPN|NOUN|ADJ|NUM|PUNCT|SYM|X)$/;

/** Index of the first token behind the dateline that begins at `first`, or `first` where there is none. */
export function afterDateline(tokens: readonly Token[], first: number): number {
  if (!PLACE.test(tokens[first]?.text ?? '')) return first;
  for (let i = first + 1; i < first + LONGEST; i++) {
    const token = tokens[i];
    if (!token) return first;
    if (DASH.test(token.text) && isSetOff(tokens, i)) return i + 1;
    if (!PART.test(token.pos) && !/^\p{Lu}/u.test(token.text)) return first;
  }
  return first;
}

/** A hyphen inside of a word is no dash. */
function isSetOff(tokens: readonly Token[], at: number): boolean {
  const [before, dash, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!before || !dash || !after) return false;
  return dash.text === '—' || dash.text === '--' || dash.text === '―' || (before.end < dash.start && dash.end < after.start);
}
