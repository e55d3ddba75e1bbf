/** Judges every quoted stretch of a paragraph: is it a statement, who is credited with it, does it go on with the one before. */
import { type Credit, creditAfter, creditAtEnd, creditBefore, creditOfColon } from './credits.ts';
import { isLabel } from './labels.ts';
import type { Region } from './marks.ts';
import { type Outline, sentenceEndFrom } from './outline.ts';
import { wordAt } from './phrases.ts';
import type { QuotationVocabulary } from './vocabulary.ts';

/** A quoted stretch that is a statement or part of one. */
export interface Piece {
  readonly region: Region;
  /** Its outline token. */
  readonly index: number;
  readonly credit: Credit | null;
  /** 'whole' where the content stands for itself, 'part' where it is a part of the reporter's sentence. */
  readonly extent: 'whole' | 'part';
  /** True where the words belong to the same breath as the piece before. */
  readonly isContinued: boolean;
}

/** Statement pieces of an outline, in order. */
export function readPieces(outline: Outline, vocabulary: QuotationVocabulary): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const [index, region] of outline.regions) {
    const piece = readPiece(outline, { index, region, previous: pieces.at(-1) ?? null }, vocabulary);
    if (piece !== null) pieces.push(piece);
  }
  return pieces;
}

interface Place {
  readonly index: number;
  readonly region: Region;
  readonly previous: Piece | null;
}

function readPiece(outline: Outline, place: Place, vocabulary: QuotationVocabulary): Piece | null {
  const { index, region, previous } = place;
  const tokens = outline.reading.tokens;
  const words = outline.reading.text.slice(...region.inner).trim();
  const before = wordAt(tokens, index - 1);
  const isAtStart = index === (outline.floors[index] ?? 0);
  const isLed = before === ',' || before === ':';
  const endsOpen = /[,?!—–-]$/.test(words) || /^[,—–]$/.test(wordAt(tokens, index + 1));
  const tail = endsOpen || isAtStart ? creditAfter(outline, index, vocabulary) : null;
  const lead = index > 0 && !isAtStart ? creditBefore(outline, index, vocabulary) : null;
  const extent = isAtStart || isLed ? 'whole' : 'part';
  const base = { region, index, extent } as const;
  if (tail !== null && !(lead !== null && isAdjacent(lead, index, before) && !/,$/.test(words)))
    return { ...base, credit: tail, isContinued: false };
  if (previous !== null && isNext(outline, previous, index) && !(lead !== null && lead.first >= (previous.credit?.end ?? 0))) {
    return { ...base, credit: previous.credit, isContinued: true };
  }
  const credit = lead ?? creditOfColon(outline, index) ?? creditAtEnd(outline, index, vocabulary);
  if (isLabel(outline, { index, region, hasCredit: credit !== null }, vocabulary)) return null;
  return { ...base, credit, isContinued: false };
}

function isAdjacent(lead: Credit, index: number, before: string): boolean {
  return lead.end >= index - 1 && (lead.end === index || before === ',' || before === ':');
}

/** `"Q1," S V. "Q2"` and `"Q1," S V, "Q2"`: nothing but the rest of the credit's sentence stands between. */
function isNext(outline: Outline, previous: Piece, index: number): boolean {
  const { credit } = previous;
  if (credit === null || !credit.rule.startsWith('quote-') || credit.rule.endsWith('later')) return false;
  const end = sentenceEndFrom(outline, Math.max(credit.end - 1, previous.index + 1));
  const before = wordAt(outline.reading.tokens, index - 1);
  return end === index - 1 || (end >= index && (before === ',' || before === ':' || before === '—' || before === '–'));
}
