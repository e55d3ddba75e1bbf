/** RSS 2.0 and Atom files → clippings, an item each. */
import type { Clipping, DateHint, Outcome } from '../../core/model.ts';
import { joinOutcomes, keep, setAside } from './finish.ts';
import type { InputFile, ReadOptions } from './input.ts';
import { decodeEntities } from './pages/entities.ts';
import { markupText } from './pages/walk.ts';
import { numbered } from './records/article.ts';

const MOST_ITEMS = 20_000;
const DATES = ['pubDate', 'published', 'dc:date', 'issued', 'updated'];

/** Reads a feed. An item's full content goes before its description. */
export function readFeed(file: InputFile, text: string, options: ReadOptions): Outcome<Clipping> {
  const name = /<entry[\s>]/i.test(text) && !/<item[\s>]/i.test(text) ? 'entry' : 'item';
  const items = elementsNamed(text, name);
  if (items.length === 0) return setAside(file, 'empty', 'the feed has no items');
  const first = text.search(new RegExp(`<${name}[\\s>]`, 'i'));
  const outlet = element(text.slice(0, first), ['title']);
  return joinOutcomes(items.map((item, i) => readItem(item, { file, place: `record ${i + 1}`, options, outlet })));
}

interface ItemPlace {
  readonly file: InputFile;
  readonly place: string;
  readonly options: ReadOptions;
  readonly outlet: string | null;
}

function readItem(item: string, { file, place, options, outlet }: ItemPlace): Outcome<Clipping> {
  const at = { path: file.path, place };
  const title = plain(element(item, ['title']));
  const content = element(item, ['content:encoded', 'content', 'description', 'summary']);
  if (!content) return setAside(at, 'empty', 'the item has no content');
  const body = markupText(content);
  const url = (element(item, ['link']) || /<link\b[^>]{0,500}\bhref=["']([^"']{1,2000})["']/i.exec(item)?.[1]) ?? null;
  const hints: DateHint[] = DATES.flatMap((name) => {
    const value = element(item, [name]);
    return value ? [{ kind: 'field', name, value: value.slice(0, 80) }] : [];
  });
  const draft = {
    ...at,
    id: element(item, ['guid', 'id']) ?? numbered(file.path, place),
    text: title && !body.startsWith(title) ? `${title}\n\n${body}` : body,
    title,
    outlet: plain(element(item, ['source']) ?? outlet),
    author: plain(element(item, ['dc:creator', 'author', 'name'])),
    url,
    hints: [...hints, ...(url ? [{ kind: 'url', name: 'url', value: url }] : [])],
  };
  return keep(draft, options.boilerplate);
}

/** The contents of all elements of a name; none lies inside another. */
function elementsNamed(text: string, name: string): readonly string[] {
  const found: string[] = [];
  const opening = new RegExp(`<${name}(?:\\s[^>]{0,1000})?>`, 'gi');
  const closing = `</${name}>`;
  for (let match = opening.exec(text); match && found.length < MOST_ITEMS; match = opening.exec(text)) {
    const end = text.indexOf(closing, opening.lastIndex);
    if (end < 0) break;
    found.push(text.slice(opening.lastIndex, end));
    opening.lastIndex = end;
  }
  return found;
}

/** The content of the first of the named elements that is there, its CDATA opened and its references read. */
function element(text: string, names: readonly string[]): string | null {
  for (const name of names) {
    const content = elementsNamed(text, name)[0]?.trim();
    if (!content) continue;
    const data = /^<!\[CDATA\[([\s\S]*?)\]\]>/.exec(content);
    const value = (data ? (data[1] ?? '') : decodeEntities(content)).trim();
    if (value !== '') return value;
  }
  return null;
}

function plain(markup: string | null): string | null {
  return markup === null ? null : markupText(markup).replace(/\s+/g, ' ').trim() || null;
}
