/** Lines of a page that are set in bold letters or italics from their beginning: subheadings, and the questions of interviews. */
import type { Tag } from './scan.ts';

/** Elements that set their text apart. */
export const EMPHASIS: ReadonlySet<string> = new Set(['b', 'strong', 'em', 'i']);

/** Longest emphasised text that is looked at, in characters of markup, and how far behind it a line may end. */
const LONGEST = 1500;
const FARTHEST = 200;
const BLOCK = /<\/?(?:p|div|h[1-6]|li|d[ldt]|td|tr|table|section|article|blockquote|br)\b/i;
const LINE_END =
  /^(?:\s|&nbsp;|<\/?(?:b|strong|em|i|span|u|font|a)\b[^<>]*>)*(?:$|<(?:\/?(?:p|div|h[1-6]|li|d[ldt]|td|section|article|blockquote)\b|br\b))/i;

/** True where what a tag emphasises is a whole line or a question; `before` is the markup that the line has so far. */
export function opensLine(html: string, tag: Tag, before: string): boolean {
  if (!/(?:^|>)\s*$/.test(before)) return false;
  // No farther than it may be: a page of tags that nothing closes is not searched to its end for each of them.
  const close = `</${tag.name}>`;
  const ahead = html.slice(tag.end, tag.end + LONGEST + close.length);
  const length = ahead.indexOf(close);
  if (length < 0) return false;
  const inside = ahead.slice(0, length);
  if (BLOCK.test(inside)) return false;
  const end = tag.end + length + close.length;
  return /\?["”’»)]*\s*(?:<[^<>]*>\s*)*$/.test(inside.slice(-FARTHEST)) || LINE_END.test(html.slice(end, end + FARTHEST));
}
