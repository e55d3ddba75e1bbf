/**
 * Whether a time belongs to the verb of saying: "said on Thursday" and "On Thursday, X said" do;
 * "who became envoy in 2014", "ahead of talks on Friday" and "the treaty signed on May 9" belong to something else.
 */
import type { Span } from '../../core/model/articles.ts';
import type { Reading, Token } from '../../core/model/reading.ts';
import type { NamedTime } from './times.ts';

/** A sentence with its verb of saying. */
export interface SayingSentence {
  readonly reading: Reading;
  /** Tokens of the sentence, [first, end). */
  readonly tokens: Span;
  /** Tokens of the cue. */
  readonly cue: Span;
  /** By token: whether it is part of what was said. */
  readonly isSaid: (token: number) => boolean;
}

const BREAKS = /^(?:[,;:()[\]"“”]|—|–|-{2,})$/;
/** They open a clause, or lead to another event than the saying. */
const BARRIERS = new Set(
  'who whom whose which that as when while because since if although though where whether ahead before until till by for between despite than about like marking'.split(
    ' ',
  ),
);
/** "a day after the vote on Sunday" is not Sunday. */
const DISTANCES = new Set('hour hours day days week weeks month months year years'.split(' '));
/** Verbs that tell how or where something was said, by lemma. */
const SPEAKING = new Set(
  'say tell add speak write tweet post publish release issue air broadcast record give hold make deliver report announce testify talk appear address date'.split(
    ' ',
  ),
);
/** What a phrase of the saying begins with, when commas stand around it. */
const OPENERS = new Set(
  'on in at during late early last earlier yesterday today speaking writing appearing talking addressing testifying this after following via through over'.split(
    ' ',
  ),
);
const LINKS = new Set('but and so then yet meanwhile also later'.split(' '));
/** Papers that are called after the day. */
const SUNDAY_PAPERS = new Set('mail independent scotland wales herald express mirror'.split(' '));
/** Nouns of saying that a time may stand before: "in a March 2022 interview", "in Monday's speech". */
const SAYINGS = new Set(
  'interview speech statement address remarks comments testimony hearing letter book memoir article essay column op report paper post tweet message email memo conference briefing debate appearance video broadcast lecture talk call meeting rally forum summit session press news television tv radio editorial note cable exchange'.split(
    ' ',
  ),
);
const TIMES_OF_DAY = new Set(
  'morning afternoon evening night at in that to from after during before on with and via by as while when'.split(' '),
);

/** Whether the time's words modify the verb of saying. */
export function belongsToSaying(time: NamedTime, sentence: SayingSentence): boolean {
  const { reading, cue } = sentence;
  const first = tokenFrom(reading, time.start, sentence.tokens);
  const end = tokenFrom(reading, time.end, sentence.tokens);
  if (sentence.isSaid(first) || isName(reading.tokens, first, end) || isBeforeOtherNoun(reading.tokens, end)) return false;
  const chunk = chunkStart(sentence, first);
  if (first >= cue[1]) {
    if (chunk <= cue[1]) return wordOf(reading.tokens, cue[1]) !== 'of' && isFree([cue[1], first], time, sentence);
    return (
      !continuesReport(chunk, sentence) &&
      opensChunk(chunk, first, reading.tokens) &&
      isFree([chunk, first], time, sentence) &&
      !hasOwnVerb(end, sentence)
    );
  }
  const isInSubject = chunkStart(sentence, cue[0]) === chunk;
  if (!isInSubject && !opensChunk(chunk, first, reading.tokens)) return false;
  return isFree([chunk, first], time, sentence) && (time.isNear || isFree([end, cue[0]], time, sentence));
}

/** No clause, event or verb of its own stands between. */
function isFree([from, to]: Span, time: NamedTime, { reading, cue }: SayingSentence): boolean {
  const { tokens } = reading;
  for (let at = from; at < to; at++) {
    const word = wordOf(tokens, at);
    if (BARRIERS.has(word)) return false;
    if ((word === 'after' || word === 'following') && (!time.isNear || DISTANCES.has(wordOf(tokens, at - 1)))) return false;
    if (word === 'of' && to - at <= 2) return /^(?:morning|evening|night|afternoon|day)$/.test(wordOf(tokens, at - 1));
    if (tokens[at]?.pos === 'VERB' && !(at >= cue[0] && at < cue[1]) && !SPEAKING.has(tokens[at]?.lemma ?? '') && !isNounlike(tokens, at))
      return false;
  }
  return true;
}

/** "at a meeting", "his writing": a verb's form behind an article or a name's part is a noun. */
function isNounlike(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.pos;
  return /^\p{Lu}/u.test(tokens[at]?.text ?? '') || (/ing$/.test(wordOf(tokens, at)) && (before === 'DET' || before === 'ADJ'));
}

/** "…,” he said, and on Thursday the ministry answered": the time is that of another verb. */
function hasOwnVerb(end: number, { reading, tokens: [, last] }: SayingSentence): boolean {
  for (let at = end; at < last; at++) {
    const token = reading.tokens[at];
    if (!token || BREAKS.test(token.text) || BARRIERS.has(token.text) || token.text === 'after') return false;
    if (token.pos === 'AUX' || (token.pos === 'VERB' && !SPEAKING.has(token.lemma))) return true;
  }
  return false;
}

/** "recalled a meeting with Lund | in 2001": behind reported words without a mark, the time is part of what is reported. */
function continuesReport(chunk: number, { reading, isSaid }: SayingSentence): boolean {
  const before = reading.tokens[chunk - 1]?.text ?? '';
  return isSaid(chunk - 1) && !/^["“”'’]+$/.test(before);
}

/** A chunk that begins with the time, or with a phrase of place or time. */
function opensChunk(chunk: number, first: number, tokens: readonly Token[]): boolean {
  let at = chunk;
  while (at < first && LINKS.has(wordOf(tokens, at))) at++;
  return at >= first || OPENERS.has(wordOf(tokens, at));
}

/** First token after the nearest break, content or beginning to the left. */
function chunkStart({ reading, tokens, isSaid }: SayingSentence, from: number): number {
  let at = from;
  while (at > tokens[0] && !BREAKS.test(reading.tokens[at - 1]?.text ?? '') && !isSaid(at - 1)) at--;
  return at;
}

/** "the Mail on Sunday", and "Billy Sunday, a reporter". */
function isName(tokens: readonly Token[], first: number, end: number): boolean {
  const before = tokens[first - 1]?.text ?? '';
  if (before.toLowerCase() === 'on') return SUNDAY_PAPERS.has(wordOf(tokens, first - 2)) && wordOf(tokens, first) === 'sunday';
  const isAppositive = wordOf(tokens, end) === ',' && tokens[end + 1]?.pos === 'DET';
  return /^\p{Lu}\p{Ll}/u.test(before) && isAppositive;
}

/** "Monday's talks", "the Bloody Sunday report": the time narrows a noun that is no saying. */
function isBeforeOtherNoun(tokens: readonly Token[], end: number): boolean {
  const at = /^['’]s?$/.test(tokens[end]?.text ?? '') ? end + 1 : end;
  let noun = at;
  while (tokens[noun]?.pos === 'ADJ' || (tokens[noun]?.pos === 'NOUN' && tokens[noun + 1]?.pos === 'NOUN')) noun++;
  const token = tokens[noun];
  if (token?.pos !== 'NOUN' || TIMES_OF_DAY.has(wordOf(tokens, at))) return false;
  for (let each = at; each <= noun; each++) if (SAYINGS.has(wordOf(tokens, each))) return false;
  return true;
}

function wordOf(tokens: readonly Token[], at: number): string {
  return tokens[at]?.lower ?? '';
}

/** Index of the first token of the sentence that begins at or behind the offset. */
function tokenFrom(reading: Reading, offset: number, [first, end]: Span): number {
  let at = first;
  while (at < end && (reading.tokens[at]?.start ?? offset) < offset) at++;
  return at;
}
