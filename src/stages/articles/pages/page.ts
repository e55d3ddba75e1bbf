/** A web page → one clipping: main text by Readability behind limits, and everything that may tell its date. */
import type { Clipping, DateHint, Outcome } from '../../../core/model.ts';
import { idOf, keep, setAside } from '../finish.ts';
import type { ReadOptions } from '../input.ts';
import { mendText } from '../mend.ts';
import type { Block } from './blocks.ts';
import { type Digest, digestPage, type Heading } from './digest.ts';
import { decodeAttribute, decodeEntities } from './entities.ts';
import { pageHints } from './hints.ts';
import { type LinkedThing, readLinkedData, textProperty } from './linked.ts';
import { readableBlocks } from './readable.ts';
import type { PageSize } from './slim.ts';
import { proseBlocks } from './walk.ts';

/** Past these a page is no page, and is set aside. */
const MOST: PageSize = { elements: 150_000, attributes: 400_000, depth: 1_500 };
const LONGEST_PAGE = 16_000_000;
/** Past these Readability is slow or overflows the stack, and the plain walker takes the page. */
const MOST_READABLE: PageSize = { elements: 12_000, attributes: 60_000, depth: 200 };
const LONGEST_READABLE = 1_500_000;
const FEWEST_CHARACTERS = 80;

/** A page's markup, and the address it was saved from where that is known from outside. */
export interface PageSource {
  readonly path: string;
  readonly html: string;
  readonly address: string | null;
  /** Where a file holds more than this page. */
  readonly place?: string;
  readonly id?: string | null;
  /** What the archive that holds the page tells of its date. */
  readonly hints?: readonly DateHint[];
}

/** A web page is one article. */
export function readPage({ path, html, address, place, id, hints: told }: PageSource, options: ReadOptions): Outcome<Clipping> {
  const aside = (code: string, reason: string): Outcome<Clipping> => setAside({ path, place }, code, reason);
  if (html.length > LONGEST_PAGE) return aside('too large', `the page has ${html.length} characters, expected at most ${LONGEST_PAGE}`);
  const digest = digestPage(html);
  const excess = excessOf(digest.size);
  if (excess) return aside('too complex', excess);
  const things = readLinkedData(digest.linkedData);
  const given = givenTitle(digest, things);
  const headline = headlineOf(digest, given);
  const title = titleOf(digest, given, headline);
  const text = textOf(title, mainBlocks(digest));
  if (text.length < FEWEST_CHARACTERS && text.length <= (title?.length ?? 0))
    return aside('empty', 'the page holds no text beside its title');
  const url = urlOf(digest, things, html) ?? address;
  const hints: DateHint[] = [...pageHints(digest, things, headline)];
  if (url) hints.push({ kind: 'url', name: 'url', value: url });
  hints.push(...(told ?? []));
  if (place === undefined) hints.push({ kind: 'file name', name: 'path', value: idOf(path) });
  const draft = {
    id: id ?? (place === undefined ? idOf(path) : `${idOf(path)}:${place}`),
    path,
    ...(place !== undefined && { place }),
    text,
    title,
    url,
    hints,
    outlet: outletOf(digest, things, url),
    author: authorOf(digest, things),
    language: digest.language,
  };
  return keep(draft, options.boilerplate);
}

/** Bytes of a page or feed in which it names its encoding. */
const META_HEAD = 4096;

/** The encoding that a page or an XML file names in its head, or null. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, META_HEAD)).toString('latin1');
  const declared = /^\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})["']/i.exec(head)?.[1];
  return declared ?? /<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(head)?.[1] ?? null;
}

function excessOf(size: PageSize): string | null {
  for (const name of ['elements', 'attributes', 'depth'] as const)
    if (size[name] > MOST[name]) return `the page has ${name} ${size[name]}, expected at most ${MOST[name]}`;
  return null;
}

function mainBlocks({ slim, size }: Digest): readonly Block[] {
  const isReadable =
    slim.length <= LONGEST_READABLE &&
    size.elements <= MOST_READABLE.elements &&
    size.attributes <= MOST_READABLE.attributes &&
    size.depth <= MOST_READABLE.depth;
  const blocks = isReadable ? readableBlocks(slim) : [];
  return blocks.length > 0 ? blocks : proseBlocks(slim);
}

/** The headline is the first paragraph, so that what it quotes has a place in the text. */
function textOf(title: string | null, blocks: readonly Block[]): string {
  const texts = blocks.map(({ text }) => text);
  if (title && texts[0] !== title) texts.unshift(title);
  return mendText(texts.join('\n\n'));
}

function meta({ fields }: Digest, names: readonly string[]): string | null {
  for (const name of names) {
    const value = fields.find((field) => field.kind === 'meta' && field.name === name)?.value.trim();
    if (value) return value;
  }
  return null;
}

/** The heading that the page's own title repeats; else its first. */
function headlineOf({ headings, title }: Digest, given: string | null): Heading | null {
  const names = [given, title].flatMap((name) => (name ? [name.toLowerCase()] : []));
  const isNamed = ({ text }: Heading): boolean => text.length >= 12 && names.some((name) => name.includes(text.toLowerCase().slice(0, 30)));
  return headings.find(isNamed) ?? headings[0] ?? null;
}

/** The headline as the page shows it, else the title that it gives to others without the outlet's name behind it. */
function titleOf({ title }: Digest, given: string | null, headline: Heading | null): string | null {
  if (headline && headline.text.length >= 12 && `${given} ${title}`.toLowerCase().includes(headline.text.toLowerCase().slice(0, 30)))
    return headline.text;
  const best = given ?? title ?? headline?.text;
  return best ? best.replace(/\s+[|–—-]\s+[^|–—-]{2,40}$/, '').trim() || null : null;
}

function givenTitle(digest: Digest, things: readonly LinkedThing[]): string | null {
  const linked = things.map((thing) => textProperty(thing, ['headline'])).find(Boolean);
  return meta(digest, ['og:title', 'twitter:title', 'dc.title', 'title']) ?? (linked ? decodeEntities(linked) : null);
}

function urlOf(digest: Digest, things: readonly LinkedThing[], html: string): string | null {
  const saved = /<!--\s*saved from url=\(\d+\)(\S+)/.exec(html.slice(0, 4000))?.[1];
  const linked = things.map((thing) => textProperty(thing, ['url', '@id'])).find((url) => url?.startsWith('http'));
  const url = [digest.canonical, meta(digest, ['og:url', 'twitter:url']), saved, linked].find(
    (each) => each && /^https?:\/\/./i.test(each),
  );
  return url ? decodeAttribute(url).trim() : null;
}

function outletOf(digest: Digest, things: readonly LinkedThing[], url: string | null): string | null {
  const publisher = things.map((thing) => textProperty(thing, ['publisher'])).find(Boolean);
  const named = meta(digest, ['og:site_name', 'application-name', 'dc.publisher', 'publisher']);
  const domain = /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url ?? '')?.[1] ?? null;
  return (named && !named.startsWith('http') ? named : null) ?? publisher ?? domain;
}

function authorOf(digest: Digest, things: readonly LinkedThing[]): string | null {
  const named = meta(digest, ['author', 'article:author', 'parsely-author', 'dc.creator', 'byl', 'sailthru.author']);
  const linked = things.map((thing) => textProperty(thing, ['author', 'creator'])).find(Boolean);
  const author = [named, linked].find((each) => each && !each.startsWith('http'));
  return author ? decodeEntities(author).replace(/^by\s+/i, '') : null;
}
