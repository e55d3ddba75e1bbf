/** Text of strangers on a terminal, in a mail or in a log: article text, file names and lexicon cells may hold characters that command a terminal. */

/**
 * Characters that move the cursor, colour, hide or turn what follows: the control characters of C0 and C1 but for tab and line feed, the marks of
 * writing direction, and the separators that some programs take for line ends.
 */
const COMMANDS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
const COMMANDS_AND_BREAKS = new RegExp(`[\\t\\n]|${COMMANDS.source}`, 'g');

/** The same text with each commanding character written out, as `\u{1b}`; tabs and line feeds stay. */
export function printable(text: string): string {
  return text.replace(COMMANDS, (character) => `\\u{${codeOf(character)}}`);
}

/** As `printable`, with tabs and line feeds written out too: a name that holds one cannot forge a second line. */
export function printableLine(text: string): string {
  return text.replace(COMMANDS_AND_BREAKS, (character) => `\\u{${codeOf(character)}}`);
}

/** The same characters as JSON and shells write them, `\u001b`. */
export function withEscapes(text: string): string {
  return text.replace(COMMANDS_AND_BREAKS, (character) => `\\u${codeOf(character).padStart(4, '0')}`);
}

/** A value as JSON on one line; it is parsed to the same value. */
export function printableJson(value: unknown): string {
  return withEscapes(JSON.stringify(value));
}

function codeOf(character: string): string {
  return character.charCodeAt(0).toString(16);
}
