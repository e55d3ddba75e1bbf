/** Pieces inside a paragraph that are no news: shortcodes, the dateline and the byline before the first sentence, player captions. */
import type { Span } from '../../../core/model/articles.ts';
import { smallWords } from './lines.ts';

const SHORTCODE = /\[\/?[a-z][\w-]{1,30}(?:\s+[\w-]{1,30}=[^\]\n]{0,300})\]|\[\/[a-z][\w-]{1,30}\]|\{\{[^{}\n]{1,200}\}\}/gi;
/** "By Ann Lee (XY) – ", "By ANN LEE, The Invented Post — ". */
const BYLINE_BEFORE = /^By\s+\p{Lu}[^.!?:;"“\n]{2,70}?\s*(?:\([^)\n]{1,40}\)\s*)?\s[–—-]{1,3}\s+/u;
/** "MOSCOW, May 14 (Agency) — ", "WASHINGTON (AP) - ", "MOSCOW -- ". */
const DATELINE_BEFORE = /^\p{Lu}[\p{Lu}.'’/ -]{2,40}(?:,\s[^–—\n"“]{2,40}?)?\s*(?:\([^)\n]{1,40}\)\s*)?(?:—|–|--|-)\s+(?=\S)/u;
/** "(2018-12-22 09:01:13Agency Editor: …" is a line of its own; here the stamp stands before a sentence. */
const STAMP_BEFORE = /^(?:19|20)\d\d-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?\s*/;
/** "(Twitter …)", "(Reporting by …; Editing by …)". */
const NOTE_IN_BRACKETS =
  /\((?:twitter|reporting by|additional reporting|editing by|writing by|with files from|with inputs from|click|see|watch)\b[^()\n]{0,200}\)/gi;

/** "…Secretary of State MarlowMarlow (right) said": a picture's description stuck to its caption. */
const SOME_GLUED = /\p{Ll}{3}\p{Lu}/u;
/** The same with any letter beyond ASCII in the place of each, which takes a tenth of the time. It looks for the capital first, which is rarer than what stands before it. */
const MAY_BE_GLUED = /(?<=[a-z\x80-\u200f\u2028-\uffff]{3})[A-Z\x80-\u200f\u2028-\uffff]/;
const GLUED = /(?<!\p{L})(\p{Lu}?\p{Ll}{3,})(\p{Lu}\p{Ll}{3,})/gu;
/** A name with headlines of other articles stuck to it: "Senator Ida OrlovaOrlova opens the harbour The Memo: … MORE". */
const LINKS = '[^\\n]{20,500}? MORE\\b';
const STUCK_LINKS = new RegExp(`(?<=\\p{Ll})(?<!(?<!\\p{L})(?:Mc|Mac|De|Di|Du|La|Le|Fitz))\\p{Lu}\\p{L}*[ ’']${LINKS}`, 'gu');
const LINKS_BEHIND = new RegExp(`^${LINKS}`);
/** The same behind the name in full: "Senator Ida Orlova Ida Maria Orlova Orlova opens the harbour … MORE". The name stands once, and the rest goes. */
const NAME = "\\p{Lu}[\\p{L}.'’-]{0,30}";
/** "Ida Orlova Ida Maria Orlova" is cut behind the first "Orlova", not behind "Ida". */
const NOT_FIRST = `(?!(${NAME}) (?:${NAME} ){0,4}\\2(?!\\p{Ll}))`;
const NAME_AGAIN = new RegExp(
  `(?<=(?<!\\p{L})(\\p{Lu}[\\p{L}'’-]{1,30})) ${NOT_FIRST}(?:${NAME} (?:\\(${NAME}\\) )?){1,4}\\1(?= ?[\\p{Lu}\\d'‘“])${LINKS}`,
  'gu',
);

/** The code by which an agency names a share: "Harbour Oil (HROL.MM)", "Harbour Oil <HROL.MM>". */
const SHARE_CODE = /(?:[(<] ?)?(?<![\p{L}.])\p{Lu}{2,6}\.\p{Lu}{1,2}(?![\p{L}.\d])(?: ?[)>])?/gu;

const SOME_CODE = /\p{Lu}{2}\.\p{Lu}/u;

/** The heading of a summary that is stuck to its first point: "Story highlights President says". */
const HEADING = /Story [Hh]ighlights(?= \p{Lu})/gu;

/** The text as it is read on: blanks in place of marked pieces that stand inside a line and of codes of shares, and as long as it was. */
export function asReadOn(text: string, boilerplate: readonly Span[]): string {
  const skipped = boilerplate.filter(([start, end]) => start > 0 && text[start - 1] !== '\n' && !text.slice(start, end).includes('\n'));
  const codes = SOME_CODE.test(text) ? text.matchAll(SHARE_CODE) : [];
  for (const { index, 0: code } of [...codes, ...text.matchAll(HEADING)]) skipped.push([index, index + code.length]);
  if (skipped.length === 0) return text;
  const pieces: string[] = [];
  let from = 0;
  for (const [start, end] of skipped.sort((a, b) => a[0] - b[0])) {
    if (start < from) continue;
    pieces.push(text.slice(from, start), ' '.repeat(end - start));
    from = end;
  }
  return pieces.join('') + text.slice(from);
}

/** Names are written so. */
const JOINED_NAME = /^(?:java|type|post|mac|fitz|face|life|linked|insta|tik|whats|daily|buzz|blue|black|news|micro|open|deep|live|real)$/i;
const LONGEST_CAPTION = 400;
/** Longer texts are not searched for a second use of a word. */
const LONGEST_TEXT = 200_000;

/** The description, up to where the caption is stuck to it; a word spelt so throughout is a name. */
function gluedSpans(text: string, paragraphs: readonly Span[]): readonly Span[] {
  if (text.length > LONGEST_TEXT) return [];
  const spans: Span[] = [];
  for (const [start, end] of paragraphs) {
    if (end - start > LONGEST_CAPTION) continue;
    const paragraph = text.slice(start, end);
    if (!MAY_BE_GLUED.test(paragraph) || !SOME_GLUED.test(paragraph)) continue;
    for (const { index, 0: word, 1: left = '', 2: right = '' } of paragraph.matchAll(GLUED)) {
      if (JOINED_NAME.test(left) || text.indexOf(word) !== text.lastIndexOf(word)) continue;
      const rest = text.slice(start + index + word.length, end);
      if (LINKS_BEHIND.test(rest)) continue;
      if (left.toLowerCase() === right.toLowerCase() || smallWords(rest) >= 3) spans.push([start, start + index + left.length]);
    }
  }
  return spans;
}

/** Spans of such pieces in a text. */
export function inlineSpans(text: string, paragraphs: readonly Span[]): readonly Span[] {
  const spans: Span[] = [...gluedSpans(text, paragraphs)];
  // Both look at every name of a text; few texts have such links.
  const stuck = text.includes(' MORE') ? [NAME_AGAIN, STUCK_LINKS] : [];
  for (const pattern of [SHORTCODE, NOTE_IN_BRACKETS, ...stuck])
    for (const { index, 0: whole } of text.matchAll(pattern)) spans.push([index, index + whole.length]);
  for (const [start, end] of paragraphs.slice(0, 12)) {
    const head = text.slice(start, Math.min(end, start + 160));
    const before = STAMP_BEFORE.exec(head) ?? BYLINE_BEFORE.exec(head) ?? DATELINE_BEFORE.exec(head);
    if (before) spans.push([start, start + before[0].trimEnd().length]);
  }
  return spans;
}
