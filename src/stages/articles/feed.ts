/** RSS, Atom and RDF feeds → clippings, an item each. */
import type { Clipping, DateHint } from '../../core/model/articles.ts';
import type { Outcome } from '../../core/model/problems.ts';
import { joinOutcomes, keep, setAside } from './finish.ts';
import type { InputFile, ReadOptions } from './input.ts';
import { mendText } from './mend.ts';
import { decodeEntities } from './pages/entities.ts';
import { markupText } from './pages/walk.ts';
import { numbered } from './records/article.ts';
import { walkXml } from './xml.ts';

const MOST_ITEMS = 20_000;
const DATES = [
  'pubdate',
  'published',
  'dc:date',
  'dcterms:created',
  'dcterms:issued',
  'issued',
  'date',
  'updated',
  'dcterms:modified',
  'modified',
];
/** Of these, those that tell of a change. */
const CHANGED = /updated|modified/;
/** Fullest first. */
const CONTENTS = ['content:encoded', 'content', 'body', 'description', 'summary', 'itunes:summary'];

/** An item or entry: its own elements by name, the prefix of the feed taken off. */
interface Item {
  readonly elements: ReadonlyMap<string, readonly string[]>;
  readonly links: readonly Readonly<Record<string, string>>[];
}

/** Reads a feed. An item's full content goes before its description. */
export function readFeed(file: InputFile, text: string, options: ReadOptions): Outcome<Clipping> {
  const { items, outlet, isSound } = itemsOf(text);
  if (!isSound) return setAside(file, 'too complex', 'the elements of the feed lie more than 300 deep in one another');
  if (items.length === 0) return setAside(file, 'empty', 'the feed has no items');
  return joinOutcomes(items.map((item, i) => readItem(item, { file, place: `record ${i + 1}`, options, outlet })));
}

/** What a feed lists, for whoever fetches the pages behind it; what an item does not tell is ''. */
export interface ListedItem {
  readonly url: string;
  readonly title: string;
  readonly published: string;
  readonly updated: string;
  /** Its own text, as HTML. */
  readonly content: string;
}

/** The items of a feed in its order; null where its elements lie too deep in one another. */
export function listItems(text: string): readonly ListedItem[] | null {
  const { items, isSound } = itemsOf(text);
  if (!isSound) return null;
  return items.map((item) => ({
    url: addressOf(item) ?? '',
    title: plain(element(item, ['title'])) ?? '',
    published:
      element(
        item,
        DATES.filter((name) => !CHANGED.test(name)),
      ) ?? '',
    updated:
      element(
        item,
        DATES.filter((name) => CHANGED.test(name)),
      ) ?? '',
    content: element(item, CONTENTS) ?? '',
  }));
}

/** The items of a feed, and its title. */
function itemsOf(text: string): { readonly items: readonly Item[]; readonly outlet: string | null; readonly isSound: boolean } {
  const items: Item[] = [];
  let outlet: string | null = null;
  let item: { elements: Map<string, string[]>; links: Readonly<Record<string, string>>[]; prefix: string; depth: number } | null = null;
  let depth = 0;
  const starts: number[] = [];
  const isSound = walkXml(text, {
    open: (name, attributes, from) => {
      starts[depth++] = from;
      const [, prefix = '', local = ''] = /^(\w+:)?(.*)$/.exec(name) ?? [];
      if (item === null && (local === 'item' || local === 'entry') && items.length < MOST_ITEMS)
        item = { elements: new Map(), links: [], prefix, depth };
      else if (item && depth === item.depth + 1 && local === 'link' && prefix === item.prefix) item.links.push(attributes);
    },
    close: (name, to) => {
      const from = starts[--depth] ?? to;
      if (item === null) {
        if (outlet === null && depth <= 2 && name.replace(/^.*:/, '') === 'title') outlet = contentOf(text.slice(from, to));
      } else if (depth === item.depth) {
        const own = item.prefix !== '' && name.startsWith(item.prefix) ? name.slice(item.prefix.length) : name;
        item.elements.set(own, [...(item.elements.get(own) ?? []), text.slice(from, to)]);
      } else if (depth === item.depth - 1) {
        items.push(item);
        item = null;
      }
    },
  });
  return { items, outlet, isSound };
}

