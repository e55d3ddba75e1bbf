/** The only door to `entities`: character references as browsers read them (`&uuml;`, `&#8220;`, `&#147;`). */
import { decodeHTML, decodeHTMLAttribute, decodeHTMLStrict } from 'entities';

/** Text of markup with its character references read; one that is not known stays as it is. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text;
}

/** Value of an attribute or an address, in which `&copy=1` is no reference. */
export function decodeAttribute(value: string): string {
  return value.includes('&') ? decodeHTMLAttribute(value) : value;
}

/** Text that should hold no references any more; only those with a semicolon are read, also such as were written twice (`&amp;rsquo;`). */
export function decodeLeftovers(text: string): string {
  let decoded = text;
  for (let i = 0; i < 2 && REFERENCE.test(decoded); i++) decoded = decodeHTMLStrict(decoded);
  return decoded;
}

const REFERENCE = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/i;

/** The text between tags, up to `longest` characters, without anything that looks like a tag. */
export function plainText(markup: string, longest: number): string {
  const pieces: string[] = [];
  let at = 0;
  let length = 0;
  while (at < markup.length && length < longest) {
    const open = markup.indexOf('<', at);
    const piece = markup.slice(at, open < 0 ? markup.length : open);
    pieces.push(piece);
    length += piece.length;
    if (open < 0) break;
    const close = markup.indexOf('>', open);
    if (close < 0) break;
    at = close + 1;
  }
  return decodeEntities(pieces.join(' ')).replace(/\s+/g, ' ').trim().slice(0, longest);
}
