/** Text of strangers on a terminal, in a mail or in a log: article text, file names and lexicon cells may hold characters that command a terminal. */

/**
 * Characters that move the cursor, colour, hide or turn what follows: the control characters of C0 and C1 but for tab and line feed, the marks of
 * writing direction, and the separators that some programs take for line ends.
 */
const COMMANDS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
const BREAKS = /[\t\n]/g;

/** The same text with each commanding character written out, as `\u{1b}`; tabs and line feeds stay. */
export function printable(text: string): string {
  return text.replace(COMMANDS, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}

/** As `printable`, with tabs and line feeds written out too: a name that holds one cannot forge a second line. */
export function printableLine(text: string): string {
  return printable(text).replace(BREAKS, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}

/** A value as JSON on one line, with the same characters written as JSON escapes; it is parsed to the same value. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value).replace(COMMANDS, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
