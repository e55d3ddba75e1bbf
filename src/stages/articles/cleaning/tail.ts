/** The lines below the story: related links, menus, comments, footers. */
import type { Line } from './lines.ts';
import { type BoilerplateVocabulary, beginsWith } from './vocabulary.ts';

const FEWEST_TRAILING = 2;
const MOST_HEADING_WORDS = 8;
/** Prose behind a tail heading means that the story went on; this many sentences are enough. */
const GOES_ON = 2;

/** Indexes of the lines of the tail. */
export function findTail(
  lines: readonly Line[],
  vocabulary: BoilerplateVocabulary,
  isMarked: (index: number) => boolean,
): readonly number[] {
  return [...headedTail(lines, vocabulary), ...trailingLines(lines, isMarked)];
}

/** From a heading as "Related news" or "Comments" to the end, or to where prose begins again. */
function headedTail(lines: readonly Line[], { tail }: BoilerplateVocabulary): readonly number[] {
  const marked: number[] = [];
  for (const [i, { plain, words, isProse, text }] of lines.entries()) {
    if (words > MOST_HEADING_WORDS || isProse || /[|»]/.test(text) || !beginsWith(plain, tail)) continue;
    const rest = lines.slice(i + 1);
    const story = rest.findIndex(({ isProse }, k) => isProse && rest.slice(k, k + 4).filter((line) => line.isProse).length >= GOES_ON);
    const isComments = story >= 0 && i > lines.length * 0.5 && /comment|discussion|replies/.test(plain);
    const end = story < 0 || isComments ? lines.length : i + 1 + story;
    for (let k = i; k < end; k++) marked.push(k);
    if (end === lines.length) break;
  }
  return marked;
}

/** Two lines and more at the very end that are no sentences. */
function trailingLines(lines: readonly Line[], isMarked: (index: number) => boolean): readonly number[] {
  let first = lines.length;
  while (first > 1 && !(lines[first - 1]?.isProse && !isMarked(first - 1))) first--;
  const count = lines.length - first;
  if (count < FEWEST_TRAILING || first <= 1) return [];
  return Array.from({ length: count }, (_, k) => first + k);
}
