/** A glance for the longest word of a text. */

/** False where no run of characters without a blank is longer than that; leaps from blank to blank, as far as a run may reach. */
export function mayHaveLongerRun(text: string, longest: number): boolean {
  let start = 0;
  while (text.length - start > longest) {
    const space = text.lastIndexOf(' ', start + longest);
    if (space < start) return true;
    start = space + 1;
  }
  return false;
}
