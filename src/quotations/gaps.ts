/** Reads the words around a quoted stretch for who is said to have said it. */
import type { Reading, Span } from '../model.ts';
import { type Cue, cueAt } from './cues.ts';
import { type Source, sourceAfter, sourceBefore } from './sources.ts';
import type { QuotationVocabulary } from './vocabulary.ts';

/** A cue with its source, and the rule that joined them. */
export interface Credit {
  readonly cue: Span;
  readonly source: Span | null;
  readonly rule: string;
  /** Class of the cue entry, and the token after the last one that the credit takes up. */
  readonly class: string;
  readonly end: number;
}

/** Tokens [first, end) between two quoted stretches of a paragraph. */
export interface Gap {
  readonly reading: Reading;
  readonly vocabulary: QuotationVocabulary;
  readonly first: number;
  readonly end: number;
}

const SENTENCE_ENDS = new Set(['.', '!', '?', ';']);
const SKIPPED = new Set([',', '—', '–', '--', '-', '.', 'and', 'but', 'then', 'as', '…', '...', '-']);

/** The credit that follows a quoted stretch: `"Q," S V` and `"Q," V S` and `"Q," according to S`. */
export function creditAfter(gap: Gap): Credit | null {
  const { reading, vocabulary, first } = gap;
  let start = first;
  while (start < gap.end && start < first + 2 && SKIPPED.has(wordAt(reading, start))) start++;
  if (start >= gap.end) return null;
  const limit = sentenceEnd(reading, start, gap.end);
  const inverted = cueAt(reading, start, vocabulary);
  if (inverted !== null && isQuoting(inverted)) {
    const source = sourceAfter(reading, inverted.end, limit);
    if (source !== null && !inverted.entry.takes.has('recipient'))
      return credit(inverted, source, inverted.form === 'phrase' ? 'quote-according-to' : 'quote-verb-subject');
  }
  for (let i = start + 1; i < limit; i++) {
    const cue = cueAt(reading, i, vocabulary);
    if (cue === null || !isQuoting(cue) || cue.form === 'phrase') continue;
    const source = sourceBefore(reading, i, start);
    if (source !== null && source.first <= start + 1) return credit(cue, source, 'quote-subject-verb');
  }
  return null;
}

/** The credit that leads into a quoted stretch: `S V, "Q"`, `S V: "Q"`, `S told NP, "Q"`, `According to S, "Q"`. */
export function creditBefore(gap: Gap): Credit | null {
  const { reading, vocabulary } = gap;
  const floor = sentenceStart(reading, gap.first, gap.end);
  for (let i = gap.end - 1; i >= floor; i--) {
    const cue = cueAt(reading, i, vocabulary);
    if (cue === null || !(isQuoting(cue) || cue.entry.takes.has('that') || cue.entry.takes.has('as'))) continue;
    const source = cue.form === 'phrase' ? sourceAfter(reading, cue.end, gap.end) : sourceBefore(reading, i, floor);
    if (cue.form === 'phrase' ? source === null : isOnlyName(reading, i, cue)) continue;
    return credit(cue, source, cue.form === 'phrase' ? 'according-to-quote' : 'subject-verb-quote');
  }
  return null;
}

function isQuoting(cue: Cue): boolean {
  return cue.entry.takes.has('quotation');
}

/** A word that can be a cue but was read as a noun or adjective here ("the report", "her state"). */
function isOnlyName(reading: Reading, index: number, cue: Cue): boolean {
  const pos = reading.tokens[index]?.pos;
  return cue.end - cue.first === 1 && (pos === 'NOUN' || pos === 'ADJ' || pos === 'PROPN' || pos === 'ADP');
}

function credit(cue: Cue, source: Source | null, rule: string): Credit {
  return { cue: cue.span, source: source?.span ?? null, rule, class: cue.entry.class, end: Math.max(cue.end, source?.end ?? 0) };
}

function wordAt(reading: Reading, index: number): string {
  return reading.tokens[index]?.text.toLowerCase() ?? '';
}

/** Index of the token that ends the sentence at or after `first`, at most `end`. */
export function sentenceEnd(reading: Reading, first: number, end: number): number {
  for (let i = first; i < end; i++) if (SENTENCE_ENDS.has(wordAt(reading, i)) && wordAt(reading, i + 1) !== ',') return i;
  return end;
}

function sentenceStart(reading: Reading, first: number, end: number): number {
  for (let i = end - 1; i >= first; i--) if (SENTENCE_ENDS.has(wordAt(reading, i)) && wordAt(reading, i + 1) !== ',') return i + 1;
  return first;
}
