/** Where a content ends: at the end of its sentence, or where the reporter speaks on. */
import { cueAt } from '../cues.ts';
import { wordAt } from '../phrases.ts';
import { timeNounEnd } from './adjuncts.ts';
import type { Lead } from './cue-context.ts';
import {
  hasFiniteVerb,
  isAttributionAt,
  isCueVerbAt,
  isDash,
  isListed,
  isMedial,
  isNewClauseAt,
  isNextCue,
  isOccasionAt,
  isParticipleAt,
  isPredicateAt,
  isSecondVerbAt,
  NOMINAL,
  skipAside,
} from './end-signs.ts';
import type { Search } from './search.ts';
import { isMark } from './sentences.ts';

const TURNS = new Set(['but', 'while', 'although', 'though', 'whereas']);
/** What a clause begins with. */
const OPENERS = new Set(['PRON', 'PROPN', 'NOUN', 'DET', 'NUM', 'VERB', 'AUX']);
const ASIDE_PAIRS = new Set(['also known', 'compared with', 'compared to']);
const LINKS_TO_PARTICIPLE = new Set(['before', 'after', 'while', 'when']);
const COMMENTS = new Set(['a', 'an', 'where', 'who', 'which']);
const LIKE_PREPOSITIONS = new Set('including excluding regarding concerning involving following'.split(' '));
const ASIDES = new Set(['the', 'which', 'who']);
const JOINTS = new Set(['and', 'but', 'or']);
/** Content of more tokens than this is no sentence that a person wrote. */
const LONGEST_CONTENT = 160;

/** Token index after the last word of the content that begins at `start`. */
export function contentEnd(search: Search, start: number, lead: Lead): number {
  const { page, sentence } = search;
  const limit = Math.min(sentence.end, start + LONGEST_CONTENT);
  for (let at = start + 1; at < limit; at++) {
    at = skipAside(search, at);
    if (page.regionOf[at] === 0 && isEndAt(search, at, { ...lead, start })) return isMark(wordAt(page.tokens, at)) ? at + 1 : at;
  }
  return limit;
}

interface Begun extends Lead {
  /** Token index of the content's first word. */
  readonly start: number;
}

function isEndAt(search: Search, at: number, lead: Begun): boolean {
  const { tokens, regionOf } = search.page;
  const word = wordAt(tokens, at);
  if (word === ';' || (word === ':' && (isMark(wordAt(tokens, at + 1)) || isSentenceAt(search, at + 1, lead)))) return true;
  if (word === ',' && isQuotationAt(search, at + 1)) return true;
  if (word === 'according' && wordAt(tokens, at + 1) === 'to') return at > lead.start + 1;
  if (word === ',') return isEndAtComma(search, at + 1, lead);
  if (isMark(word) && regionOf[at - 1] !== 0 && wordAt(tokens, at - 1) === ',') return isEndAtComma(search, afterMarks(search, at), lead);
  if (isDash(search, at)) return true;
  if (LINKS_TO_PARTICIPLE.has(word)) return isCueVerbAt(search, at + 1, ['participle']);
  if (!lead.isClause && word === 'while' && isAttributionAt(search, at + 1)) return true;
  if (lead.isPhrase === true && isMeanwhileAt(search, at, lead.start)) return true;
  if (!lead.isClause && isOccasionAt(search, at)) return true;
  if (lead.isPhrase === true && isTimeAt(search, at)) return true;
  return JOINTS.has(word) && isEndAtJoint(search, at + 1, lead);
}

/** "praised his record | as she promised more": not "as good a friend | as they were". */
function isMeanwhileAt({ page: { tokens } }: Search, at: number, start: number): boolean {
  if (wordAt(tokens, at) !== 'as' || !/^(?:he|she|they|it|i|we)$/.test(wordAt(tokens, at + 1))) return false;
  for (let i = start; i < at; i++) if (/^(?:as|so|same|such)$/.test(wordAt(tokens, i))) return false;
  return true;
}

/** "endorsed the plan | last week", "… | this month, saying so": when it was said; not "last week's plan". */
function isTimeAt({ page, sentence }: Search, at: number): boolean {
  const end = timeNounEnd(page, at);
  const next = page.tokens[end];
  return (
    end > at &&
    (end >= sentence.end ||
      !next ||
      (/^(?:PUNCT|CCONJ)$/.test(next.pos) && !isMark(next.text)) ||
      /^(?:in|at|on|after|before|during|when|while|as)$/.test(next.lower))
  );
}

/** "praised it as a model: He said the lake was theirs": behind a phrase and a colon a sentence of its own begins with a capital. */
function isSentenceAt(search: Search, at: number, lead: Begun): boolean {
  const first = search.page.tokens[at];
  return !lead.isClause && first !== undefined && /^\p{Lu}/u.test(first.text) && first.pos === 'PRON' && hasFiniteVerb(search, at + 1);
}

/** A comma leads in a quotation of a sentence's length: "said he was ready, “We leave at dawn.”" */
function isQuotationAt({ page }: Search, at: number): boolean {
  const { tokens, regionOf } = page;
  if (!isMark(wordAt(tokens, at))) return false;
  let first = at;
  while (isMark(wordAt(tokens, first)) && regionOf[first] === 0) first++;
  const region = regionOf[first];
  const isLong = region !== 0 && regionOf[first + 4] === region;
  return isLong && /^[A-Z]/.test(tokens[first]?.text ?? '') && tokens[first]?.pos !== 'PROPN';
}

function afterMarks({ page }: Search, at: number): number {
  let next = at;
  while (page.regionOf[next] === 0 && isMark(wordAt(page.tokens, next))) next++;
  return next;
}

