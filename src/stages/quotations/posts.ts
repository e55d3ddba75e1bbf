/** Tweets and other posts without quotation marks, under a name line or over a signature. */
import type { Article, Span } from '../../core/model/articles.ts';
import type { Quotation } from '../../core/model/statements.ts';
import { trimmed } from './spans.ts';

const PERSON = "\\p{Lu}[\\p{L}\\p{M}.'’-]*(?: (?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|de|van|von|al|bin)){0,4}";
/** `— Mary Hollis (@maryhollis) July 5, 2016` */
const SIGNATURE = new RegExp(`[—–―-]{1,2} ?(${PERSON}) ?\\((@\\w{1,30})\\)[^—–―\\n]{0,40}$`, 'u');
/** `(Twitter Mary Hollis)`, `(via Facebook)` */
const NETWORK = new RegExp(`\\((?:via |from )?(?:Twitter|Facebook|Instagram|Telegram|Truth Social|X)(?:[ /:@](${PERSON}))?\\)$`, 'u');
const NAME_LINE = new RegExp(`^(${PERSON})(?: ?\\(?(@\\w{1,30})\\)?)?$`, 'u');
const TAG = /^<tweet[^<>]*>/;
const LINK = /https?:\/\/\S|pic\.twitter\.com\/\S/;
/** Signatures stand at the end; names and tags at the beginning. */
const LONGEST_TAIL = 200;

/** Every post in the article that bears its author's name. */
export function findPosts({ text, paragraphs }: Article): readonly Quotation[] {
  const posts: Quotation[] = [];
  for (const [i, paragraph] of paragraphs.entries()) {
    const above = paragraphs[i - 1];
    const post = signedPost(text, paragraph) ?? (above ? postUnderName(text, above, paragraph) : null);
    if (post !== null) posts.push(post);
  }
  return posts;
}

function signedPost(text: string, paragraph: Span): Quotation | null {
  const [start, end] = trimmed(text, withoutTags(text, paragraph));
  const from = Math.max(start, end - LONGEST_TAIL);
  const match = SIGNATURE.exec(text.slice(from, end));
  const name = match?.[1];
  if (!match || name === undefined) return null;
  const at = from + match.index + match[0].indexOf(name);
  return postOf(text, [start, from + match.index], { source: [at, at + name.length], rule: 'post-signature' });
}

function postUnderName(text: string, above: Span, paragraph: Span): Quotation | null {
  const [nameStart, nameEnd] = trimmed(text, above);
  if (nameEnd - nameStart > LONGEST_TAIL) return null;
  const line = NAME_LINE.exec(text.slice(nameStart, nameEnd));
  const name = line?.[1];
  if (!line || name === undefined) return null;
  const [start, end] = trimmed(text, paragraph);
  const from = Math.max(start, end - LONGEST_TAIL);
  const network = NETWORK.exec(text.slice(from, end));
  if (network === null && line[2] === undefined) return null;
  const content: Span = [start, network ? from + network.index : end];
  return postOf(text, content, { source: [nameStart, nameStart + name.length], rule: 'post-name-line' });
}

function postOf(text: string, span: Span, { source, rule }: { source: Span; rule: string }): Quotation | null {
  const [start, end] = trimmed(text, span);
  const content = withoutMarks(text, trimmed(text, [start, withoutLinks(text, [start, end])]));
  if (content[1] <= content[0]) return null;
  return { spans: [content], kind: 'post', cue: null, source, carrier: null, rule };
}

/** Where a post ends without the links behind it. */
function withoutLinks(text: string, [start, end]: Span): number {
  const first = Math.max(start, end - LONGEST_TAIL);
  let tail = text.slice(first, end).trimEnd();
  for (;;) {
    const word = tail.length - (/\s(\S*)$/.exec(tail)?.[1] ?? tail).length;
    const link = tail.slice(word).search(LINK);
    if (link < 0) return first + tail.length;
    tail = tail.slice(0, word + link).trimEnd();
  }
}

function withoutTags(text: string, [start, end]: Span): Span {
  const open = TAG.exec(text.slice(start, Math.min(end, start + 2 * LONGEST_TAIL)));
  const tail = text.slice(Math.max(start, end - LONGEST_TAIL), end);
  const close = tail.lastIndexOf('</');
  return [start + (open?.[0].length ?? 0), close >= 0 ? end - tail.length + close : end];
}

function withoutMarks(text: string, [start, end]: Span): Span {
  const isMarked = /["“]/.test(text[start] ?? '') && /["”]/.test(text[end - 1] ?? '') && end - start > 2;
  return isMarked ? [start + 1, end - 1] : [start, end];
}
