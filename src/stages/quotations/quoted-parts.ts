/** Judges every quoted stretch of a paragraph: is it a statement, who is credited with it, does it go on with the one before. */
import type { Span } from '../../core/model/articles.ts';
import { carrierOf, isPartial } from './carrier.ts';
import { creditAfter, creditAtEnd, creditOfAnyVerb, creditOfNounBehind, creditOfSignature } from './cues-around/after.ts';
import { creditOfAs, creditOfColon, creditOfSentenceBefore, creditOfSubject, creditOfSubjectBefore } from './cues-around/around.ts';
import { creditBefore } from './cues-around/before.ts';
import type { Credit, Quote } from './cues-around/credit.ts';
import type { Region } from './marks.ts';
import { floorAt, type Outline, sentenceEndFrom } from './paragraph-tokens.ts';
import { wordAt } from './phrases.ts';
import { isCited, isLabel, isOtherName, isTitle, isValue } from './scare-quotes.ts';
import type { QuotationVocabulary } from './vocabulary.ts';

/** A quoted stretch that is a statement or part of one. */
export interface Piece {
  readonly region: Region;
  /** Its outline token. */
  readonly index: number;
  readonly credit: Credit | null;
  /** 'whole' where the content stands for itself, 'part' where it is a part of the reporter's sentence. */
  readonly extent: 'whole' | 'part';
  /** The clause it stands in, where it is no statement by itself. */
  readonly carrier: Span | null;
  /** The earlier piece that the words go on with in the same breath, or null. */
  readonly continues: Piece | null;
}

/** A quoted stretch with what stands around it. */
interface Place extends Quote {
  readonly region: Region;
  /** The statement piece before it. */
  readonly previous: Piece | null;
  /** The last piece with a credit right behind it. */
  readonly last: Piece | null;
  readonly words: string;
  /** The token before it. */
  readonly before: string;
  readonly isAtStart: boolean;
}

/** A fragment of more words is somebody's, whatever its sentence says of them. */
const LONGEST_LOOSE = 7;
/** Tokens between a verb and the "that" of its clause. */
const LONGEST_ADJUNCT = 4;
/** "Some people call it …": what many call a thing is its name. */
const PEOPLE = /^(?:(?:some|many|most|other) )?(?:people|others)$/i;
const DASH = /^[—–―-]{1,2}$/;

/** Where no credit stands right behind the words, the first of these that finds one decides. */
const OTHER_CREDITS: readonly ((place: Place) => Credit | null)[] = [
  creditOfNounBehind,
  creditOfWeakColon,
  creditBefore,
  creditOfColon,
  creditOfAs,
  creditAtEnd,
  creditOfSameSentence,
  creditOfEarlierSentence,
  creditOfOwnSentence,
];

/** Statement pieces of an outline, in order. */
export function readPieces(outline: Outline, vocabulary: QuotationVocabulary): readonly Piece[] {
  const pieces: Piece[] = [];
  let last: Piece | null = null;
  for (const [index, region] of outline.regions) {
    const words = outline.reading.text.slice(...region.inner).trim();
    const before = wordAt(outline.reading.tokens, index - 1);
    const isAtStart = index === floorAt(outline, index);
    const piece = readPiece({ outline, vocabulary, index, region, previous: pieces.at(-1) ?? null, last, words, before, isAtStart });
    if (piece === null) continue;
    pieces.push(piece);
    if (isCreditedBehind(piece)) last = piece;
  }
  return signed(pieces);
}

/** A signature at the end of a paragraph signs all that nobody else is credited with in it. */
function signed(pieces: readonly Piece[]): readonly Piece[] {
  const signature = pieces.at(-1)?.credit ?? null;
  if (signature?.rule !== 'quote-dash-name') return pieces;
  return pieces.map((piece) => (piece.credit === null ? { ...piece, credit: signature } : piece));
}