/** May the reporter speak on with the word at `at`, the first after "and"? */
function isEndAtJoint(search: Search, at: number, lead: Begun): boolean {
  if (isNextCue(search, at, lead)) return true;
  if (lead.isClause) return isAttributionAt(search, at) && (lead.isOnlyClause !== true || hasVerb(search, lead.start, at - 1));
  if (hasRelative(search, lead.start, at)) return false;
  return (
    isPredicateAt(search, at) ||
    isParticipleAt(search, at, lead.start) ||
    (lead.isPhrase === true && isSecondVerbAt(search, at, lead.start))
  );
}

/** "said he and Dell agreed": without a verb before "and" the content has only begun, and who follows shares its subject. */
function hasVerb({ page }: Search, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (page.regionOf[i] !== 0 || /^(?:AUX|VERB)$/.test(page.tokens[i]?.pos ?? '')) return true;
  return false;
}

/** A verb after "and" may go with the one of a relative clause inside of the content. */
function hasRelative({ page }: Search, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (page.regionOf[i] === 0 && /^(?:who|which|that)$/.test(wordAt(page.tokens, i))) return true;
  return false;
}

/** May the reporter speak on with the word at `at`, the first after a comma? */
function isEndAtComma(search: Search, at: number, lead: Begun): boolean {
  const { page, sentence } = search;
  const next = page.tokens[at];
  if (!next || at >= sentence.end || page.regionOf[at] !== 0) return false;
  const word = next.lower;
  const after = wordAt(page.tokens, at + 1);
  if (lead.isSubordinate && NOMINAL.has(next.pos) && hasFiniteVerb(search, at + 1)) return true;
  // "said the plan, which some have called bold, was dead": the clause between the commas is no new report.
  const isOthers = /^(?:which|who)$/.test(word) && !/^(?:AUX|VERB)$/.test(page.tokens[at + 1]?.pos ?? '');
  if (isOthers && !lead.isSubordinate && isMedial(search, at)) return false;
  if (isCueVerbAt(search, at, ['participle']) || isNextCue(search, at, lead) || isAttributionAt(search, at)) return true;
  if (lead.isRelative && /^(?:AUX|VERB)$/.test(next.pos) && !word.endsWith('ing')) return true;
  if (TURNS.has(word)) return OPENERS.has(page.tokens[at + 1]?.pos ?? '') && after !== 'that';
  if (word === 'and' && (isNextCue(search, at + 1, lead) || isAttributionAt(search, at + 1) || isJudgingAt(search, at + 1, lead)))
    return true;
  if (COMMENTS.has(word)) return !isMedial(search, at);
  if (lead.isClause && next.pos === 'ADP' && /^(?:whom|which|whose)$/.test(after)) return !isMedial(search, at + 1);
  if (ASIDE_PAIRS.has(`${word} ${after}`) || (word === 'as' && page.tokens[at + 1]?.pos === 'AUX')) return true;
  return lead.isClause ? word === 'and' && isPredicateAt(search, at + 1) : isEndOfPhraseAtComma(search, at, lead);
}

/** "said that it was over, and he accused them of": the speaker goes on with a judgement. */
function isJudgingAt({ page, sentence, vocabulary }: Search, at: number, { form }: Begun): boolean {
  if (!/^(?:he|she|they)$/.test(wordAt(page.tokens, at)) || page.tokens[at + 1]?.pos !== 'VERB' || at + 1 >= sentence.end) return false;
  const cue = cueAt(page.reading, at + 1, vocabulary);
  return cue !== null && cue.entry.class === 'judge' && cue.form === 'past' && form === 'past';
}

/** Tokens of an apposition. */
const LONGEST_APPOSITION = 20;

/** "accused Lund, | the envoy to Norland, of lying": an apposition, and behind it what the phrase goes on with. */
function isDescribedAt({ page: { tokens, regionOf }, sentence }: Search, at: number): boolean {
  const opens = /^(?:of|for)$/;
  if (opens.test(wordAt(tokens, at))) return wordAt(tokens, at - 1) === ',' && wordAt(tokens, at + 1).endsWith('ing');
  if (!/^(?:the|an?|his|her|their|its|who|whose)$/.test(wordAt(tokens, at))) return false;
  for (let i = at + 1; i < sentence.end && i < at + LONGEST_APPOSITION; i++)
    if (regionOf[i] === 0 && wordAt(tokens, i) === ',') return opens.test(wordAt(tokens, i + 1)) && wordAt(tokens, i + 2).endsWith('ing');
  return false;
}

/** After a phrase a comma ends the content, unless a list goes on. */
function isEndOfPhraseAtComma(search: Search, at: number, lead: Begun): boolean {
  const { tokens } = search.page;
  const word = wordAt(tokens, at);
  if (isDescribedAt(search, at)) return false;
  // "called it a mission, meeting two envoys"
  if (lead.isPhrase === true && tokens[at]?.pos === 'VERB' && word.endsWith('ing') && !LIKE_PREPOSITIONS.has(word)) return true;
  if (isPredicateAt(search, at) || ASIDES.has(word)) return true;
  if (JOINTS.has(word)) {
    if (TURNS.has(wordAt(tokens, at + 1)) || isPredicateAt(search, at + 1) || isNewClauseAt(search, at + 1)) return true;
    return lead.isPhrase === true && isSecondVerbAt(search, at + 1, lead.start);
  }
  return NOMINAL.has(tokens[at]?.pos ?? '') && !isListed(search, at);
}
