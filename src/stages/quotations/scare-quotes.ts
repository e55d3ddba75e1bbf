/** Tells quoted strings that nobody said: titles, programmes, scare quotes, nicknames, attributes of embeds, stage notes. */

import { endWithout, trimEndOf } from '../../core/ends.ts';
import type { Credit } from './cues-around/credit.ts';
import type { Region } from './marks.ts';
import type { Outline } from './paragraph-tokens.ts';
import { wordAt } from './phrases.ts';
import type { QuotationVocabulary } from './vocabulary.ts';

/** A quoted stretch with what is known about it. */
export interface Candidate {
  readonly index: number;
  readonly region: Region;
  /** What stands before it or elsewhere in its sentence. */
  readonly credit: Credit | null;
}

type Rule = (words: string, candidate: Candidate, outline: Outline, vocabulary: QuotationVocabulary) => boolean;

const RULES: readonly Rule[] = [
  isWordless,
  isAttribute,
  isStageNote,
  isAfterLabelWord,
  isNamedAfter,
  isTitle,
  isTerm,
  isPollAnswer,
  isHeadingEcho,
  isInCapitals,
];
const SMALL = new Set('a an and at but by for from in nor of on or the to up with vs is'.split(' '));
/** A title hangs on a noun, a name or a possessive; behind these words a quotation may stand. */
const OPEN = new Set('DET AUX ADJ VERB ADP'.split(' '));
const LONGEST_TITLE = 9;
const LONGEST_TERM = 3;
const LONGEST_WEAK_TERM = 2;
/** Tokens of a section heading. */
const LONGEST_HEADING = 20;

/** True where a quoted stretch is no statement. */
export function isLabel(outline: Outline, candidate: Candidate, vocabulary: QuotationVocabulary): boolean {
  const words = outline.reading.text.slice(...candidate.region.inner).trim();
  return RULES.some((rule) => rule(words, candidate, outline, vocabulary));
}

const CITED = /\((?:\d{4}[a-z]?|n\.d\.|forthcoming)\)[,.:]?\s*$/;
const LONGEST_YEAR = 20;

/** Hollis, M (2019), “Hard Winters”: the title of a work in a list of literature. */
export function isCited({ reading: { text } }: Outline, { region }: Pick<Candidate, 'region'>): boolean {
  return CITED.test(text.slice(Math.max(0, region.outer[0] - LONGEST_YEAR), region.outer[0]));
}

/** the coordinator, or “pilot,” Marco Dell: between commas, another name for the same. */
export function isOtherName({ reading: { text, tokens } }: Outline, { index, region }: Pick<Candidate, 'index' | 'region'>): boolean {
  if (wordAt(tokens, index - 1) !== 'or' || wordAt(tokens, index - 2) !== ',') return false;
  const words = text.slice(...region.inner).trim();
  const isClosed = words.endsWith(',') || text[region.outer[1]] === ',';
  return isClosed && words.split(/\s+/, LONGEST_TERM + 1).length <= LONGEST_TERM;
}