function readPiece(place: Place): Piece | null {
  const { outline, index, region, last, isAtStart, before } = place;
  const extent = isAtStart || before === ',' || before === ':' ? 'whole' : 'part';
  const base = { region, index, extent, carrier: null, continues: null } as const;
  if (isCited(outline, place) || isValue(outline, place) || isOtherName(outline, place) || isQuestionNamed(place)) return null;
  const lead = isAtStart ? null : creditBefore(place);
  if (extent === 'part' && isTitle(place.words, { index, region, credit: lead }, outline)) return null;
  const goesOn = last !== null && isNext(outline, last, index) && !(lead !== null && lead.first >= (last.credit?.end ?? 0)) ? last : null;
  const found = creditBehind(place);
  const behind = found !== null && isOfNext(place, found, { lead, goesOn }) ? null : found;
  if (behind !== null && !(lead !== null && isAdjacent(lead, place)))
    return { ...base, credit: behind, carrier: carrierAt(place, extent, null) };
  if (goesOn !== null) return { ...base, credit: goesOn.credit, continues: goesOn };
  const credit = firstCredit(place);
  if (credit === null ? isLooseFragment(place, extent) : isNobodys(place, credit)) return null;
  return isLabel(outline, { index, region, credit }, place.vocabulary)
    ? null
    : { ...base, credit, carrier: carrierAt(place, extent, credit) };
}

/** Part of the reporter's sentence with nobody in it who could have said it: a term, as "permanent normal relations" in a law. */
function isLooseFragment({ words }: Place, extent: Piece['extent']): boolean {
  return extent === 'part' && !/[.?!…]$/.test(words) && isShort(words);
}

function isShort(words: string): boolean {
  return words.split(/\s+/, LONGEST_LOOSE + 1).length <= LONGEST_LOOSE;
}

/** `The first question was clear: "Are you in favour ...?"`: what a ballot or a form asks. */
function isQuestionNamed({ outline, index, before, words }: Place): boolean {
  if (before !== ':' || !words.endsWith('?')) return false;
  const { tokens } = outline.reading;
  let verb = floorAt(outline, index);
  let isQuestion = false;
  for (; verb < index && tokens[verb]?.pos !== 'AUX' && tokens[verb]?.pos !== 'VERB'; verb++)
    if (/^(?:question|ballot|choice)$/.test(wordAt(tokens, verb))) isQuestion = true;
  return isQuestion && tokens[verb]?.lemma === 'be';
}

/** A few words that nobody is said to have used ("was promised “dirt”"), or that a label, not a person, leads in. */
function isNobodys({ words, vocabulary: { notStatements }, outline }: Place, { rule, source, isNaming }: Credit): boolean {
  // "is accused of “injudicious” raids", "were called “the grey men”": by nobody in particular.
  if (rule === 'passive-quote') return source === null && isShort(words);
  if (isNaming === true && source !== null && PEOPLE.test(outline.reading.text.slice(...source))) return true;
  if (isNaming === true && source === null && isShort(words)) return true;
  if (rule !== 'name-colon-quote' || source === null) return false;
  const label = outline.reading.text.slice(...source).toLowerCase();
  return notStatements.get('headline label')?.has(label) === true || notStatements.get('turn label')?.has(label) === true;
}

function carrierAt(place: Place, extent: Piece['extent'], credit: Credit | null): Span | null {
  if (extent === 'whole' || !isPartial(place.words)) return null;
  return carrierOf(place, credit?.first ?? place.index);
}

function firstCredit(place: Place): Credit | null {
  for (const rule of OTHER_CREDITS) {
    const credit = rule(place);
    if (credit !== null) return credit;
  }
  return null;
}

function creditBehind(place: Place): Credit | null {
  const { outline, index, words, isAtStart, before } = place;
  const signature = creditOfSignature(place);
  if (signature !== null) return signature;
  const endsOpen = /[,?!—–-]$/.test(words) || /^[,—–]$/.test(wordAt(outline.reading.tokens, index + 1));
  if (!endsOpen && !isAtStart) return null;
  const behind = creditAfter(place);
  if (behind !== null || !/[,?!]$/.test(words) || !(isAtStart || before === ',')) return behind;
  return creditOfAnyVerb(place);
}

