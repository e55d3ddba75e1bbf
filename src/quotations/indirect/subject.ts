/** Who governs a cue verb: its own subject, one that it shares, or that of the clause that it hangs on. */
import type { Span } from '../../model.ts';
import { wordAt } from '../phrases.ts';
import { sourceBefore } from '../sources.ts';
import type { Page, Sentence } from './page.ts';
import type { VerbGroup } from './verb.ts';

/** How far a verb may be from the one whose subject it shares, in steps from verb to verb. */
const DEEPEST = 4;

/** The words that name the subject of a verb group, or null where the sentence does not tell. */
export function subjectOf(page: Page, sentence: Sentence, group: VerbGroup): Span | null {
  if (group.form === 'participle') return subjectOfVerb(page, sentence, verbBefore(page, sentence, group.start), 0);
  return subjectBefore(page, sentence, group.start, 0);
}

/** The subject of the verb group that begins at `start`. */
function subjectBefore(page: Page, sentence: Sentence, start: number, depth: number): Span | null {
  const before = page.tokens[start - 1];
  if (!before || start <= sentence.first || depth > DEEPEST || page.regionOf[start - 1] !== 0) return null;
  const word = before.text.toLowerCase();
  const isShared = before.pos === 'CCONJ' || word === 'to' || (before.pos === 'VERB' && !/^[A-Z]/.test(before.text));
  if (isShared)
    return subjectOfVerb(page, sentence, verbBefore(page, sentence, start - (word === 'to' || before.pos === 'CCONJ' ? 1 : 0)), depth);
  return sourceBefore(page.reading, start, sentence.first)?.span ?? null;
}

function subjectOfVerb(page: Page, sentence: Sentence, verb: number | null, depth: number): Span | null {
  return verb === null ? null : subjectBefore(page, sentence, startOfGroup(page, sentence, verb), depth + 1);
}

/** The last finite verb before `at`, outside of quotation marks. */
function verbBefore({ tokens, regionOf }: Page, { first }: Sentence, at: number): number | null {
  for (let i = at - 1; i >= first; i--) {
    if (regionOf[i] !== 0) continue;
    if (tokens[i]?.pos === 'AUX') return i;
    if (tokens[i]?.pos === 'VERB' && !wordAt(tokens, i).endsWith('ing') && wordAt(tokens, i - 1) !== 'to') return i;
  }
  return null;
}

function startOfGroup({ tokens }: Page, { first }: Sentence, verb: number): number {
  let start = verb;
  while (start > first && /^(?:AUX|ADV|PART)$/.test(tokens[start - 1]?.pos ?? '') && !/^(?:['’]s?|to)$/.test(wordAt(tokens, start - 1)))
    start--;
  return start;
}
