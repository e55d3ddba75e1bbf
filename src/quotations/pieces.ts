/** Judges every quoted stretch of a paragraph: is it a statement, who is credited with it, does it go on with the one before. */
import { type Credit, creditAfter, creditAtEnd, creditBefore, creditOfAnyVerb, creditOfColon } from './credits.ts';
import { isLabel, isTitle } from './labels.ts';
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

/** A quoted stretch with what stands around it. */
interface Place {
  readonly outline: Outline;
  readonly vocabulary: QuotationVocabulary;
  readonly index: number;
  readonly region: Region;
  readonly previous: Piece | null;
  readonly words: string;
  /** The token before it. */
  readonly before: string;
  readonly isAtStart: boolean;
}

/** Statement pieces of an outline, in order. */
export function readPieces(outline: Outline, vocabulary: QuotationVocabulary): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const [index, region] of outline.regions) {
    const place = placeOf(outline, { index, region, previous: pieces.at(-1) ?? null }, vocabulary);
    const piece = readPiece(place);
    if (piece !== null) pieces.push(piece);
  }
  return pieces;
}

function placeOf(outline: Outline, at: Pick<Place, 'index' | 'region' | 'previous'>, vocabulary: QuotationVocabulary): Place {
  const words = outline.reading.text.slice(...at.region.inner).trim();
  const before = wordAt(outline.reading.tokens, at.index - 1);
  return { outline, vocabulary, ...at, words, before, isAtStart: at.index === (outline.floors[at.index] ?? 0) };
}

function readPiece(place: Place): Piece | null {
  const { outline, vocabulary, index, region, previous, isAtStart, before } = place;
  const extent = isAtStart || before === ',' || before === ':' ? 'whole' : 'part';
  const base = { region, index, extent, isContinued: false } as const;
  if (extent === 'part' && isTitle(place.words, { index, region, hasCredit: false }, outline)) return null;
  const lead = isAtStart ? null : creditBefore(outline, index, vocabulary);
  const tail = creditBehind(place);
  if (tail !== null && !(lead !== null && isAdjacent(lead, place))) return { ...base, credit: tail };
  if (previous !== null && isNext(outline, previous, index) && !(lead !== null && lead.first >= (previous.credit?.end ?? 0))) {
    return { ...base, credit: previous.credit, isContinued: true };
  }
  const credit = lead ?? creditOfColon(outline, index) ?? creditAtEnd(outline, index, vocabulary) ?? creditShared(place);
  if (isLabel(outline, { index, region, hasCredit: credit !== null }, vocabulary)) return null;
  return { ...base, credit };
}

function creditBehind({ outline, vocabulary, index, words, isAtStart, before }: Place): Credit | null {
  const endsOpen = /[,?!—–-]$/.test(words) || /^[,—–]$/.test(wordAt(outline.reading.tokens, index + 1));
  if (!endsOpen && !isAtStart) return null;
  const tail = creditAfter(outline, index, vocabulary);
  if (tail !== null || !/[,?!]$/.test(words) || !(isAtStart || before === ',')) return tail;
  return creditOfAnyVerb(outline, index);
}

/** `S said, "Q?" T left.`: a cue right before the marks wins over a verb behind them, unless a comma binds that one. */
function isAdjacent(lead: Credit, { index, before, words }: Place): boolean {
  if (/,$/.test(words)) return false;
  return lead.end === index || (lead.end === index - 1 && (before === ',' || before === ':'));
}

/** `"Q1," S V. "Q2"` and `"Q1," S V, "Q2"`: nothing but the rest of the credit's sentence stands between. */
function isNext(outline: Outline, previous: Piece, index: number): boolean {
  const { credit } = previous;
  if (credit === null || !credit.rule.startsWith('quote-') || credit.rule.endsWith('later')) return false;
  const end = sentenceEndFrom(outline, Math.max(credit.end - 1, previous.index + 1));
  const before = wordAt(outline.reading.tokens, index - 1);
  return end === index - 1 || (end >= index && (before === ',' || before === ':' || before === '—' || before === '–'));
}

/** Several fragments in one sentence share its credit. */
function creditShared({ outline, previous, index }: Place): Credit | null {
  return previous !== null && outline.floors[previous.index] === outline.floors[index] ? previous.credit : null;
}
