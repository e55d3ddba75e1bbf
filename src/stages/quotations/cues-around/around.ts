/** Credits without a verb of saying beside the quotation: colons, "as", the sentence before. */
import type { Reading, Token } from '../../../core/model/reading.ts';
import { floorAt, type Outline } from '../paragraph-tokens.ts';
import { wordAt } from '../phrases.ts';
import { type Source, sourceAfter, sourceBefore } from '../sources.ts';
import { mainSubject } from '../subjects.ts';
import type { QuotationVocabulary } from '../vocabulary.ts';
import { sourceOfLead } from './before.ts';
import { type Credit, creditOf, isStrong, type Quote, REACH, verbAt } from './credit.ts';

const FARTHEST_COLON = 30;
const COMPARING = new Set('same such as so just'.split(' '));

/** The words before a colon, where no verb says so: `Carl Benson: "Q"`, `Benson: Talks Are 'Over'`; else the sentence's subject. */
export function creditOfColon({ outline, vocabulary, index }: Quote): Credit | null {
  const { reading } = outline;
  const floor = floorAt(outline, index);
  const at = colonBefore(reading, { floor, index });
  const colon = reading.tokens[at];
  if (!colon || at <= floor) return null;
  const name = sourceBefore(reading, at, floor);
  // "And from Carl Benson:", "The following is a statement from Carl Benson:"
  const isWhole = name !== null && (name.first === floor || /^(?:[—–-]|from|by)$/.test(wordAt(reading.tokens, name.first - 1)));
  if (!isWhole && at !== index - 1) return null;
  const isShown = /^here$/i.test(wordAt(reading.tokens, floor)) && reading.tokens[floor + 1]?.pos === 'AUX';
  const writer = name && writerIn(reading, name, vocabulary);
  const source = isShown
    ? sourceAfter(reading, floor + 2, at)
    : writer
      ? writer
      : isWhole
        ? name
        : mainSubject(reading, Math.max(floor, at - REACH), at);
  const cue = [colon.start, colon.end] as const;
  return { cue, source: source?.span ?? null, rule: 'name-colon-quote', isWeak: false, first: floor, end: at + 1 };
}

/** "The following is | a statement from Carl Benson |:" is Benson's, not the statement's. */
function writerIn({ tokens }: Reading, { first, end }: Source, { writings }: QuotationVocabulary): Source | null {
  for (let i = first + 1; i + 1 < end; i++) {
    if (!/^(?:from|by)$/.test(wordAt(tokens, i)) || !writings.has(wordAt(tokens, i - 1))) continue;
    const [from, to] = [tokens[i + 1], tokens[end - 1]];
    return from && to ? { first: i + 1, end, span: [from.start, to.end] } : null;
  }
  return null;
}

function colonBefore({ tokens }: Reading, { floor, index }: { floor: number; index: number }): number {
  for (let i = index - 1; i >= Math.max(floor, index - FARTHEST_COLON); i--) if (wordAt(tokens, i) === ':') return i;
  return -1;
}

/** `S portrays T as a "q"`: what stands behind "as" is the subject's own word, whatever the verb. */
export function creditOfAs({ outline, index }: Quote): Credit | null {
  const { tokens } = outline.reading;
  const at = /^(?:an?|the)$/.test(wordAt(tokens, index - 1)) ? index - 2 : index - 1;
  const floor = Math.max(floorAt(outline, index), index - REACH);
  const as = tokens[at];
  if (!as || at <= floor || wordAt(tokens, at) !== 'as' || isComparison(tokens, at)) return null;
  const source = mainSubject(outline.reading, floor, at);
  return source && { cue: [as.start, as.end], source: source.span, rule: 'as-quote', isWeak: false, first: source.first, end: at + 1 };
}

/** "the same as", "such as", "as well as", "as far as". */
function isComparison(tokens: readonly Token[], as: number): boolean {
  for (let i = Math.max(0, as - 3); i < as; i++) if (COMPARING.has(wordAt(tokens, i))) return true;
  return false;
}

/** The credit in the sentence before a quotation that is a sentence of its own: `She says that it works. "Q."` */
export function creditOfSentenceBefore(quote: Quote): Credit | null {
  const { outline, index } = quote;
  if (index === 0) return null;
  const floor = Math.max(floorAt(outline, index - 1), index - REACH);
  for (let i = index - 1; i >= floor; i--) {
    const cue = verbAt(quote, i);
    if (cue === null || !isStrong(cue) || cue.form === 'phrase') continue;
    const source = sourceOfLead(quote, cue, floor);
    if (source !== null) return creditOf(cue, source, 'sentence-before-quote');
  }
  return null;
}

/** The subject of the sentence before, where no verb of saying stands there: `Hollis smiled. "Q."` */
export function creditOfSubjectBefore({ outline, index }: Quote): Credit | null {
  if (index === 0) return null;
  const floor = Math.max(floorAt(outline, index - 1), index - REACH);
  return ofSubject({ outline, floor, end: index }, 'subject-before-quote');
}

/** The subject of the sentence in which a fragment stands, where nothing else is credited with it. */
export function creditOfSubject({ outline, index }: Quote): Credit | null {
  const floor = Math.max(floorAt(outline, index), index - REACH);
  return ofSubject({ outline, floor, end: index }, 'subject-of-sentence');
}

function ofSubject({ outline, floor, end }: { outline: Outline; floor: number; end: number }, rule: string): Credit | null {
  const { tokens } = outline.reading;
  const source = mainSubject(outline.reading, floor, end);
  const last = source && tokens[source.end - 1];
  if (!source || !last || !(last.pos === 'PROPN' || /^(?:he|she)$/i.test(last.text))) return null;
  return { cue: null, source: source.span, rule, isWeak: true, first: source.first, end: source.end };
}