interface ItemPlace {
  readonly file: InputFile;
  readonly place: string;
  readonly options: ReadOptions;
  readonly outlet: string | null;
}

function readItem(item: Item, { file, place, options, outlet }: ItemPlace): Outcome<Clipping> {
  const at = { path: file.path, place };
  const title = plain(element(item, ['title']));
  const content = element(item, CONTENTS);
  if (!content) return setAside(at, 'empty', 'the item has no content');
  if (isLinksAlone(content)) return setAside(at, 'list of links', 'the item holds links to articles, and no text of its own');
  const body = mendText(markupText(content));
  if (body.trim() === title) return setAside(at, 'empty', 'the item has no text beside its title');
  const url = addressOf(item);
  const hints: DateHint[] = DATES.flatMap((name) => {
    const value = element(item, [name]);
    return value ? [{ kind: 'field', name, value: value.slice(0, 80) }] : [];
  });
  const draft = {
    ...at,
    id: element(item, ['guid', 'id']) ?? numbered(file.path, place),
    text: title && !body.startsWith(title) ? `${title}\n\n${body}` : body,
    title,
    outlet: plain(sourceOf(item) ?? outlet),
    author: plain(element(item, ['dc:creator', 'author', 'itunes:author'])),
    url,
    hints: [...hints, ...(url ? [{ kind: 'url', name: 'url', value: url }] : [])],
  };
  return keep(draft, options.boilerplate);
}

const MOST_WORDS_BESIDE = 6;

/** Feeds that gather others' news give links with an outlet's name behind each: nothing is left beside them that is a sentence. */
function isLinksAlone(content: string): boolean {
  const pieces = content.split(/<\/a\s*>/i);
  const links = pieces.length - 1;
  if (links === 0) return false;
  const beside = pieces.map((piece, i) => {
    const link = i === links ? -1 : piece.toLowerCase().lastIndexOf('<a ');
    return link < 0 ? piece : piece.slice(0, link);
  });
  const rest = plain(beside.join(' ')) ?? '';
  return !/[.!?…]["”’»)]*(?:\s|$)/.test(rest) && rest.split(' ').length <= links * MOST_WORDS_BESIDE;
}

/** The address of the page itself, not of the feed or of a file beside it. */
function addressOf(item: Item): string | null {
  const named = (rel: string): string | undefined => item.links.find((link) => link.href && (link.rel ?? 'alternate') === rel)?.href;
  const permanent = element(item, ['guid', 'id']);
  return (
    element(item, ['link', 'feedburner:origlink']) ??
    named('alternate') ??
    (permanent && /^https?:\/\/\S+$/.test(permanent) ? permanent : null)
  );
}

/** RSS names the source in words, Atom by a feed's title. */
function sourceOf(item: Item): string | null {
  const source = element(item, ['source']);
  if (source === null || !source.includes('<')) return source;
  return /<(?:\w+:)?title\b[^>]*>([\s\S]*?)<\/(?:\w+:)?title>/i.exec(source)?.[1] ?? null;
}

/** The content of the first of the named elements that holds anything. */
function element({ elements }: Item, names: readonly string[]): string | null {
  for (const name of names)
    for (const raw of elements.get(name) ?? []) {
      const content = contentOf(raw);
      if (content !== null) return content;
    }
  return null;
}

/** What an element holds: its sections of CDATA as they are, references in what stands around them read, elements in it as markup. */
function contentOf(raw: string): string | null {
  const pieces = raw.split(/<!\[CDATA\[([\s\S]*?)\]\]>/);
  const value = pieces
    .map((piece, i) => (i % 2 === 1 ? piece : /<[a-z/]/i.test(piece) ? withoutPrefixes(piece) : decodeEntities(piece)))
    .join('');
  const wrapped = /^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/.exec(value)?.[1];
  return (wrapped ?? value).trim() || null;
}

/** Elements of XHTML under a prefix, as a page has them. */
function withoutPrefixes(markup: string): string {
  return markup.replace(/<(\/?)[\w-]{1,20}:([a-z][a-z0-9]{0,20})(?=[\s/>])/gi, '<$1$2');
}

function plain(markup: string | null): string | null {
  return markup === null ? null : mendText(markupText(markup)).replace(/\s+/g, ' ').trim() || null;
}
