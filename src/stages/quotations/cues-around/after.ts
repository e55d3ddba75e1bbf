/** Credits behind a quotation: `"Q," S V`, `"Q," V S`, `"Q," according to S`, `"Q" — S`. */
import type { Token } from '../../../core/model/reading.ts';
import { cueAt } from '../cues.ts';
import { sentenceEndFrom } from '../paragraph-tokens.ts';
import { isNameMark, isNominal, wordAt } from '../phrases.ts';
import { ownerBefore, type Source, sourceAfter, sourceBefore } from '../sources.ts';
import { invertedSubject } from '../subjects.ts';
import { type Credit, creditOf, isQuoting, isStrong, type Quote, REACH, verbAt } from './credit.ts';

const SKIPPED = new Set([',', '—', '–', '--', '-', '.', 'and', 'but', 'then', 'as', '…', '...']);
const CONJUNCTIONS = new Set('and but then as'.split(' '));
const CLAUSE_WORDS = new Set('when while after before as if because though although since until where which who whom that'.split(' '));
/** "said to reporters Ann Low". */
const LISTENERS = new Set('reporters journalists lawmakers parliament'.split(' '));
const LONGEST_SUBJECT = 12;
const LONGEST_SIGNATURE = 8;
const LONGEST_STRETCH = 8;
/** The same for nothing but names and titles. */
const LONGEST_LIST = 18;

/** Tokens that a credit can stand in. */
interface Bounds {
  readonly start: number;
  readonly limit: number;
}

/** The credit right after a quoted stretch. */
export function creditAfter(quote: Quote): Credit | null {
  const { outline, index } = quote;
  const { tokens } = outline.reading;
  let start = index + 1;
  while (start < index + 3 && SKIPPED.has(wordAt(tokens, start))) start++;
  const bounds = { start, limit: Math.min(sentenceEndFrom(outline, start), start + REACH) };
  const inverted = CONJUNCTIONS.has(wordAt(tokens, start - 1)) ? null : invertedAt(quote, bounds);
  return inverted ?? subjectFirst(quote, bounds);
}

function invertedAt(quote: Quote, { start, limit }: Bounds): Credit | null {
  const cue = verbAt(quote, start);
  if (cue === null || !isQuoting(cue) || cue.form === 'participle' || cue.form === 'base') return null;
  if (cue.entry.class === 'tell' || cue.entry.class === 'judge') return null;
  const { tokens } = quote.outline.reading;
  const isTo = wordAt(tokens, cue.end) === 'to' && LISTENERS.has(wordAt(tokens, cue.end + 1));
  const source = sourceAfter(quote.outline.reading, isTo ? cue.end + 2 : cue.end, limit);
  const next = source && quote.outline.reading.tokens[source.end];
  // "said the offer was dead" reports something of its own.
  if (next && source.end < limit && (next.pos === 'AUX' || (next.pos === 'VERB' && !isParticipleAt(quote, source.end)))) return null;
  return source && creditOf(cue, source, cue.form === 'phrase' ? 'quote-according-to' : 'quote-verb-subject');
}

/** "said an official | stationed in Norland": a participle that goes with the speaker. */
function isParticipleAt(
  {
    outline: {
      reading: { tokens },
    },
  }: Quote,
  index: number,
): boolean {
  return /(?:ed|ing)$/.test(wordAt(tokens, index)) && tokens[index + 1]?.pos === 'ADP' && tokens[index - 1]?.pos === 'NOUN';
}

function subjectFirst(quote: Quote, { start, limit }: Bounds): Credit | null {
  const { reading, regions } = quote.outline;
  const isJoined = CONJUNCTIONS.has(wordAt(reading.tokens, start - 1));
  const farthest = CLAUSE_WORDS.has(wordAt(reading.tokens, start)) ? start : start + 1;
  for (let i = start + 1; i < limit && !regions.has(i); i++) {
    const cue = verbAt(quote, i);
    if (cue === null || !isQuoting(cue) || cue.form === 'phrase' || isByAgent(reading.tokens, cue.end)) continue;
    // "and donations began to rise" is the reporter's own; "and he added" is not.
    if (isJoined && !isStrong(cue)) continue;
    const late = wordAt(reading.tokens, i - 1) === ',' ? invertedSubject(reading, cue, { floor: start, ceiling: limit }) : null;
    if (late !== null) return creditOf(cue, late, 'quote-verb-subject');
    const near = sourceBefore(reading, i, start);
    const isNear = near !== null && (near.first <= farthest || isApposed(reading.tokens, start, near.first));
    const source = isNear ? near : (wholeStretch(quote, start, i) ?? nameAt(quote, start));
    if (source !== null) return creditOf(cue, source, 'quote-subject-verb');
  }
  return null;
}

/** "reported by the board", but not "said by telephone". */
function isByAgent(tokens: readonly Token[], at: number): boolean {
  return wordAt(tokens, at) === 'by' && !/^(?:tele)?phone$|^e-?mail$|^text$|^fax$/.test(wordAt(tokens, at + 1));
}

