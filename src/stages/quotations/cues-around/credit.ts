/** A cue with its source: what the words around a quotation tell about who said it. */
import type { Span } from '../../../core/model/articles.ts';
import type { Token } from '../../../core/model/reading.ts';
import { type Cue, cueAt } from '../cues.ts';
import type { Outline } from '../paragraph-tokens.ts';
import { wordAt } from '../phrases.ts';
import type { Source } from '../sources.ts';
import type { QuotationVocabulary } from '../vocabulary.ts';

/** A cue with its source, and the rule that joined them. */
export interface Credit {
  /** Null where the sentence's subject alone was the sign. */
  readonly cue: Span | null;
  readonly source: Span | null;
  readonly rule: string;
  /** True where the verb does not report a clause: the quotation may belong to another word of the sentence. */
  readonly isWeak: boolean;
  /** True where the verb gives a thing the speaker's word for it: "called it", "accused them of", "considers it". */
  readonly isNaming?: boolean;
  /** Outline tokens [first, end) that cue and source take up. */
  readonly first: number;
  readonly end: number;
}

/** A quoted stretch, by its token in the outline of its paragraph. */
export interface Quote {
  readonly outline: Outline;
  readonly vocabulary: QuotationVocabulary;
  readonly index: number;
}

/** Tokens on either side of a quotation that its credit is looked for in. */
export const REACH = 100;

const NO_VERB_BEFORE = new Set('a an the this that his her its their my our your in of on by with for'.split(' '));
/** "The emails as they were", "two claims and more": no verb in the present tense. */
const NO_OBJECTS = new Set('ADP AUX VERB CCONJ'.split(' '));
const OBJECTS = new Set('him her them it me us'.split(' '));
/** "when asked about it": the one who is asked is the subject of the other clause. */
const WITHOUT_SUBJECT = new Set('when if once though until unless'.split(' '));
const NO_BASE_BEFORE = new Set('following own'.split(' '));

/** Joins a cue and its source under the id of a rule. */
export function creditOf(cue: Cue, source: Source | null, rule: string): Credit {
  const first = Math.min(cue.first, source?.first ?? cue.first);
  const isNaming = cue.entry.class === 'judge' || cue.entry.takes.has('as');
  return { cue: cue.span, source: source?.span ?? null, rule, isWeak: false, isNaming, first, end: Math.max(cue.end, source?.end ?? 0) };
}

/** A verb of saying at a token; a word that was read as a noun counts only where a verb can stand. */
export function verbAt({ outline, vocabulary }: Quote, index: number): Cue | null {
  const { tokens } = outline.reading;
  const cue = cueAt(outline.reading, index, vocabulary);
  if (cue === null || cue.form === 'phrase') return cue;
  const before = tokens[index - 1];
  const word = wordAt(tokens, index - 1);
  if (cue.form === 'base') return isBaseVerb(outline, index) ? cue : null;
  if (isNounBefore(tokens, index, cue)) return null;
  if (tokens[index]?.pos === 'VERB') return cue;
  if (cue.form === 'participle') return before?.pos === 'AUX' ? cue : null;
  if (before?.pos === 'ADJ' || before?.pos === 'ADP' || before?.pos === 'PART' || NO_VERB_BEFORE.has(word)) return null;
  if (cue.form === 'past') return cue;
  if (word !== '' && before?.pos === 'PROPN' && /^reports from$/.test(`${wordAt(tokens, index)} ${wordAt(tokens, index + 1)}`)) return cue;
  return (index > 0 && /^\p{Lu}/u.test(tokens[index]?.text ?? '')) || NO_OBJECTS.has(tokens[cue.end]?.pos ?? '') ? null : cue;
}

const HOLDING = /^(?:an?|the|his|her|its|their|about|of|with|over|for)$/;
/** Forms in -s that are nouns in most places. */
const NOUNS = new Set('messages rules remarks notes orders'.split(' '));

/** "an e-mailed statement", "three short messages", "those remarks,", "certification rules": a participle or a noun inside a noun phrase. */
function isNounBefore(tokens: readonly Token[], index: number, { form, end }: Cue): boolean {
  const before = tokens[index - 1]?.pos ?? '';
  if (form === 'past') return HOLDING.test(wordAt(tokens, index - 1)) && /^(?:NOUN|ADJ)$/.test(tokens[end]?.pos ?? '');
  if (form !== 'present' || !NOUNS.has(wordAt(tokens, index))) return false;
  // "“Q,” Hollis notes."
  if (before === 'PROPN' && tokens[end]?.text === '.') return false;
  return before === 'DET' || (/^(?:NUM|ADJ|NOUN|PROPN)$/.test(before) && !isClauseBehind(tokens, end));
}

function isClauseBehind(tokens: readonly Token[], end: number): boolean {
  return wordAt(tokens, end) === 'that' || tokens[end]?.text === ',' || tokens[end]?.text === ':';
}

/** "They call them", but not "the call", "the following comment". */
function isBaseVerb({ reading: { tokens } }: Outline, index: number): boolean {
  if (tokens[index - 1]?.pos === 'DET' || NO_BASE_BEFORE.has(wordAt(tokens, index - 1))) return false;
  return tokens[index]?.pos === 'VERB' || OBJECTS.has(wordAt(tokens, index + 1));
}

/** True where the cue takes words in quotation marks as they were said. */
export function isQuoting({ entry }: Cue): boolean {
  return entry.takes.has('quotation');
}

/** A verb that reports a whole clause, or names a thing with the speaker's word for it. */
export function isStrong({ entry }: Cue): boolean {
  if (entry.class === 'mind' || entry.class === 'show') return false;
  return entry.takes.has('that') || entry.takes.has('as') || entry.class === 'tell' || entry.class === 'write' || entry.class === 'ask';
}

/** "was called", "has been described": the subject is what is spoken of, not who speaks. */
export function isPassive({ reading: { tokens } }: Outline, cue: Cue, floor: number): boolean {
  if (cue.form === 'past' && wordAt(tokens, cue.end) === 'by') return true;
  let i = cue.first - 1;
  while (i >= floor && tokens[i]?.pos === 'ADV') i--;
  return cue.form === 'past' && i >= floor && (tokens[i]?.lemma === 'be' || WITHOUT_SUBJECT.has(wordAt(tokens, i)));
}
