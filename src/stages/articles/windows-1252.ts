/** windows-1252, which half the web was written in. */

/**
 * The characters of bytes 0x80–0x9F. Node 20's own decoder leaves them as control characters, and curly quotation marks live there.
 * The five bytes that the encoding leaves undefined stay the control characters that they are.
 */
export const HIGH_1252: readonly string[] = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'];

/** Text of bytes in windows-1252. */
export function decode1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return text.replace(/[\x80-\x9f]/g, (character) => HIGH_1252[character.charCodeAt(0) - 0x80] ?? character);
}

const BYTES: ReadonlyMap<string, number> = new Map(HIGH_1252.map((character, i) => [character, 0x80 + i]));

/** The byte of a character in windows-1252, a control character standing for itself; -1 where it has none. */
export function byteOf1252(character: string): number {
  const code = character.charCodeAt(0);
  if (code < 0x100) return code;
  return BYTES.get(character) ?? -1;
}