/** "the mayor's spokesman, | Carl Benson, | told": a description right behind the marks, and after its comma the name. */
function isApposed(tokens: readonly Token[], start: number, name: number): boolean {
  if (wordAt(tokens, name - 1) !== ',' || tokens[name]?.pos !== 'PROPN' || name - start > LONGEST_STRETCH) return false;
  return tokens.slice(start, name - 1).every((token) => isNominal(token) || /^(?:['’]s?|of|for|-)$/.test(token.text));
}

/** "Mary Hollis, | the judge who founded the court | wrote": a name right behind the marks, whatever hangs on it. */
function nameAt({ outline }: Quote, start: number): Source | null {
  const { tokens } = outline.reading;
  let end = start;
  while (tokens[end]?.pos === 'PROPN') end++;
  const [from, to] = [tokens[start], tokens[end - 1]];
  if (!from || !to || end - start < 2 || wordAt(tokens, end) !== ',') return null;
  return { first: start, end, span: [from.start, to.end] };
}

/** All that stands between the marks and the verb, where it is short and begins like a noun phrase: "the newly printed card". */
function wholeStretch({ outline }: Quote, start: number, verb: number): Source | null {
  const { tokens } = outline.reading;
  const [from, to] = [tokens[start], tokens[verb - 1]];
  if (!from || !to || verb - start > LONGEST_LIST || !(from.pos === 'DET' || from.pos === 'PROPN' || /^\p{Lu}/u.test(from.text)))
    return null;
  for (let i = start; i < verb; i++) {
    // "the silence that Norland maintains" is a thing, and Norland's verb stands in a clause of its own.
    if (/^(?:[,;:(]|that|which|who|whom)$/.test(tokens[i]?.text ?? '') || tokens[i]?.pos === 'SCONJ') return null;
    if (verb - start > LONGEST_STRETCH && !isNameOrTitle(tokens[i])) return null;
  }
  return { first: start, end: verb, span: [from.start, to.end] };
}

/** "Hollis and Harbour Corp. CEO and Ashton Post publisher Carl Benson": names and their titles, however many. */
function isNameOrTitle(token: Token | undefined): boolean {
  return token?.pos === 'PROPN' || token?.pos === 'NOUN' || token?.text === 'and' || /^\p{Lu}|^\.$/u.test(token?.text ?? '');
}

/** Mary Hollis's "q" remark: the noun behind the marks says that somebody said it. */
export function creditOfNounBehind({ outline, vocabulary, index }: Quote): Credit | null {
  const { reading, floors } = outline;
  const noun = cueAt(reading, index + 1, vocabulary, true);
  const before = wordAt(reading.tokens, index - 1);
  if (noun === null || index === 0) return null;
  const isOwned = before === "'s" || before === '’s';
  const owner = isOwned ? ownerBefore(reading, index - 1, floors[index] ?? 0) : null;
  return owner && { ...creditOf(noun, owner, 'quote-noun'), isWeak: true };
}

/** `"Q" — Mary Hollis`: a signature behind a dash that ends the paragraph or the line. */
export function creditOfSignature({ outline, index: quote }: Quote): Credit | null {
  const { reading, regions } = outline;
  const { tokens } = reading;
  const dash = tokens[quote + 1];
  if (!dash || !/^[—–―-]{1,2}$/.test(dash.text)) return null;
  let end = quote + 2;
  while (end < tokens.length && end - quote <= LONGEST_SIGNATURE && isNamePart(tokens, end)) end++;
  const [from, to] = [tokens[quote + 2], tokens[end - 1]];
  const isLast = end === tokens.length || regions.has(end) || /^[.,(|]$/.test(tokens[end]?.text ?? '');
  if (!from || !to || end === quote + 2 || !isLast) return null;
  return { cue: [dash.start, dash.end], source: [from.start, to.end], rule: 'quote-dash-name', isWeak: false, first: quote + 1, end };
}

function isNamePart(tokens: readonly Token[], index: number): boolean {
  return /^\p{Lu}/u.test(tokens[index]?.text ?? '') || (index > 0 && isNameMark(tokens, index)) || wordAt(tokens, index) === 'de';
}

/** `"Q," an angry S shot back`: after a comma inside the marks any verb with a subject is a verb of saying. */
export function creditOfAnyVerb({ outline, index: quote }: Quote): Credit | null {
  const { reading, regions } = outline;
  const { tokens } = reading;
  const start = quote + 1;
  for (let i = start + 1; i < Math.min(tokens.length, start + LONGEST_SUBJECT) && !regions.has(i); i++) {
    const token = tokens[i];
    if (token?.pos !== 'VERB' || token.text.endsWith('ing')) continue;
    const source = sourceBefore(reading, i, start);
    if (source === null || source.first !== start) return null;
    return { cue: [token.start, token.end], source: source.span, rule: 'quote-subject-any-verb', isWeak: false, first: start, end: i + 1 };
  }
  return null;
}

/** The credit at the end of the sentence, for fragments inside it: `... "q" ..., S said.` */
export function creditAtEnd(quote: Quote): Credit | null {
  const { outline, index } = quote;
  const end = sentenceEndFrom(outline, index + 1);
  for (let i = index + 1; i < Math.min(end, index + REACH); i++) {
    if (wordAt(outline.reading.tokens, i) !== ',') continue;
    const found = creditAfter({ ...quote, index: i });
    if (found) return { ...found, rule: `${found.rule}-later` };
  }
  return null;
}
