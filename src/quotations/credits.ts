/** Reads the words around a quoted stretch for who is said to have said it. */
import type { Reading, Span, Token } from '../model.ts';
import { type Cue, cueAt } from './cues.ts';
import { floorAt, type Outline, sentenceEndFrom } from './outline.ts';
import { isNameMark, wordAt } from './phrases.ts';
import { type Source, sourceAfter, sourceBefore } from './sources.ts';
import { invertedSubject, mainSubject, subjectOf } from './subjects.ts';
import type { QuotationVocabulary } from './vocabulary.ts';

/** A cue with its source, and the rule that joined them. */
export interface Credit {
  readonly cue: Span;
  readonly source: Span | null;
  readonly rule: string;
  /** Class of the cue entry. */
  readonly class: string;
  /** Outline tokens [first, end) that cue and source take up. */
  readonly first: number;
  readonly end: number;
}

const SKIPPED = new Set([',', '—', '–', '--', '-', '.', 'and', 'but', 'then', 'as', '…', '...']);
/** Tokens between a noun cue and its quotation: `his claim that it was a "q"`. */
const FARTHEST_NOUN = 4;
const FARTHEST_CLAIM = 16;
const FARTHEST_COLON = 30;
const LONGEST_SUBJECT = 12;
const LONGEST_SIGNATURE = 8;
const LONGEST_STRETCH = 8;
const NO_VERB_BEFORE = new Set('a an the this that his her its their my our your in of on by with for'.split(' '));

/** The credit right after a quoted stretch: `"Q," S V`, `"Q," V S`, `"Q," according to S`. */
export function creditAfter(outline: Outline, quote: number, vocabulary: QuotationVocabulary): Credit | null {
  const { reading } = outline;
  let start = quote + 1;
  while (start < quote + 3 && SKIPPED.has(wordAt(reading.tokens, start))) start++;
  const limit = sentenceEndFrom(outline, start);
  const inverted = invertedAfter(outline, { start, limit }, vocabulary);
  if (inverted !== null) return inverted;
  for (let i = start + 1; i < limit && outline.regions.get(i) === undefined; i++) {
    const cue = verbAt(outline, i, vocabulary);
    if (cue === null || !isQuoting(cue) || cue.form === 'phrase') continue;
    const late = wordAt(reading.tokens, i - 1) === ',' ? invertedSubject(reading, cue, { floor: start, ceiling: limit }) : null;
    if (late !== null) return creditOf(cue, late, 'quote-verb-subject');
    const source = sourceBefore(reading, i, start) ?? wholeStretch(outline, start, i);
    if (source !== null && source.first <= start + 1) return creditOf(cue, source, 'quote-subject-verb');
    const stretch = wholeStretch(outline, start, i);
    if (stretch !== null) return creditOf(cue, stretch, 'quote-subject-verb');
  }
  return null;
}

