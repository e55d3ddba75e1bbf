/** Where a content ends: at the end of its sentence, or where the reporter speaks on. */
import { cueAt } from '../cues.ts';
import type { QuotationVocabulary } from '../vocabulary.ts';
import { nounPhraseEnd } from './frame.ts';
import type { Page, Sentence } from './page.ts';
import type { Search } from './search.ts';

const TURNS = new Set(['but', 'while', 'although', 'though', 'whereas']);
const JOINTS = new Set(['and', 'but', 'or']);

/** Token index after the last word of the content that begins at `start`. */
export function contentEnd(search: Search, start: number): number {
  const { page, sentence, vocabulary } = search;
  for (let at = start + 1; at < sentence.end; at++) {
    if (page.regionOf[at] === 0 && isEndAt(page, sentence, at, vocabulary)) return at;
  }
  return sentence.end;
}

function isEndAt(page: Page, sentence: Sentence, at: number, vocabulary: QuotationVocabulary): boolean {
  const { tokens } = page;
  const word = tokens[at]?.text.toLowerCase() ?? '';
  if (word === ';') return true;
  if (word === 'according' && tokens[at + 1]?.text === 'to') return true;
  if (word === ',') return isEndAtComma(page, sentence, at, vocabulary);
  return JOINTS.has(word) && isCueVerbAt(page, at + 1, vocabulary, 'past');
}

function isEndAtComma(page: Page, sentence: Sentence, at: number, vocabulary: QuotationVocabulary): boolean {
  const next = page.tokens[at + 1];
  if (!next || page.regionOf[at + 1] !== 0) return false;
  const word = next.text.toLowerCase();
  if (isCueVerbAt(page, at + 1, vocabulary, 'participle')) return true;
  const after = page.tokens[at + 2];
  if (TURNS.has(word)) return after !== undefined && /^(?:PRON|PROPN|NOUN|DET|VERB|NUM)$/.test(after.pos) && after.text !== 'that';
  if (word === 'and') return isCueVerbAt(page, at + 2, vocabulary, 'past') || isAttributionAt(page, sentence, at + 2, vocabulary);
  return isAttributionAt(page, sentence, at + 1, vocabulary);
}

/** A noun phrase and a cue verb: somebody else, or the same again, begins to speak. */
function isAttributionAt(page: Page, sentence: Sentence, at: number, vocabulary: QuotationVocabulary): boolean {
  const end = nounPhraseEnd(page, at, sentence.end);
  return end > at && (isCueVerbAt(page, end, vocabulary, 'past') || isCueVerbAt(page, end, vocabulary, 'present'));
}

function isCueVerbAt(page: Page, at: number, vocabulary: QuotationVocabulary, form: string): boolean {
  if (page.tokens[at]?.pos !== 'VERB') return false;
  const cue = cueAt(page.reading, at, vocabulary);
  return cue !== null && cue.form === form;
}
