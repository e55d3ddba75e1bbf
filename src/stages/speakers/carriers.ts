/**
 * Who speaks through whom: "Interfax quoted X as saying", "X was quoted by TASS as saying", "TASS reported, citing X",
 * and passives that name the speaker behind "by": "lawmakers were warned by X", "the panel heard from X".
 */
import type { Span } from '../../core/model/articles.ts';
import type { Reading } from '../../core/model/reading.ts';
import type { Quotation } from '../../core/model/statements.ts';
import type { Scene } from './scene.ts';
import { tokensIn } from './tokens.ts';

/** The tokens that name the speaker, and those of the one who carried the words. */
export interface Carried {
  /** Null where the text keeps the speaker to itself: "reporters were told". */
  readonly speaker: Span | null;
  readonly via: Span | null;
  /** Whether the carrier must be a medium: only the press cites others for what it reports. */
  readonly isPress: boolean;
}

const QUOTING = new Set(['quote', 'quotes', 'quoted', 'cite', 'cites', 'cited', 'report', 'reports', 'reported']);
const CITING = new Set(['citing', 'quoting']);
const RECIPIENT_VERBS = new Set(['told', 'warned', 'informed', 'advised', 'reminded', 'assured', 'asked', 'urged', 'briefed', 'notified']);
const CLAUSE_MARKS = /^(?:[;:()"“”]|—|–|-{2,})$/;
const PHRASE_ENDS = new Set(['that', 'as', 'who', 'which', 'said', 'says', 'on', 'in', 'at']);
/** In tokens. */
const LONGEST_PHRASE = 30;

/** The carrier construction that a quotation's cue is part of; null for plain saying. */
export function readCarrier(quotation: Quotation, scene: Scene): Carried | null {
  if (quotation.cue === null) return null;
  const { reading } = scene;
  const cue = tokensIn(reading, quotation.cue);
  const source = quotation.source && tokensIn(reading, quotation.source);
  const bounds = sentenceOf(reading, cue[0]);
  return (
    asSaying(reading, { cue, source, bounds }) ?? citing(reading, { cue, source, bounds }) ?? byAgent(reading, { cue, source, bounds })
  );
}

interface Place {
  readonly cue: Span;
  readonly source: Span | null;
  readonly bounds: Span;
}

/** "quoted X as saying", "X was quoted (by TASS) as saying (by TASS)". */
function asSaying(reading: Reading, { cue, source, bounds }: Place): Carried | null {
  const verb = QUOTING.has(wordAt(reading, cue[0])) ? cue[0] : verbBefore(reading, cue[0], bounds);
  if (verb === null) return null;
  const as = asAfter(reading, verb, bounds);
  if (as === null) return null;
  const subject = source && source[1] <= verb ? source : subjectBefore(reading, verb, bounds);
  if (!isPassive(reading, verb, bounds)) {
    return as > verb + 1 ? { speaker: [verb + 1, as], via: subject, isPress: false } : null;
  }
  const by = wordAt(reading, verb + 1) === 'by' ? verb + 1 : indexOf(reading, 'by', [as + 2, Math.min(as + 4, bounds[1])]);
  return { speaker: subject, via: by === null ? null : phraseFrom(reading, by + 1, bounds), isPress: false };
}

/** "TASS reported, citing X" and "TASS, citing X, said". */
function citing(reading: Reading, { cue, source, bounds }: Place): Carried | null {
  if (!source || CITING.has(wordAt(reading, cue[0]))) return null;
  const [from, to] = [Math.max(bounds[0], Math.min(source[1], cue[0])), Math.min(bounds[1], cue[1] + LONGEST_PHRASE)];
  for (let at = from; at < to; at++) {
    if (CLAUSE_MARKS.test(reading.tokens[at]?.text ?? '')) return null;
    if (CITING.has(wordAt(reading, at))) return { speaker: phraseFrom(reading, at + 1, bounds), via: source, isPress: true };
  }
  return null;
}

/** "the Senate was told by X", "the panel heard from X"; without the agent nobody is named. */
function byAgent(reading: Reading, { cue, source, bounds }: Place): Carried | null {
  const word = wordAt(reading, cue[0]);
  const isHeard = /^hear[ds]?$/.test(word);
  if (!isHeard && !(RECIPIENT_VERBS.has(word) && source && source[1] <= cue[0] && isPassive(reading, cue[0], bounds))) return null;
  const link = indexOf(reading, isHeard ? 'from' : 'by', [cue[1], Math.min(cue[1] + 4, bounds[1])]);
  if (link !== null) return { speaker: phraseFrom(reading, link + 1, bounds), via: null, isPress: false };
  return isHeard ? null : { speaker: null, via: null, isPress: false };
}

/** The quoting verb before "as saying". */
function verbBefore(reading: Reading, saying: number, [first]: Span): number | null {
  if (wordAt(reading, saying - 1) !== 'as' || !/ing$/.test(wordAt(reading, saying))) return null;
  for (let at = saying - 2; at >= Math.max(first, saying - LONGEST_PHRASE); at--) if (QUOTING.has(wordAt(reading, at))) return at;
  return null;
}

/** "as" with a participle of saying behind it. */
function asAfter(reading: Reading, verb: number, [, end]: Span): number | null {
  for (let at = verb + 1; at < Math.min(end, verb + LONGEST_PHRASE); at++) {
    const next = reading.tokens[at + 1];
    if (wordAt(reading, at) === 'as' && next !== undefined && /ing$/.test(next.text) && next.pos !== 'NOUN') return at;
    if (CLAUSE_MARKS.test(reading.tokens[at]?.text ?? '')) return null;
  }
  return null;
}

/** A form of "be" right before the verb, adverbs aside. */
function isPassive(reading: Reading, verb: number, [first]: Span): boolean {
  let at = verb - 1;
  while (at > first && reading.tokens[at]?.pos === 'ADV') at--;
  return /^(?:am|is|are|was|were|be|been|being)$/.test(wordAt(reading, at));
}

/** What stands before the verb in its clause, without helping verbs. */
function subjectBefore(reading: Reading, verb: number, [first]: Span): Span | null {
  let end = verb;
  while (end > first && /^(?:AUX|ADV)$/.test(reading.tokens[end - 1]?.pos ?? '')) end--;
  let start = end;
  while (start > first && end - start < LONGEST_PHRASE && !/^[,;:"“”]$/.test(reading.tokens[start - 1]?.text ?? '')) start--;
  return end > start ? [start, end] : null;
}

/** A noun phrase from here to the next mark or link. */
function phraseFrom(reading: Reading, start: number, [, end]: Span): Span | null {
  let at = start;
  while (at < Math.min(end, start + LONGEST_PHRASE)) {
    const word = wordAt(reading, at);
    if (/^[,.;:()"“”!?]$|^—$|^–$|^-{2,}$/.test(word) || (at > start && PHRASE_ENDS.has(word))) break;
    at++;
  }
  return at > start ? [start, at] : null;
}

function indexOf(reading: Reading, word: string, [from, to]: Span): number | null {
  for (let at = from; at < to; at++) if (wordAt(reading, at) === word) return at;
  return null;
}

function sentenceOf(reading: Reading, token: number): Span {
  return reading.sentences[reading.tokens[token]?.sentence ?? 0] ?? [0, 0];
}

function wordAt(reading: Reading, at: number): string {
  return reading.tokens[at]?.lower ?? '';
}
