/** The rough words and marks of a text, with every apostrophe that was written, coded or lost in some other way. */
import { straightenApostrophes } from '../../core/patterns/pattern.ts';

/** A rough word or mark at its place in the text; `text` is what the copy has for it. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What may stand for an apostrophe, in signs and in references. */
const APOSTROPHE = "'’‘‛ʼʹ´`′″＇";
const REFERENCE = '&(?:#0?39|#x27|#821[67]|rsquo|lsquo|apos);|â€[™˜]';
const PIECE = new RegExp(
  `${REFERENCE}|(?<=\\p{L})[${APOSTROPHE}]s\\b|U\\.S\\.(?:A\\.)?|[Cc]o-op\\p{L}+|(?:(?!â€[™˜])[\\p{Lu}\\p{Ll}\\p{Lo}\\p{M}\\p{N}])+|\\S`,
  'gu',
);
const IS_APOSTROPHE = new RegExp(`^(?:${REFERENCE}|[${APOSTROPHE}])$`, 'u');
/** Signs that were an apostrophe before a text lost its encoding; only inside a contraction. */
const LOST_APOSTROPHE = /^[?\ufffd]$/;
const CLITIC = /^(?:s|re|ve|ll|d|m)$/i;
/** "isn t", "isnt". */
const DENIED_VERB = /^(?:do|does|did|is|are|was|were|has|have|had|could|would|should|must|need|ca|wo)n$/i;
const RUN_TOGETHER = /^(?:do|does|did|is|are|was|were|has|have|had|could|would|should|must|ca|wo)nt$/i;
/** Words and marks from left to right; contractions are one piece, with a plain apostrophe. */
export function cutPieces(text: string): readonly Piece[] {
  return repairApostrophes(roughPieces(text));
}

function roughPieces(text: string): readonly Piece[] {
  return Array.from(text.matchAll(PIECE), (match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }));
}

function repairApostrophes(pieces: readonly Piece[]): readonly Piece[] {
  const repaired: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    const [next, after] = [pieces[i + 1], pieces[i + 2]];
    const isApart = next !== undefined && next.start > piece.end;
    if (RUN_TOGETHER.test(piece.text)) repaired.push({ ...piece, text: `${piece.text.slice(0, -1)}'${piece.text.slice(-1)}` });
    else if (isApart && /^t$/i.test(next.text) && DENIED_VERB.test(piece.text)) {
      repaired.push({ start: piece.start, end: next.end, text: `${piece.text}'${next.text}` });
      i += 1;
    } else if (next && after && isContraction(piece, next, after)) {
      repaired.push({ start: piece.start, end: after.end, text: `${piece.text}'${after.text}` });
      i += 2;
    } else repaired.push(IS_APOSTROPHE.test(piece.text) || /^.s$/.test(piece.text) ? { ...piece, text: straightened(piece.text) } : piece);
  }
  return repaired;
}

function straightened(text: string): string {
  return text.length > 2 ? "'" : straightenApostrophes(text);
}

function isContraction(word: Piece, sign: Piece, rest: Piece): boolean {
  if (sign.start !== word.end || rest.start !== sign.end) return false;
  const isDenial = /n$/i.test(word.text) && /^t$/i.test(rest.text);
  if (!isDenial && !CLITIC.test(rest.text)) return false;
  return IS_APOSTROPHE.test(sign.text) || LOST_APOSTROPHE.test(sign.text);
}
