/** The content around an attribution: which of the stretches before and behind it say something, and which only lead up to it. */
import type { Token } from '../../../core/model/reading.ts';
import { isOccasionNoun, OCCASION_PREPOSITIONS } from '../occasions.ts';
import { isNominal, wordAt } from '../phrases.ts';
import { contentEnd } from './content-end.ts';
import { isSubordinatorAt } from './cue-context.ts';
import type { Search, Stretch } from './search.ts';

/** `C1, S said, C2`: C1 may be the subject of C2, a clause of its own, or an adverbial that says nothing by itself. */
export function piecesAround(search: Search, before: Stretch, second: number): readonly Stretch[] {
  const { tokens } = search.page;
  const opener = tokens[second];
  if (second >= search.sentence.end || !opener || isDependent(search, second))
    return hasVerb(search, before) && !isOnlySubordinate(search, before) ? [before] : [];
  const after: Stretch = [second, contentEnd(search, second, { isClause: true, isSubordinate: false, form: 'past' })];
  if (!hasVerb(search, before)) return isConnective(search, before) || isOccasion(search, before) ? [after] : [before, after];
  return [before, after];
}

/** "But, she said, C", "In contrast, he added, C": the first words join sentences and belong to nobody. */
function isConnective({ page }: Search, [first, end]: Stretch): boolean {
  const pos = page.tokens[first]?.pos;
  return end - first <= 2 && (pos === 'CCONJ' || pos === 'ADV' || pos === 'ADP' || pos === 'SCONJ');
}

/** "In the June statement, he said, C": where it was said. */
function isOccasion({ page: { tokens } }: Search, [first, end]: Stretch): boolean {
  if (!OCCASION_PREPOSITIONS.has(wordAt(tokens, first))) return false;
  let last = first + 1;
  while (last < end && isNominal(tokens[last])) last++;
  return isOccasionNoun(wordAt(tokens, last - 1));
}

/** "When the bank closed two years later, Norland said enough": one clause, and a subordinate one. */
export function isOnlySubordinate({ page: { tokens } }: Search, [first, end]: Stretch): boolean {
  const opener = tokens[first]?.pos === 'CCONJ' ? first + 1 : first;
  if (!isSubordinatorAt(tokens, opener) || isComparison(tokens, opener, end)) return false;
  let verbs = 0;
  for (let i = opener; i < end; i++) {
    const isVerb =
      tokens[i]?.pos === 'AUX' || (tokens[i]?.pos === 'VERB' && !wordAt(tokens, i).endsWith('ing') && wordAt(tokens, i - 1) !== 'to');
    if (isVerb && tokens[i - 1]?.pos !== 'AUX') verbs++;
  }
  return verbs <= 1;
}

/** "As a woman, | she raised less suspicion": "as" before a noun, without a verb of its own up to the comma. */
function isComparison(tokens: readonly Token[], as: number, end: number): boolean {
  if (wordAt(tokens, as) !== 'as') return false;
  for (let i = as + 1; i < end; i++) {
    if (wordAt(tokens, i) === ',') return i > as + 1;
    if (/^(?:AUX|VERB|PRON)$/.test(tokens[i]?.pos ?? '')) return false;
  }
  return false;
}

/** "Weighing in on the plan, Hollis agreed": what the speaker does meanwhile. */
export function isOnlyParticiple({ page: { tokens, regionOf } }: Search, [first, end]: Stretch): boolean {
  if (tokens[first]?.pos !== 'VERB' || !wordAt(tokens, first).endsWith('ing')) return false;
  for (let i = first + 1; i < end; i++) {
    const isVerb = tokens[i]?.pos === 'AUX' || (tokens[i]?.pos === 'VERB' && !/(?:ing|ed)$/.test(wordAt(tokens, i)));
    if (regionOf[i] !== 0 || (isVerb && wordAt(tokens, i - 1) !== 'to')) return false;
  }
  return true;
}

/** After `S said,` an adverbial of the reporter's own follows: "adding", "who", "while". */
function isDependent({ page }: Search, at: number): boolean {
  const word = wordAt(page.tokens, at);
  return (
    /^(?:who|which|while|but|although|though|adding|citing|noting|as)$/.test(word) ||
    (word.endsWith('ing') && page.tokens[at]?.pos === 'VERB')
  );
}

/** True where some word of a stretch is a verb. */
export function hasVerb({ page }: Search, [first, end]: Stretch): boolean {
  for (let i = first; i < end; i++) if (page.tokens[i]?.pos === 'AUX' || page.tokens[i]?.pos === 'VERB') return true;
  return false;
}

/** "The job | marks | his return, one friend said": two noun phrases side by side, of which the reading takes a verb for a noun. */
export function hasHiddenVerb({ page: { tokens, regionOf } }: Search, [first, end]: Stretch): boolean {
  if (!/^(?:DET|PROPN|NOUN|PRON)$/.test(tokens[first]?.pos ?? '')) return false;
  for (let i = first + 2; i + 1 < end; i++) {
    const isNoun =
      regionOf[i] === 0 && tokens[i]?.pos === 'NOUN' && tokens[i - 1]?.pos !== 'DET' && /(?:[^s]s|ed)$/.test(wordAt(tokens, i));
    if (isNoun && /^(?:DET|PRON)$/.test(tokens[i + 1]?.pos ?? '') && regionOf[i + 1] === 0) return true;
  }
  return false;
}
