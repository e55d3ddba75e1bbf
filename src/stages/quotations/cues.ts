/** Finds words of saying in a reading. */
import type { Span } from '../../core/model/articles.ts';
import type { Reading } from '../../core/model/reading.ts';
import { countBelow } from '../../core/ordered.ts';
import type { CueEntry, CueForm, QuotationVocabulary } from './vocabulary.ts';

/** A cue in the text. */
export interface Cue {
  /** Index of its first token, and of the token after its last. */
  readonly first: number;
  readonly end: number;
  readonly span: Span;
  readonly entry: CueEntry;
  readonly form: CueForm['form'];
}

/** The longest cue that begins at a token, or null. Noun cues are found only where `isNoun` asks for them. */
export function cueAt(reading: Reading, index: number, vocabulary: QuotationVocabulary, isNoun = false): Cue | null {
  const token = reading.tokens[index];
  const forms = token && vocabulary.cues.get(token.lower);
  if (!token || !forms || isHyphenated(reading, index)) return null;
  for (const form of forms) {
    if ((form.form === 'noun') !== isNoun) continue;
    const end = index + 1 + form.rest.length;
    if (!form.rest.every((word, i) => reading.tokens[index + 1 + i]?.lower === word)) continue;
    const last = reading.tokens[end - 1] ?? token;
    return { first: index, end, span: [token.start, last.end], entry: form.entry, form: form.form };
  }
  return null;
}

/** "so-called" calls nobody anything, and a "start-up" starts nothing. */
function isHyphenated({ tokens }: Reading, index: number): boolean {
  const [before, token, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  return (
    (before?.text === '-' && before.end === token?.start) ||
    (after?.text === '-' && after.start === token?.end && tokens[index + 2]?.start === after.end)
  );
}

/** Index of the first token that ends after an offset: the token there, or the next one. */
export function tokenFrom(reading: Reading, offset: number): number {
  return countBelow(reading.tokens, offset + 1, ({ end }) => end);
}
