/** One linear pass over a page's markup: tags, comments and raw text, before anything builds a tree of it. */

/** Elements that have no end tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Elements whose content is text up to their own end tag, whatever stands in it. */
const RAW_ELEMENTS: ReadonlySet<string> = new Set('script style textarea title noembed noframes iframe xmp'.split(' '));

const NAME = /[a-z][a-z0-9:-]*/iy;
const ATTRIBUTE = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;
const TAG_END = /[\s/]*>/y;
const MOST_ATTRIBUTES_OF_A_TAG = 2_000;

/** One start or end tag. */
export interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly start: number;
  readonly end: number;
  /** The first 2,000; names in lower case. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly attributeCount: number;
  /** Where the raw content of a script, style or title ends; equals `end` for other tags. */
  readonly rawEnd: number;
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** All tags of a page, in order; comments and declarations come as tags named `!`. Linear whatever the page holds. */
export function* scanTags(html: string): Generator<Tag> {
  const rawEnds = new Map<string, number>();
  let at = html.indexOf('<');
  while (at >= 0) {
    const next = html[at + 1];
    let after = at + 1;
    if (next === '!' || next === '?') {
      after = endOfDeclaration(html, at);
      yield { name: '!', isEnd: false, start: at, end: after, attributes: NO_ATTRIBUTES, attributeCount: 0, rawEnd: after };
    } else {
      const tag = readTag(html, at, rawEnds);
      if (tag) {
        yield tag;
        after = tag.rawEnd;
      }
    }
    at = html.indexOf('<', after);
  }
}

function endOfDeclaration(html: string, at: number): number {
  const isComment = html.startsWith('<!--', at);
  const end = html.indexOf(isComment ? '-->' : '>', isComment ? at + 2 : at);
  return end < 0 ? html.length : end + (isComment ? 3 : 1);
}

function readTag(html: string, at: number, rawEnds: Map<string, number>): Tag | null {
  const isEnd = html[at + 1] === '/';
  NAME.lastIndex = at + (isEnd ? 2 : 1);
  const name = NAME.exec(html)?.[0].toLowerCase();
  if (!name) return null;
  const { attributes, count, end } = readAttributes(html, NAME.lastIndex);
  const rawEnd = !isEnd && RAW_ELEMENTS.has(name) ? endOfRaw(html, { name, end, rawEnds }) : end;
  return { name, isEnd, start: at, end, attributes, attributeCount: count, rawEnd };
}

interface Attributes {
  readonly attributes: ReadonlyMap<string, string>;
  readonly count: number;
  readonly end: number;
}

function readAttributes(html: string, from: number): Attributes {
  let attributes: Map<string, string> | null = null;
  let count = 0;
  let at = from;
  for (;;) {
    TAG_END.lastIndex = at;
    if (TAG_END.test(html)) return { attributes: attributes ?? NO_ATTRIBUTES, count, end: TAG_END.lastIndex };
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(html);
    if (!match) return { attributes: attributes ?? NO_ATTRIBUTES, count, end: html.length };
    at = ATTRIBUTE.lastIndex;
    count++;
    attributes ??= new Map();
    const name = (match[1] ?? '').toLowerCase();
    if (attributes.size < MOST_ATTRIBUTES_OF_A_TAG && !attributes.has(name)) attributes.set(name, match[2] ?? match[3] ?? match[4] ?? '');
  }
}

/** An end tag that is missing is looked for once per element name, so that a million open scripts cost one search. */
function endOfRaw(html: string, { name, end, rawEnds }: { name: string; end: number; rawEnds: Map<string, number> }): number {
  if (rawEnds.get(name) === -1) return end;
  const close = new RegExp(`</${name}[\\s/>]`, 'gi');
  close.lastIndex = end;
  const found = close.exec(html)?.index ?? -1;
  rawEnds.set(name, found);
  return found < 0 ? end : found;
}
