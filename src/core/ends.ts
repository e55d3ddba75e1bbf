/** Signs at both ends of a text. A pattern that ends in `[…]+$` is tried anew at each sign of a long run of them; these walk from the end. */

/** Where the text ends without the signs at its end: characters that `sign`, a pattern of one character, finds. */
export function endWithout(text: string, sign: RegExp): number {
  let end = text.length;
  while (end > 0) {
    const start = isLow(text.charCodeAt(end - 1)) && end > 1 ? end - 2 : end - 1;
    if (!sign.test(text.slice(start, end))) break;
    end = start;
  }
  return end;
}

/** The text without the signs at its end. */
export function trimEndOf(text: string, sign: RegExp): string {
  return text.slice(0, endWithout(text, sign));
}

/** The text without the signs at both ends. */
export function trimOf(text: string, sign: RegExp): string {
  const trimmed = trimEndOf(text, sign);
  let start = 0;
  for (const character of trimmed) {
    if (!sign.test(character)) break;
    start += character.length;
  }
  return trimmed.slice(start);
}

/** The second half of a character beyond the basic plane. */
function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