/** All that stands between the marks and the verb, where it is short and begins like a noun phrase: "the newly printed card". */
function wholeStretch({ reading }: Outline, start: number, verb: number): Source | null {
  const { tokens } = reading;
  const [from, to] = [tokens[start], tokens[verb - 1]];
  if (!from || !to || verb - start > LONGEST_STRETCH || !(from.pos === 'DET' || from.pos === 'PROPN')) return null;
  for (let i = start; i < verb; i++) if (/^[,;:(]$/.test(tokens[i]?.text ?? '') || tokens[i]?.pos === 'SCONJ') return null;
  return { first: start, end: verb, span: [from.start, to.end] };
}

function invertedAfter(
  outline: Outline,
  { start, limit }: { start: number; limit: number },
  vocabulary: QuotationVocabulary,
): Credit | null {
  const cue = verbAt(outline, start, vocabulary);
  if (cue === null || !isQuoting(cue) || cue.form === 'participle' || cue.form === 'base' || cue.entry.class === 'tell') return null;
  const source = sourceAfter(outline.reading, cue.end, limit);
  return source && creditOf(cue, source, cue.form === 'phrase' ? 'quote-according-to' : 'quote-verb-subject');
}

/** `"Q" — Mary Hollis`: a signature behind a dash that ends the paragraph or the line. */
export function creditOfSignature({ reading, regions }: Outline, quote: number): Credit | null {
  const { tokens } = reading;
  const dash = tokens[quote + 1];
  if (!dash || !/^[—–―-]{1,2}$/.test(dash.text)) return null;
  let end = quote + 2;
  while (end < tokens.length && end - quote <= LONGEST_SIGNATURE && isNamePart(tokens, end)) end++;
  const [from, to] = [tokens[quote + 2], tokens[end - 1]];
  const isLast = end === tokens.length || regions.has(end) || /^[.,(|]$/.test(tokens[end]?.text ?? '');
  if (!from || !to || end === quote + 2 || !isLast) return null;
  return { cue: [dash.start, dash.end], source: [from.start, to.end], rule: 'quote-dash-name', class: 'say', first: quote + 1, end };
}

function isNamePart(tokens: readonly Token[], index: number): boolean {
  return /^\p{Lu}/u.test(tokens[index]?.text ?? '') || (index > 0 && isNameMark(tokens, index)) || wordAt(tokens, index) === 'de';
}

/** `"Q," an angry S shot back`: after a comma inside the marks any verb with a subject is a verb of saying. */
export function creditOfAnyVerb({ reading, regions }: Outline, quote: number): Credit | null {
  const { tokens } = reading;
  const start = quote + 1;
  for (let i = start + 1; i < Math.min(tokens.length, start + LONGEST_SUBJECT) && !regions.has(i); i++) {
    const token = tokens[i];
    if (token?.pos !== 'VERB' || token.text.endsWith('ing')) continue;
    const source = sourceBefore(reading, i, start);
    if (source === null || source.first !== start) return null;
    return { cue: [token.start, token.end], source: source.span, rule: 'quote-subject-any-verb', class: 'say', first: start, end: i + 1 };
  }
  return null;
}

/** The credit that leads into a quoted stretch: `S V, "Q"`, `S V: "Q"`, `S told NP, "Q"`, `According to S, "Q"`, `S called it "q"`. */
export function creditBefore(outline: Outline, quote: number, vocabulary: QuotationVocabulary): Credit | null {
  const { reading } = outline;
  const floor = floorAt(outline, quote);
  let weak: Credit | null = null;
  for (let i = quote - 1; i >= floor; i--) {
    const reach = wordAt(reading.tokens, i + 1) === 'that' ? FARTHEST_CLAIM : FARTHEST_NOUN;
    const noun = quote - i <= reach ? cueAt(reading, i, vocabulary, true) : null;
    const owner = noun && reading.tokens[i]?.pos !== 'VERB' ? possessor(outline, i, floor) : null;
    if (noun && owner) return creditOf(noun, owner, 'noun-quote');
    const cue = verbAt(outline, i, vocabulary);
    if (cue === null) continue;
    if (isPassive(outline, cue, floor)) {
      if (i < quote - FARTHEST_CLAIM) continue;
      const agent = wordAt(reading.tokens, cue.end) === 'by' ? sourceAfter(reading, cue.end + 1, quote) : null;
      weak ??= creditOf(cue, agent, 'passive-quote');
      continue;
    }
    const source = sourceOfLead(outline, cue, { floor, ceiling: quote });
    if (cue.form === 'phrase' && source === null) continue;
    const credit = creditOf(cue, source, cue.form === 'phrase' ? 'according-to-quote' : 'subject-verb-quote');
    if (cue.form === 'phrase' || isStrong(cue) || quote - cue.end <= 1) return credit;
    weak ??= credit;
  }
  return weak;
}

/** "was called", "has been described": the subject is what is spoken of, not who speaks. */
function isPassive({ reading }: Outline, cue: Cue, floor: number): boolean {
  let i = cue.first - 1;
  while (i >= floor && reading.tokens[i]?.pos === 'ADV') i--;
  return cue.form === 'past' && i >= floor && reading.tokens[i]?.lemma === 'be';
}

/** A verb that reports a whole clause, or names a thing with the speaker's word for it. */
function isStrong({ entry }: Cue): boolean {
  if (entry.class === 'mind' || entry.class === 'show') return false;
  return entry.takes.has('that') || entry.takes.has('as') || entry.class === 'tell' || entry.class === 'write' || entry.class === 'ask';
}

function sourceOfLead({ reading }: Outline, cue: Cue, bounds: { floor: number; ceiling: number }): Source | null {
  if (cue.form === 'phrase') return sourceAfter(reading, cue.end, bounds.ceiling);
  return invertedSubject(reading, cue, bounds) ?? subjectOf(reading, cue, bounds.floor);
}

/** The credit at the end of the sentence, for fragments inside it: `... "q" ..., S said.` */
export function creditAtEnd(outline: Outline, quote: number, vocabulary: QuotationVocabulary): Credit | null {
  const { reading } = outline;
  const limit = sentenceEndFrom(outline, quote + 1);
  for (let i = quote + 1; i < limit; i++) {
    if (wordAt(reading.tokens, i) !== ',') continue;
    const found = creditAfter(outline, i, vocabulary);
    if (found) return { ...found, rule: `${found.rule}-later` };
  }
  return null;
}

/** The words before a colon, where no verb says so: `Carl Benson: "Q"`, `Benson: Talks Are 'Over'`; else the sentence's subject. */
export function creditOfColon(outline: Outline, quote: number): Credit | null {
  const { reading } = outline;
  const floor = floorAt(outline, quote);
  const at = colonBefore(reading, { floor, quote });
  const colon = reading.tokens[at];
  if (!colon || at <= floor) return null;
  const name = sourceBefore(reading, at, floor);
  const isWhole = name !== null && name.first === floor;
  if (!isWhole && at !== quote - 1) return null;
  const source = isWhole ? name : mainSubject(reading, floor, at);
  return { cue: [colon.start, colon.end], source: source?.span ?? null, rule: 'name-colon-quote', class: 'say', first: floor, end: at + 1 };
}

function colonBefore(reading: Reading, { floor, quote }: { floor: number; quote: number }): number {
  for (let i = quote - 1; i >= Math.max(floor, quote - FARTHEST_COLON); i--) if (wordAt(reading.tokens, i) === ':') return i;
  return -1;
}

/** `S portrays T as a "q"`: what stands behind "as" is the subject's own word, whatever the verb. */
export function creditOfAs(outline: Outline, quote: number): Credit | null {
  const { tokens } = outline.reading;
  const at = /^(?:an?|the)$/.test(wordAt(tokens, quote - 1)) ? quote - 2 : quote - 1;
  const floor = floorAt(outline, quote);
  const as = tokens[at];
  if (!as || at <= floor || wordAt(tokens, at) !== 'as') return null;
  const source = mainSubject(outline.reading, floor, at);
  return source && { cue: [as.start, as.end], source: source.span, rule: 'as-quote', class: 'judge', first: source.first, end: at + 1 };
}

/** The credit in the sentence before a quotation that is a sentence of its own: `She says that it works. "Q."` */
export function creditOfSentenceBefore(outline: Outline, quote: number, vocabulary: QuotationVocabulary): Credit | null {
  const floor = outline.floors[quote - 1];
  if (quote === 0 || floor === undefined) return null;
  for (let i = quote - 1; i >= floor; i--) {
    const cue = verbAt(outline, i, vocabulary);
    if (cue === null || !isStrong(cue) || cue.form === 'phrase') continue;
    const source = sourceOfLead(outline, cue, { floor, ceiling: quote });
    if (source !== null) return creditOf(cue, source, 'sentence-before-quote');
  }
  return null;
}

function isQuoting(cue: Cue): boolean {
  return cue.entry.takes.has('quotation');
}

/** A verb of saying at a token; a word that was read as a noun counts only where a verb can stand. */
function verbAt({ reading }: Outline, index: number, vocabulary: QuotationVocabulary): Cue | null {
  const cue = cueAt(reading, index, vocabulary);
  const token = reading.tokens[index];
  if (cue === null || !token || cue.form === 'phrase' || token.pos === 'VERB') return cue;
  const before = reading.tokens[index - 1];
  if (cue.form === 'participle' && before?.pos === 'AUX') return cue;
  if (cue.form === 'base' && /^(?:him|her|them|it|me|us)$/.test(wordAt(reading.tokens, index + 1))) return cue;
  if (cue.form === 'base' || cue.form === 'participle' || before?.pos === 'ADJ' || before?.pos === 'ADP' || before?.pos === 'PART')
    return null;
  if (index > 0 && /^\p{Lu}/u.test(token.text) && cue.form !== 'past') return null;
  return NO_VERB_BEFORE.has(wordAt(reading.tokens, index - 1)) ? null : cue;
}

/** The one whose claim it is: "Hollis's claim that", "her claim". */
function possessor({ reading }: Outline, noun: number, floor: number): Source | null {
  const { tokens } = reading;
  for (let i = noun - 1; i >= Math.max(floor, noun - 4); i--) {
    const word = wordAt(tokens, i);
    const token = tokens[i];
    if ((word === 'his' || word === 'her' || word === 'their') && token) return { first: i, end: i + 1, span: [token.start, token.end] };
    if (word === "'s" || word === '’s') return sourceBefore(reading, i, floor);
    if (token?.pos !== 'ADJ' && token?.pos !== 'NOUN') return null;
  }
  return null;
}

function creditOf(cue: Cue, source: Source | null, rule: string): Credit {
  const first = Math.min(cue.first, source?.first ?? cue.first);
  return { cue: cue.span, source: source?.span ?? null, rule, class: cue.entry.class, first, end: Math.max(cue.end, source?.end ?? 0) };
}
