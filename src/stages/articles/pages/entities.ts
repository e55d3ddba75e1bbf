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

/** A reference in a text that should hold none any more: only one with a semicolon is sure to be one. */
export const REFERENCES = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/gi;

/** What one reference with a semicolon stands for; the same where it is not known. */
export function decodeReference(reference: string): string {
  return decodeHTMLStrict(reference);
}

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
