/** A paragraph with every quoted stretch as one token, so that the sentence around it can be read through. */
import type { Span } from '../../core/model/articles.ts';
import type { Reading, Token } from '../../core/model/reading.ts';
import { tokenFrom } from './cues.ts';
import { afterDateline } from './dateline.ts';
import type { Region } from './marks.ts';
import { TITLES } from './phrases.ts';

/** The tokens of a paragraph; a quoted stretch is a single token whose part of speech is 'QUOTE'. */
export interface Outline {
  readonly reading: Reading;
  /** The stretch that a token stands for, by the token's index. */
  readonly regions: ReadonlyMap<number, Region>;
  /** Per token: index of the first token of its sentence. */
  readonly floors: readonly number[];
  /** Per token: index of the token that ends its sentence, or the number of tokens. */
  readonly ends: readonly number[];
  /** True where the reporter's words are written like a headline: all long words begin with a capital. */
  readonly isHeading: boolean;
}

const ENDS = new Set(['.', '!', '?', ';', '…', '...', '•']);
/** Tokens. */
const LONGEST_HEADING = 40;
const GOES_ON = /^[\p{Ll},)]/u;

/** Builds the outline of one paragraph from the regions that stand in it. */
export function outlineOf(reading: Reading, [from, to]: Span, regions: readonly Region[]): Outline {
  const tokens: Token[] = [];
  const byToken = new Map<number, Region>();
  let next = 0;
  let i = tokenFrom(reading, from);
  for (let token = reading.tokens[i]; token && token.start < to; token = reading.tokens[++i]) {
    const region = regions[next];
    if (region && token.end > region.outer[0]) {
      byToken.set(tokens.length, region);
      tokens.push(quoteToken(region, token.sentence));
      i = tokenFrom(reading, region.outer[1]) - 1;
      next++;
    } else tokens.push(token);
  }
  const outlined = { text: reading.text, tokens, sentences: [] };
  const floors = sentenceFloors(outlined, byToken);
  return { reading: outlined, regions: byToken, floors, ends: sentenceEnds(floors), isHeading: isHeading(tokens) };
}

function quoteToken(region: Region, sentence: number): Token {
  return { start: region.outer[0], end: region.outer[1], text: '“…”', lower: '“…”', lemma: '', pos: 'QUOTE', sentence };
}

function sentenceFloors({ text, tokens }: Reading, regions: ReadonlyMap<number, Region>): number[] {
  const floors: number[] = [];
  const start = afterDateline(tokens, 0);
  let floor = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (i === start) floor = i;
    floors.push(floor);
    const region = regions.get(i);
    const isEnd = region
      ? /[.!?…]\s*$/.test(text.slice(...region.inner)) || !region.isClosed
      : ENDS.has(tokens[i]?.text ?? '') && !isShort(tokens, i);
    if (isEnd && !GOES_ON.test(tokens[i + 1]?.text ?? '')) floor = i + 1;
  }
  return floors;
}

/** The point of "Rev." or "Q." in a name, which wink-nlp reads as a token of its own. */
function isShort(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (tokens[index]?.text !== '.' || !before || before.end !== tokens[index]?.start) return false;
  return /^\p{Lu}$/u.test(before.text) || TITLES.has(`${before.lower}.`);
}

function sentenceEnds(floors: readonly number[]): number[] {
  const ends = new Array<number>(floors.length);
  let end = floors.length;
  for (let i = floors.length - 1; i >= 0; i--) {
    ends[i] = end;
    if (floors[i] === i) end = i - 1;
  }
  return ends;
}

/** Index of the token that ends the sentence in which `index` stands, or the number of tokens. */
export function sentenceEndFrom({ ends, reading }: Outline, index: number): number {
  return ends[index] ?? reading.tokens.length;
}

/** First token of the sentence that a token stands in; past the last token, of the last sentence. */
export function floorAt({ floors }: Outline, index: number): number {
  return floors[index] ?? floors.at(-1) ?? 0;
}

function isHeading(tokens: readonly Token[]): boolean {
  if (tokens.length > LONGEST_HEADING) return false;
  const words = tokens.filter(({ text }) => /^\p{L}{4,}/u.test(text));
  const capitals = words.filter(({ text }) => /^\p{Lu}/u.test(text));
  return capitals.length >= 2 && capitals.length >= words.length * 0.8;
}