const KEY = /["”]\s*:\s*$/;
const LONGEST_KEY = 40;

/** "blog": "Harbour": the value of a field in data that was left in the text. */
export function isValue({ reading: { text } }: Outline, { region }: Pick<Candidate, 'region'>): boolean {
  const before = text.slice(Math.max(0, region.outer[0] - LONGEST_KEY), region.outer[0]);
  return KEY.test(before) && /["“][\w -]{1,30}["”]\s*:\s*$/.test(before);
}

/** Published: `2024-03-05 10:15`: signs without a word, and nobody whose answer they are. */
function isWordless(words: string, { credit }: Candidate): boolean {
  return !/\p{L}/u.test(words) && !credit?.source;
}

/** author="@maryhollis" in what is left of an embedded post. */
function isAttribute(_words: string, { region }: Candidate, { reading }: Outline): boolean {
  return reading.text[region.outer[0] - 1] === '=' || /^\s*\/?>/.test(reading.text.slice(region.outer[1], region.outer[1] + 4));
}

function isStageNote(words: string, _candidate: Candidate, _outline: Outline, { notStatements }: QuotationVocabulary): boolean {
  return notStatements.get('stage note')?.has(trimEndOf(words.toLowerCase().replace(/^[([]/, ''), /[)\].]/)) === true;
}

function isAfterLabelWord(_words: string, { index }: Candidate, { reading }: Outline, { notStatements }: QuotationVocabulary): boolean {
  const before = wordAt(reading.tokens, index - 1);
  const two = `${wordAt(reading.tokens, index - 2)} ${before}`;
  const three = `${wordAt(reading.tokens, index - 3)} ${two}`;
  const labels = notStatements.get('label before');
  return labels !== undefined && [before, two, three].some((phrase) => labels.has(phrase));
}

const NAMED =
  /\b(?:plan|strategy|approach|policy|doctrine|scheme|programme?|project|concept|system|theory|law|bill|group|company|operation|website|book|film|show|song|band)s? called (?:the |an? )?$/i;
const LONGEST_NAMED = 40;

/** a plan called the “double lock” rule: what a thing is called by nobody in particular. */
function isNamedAfter(words: string, { region }: Candidate, { reading: { text } }: Outline): boolean {
  const isShort = words.split(/\s+/, LONGEST_TERM + 2).length <= LONGEST_TERM + 1;
  return isShort && NAMED.test(text.slice(Math.max(0, region.outer[0] - LONGEST_NAMED), region.outer[0]));
}

/** Those who make a work, and its parts. */
const WORKED_ON = /^(?:author|co-author|editor|co-editor|writer|star|creator|producer|director|host|cast|copy|copies|episode|season)$/;

/** Face the Nation, TrumpNation: The Art of Being the Donald. */
export function isTitle(words: string, { credit, index, region }: Candidate, outline: Outline): boolean {
  const { reading } = outline;
  if (region.mark === 'single' && outline.isHeading) return false;
  const parts = trimEndOf(words, /[.,]/).split(/\s+/);
  if (parts.length > LONGEST_TITLE || /[!?]$/.test(words) || wordAt(reading.tokens, index - 1) === ':') return false;
  if (parts.length > 2 && words === words.toUpperCase()) return false;
  const isCased = parts.every((part, i) => /^[\p{Lu}\p{N}&#“‘(]/u.test(part) || (i > 0 && SMALL.has(part.toLowerCase())));
  if (!isCased || credit === null) return isCased;
  // “The Long Ferry,” a comedy
  if (parts.length > 1 && words.endsWith(',') && /^an?$/.test(wordAt(reading.tokens, index + 1))) return true;
  // on “Meet the Nation”, author of “Hard Winters: A Life”; not chants of “Lund, Lund”
  const isBehindOf = wordAt(reading.tokens, index - 1) === 'of' && WORKED_ON.test(wordAt(reading.tokens, index - 2));
  const isBehindOn = wordAt(reading.tokens, index - 1) === 'on' && reading.tokens[index - 2]?.pos !== 'NOUN';
  if (parts.length > 1 && (isBehindOf || isBehindOn) && parts.filter((part) => !SMALL.has(part)).length > 1) return true;
  // The subject of a fronted participle stands behind the quotation: "Praising her book “Hard Winters,” Harlan said".
  const end = credit.end > index ? credit.first + 1 : credit.end;
  return end < index - 1 && !OPEN.has(reading.tokens[index - 1]?.pos ?? '');
}

/** In a headline every quoted word is somebody's. Two words far from a verb that reports no clause are a term. */
function isTerm(words: string, { credit, region, index }: Candidate, outline: Outline): boolean {
  if (index === outline.floors[index] && /[,?!.]$/.test(words)) return false;
  if (region.mark === 'single' && outline.isHeading) return false;
  const length = words.split(/\s+/, LONGEST_TERM + 1).length;
  if (credit === null) return length <= LONGEST_TERM;
  if (length <= LONGEST_WEAK_TERM && credit.isNaming !== true && credit.end < index - LONGEST_TERM && isInsidePhrase(outline, index))
    return true;
  return credit.isWeak && credit.isNaming !== true && credit.end < index - 1 && length <= LONGEST_WEAK_TERM;
}

/** “reliable” went from 41 percent to 48: what could be answered in a poll, and how many did. */
function isPollAnswer(_words: string, { index }: Candidate, { reading: { tokens } }: Outline): boolean {
  const isMoved = /^(?:went|rose|fell|dropped|climbed|jumped|slipped|grew|increased|decreased|declined|stood)$/.test(
    wordAt(tokens, index + 1),
  );
  return isMoved && /^(?:from|to|by|at)$/.test(wordAt(tokens, index + 2)) && tokens[index + 3]?.pos === 'NUM';
}

/** a "hold" rating: quoted words inside a noun phrase. */
function isInsidePhrase({ reading: { tokens } }: Outline, index: number): boolean {
  return /^(?:DET|NUM)$/.test(tokens[index - 1]?.pos ?? '') && tokens[index + 1]?.pos === 'NOUN';
}

/** A section heading repeats words that the text below it attributes: ‘No turning back’ on the harbour. The headline is the first sentence. */
function isHeadingEcho(_words: string, { credit, region }: Candidate, { reading }: Outline): boolean {
  const { tokens } = reading;
  const last = tokens.at(-1);
  if (credit !== null || region.mark !== 'single' || tokens.length > LONGEST_HEADING || tokens[0]?.sentence === 0) return false;
  return last !== undefined && !/[.!…:]['’]?$/.test(reading.text.slice(last.start, last.end));
}

/** "NO TRUST" IN THE COURTS: a section heading in capitals, on a line of its own or run into the text. */
function isInCapitals(words: string, { index }: Candidate, { reading, floors }: Outline): boolean {
  const next = reading.tokens[index + 1]?.text ?? '';
  return index === floors[index] && /\p{Lu}{2}/u.test(words) && words === words.toUpperCase() && /^\p{Lu}{2,}$/u.test(next);
}

const OF_NAME = /[\p{L}.-]/u;
const NICKNAME = /^\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)?$/u;
const LONGEST_NICKNAME = 30;

/** "Robert ": a word with a capital and one blank. */
function isBehindName(before: string): boolean {
  const words = before.slice(0, -1);
  return before.endsWith(' ') && /\p{Lu}[\p{L}.-]/u.test(words.slice(endWithout(words, OF_NAME)));
}

/** Robert "Bobby" Scott: a part of the name, never a stretch of its own. */
export function isNickname(text: string, { inner, outer }: Region): boolean {
  if (inner[1] - inner[0] > LONGEST_NICKNAME || !NICKNAME.test(text.slice(...inner))) return false;
  return (
    isBehindName(text.slice(Math.max(0, outer[0] - LONGEST_NICKNAME), outer[0])) &&
    /^ \p{Lu}\p{Ll}/u.test(text.slice(outer[1], outer[1] + 3))
  );
}
