/** How far a word is from another that may have been meant. */

/** A slip of the keyboard changes two letters at most, and no more than a third of a name. */
const MOST_WRONG = 2;
const LETTERS_PER_WRONG = 3;

/** The one of the names that is likely to have been meant by another: it differs by a slip, or in capitals. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  return known.find((each) => {
    const wrong = editDistance(each.toLowerCase(), name.toLowerCase());
    return wrong <= MOST_WRONG && wrong * LETTERS_PER_WRONG <= each.length;
  });
}

/** Levenshtein distance between two short words. */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
