/** Judges every quoted stretch of a paragraph: is it a statement, who is credited with it, does it go on with the one before. */
import {
  type Credit,
  creditAfter,
  creditAtEnd,
  creditBefore,
  creditOfAnyVerb,
  creditOfAs,
  creditOfColon,
  creditOfSentenceBefore,
  creditOfSignature,
} from './credits.ts';
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
  /** The earlier piece that the words go on with in the same breath, or null. */
  readonly continues: Piece | null;
}

/** A quoted stretch with what stands around it. */
interface Place {
  readonly outline: Outline;
  readonly vocabulary: QuotationVocabulary;
  readonly index: number;
  readonly region: Region;
  readonly previous: Piece | null;
  /** The last piece with a credit behind it. */
  readonly last: Piece | null;
  readonly words: string;
  /** The token before it. */
  readonly before: string;
  readonly isAtStart: boolean;
}

/** Statement pieces of an outline, in order. */
export function readPieces(outline: Outline, vocabulary: QuotationVocabulary): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const [index, region] of outline.regions) {
    const place = placeOf(
      outline,
      { index, region, previous: pieces.at(-1) ?? null, last: pieces.findLast(isCreditedBehind) ?? null },
      vocabulary,
    );
    const piece = readPiece(place);
    if (piece !== null) pieces.push(piece);
  }
  return pieces;
}

function placeOf(outline: Outline, at: Pick<Place, 'index' | 'region' | 'previous' | 'last'>, vocabulary: QuotationVocabulary): Place {
  const words = outline.reading.text.slice(...at.region.inner).trim();
  const before = wordAt(outline.reading.tokens, at.index - 1);
  return { outline, vocabulary, ...at, words, before, isAtStart: at.index === (outline.floors[at.index] ?? 0) };
}

function readPiece(place: Place): Piece | null {
  const { outline, vocabulary, index, region, last, isAtStart, before } = place;
  const extent = isAtStart || before === ',' || before === ':' ? 'whole' : 'part';
  const base = { region, index, extent, continues: null } as const;
  if (extent === 'part' && isTitle(place.words, { index, region, hasCredit: false }, outline)) return null;
  const lead = isAtStart ? null : creditBefore(outline, index, vocabulary);
  const tail = creditBehind(place);
  if (tail !== null && !(lead !== null && isAdjacent(lead, place))) return { ...base, credit: tail };
  const earlier = last !== null && isNext(outline, last, index) && !(lead !== null && lead.first >= (last.credit?.end ?? 0)) ? last : null;
  if (earlier !== null) return { ...base, credit: earlier.credit, continues: earlier };
  const credit =
    lead ??
    creditOfColon(outline, index) ??
    creditOfAs(outline, index) ??
    creditAtEnd(outline, index, vocabulary) ??
    creditBehindSentence(place);
  if (isLabel(outline, { index, region, hasCredit: credit !== null }, vocabulary)) return null;
  return { ...base, credit };
}

function creditBehind({ outline, vocabulary, index, words, isAtStart, before }: Place): Credit | null {
  const signature = creditOfSignature(outline, index);
  if (signature !== null) return signature;
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

function isCreditedBehind({ credit, continues }: Piece): boolean {
  return credit !== null && continues === null && credit.rule.startsWith('quote-') && !credit.rule.endsWith('later');
}

/** `"Q1," S V. "Q2"` and `"Q1," S V, "Q2"`: nothing but the rest of the credit's sentence stands between. */
function isNext(outline: Outline, previous: Piece, index: number): boolean {
  const { credit } = previous;
  if (credit === null) return false;
  const end = sentenceEndFrom(outline, Math.max(credit.end - 1, previous.index + 1));
  const before = wordAt(outline.reading.tokens, index - 1);
  return end === index - 1 || (end >= index && (before === ',' || before === ':' || before === '—' || before === '–'));
}

/** Several fragments in one sentence share its credit; a sentence of its own may go on with the one before it. */
function creditBehindSentence({ outline, vocabulary, previous, index, isAtStart }: Place): Credit | null {
  if (previous !== null && outline.floors[previous.index] === outline.floors[index]) return previous.credit;
  return isAtStart ? creditOfSentenceBefore(outline, index, vocabulary) : null;
}
