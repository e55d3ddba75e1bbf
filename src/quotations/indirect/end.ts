/** Where a content ends: at the end of its sentence, or where the reporter speaks on. */
import { type Cue, cueAt } from '../cues.ts';
import { wordAt } from '../phrases.ts';
import { isMark } from './page.ts';
import type { Search } from './search.ts';

/** What the end of a content depends on beside the words after it. */
export interface Lead {
  /** A whole clause was announced ("said that"), or a phrase only ("rejected the plan"). */
  readonly isClause: boolean;
  /** The cue stands in a clause before the main one: "After he said so, the crowd left". */
  readonly isSubordinate: boolean;
  /** The cue stands in a relative clause: "Harlan, who said so, left". */
  readonly isRelative?: boolean;
  readonly form: Cue['form'];
}

const TURNS = new Set(['but', 'while', 'although', 'though', 'whereas']);
/** What a clause begins with. */
const OPENERS = new Set(['PRON', 'PROPN', 'NOUN', 'DET', 'NUM', 'VERB', 'AUX']);
const ASIDE_PAIRS = new Set(['also known', 'compared with', 'compared to']);
const LINKS_TO_PARTICIPLE = new Set(['before', 'after', 'while', 'when']);
const COMMENTS = new Set(['a', 'an', 'where', 'who', 'which']);
const ASIDES = new Set(['the', 'which', 'who']);
const JOINTS = new Set(['and', 'but', 'or']);
const NOMINAL = new Set(['PROPN', 'NOUN', 'DET', 'PRON', 'NUM', 'ADJ']);
/** Content of more tokens than this is no sentence that a person wrote. */
const LONGEST_CONTENT = 160;
const LONGEST_ASIDE = 40;

