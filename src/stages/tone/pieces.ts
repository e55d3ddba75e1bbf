/** The rough words and marks of a text, with every apostrophe that was written, coded or lost in some other way. */
import type { Token } from '../../core/model/reading.ts';
import { straightenApostrophes } from '../../core/patterns/pattern.ts';

/** What may stand for an apostrophe, in signs and in references. */
const APOSTROPHE = "'’‘‛ʼʹ´`′″＇";
const REFERENCE = '&(?:#0?39|#x27|#821[67]|rsquo|lsquo|apos);|â€[™˜]';
const PIECE = new RegExp(
  `${REFERENCE}|(?<=\\p{L})[${APOSTROPHE}]s\\b|U\\.S\\.(?:A\\.)?|[Cc]o-op\\p{L}+|(?:(?!â€[™˜])[\\p{Lu}\\p{Ll}\\p{Lo}\\p{M}\\p{N}])+|\\S`,
  'uy',
);
const BLANK = /\s/;
const IS_APOSTROPHE = new RegExp(`^(?:${REFERENCE}|[${APOSTROPHE}])$`, 'u');
/** Signs that were an apostrophe before a text lost its encoding; only inside a contraction. */
const LOST_APOSTROPHE = /^[?\ufffd]$/;
const CLITIC = /^(?:s|re|ve|ll|d|m)$/i;
/** "O'Brien", "D'Arcy". */
const BEFORE_APOSTROPHE = /^[OD]$/;
const CAPITAL = /^\p{Lu}\p{L}/u;
/** Two words that are written as one. */
const CANNOT = /^cannot$/i;
const CANNOT_LENGTH = 6;
/** "isn t", "isnt". */
const DENIED_VERB = /^(?:do|does|did|is|are|was|were|has|have|had|could|would|should|must|need|ca|wo)n$/i;
const RUN_TOGETHER = /^(?:do|does|did|is|are|was|were|has|have|had|could|would|should|must|ca|wo)nt$/i;

/** Words and marks from left to right, as tokens without grammar; contractions are one, with a plain apostrophe. */
export function cutPieces(text: string): readonly Token[] {
  return repairApostrophes(roughPieces(text));
}

function pieceOf(start: number, end: number, text: string): Token {
  const lower = text.toLowerCase();
  return { start, end, text, lower, lemma: lower, pos: 'X', sentence: 0 };
}

function roughPieces(text: string): readonly Token[] {
  const pieces: Token[] = [];
  let start = wordStart(text, 0);
  while (start < text.length) {
    const end = plainWordEnd(text, start) ?? pieceEnd(text, start);
    const word = text.slice(start, end);
    if (word.length === CANNOT_LENGTH && CANNOT.test(word))
      pieces.push(pieceOf(start, start + 3, word.slice(0, 3)), pieceOf(start + 3, end, word.slice(3)));
    else pieces.push(pieceOf(start, end, word));
    start = wordStart(text, end);
  }
  return pieces;
}

const SPACE = 32;

function wordStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && (text.charCodeAt(at) === SPACE || BLANK.test(text.charAt(at)))) at += 1;
  return at;
}

function pieceEnd(text: string, start: number): number {
  if (isLoneMark(text.charCodeAt(start))) return start + 1;
  PIECE.lastIndex = start;
  return PIECE.test(text) ? PIECE.lastIndex : start + 1;
}

const FIRST_BEYOND_ASCII = 128;

/** A mark that begins nothing longer: of ASCII, but for what may be an apostrophe or begin a reference; or a dash, a bullet, a quotation mark but for ’, a row of dots. */
export function isLoneMark(code: number): boolean {
  if (code < FIRST_BEYOND_ASCII) return code > SPACE && !isPlain(code) && code !== AND && code !== PRIME && code !== GRAVE && code < DELETE;
  return isPrinterMark(code) && code !== LEFT_QUOTE && code !== RIGHT_QUOTE && code !== TURNED_QUOTE;
}

const AND = 38;
const PRIME = 39;
const GRAVE = 96;
const DELETE = 127;
const LEFT_QUOTE = 0x2018;
const RIGHT_QUOTE = 0x2019;
const TURNED_QUOTE = 0x201b;

/** Dashes, quotation marks, bullets, dots: what texts have beyond ASCII and no word holds. */
function isPrinterMark(code: number): boolean {
  return code >= 0x2010 && code <= 0x2027;
}

/** Where a word of plain letters and digits ends, as most do; null where only the expression can tell. */
export function plainWordEnd(text: string, start: number): number | null {
  let at = start;
  while (isPlain(text.charCodeAt(at))) at += 1;
  const mark = text.charCodeAt(at);
  if (at === start || (mark >= FIRST_BEYOND_ASCII && !isPrinterMark(mark))) return null;
  const isSpecial = (at - start === 1 && mark === 46) || (at - start === 2 && mark === 45);
  return isSpecial ? null : at;
}

/** True for a letter or digit of ASCII. */
export function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

function repairApostrophes(pieces: readonly Token[]): readonly Token[] {
  const repaired: Token[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Token;
    const next = pieces[i + 1];
    const after = pieces[i + 2];
    if (piece.lemma.endsWith('nt') && RUN_TOGETHER.test(piece.text))
      repaired.push(pieceOf(piece.start, piece.end, `${piece.text.slice(0, -1)}'${piece.text.slice(-1)}`));
    else if (next?.lemma === 't' && next.start > piece.end && DENIED_VERB.test(piece.text)) {
      repaired.push(pieceOf(piece.start, next.end, `${piece.text}'${next.text}`));
      i += 1;
    } else if (next && after && isContraction(piece, next, after)) {
      repaired.push(pieceOf(piece.start, after.end, `${piece.text}'${after.text}`));
      i += 2;
    } else repaired.push(isPlain(piece.text.charCodeAt(0)) ? piece : straightened(piece));
  }
  return repaired;
}

function straightened(piece: Token): Token {
  const { start, end, text } = piece;
  if (IS_APOSTROPHE.test(text)) return pieceOf(start, end, text.length > 2 ? "'" : straightenApostrophes(text));
  return /^.s$/.test(text) ? pieceOf(start, end, straightenApostrophes(text)) : piece;
}

function isContraction(word: Token, sign: Token, rest: Token): boolean {
  if (sign.start !== word.end || rest.start !== sign.end) return false;
  const isDenial = rest.lemma === 't' && word.lemma.endsWith('n');
  const isName = BEFORE_APOSTROPHE.test(word.text) && CAPITAL.test(rest.text);
  if (!isDenial && !isName && !CLITIC.test(rest.text)) return false;
  return IS_APOSTROPHE.test(sign.text) || LOST_APOSTROPHE.test(sign.text);
}