/** `S said, "Q?" T left.`: a cue right before the marks wins over a verb behind them, unless a comma binds that one. */
function isAdjacent(lead: Credit, { outline, index, before, words }: Place): boolean {
  if (DASH.test(before) && DASH.test(wordAt(outline.reading.tokens, index + 1))) return true;
  if (/,$/.test(words)) return false;
  return lead.end === index || (lead.end === index - 1 && (before === ',' || before === ':'));
}

/**
 * True where the words behind the marks begin something of their own: `Asked about T's remark that "q," S said: "Q"`,
 * `"Q." S added: "Q2"`, `that they were "q," S said they had left`.
 */
function isOfNext(place: Place, found: Credit, { lead, goesOn }: { lead: Credit | null; goesOn: Piece | null }): boolean {
  const { reading, regions } = place.outline;
  const after = wordAt(reading.tokens, found.end);
  const isPart = !place.isAtStart && place.before !== ',' && place.before !== ':';
  if (isPart && after === ':' && regions.has(found.end + 1)) return true;
  if (isPart && (isThatAhead(reading, found.end) || (lead !== null && reading.tokens[found.end]?.pos === 'PRON'))) return true;
  if (!/[.?!…]$/.test(place.words) || /^[,—–]$/.test(wordAt(reading.tokens, place.index + 1))) return false;
  const leadsOn = (after === ':' || after === ',') && regions.has(found.end + 1);
  return leadsOn || (goesOn !== null && /[.…]$/.test(place.words));
}

/** "agreed last week that": a clause of its own begins soon. */
function isThatAhead({ tokens }: Outline['reading'], from: number): boolean {
  for (let i = from; i < from + LONGEST_ADJUNCT; i++) {
    if (wordAt(tokens, i) === 'that') return true;
    if (!/^(?:ADV|ADJ|NOUN|PROPN|ADP|NUM|DET)$/.test(tokens[i]?.pos ?? '')) return false;
  }
  return false;
}

function isCreditedBehind({ credit, continues }: Piece): boolean {
  return credit !== null && continues === null && credit.rule.startsWith('quote-') && !credit.rule.endsWith('later');
}

/** `"Q1," S V. "Q2"` and `"Q1," S V, "Q2"`: nothing but the rest of the credit's sentence stands between. */
function isNext(outline: Outline, { credit, index: earlier }: Piece, index: number): boolean {
  if (credit === null) return false;
  const end = sentenceEndFrom(outline, Math.max(credit.end - 1, earlier + 1));
  const before = wordAt(outline.reading.tokens, index - 1);
  if (end === index - 1 || (end >= index && /\p{L}\.$/u.test(before))) return true;
  return end >= index && (before === ',' || before === ':' || DASH.test(before));
}

/** A colon right before the marks counts more than a verb that reports no clause. */
function creditOfWeakColon(place: Place): Credit | null {
  return place.before === ':' && !place.isAtStart && creditBefore(place)?.isWeak ? creditOfColon(place) : null;
}

/** Several fragments in one sentence share its credit. */
function creditOfSameSentence({ outline, previous, index }: Place): Credit | null {
  return previous !== null && floorAt(outline, previous.index) === floorAt(outline, index) ? previous.credit : null;
}

/** A quotation that is a sentence of its own may go on with the sentence before it. */
function creditOfEarlierSentence(place: Place): Credit | null {
  return place.isAtStart ? (creditOfSentenceBefore(place) ?? creditOfSubjectBefore(place)) : null;
}

/** A longer fragment that nothing else is credited with: its sentence's subject, where that is a person. */
function creditOfOwnSentence(place: Place): Credit | null {
  return !place.isAtStart && !isShort(place.words) ? creditOfSubject(place) : null;
}
