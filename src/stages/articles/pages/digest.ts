/** What one pass over a page gathers: its metadata, everything that may tell a date, its size, and its markup without scripts and frames. */
import { decodeEntities, plainText } from './entities.ts';
import { scanTags, type Tag } from './scan.ts';
import { type PageSize, Slimmer } from './slim.ts';

/** A named value of a page: a meta tag, a time element, an element whose class speaks of dates. */
export interface PageField {
  readonly kind: 'meta' | 'time element' | 'dated element' | 'page text';
  readonly name: string;
  readonly value: string;
  /** How much visible text stands before it, in characters. */
  readonly at: number;
}

/** A heading, and how much visible text stands before it. */
export interface Heading {
  readonly text: string;
  readonly at: number;
}

/** A page after one pass. */
export interface Digest {
  readonly fields: readonly PageField[];
  /** Content of the JSON-LD scripts. */
  readonly linkedData: readonly string[];
  /** Content of all other scripts. */
  readonly scripts: readonly string[];
  /** Content of the scripts that hold markup. */
  readonly templates: readonly string[];
  readonly canonical: string | null;
  readonly title: string | null;
  readonly headings: readonly Heading[];
  readonly language: string | null;
  readonly size: PageSize;
  /** The markup that may hold news: no scripts, styles, frames, menus and images. */
  readonly slim: string;
}

type Gathered = {
  -readonly [Key in Exclude<keyof Digest, 'fields' | 'headings' | 'linkedData' | 'scripts' | 'templates' | 'size' | 'slim'>]: Digest[Key];
} & {
  readonly fields: PageField[];
  readonly headings: Heading[];
  readonly linkedData: string[];
  readonly scripts: string[];
  readonly templates: string[];
};

const DATE_WORDS =
  /date|datum|fecha|time|publi|post(?:ed|-on|_on)|pubd|stamp|created|erstell|veröff|byline|\bmeta\b|(?:entry|post|article)[-_]?(?:meta|info)|\bday\b|autor|author|head|lastmod/i;
const NEVER_DATED: ReadonlySet<string> = new Set('! html head body meta script link style article main section'.split(' '));
const LABELS = ['itemprop', 'property', 'class', 'id', 'data-testid', 'data-test', 'data-qa'];
const LONGEST_DATE_TEXT = 120;
const LONGEST_BARE_TEXT = 70;
const BARE_DATE = /(?:19|20)\d\d|\d\.\s?\d\d?\.\s?\d\d|\d\/\d/;
const MOST_HEADINGS = 40;

/** Reads a page's markup once. */
export function digestPage(html: string): Digest {
  const gathered: Gathered = {
    fields: [],
    headings: [],
    linkedData: [],
    scripts: [],
    templates: [],
    canonical: null,
    title: null,
    language: null,
  };
  const slimmer = new Slimmer(html);
  let last = 0;
  let before: Tag | null = null;
  for (const tag of scanTags(html)) {
    const wasDropping = slimmer.isDropping;
    if (!wasDropping) gatherText({ piece: html.slice(last, tag.start), at: slimmer.visible, before }, gathered.fields);
    slimmer.take(tag);
    if (!tag.isEnd)
      gather({ tag, html, at: slimmer.visible, isBeside: slimmer.dropping === 'aside' || slimmer.dropping === 'nav' }, gathered);
    last = tag.rawEnd;
    before = tag;
  }
  return { ...gathered, size: slimmer.size(), slim: slimmer.markup() };
}

interface Place {
  readonly tag: Tag;
  readonly html: string;
  readonly at: number;
  /** It stands in a menu or a column beside the story. */
  readonly isBeside: boolean;
}