/** Token index after the last word of the content that begins at `start`. */
export function contentEnd(search: Search, start: number, lead: Lead): number {
  const { page, sentence } = search;
  const limit = Math.min(sentence.end, start + LONGEST_CONTENT);
  for (let at = start + 1; at < limit; at++) {
    at = skipAside(search, at);
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
  if (isDash(search, at)) return true;
  if (LINKS_TO_PARTICIPLE.has(word)) return isCueVerbAt(search, at + 1, ['participle']);
  if (!JOINTS.has(word)) return false;
  return (
    isNextCue(search, at + 1, lead) ||
    (lead.isClause ? isAttributionAt(search, at + 1) : isPredicateAt(search, at + 1) || isParticipleAt(search, at + 1))
  );
}

/** May the reporter speak on with the word at `at`, the first after a comma? */
function isEndAtComma(search: Search, at: number, lead: Lead): boolean {
  const { page, sentence } = search;
  const next = page.tokens[at];
  if (!next || at >= sentence.end || page.regionOf[at] !== 0) return false;
  const word = next.text.toLowerCase();
  const after = wordAt(page.tokens, at + 1);
  if (lead.isSubordinate && NOMINAL.has(next.pos) && hasFiniteVerb(search, at + 1)) return true;
  if (isCueVerbAt(search, at, ['participle']) || isNextCue(search, at, lead)) return true;
  if (lead.isRelative && /^(?:AUX|VERB)$/.test(next.pos) && !word.endsWith('ing')) return true;
  if (!lead.isClause && (isPredicateAt(search, at) || (JOINTS.has(word) && TURNS.has(after)))) return true;
  if (TURNS.has(word)) return OPENERS.has(page.tokens[at + 1]?.pos ?? '') && after !== 'that';
  if (word === 'and') return isNextCue(search, at + 1, lead) || isAttributionAt(search, at + 1);
  if (COMMENTS.has(word)) return !isMedial(search, at);
  if (ASIDE_PAIRS.has(`${word} ${after}`) || (word === 'as' && page.tokens[at + 1]?.pos === 'AUX')) return true;
  if (!lead.isClause && (ASIDES.has(word) || (NOMINAL.has(next.pos) && !isListed(search, at)))) return true;
  return isAttributionAt(search, at);
}

/** An apposition or relative clause that a comma closes before the verb of the content: "the treaty, which she signed, was dead". */
function isMedial({ page, sentence }: Search, from: number): boolean {
  for (let i = from + 1; i < sentence.end && i < from + LONGEST_ASIDE; i++) {
    if (page.regionOf[i] !== 0 || wordAt(page.tokens, i) !== ',') continue;
    const next = page.tokens[i + 1]?.pos;
    if (next === 'AUX' || next === 'VERB') return !page.tokens[i + 1]?.text.endsWith('ing');
  }
  return false;
}

/** A finite verb: after a phrase ("declined to comment", "rejected the plan") it goes on with the sentence, not with the content. */
function isPredicateAt({ page, sentence }: Search, from: number): boolean {
  let at = from;
  while (page.tokens[at]?.pos === 'ADV' && at < from + 3) at++;
  const token = page.tokens[at];
  if (!token || at >= sentence.end || page.regionOf[at] !== 0) return false;
  return token.pos === 'AUX' ? !/^(?:be|been)$/i.test(token.text) : token.pos === 'VERB' && token.text.endsWith('ed');
}

function isParticipleAt({ page, sentence }: Search, at: number): boolean {
  const token = page.tokens[at];
  return at < sentence.end && token?.pos === 'VERB' && token.text.endsWith('ing') && page.regionOf[at] === 0;
}

/** Which forms a second verb of saying may have that shares the subject of the first: "said ... and called ...". */
const FOLLOWING: Readonly<Record<Cue['form'], readonly Cue['form'][]>> = {
  past: ['past'],
  present: ['present', 'base', 'past'],
  base: ['base', 'present', 'past'],
  participle: ['participle', 'past'],
  phrase: [],
  noun: ['past'],
};

function isNextCue(search: Search, from: number, lead: Lead): boolean {
  let at = from;
  while (search.page.tokens[at]?.pos === 'ADV' && at < from + 3) at++;
  return isCueVerbAt(search, at, FOLLOWING[lead.form]);
}

/** A noun phrase and a cue verb: somebody else, or the same again, begins to speak. */
function isAttributionAt({ page, sentence, vocabulary }: Search, at: number): boolean {
  const { tokens } = page;
  if (!NOMINAL.has(tokens[at]?.pos ?? '') && tokens[at]?.pos !== 'ADV') return false;
  if (wordAt(tokens, at) === 'that') return false;
  for (let i = at + 1; i < sentence.end && i < at + 10; i++) {
    const pos = tokens[i]?.pos;
    if (page.regionOf[i] !== 0 || /^[,;:]$/.test(wordAt(tokens, i)) || pos === 'SCONJ') return false;
    if (pos !== 'VERB') continue;
    const cue = cueAt(page.reading, i, vocabulary);
    return cue !== null && isReporting(cue) && cue.form !== 'participle' && cue.entry.takes.has('that') && wordAt(tokens, i - 1) !== 'to';
  }
  return false;
}

function isCueVerbAt({ page, sentence, vocabulary }: Search, at: number, forms: readonly Cue['form'][]): boolean {
  if (at >= sentence.end || page.tokens[at]?.pos !== 'VERB' || page.regionOf[at] !== 0) return false;
  const cue = cueAt(page.reading, at, vocabulary);
  return cue !== null && forms.includes(cue.form) && isReporting(cue);
}

function isReporting({ entry }: Cue): boolean {
  return entry.class !== 'mind' && entry.class !== 'show';
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
  if (!token || !/^(?:—|―|–|--|-)$/.test(token.text)) return false;
  return token.text === '—' || token.text === '―' || token.text === '--' || (page.tokens[at - 1]?.end ?? 0) < token.start;
}

/** The closing dash or bracket, where one opens at `at` and the sentence goes on behind it; else `at`. */
function skipAside(search: Search, at: number): number {
  const { tokens, regionOf } = search.page;
  if (regionOf[at] !== 0) return at;
  const isBracket = wordAt(tokens, at) === '(';
  if (!isBracket && !isDash(search, at)) return at;
  for (let i = at + 1; i < search.sentence.end && i < at + LONGEST_ASIDE; i++) {
    if (regionOf[i] === 0 && (isBracket ? wordAt(tokens, i) === ')' : isDash(search, i))) return i + 1;
  }
  return at;
}
