/** The words that stand between a subject and its verb: helping verbs, adverbs, negations, "went on to". */
import type { Token } from '../../core/model/reading.ts';
import { wordAt } from './phrases.ts';
import { beforeAgo, beforeTime } from './times-between.ts';

/** Words that are a subject by themselves. */
export const SUBJECT_PRONOUNS: ReadonlySet<string> = new Set(
  'he she they i we it you one this some many others another both several few most all everyone someone everybody somebody nobody'.split(
    ' ',
  ),
);

/** Index of the last token before helping verbs, negations and adverbs: "has | repeatedly | said", "went on to say". */
export function beforeVerbGroup(tokens: readonly Token[], start: number, floor: number): number {
  let i = beforeAgo(tokens, start + 1, floor) ?? start;
  while (i >= floor) {
    const next =
      beforeAgo(tokens, i, floor) ??
      (isInVerbGroup(tokens, i) ? i - 1 : (beforeInfinitive(tokens, i, floor) ?? beforeTime(tokens, i, floor)));
    if (next === null) break;
    i = next;
  }
  return i;
}

function isInVerbGroup(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.pos === 'ADV') return !SUBJECT_PRONOUNS.has(wordAt(tokens, index));
  return token?.pos === 'AUX' || (token?.pos === 'PART' && token.text !== "'s" && token.text !== '’s' && token.text !== 'to');
}

/** "went on to", "is ready to". */
function beforeInfinitive(tokens: readonly Token[], to: number, floor: number): number | null {
  const before = tokens[to - 1]?.pos;
  if (wordAt(tokens, to) !== 'to' || (before !== 'VERB' && before !== 'ADP' && before !== 'ADJ')) return null;
  let i = to - 1;
  while (i >= floor && (tokens[i]?.pos === 'ADP' || tokens[i]?.pos === 'ADJ')) i--;
  return tokens[i]?.pos === 'VERB' ? i - 1 : i;
}