function gather(place: Place, gathered: Gathered): void {
  const { tag, html, at } = place;
  const { name, attributes } = tag;
  if (name === 'meta') gatherMeta(tag, gathered);
  else if (name === 'script') gatherScript(tag, html, gathered);
  else if (name === 'link' && attributes.get('rel') === 'canonical') gathered.canonical ??= attributes.get('href') ?? null;
  else if (name === 'title' && tag.rawEnd > tag.end) gathered.title ??= plainText(html.slice(tag.end, tag.rawEnd), 500);
  else if (name === 'html') gathered.language ??= attributes.get('lang') ?? attributes.get('xml:lang') ?? null;
  else if (/^h[123]$/.test(name) && gathered.headings.length < MOST_HEADINGS) gathered.headings.push({ text: textOf(tag, html, 500), at });
  if (attributes.size > 0 && !NEVER_DATED.has(name)) gatherDate(place, gathered.fields);
}

/** A date that stands alone between two tags. */
function gatherText(
  { piece, at, before }: { readonly piece: string; readonly at: number; readonly before: Tag | null },
  fields: PageField[],
): void {
  if (piece.length < 8 || piece.length > 400 || !BARE_DATE.test(piece)) return;
  const value = decodeEntities(piece).replace(/\s+/g, ' ').trim();
  if (value.length >= 8 && value.length <= LONGEST_BARE_TEXT) {
    const name = before === null || before.isEnd ? '' : labelOf(before);
    fields.push({ kind: 'page text', name, value, at });
  }
}

function gatherMeta({ attributes }: Tag, { fields }: Gathered): void {
  const name = attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop') ?? attributes.get('http-equiv');
  const value = attributes.get('content') ?? attributes.get('datetime');
  if (name && value) fields.push({ kind: 'meta', name: name.toLowerCase().trim(), value: decodeEntities(value.slice(0, 2000)), at: 0 });
}

function gatherScript(tag: Tag, html: string, { linkedData, scripts, templates }: Gathered): void {
  const content = html.slice(tag.end, tag.rawEnd);
  if (/ld\+json/i.test(tag.attributes.get('type') ?? '')) linkedData.push(content);
  else if (/^text\/(?:x-)?(?:template|html|handlebars)/i.test(tag.attributes.get('type') ?? '')) templates.push(content);
  else if (content !== '') scripts.push(content);
}

function gatherDate({ tag, html, at, isBeside }: Place, fields: PageField[]): void {
  const { name, attributes } = tag;
  const own = labelOf(tag);
  const label = isBeside ? `sidebar ${own}` : own;
  const isTime = name === 'time' || attributes.has('datetime');
  if (!isTime && !DATE_WORDS.test(own)) return;
  const kind = isTime ? 'time element' : 'dated element';
  const given = attributes.get('datetime') ?? attributes.get('content') ?? attributes.get('title') ?? timeOfScript(attributes);
  if (given && /\d/.test(given)) fields.push({ kind, name: label, value: decodeEntities(given.slice(0, LONGEST_DATE_TEXT)), at });
  const text = textOf(tag, html, LONGEST_DATE_TEXT);
  if (/\d/.test(text) && text !== given) fields.push({ kind, name: label, value: text, at });
}

/** The time of which a script makes "3 hours ago": `data-date`, `data-timestamp`. */
function timeOfScript(attributes: Tag['attributes']): string | undefined {
  for (const [name, value] of attributes)
    if (
      /^data-(?:[\w-]{0,20}-)?(?:date|time|datetime|timestamp|published|publish(?:ed)?-?(?:at|date|time))$/.test(name) &&
      TIME_VALUE.test(value)
    )
      return value;
  return undefined;
}

const TIME_VALUE = /^\s*(?:(?:19|20)\d\d-\d\d-\d\d|\d{10}(?:\d{3})?\s*$)/;

/** What an element is called: its class, id and the like, in one line. */
function labelOf({ attributes }: Tag): string {
  if (attributes.size === 0) return '';
  return LABELS.map((key) => attributes.get(key) ?? '')
    .join(' ')
    .trim();
}

function textOf({ name, end }: Tag, html: string, longest: number): string {
  const window = html.slice(end, end + longest * 6);
  const close = window.toLowerCase().indexOf(`</${name}`);
  return plainText(close < 0 ? window : window.slice(0, close), longest);
}
