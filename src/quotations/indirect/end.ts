/** Where a content ends: at the end of its sentence, or where the reporter speaks on. */
import { type Cue, cueAt } from '../cues.ts';
import { wordAt } from '../phrases.ts';
import { nounPhraseEnd } from './frame.ts';
import { isMark } from './page.ts';
import type { Search } from './search.ts';

/** What the end of a content depends on beside the words after it. */
export interface Lead {
  /** A whole clause was announced ("said that"), or a phrase only ("rejected the plan"). */
  readonly isClause: boolean;
  /** The cue stands in a clause before the main one: "After he said so, the crowd left". */
  readonly isSubordinate: boolean;
  readonly form: Cue['form'];
}

const TURNS = new Set(['but', 'while', 'although', 'though', 'whereas']);
const COMMENTS = new Set(['a', 'an', 'where']);
const ASIDES = new Set(['the', 'which', 'who']);
const JOINTS = new Set(['and', 'but', 'or']);
const NOMINAL = new Set(['PROPN', 'NOUN', 'DET', 'PRON', 'NUM', 'ADJ']);
/** Content of more tokens than this is no sentence that a person wrote. */
const LONGEST_CONTENT = 160;

/** Token index after the last word of the content that begins at `start`. */
export function contentEnd(search: Search, start: number, lead: Lead): number {
  const { page, sentence } = search;
  const limit = Math.min(sentence.end, start + LONGEST_CONTENT);
  for (let at = start + 1; at < limit; at++) {
    if (page.regionOf[at] === 0 && isEndAt(search, at, lead)) return isMark(wordAt(page.tokens, at)) ? at + 1 : at;
  }
  return limit;
}

function isEndAt(search: Search, at: number, lead: Lead): boolean {
  const { tokens, regionOf } = search.page;
  const word = wordAt(tokens, at);
  if (word === ';') return true;
  if (word === 'according' && wordAt(tokens, at + 1) === 'to') return true;
  if (word === ',') return isEndAtComma(search, at + 1, lead);
  if (isMark(word) && regionOf[at - 1] !== 0 && wordAt(tokens, at - 1) === ',') return isEndAtComma(search, at + 1, lead);
  if (isDash(search, at)) return !hasDashAfter(search, at);
  if (!JOINTS.has(word)) return false;
  return isNextCue(search, at + 1, lead);
}

/** May the reporter speak on with the word at `at`, the first after a comma? */
function isEndAtComma(search: Search, at: number, lead: Lead): boolean {
  const { page, sentence } = search;
  const next = page.tokens[at];
  if (!next || at >= sentence.end || page.regionOf[at] !== 0) return false;
  const word = next.text.toLowerCase();
  const after = wordAt(page.tokens, at + 1);
  if (lead.isSubordinate && NOMINAL.has(next.pos) && hasFiniteVerb(search, at + 1)) return true;
  if (isCueVerbAt(search, at, 'participle') || isNextCue(search, at, lead)) return true;
  if (TURNS.has(word)) return after !== 'that';
  if (word === 'and') return isNextCue(search, at + 1, lead) || isAttributionAt(search, at + 1);
  if (COMMENTS.has(word) || (word === 'also' && after === 'known')) return true;
  if (!lead.isClause && (ASIDES.has(word) || (NOMINAL.has(next.pos) && !isListed(search, at)))) return true;
  return isAttributionAt(search, at);
}

/** A second verb of saying that shares the subject: "said ... and called ...". */
function isNextCue(search: Search, from: number, lead: Lead): boolean {
  let at = from;
  while (search.page.tokens[at]?.pos === 'ADV' && at < from + 3) at++;
  if (lead.form === 'past' || lead.form === 'present') return isCueVerbAt(search, at, lead.form);
  return !lead.isClause && (isCueVerbAt(search, at, lead.form) || isCueVerbAt(search, at, 'past'));
}

/** A noun phrase and a cue verb: somebody else, or the same again, begins to speak. */
function isAttributionAt(search: Search, at: number): boolean {
  const end = nounPhraseEnd(search.page, at, search.sentence.end);
  if (end <= at) return false;
  let verb = end;
  while (/^(?:ADV|AUX)$/.test(search.page.tokens[verb]?.pos ?? '') && verb < end + 3) verb++;
  return isCueVerbAt(search, verb, 'past') || isCueVerbAt(search, verb, 'present');
}

function isCueVerbAt({ page, sentence, vocabulary }: Search, at: number, form: Cue['form']): boolean {
  if (at >= sentence.end || page.tokens[at]?.pos !== 'VERB' || page.regionOf[at] !== 0) return false;
  const cue = cueAt(page.reading, at, vocabulary);
  return cue !== null && cue.form === form && cue.entry.class !== 'mind' && cue.entry.class !== 'show';
}

/** Does a list go on here: "schools, roads and bridges"? */
function isListed({ page, sentence }: Search, at: number): boolean {
  for (let i = at; i < sentence.end && i < at + 12; i++) {
    const token = page.tokens[i];
    if (token?.pos === 'AUX' || token?.pos === 'VERB') return false;
    if (token?.pos === 'CCONJ') return true;
  }
  return false;
}

function hasFiniteVerb({ page, sentence }: Search, from: number): boolean {
  for (let i = from; i < sentence.end && i < from + 20; i++) {
    const token = page.tokens[i];
    if (token?.pos === 'AUX' || (token?.pos === 'VERB' && !token.text.endsWith('ing') && wordAt(page.tokens, i - 1) !== 'to')) return true;
  }
  return false;
}

function isDash({ page }: Search, at: number): boolean {
  const token = page.tokens[at];
  if (!token || !/^(?:—|–|--|-)$/.test(token.text)) return false;
  return token.text === '—' || token.text === '--' || (page.tokens[at - 1]?.end ?? 0) < token.start;
}

function hasDashAfter(search: Search, at: number): boolean {
  for (let i = at + 1; i < search.sentence.end && i < at + 40; i++) if (search.page.regionOf[i] === 0 && isDash(search, i)) return true;
  return false;
}
