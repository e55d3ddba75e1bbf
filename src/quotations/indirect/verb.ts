/** The words of a cue around its verb: auxiliaries, adverbs, negation, and what form the verb has. */
import type { Cue } from '../cues.ts';
import type { Page, Sentence } from './page.ts';

/** finite: has or shares a subject · participle: adding that · infinitive: to say that · passive: was told, is accused. */
export type VerbForm = 'finite' | 'participle' | 'infinitive' | 'passive' | 'noun';

/** A cue verb with its auxiliaries. Token indexes. */
export interface VerbGroup {
  readonly start: number;
  readonly head: number;
  readonly end: number;
  readonly form: VerbForm;
}

const BE = new Set(['be', 'am', 'is', 'are', 'was', 'were', 'been', 'being', "'s", "'re", "'m", '’s', '’re', '’m', 'get', 'got', 'gets']);
const INVARIABLE_ADVERBS = new Set([
  'also',
  'not',
  "n't",
  'n’t',
  'never',
  'then',
  'even',
  'just',
  'only',
  'still',
  'long',
  'once',
  'later',
  'again',
]);

/** Reads the verb group leftwards from its head. */
export function verbGroupOf(page: Page, { first: floor }: Sentence, cue: Cue): VerbGroup {
  const { tokens } = page;
  let start = cue.first;
  let hasBe = false;
  let hasAuxiliary = false;
  while (start > floor && page.regionOf[start - 1] === 0) {
    const token = tokens[start - 1];
    if (!token) break;
    const word = token.text.toLowerCase();
    if (token.pos === 'AUX' || (BE.has(word) && token.pos !== 'PART')) {
      if (!hasAuxiliary && BE.has(word)) hasBe = true;
      hasAuxiliary = true;
    } else if (token.pos !== 'ADV' && !INVARIABLE_ADVERBS.has(word)) break;
    start--;
  }
  const isInfinitive = tokens[start - 1]?.text.toLowerCase() === 'to' && start > floor && !hasAuxiliary;
  const text = tokens[cue.first]?.text.toLowerCase() ?? '';
  return { start, head: cue.first, end: cue.end, form: formOf(text, { hasBe, hasAuxiliary, isInfinitive }) };
}

interface Surroundings {
  readonly hasBe: boolean;
  readonly hasAuxiliary: boolean;
  readonly isInfinitive: boolean;
}

function formOf(text: string, { hasBe, hasAuxiliary, isInfinitive }: Surroundings): VerbForm {
  if (isInfinitive) return 'infinitive';
  if (text.endsWith('ing')) return hasAuxiliary ? 'finite' : 'participle';
  return hasBe ? 'passive' : 'finite';
}
