/** What people say something in or at: interviews, speeches, letters. */

export const OCCASION_PREPOSITIONS: ReadonlySet<string> = new Set(['in', 'on', 'at', 'during', 'via']);
const OCCASIONS = new Set(
  'interview tweet twitter facebook statement speech debate rally conference forum letter email op-ed post appearance show broadcast television radio hearing briefing address remark video book podcast column essay memo call occasion media'.split(
    ' ',
  ),
);

/** Whether a noun in lower case, in the singular or plural, is one of them. */
export function isOccasionNoun(word: string): boolean {
  return OCCASIONS.has(word) || (word.endsWith('s') && OCCASIONS.has(word.slice(0, -1)));
}
