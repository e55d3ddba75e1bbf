/** The clause that a partial quotation stands in: its verb may carry the tone ("rejected the 'ultimatum'"). */
import type { Span } from '../../core/model/articles.ts';
import type { Quote } from './cues-around/credit.ts';
import { floorAt, sentenceEndFrom } from './paragraph-tokens.ts';
import { wordAt } from './phrases.ts';

/** Fewer words than this never stand for themselves. */
const FEWEST_WORDS = 6;
/** Tokens on either side of the quotation. */
const REACH = 40;
const BORDERS = new Set('and but while which who although though whereas because'.split(' '));

/** True where the quoted words alone do not make a statement: they are few, or begin in the middle of a sentence. */
export function isPartial(words: string): boolean {
  return words.split(/\s+/, FEWEST_WORDS).length < FEWEST_WORDS || /^\p{Ll}/u.test(words);
}

/** The clause around a quotation, from the credit that leads into it or the clause's own start to the clause's end. */
export function carrierOf({ outline, index }: Quote, creditStart: number): Span | null {
  const { tokens } = outline.reading;
  const floor = Math.max(floorAt(outline, index), index - REACH);
  const end = Math.min(Math.max(sentenceEndFrom(outline, index), index + 1), index + REACH, tokens.length);
  const first = creditStart < index && creditStart >= floor ? creditStart : clauseStart(outline.reading.tokens, index, floor);
  const last = clauseEnd(outline.reading.tokens, index, end);
  const [from, to] = [tokens[first], tokens[last - 1]];
  return from && to && last - first > 1 ? [from.start, to.end] : null;
}

type Tokens = Quote['outline']['reading']['tokens'];

/** A comma with a conjunction or a relative behind it begins another clause. */
function isBorder(tokens: Tokens, index: number): boolean {
  const word = wordAt(tokens, index);
  return word === ';' || word === ':' || (word === ',' && BORDERS.has(wordAt(tokens, index + 1)));
}

function clauseStart(tokens: Tokens, index: number, floor: number): number {
  for (let i = index - 1; i >= floor; i--) if (isBorder(tokens, i)) return i + 1;
  return floor;
}

function clauseEnd(tokens: Tokens, index: number, end: number): number {
  for (let i = index + 1; i < end; i++) if (isBorder(tokens, i)) return i;
  return end;
}
