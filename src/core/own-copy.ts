/** A part of a text as a string of its own: one that is kept would else hold on to the whole text. */
export function ownCopy(part: string): string {
  return ` ${part}`.slice(1);
}
