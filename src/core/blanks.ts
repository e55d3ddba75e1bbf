/** Blanks of every kind. */

/** What is no single space already, as most blanks are: these need no writing anew. */
const OTHER_BLANKS = /\s{2,}|[^\S ]/g;

/** One space for each stretch of blanks. */
export function withSingleSpaces(text: string): string {
  return text.replace(OTHER_BLANKS, ' ');
}
