/** A fetched feed → its items: RSS, Atom and RDF, JSON Feed, sitemaps of news. */
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { decodeText } from '../stages/articles/decode.ts';
import { listItems } from '../stages/articles/feed.ts';
import { declaredEncoding } from '../stages/articles/pages/page.ts';
import { walkXml } from '../stages/articles/xml.ts';
import type { Answer } from './request.ts';

/** One item of a feed; what it does not tell is ''. */
export interface FeedItem {
  /** Address of its page. */
  readonly url: string;
  readonly title: string;
  readonly published: string;
  readonly updated: string;
  /** Its own text as HTML. */
  readonly content: string;
}

/** A feed that was understood. */
export interface ReadFeed {
  readonly items: readonly FeedItem[];
  /** Minutes for which the feed says that it stays as it is. */
  readonly ttl: number | null;
}

/** A sitemap that an index lists, and when it was changed, '' where that is not told. */
export interface SitemapPart {
  readonly url: string;
  readonly updated: string;
}

/** An index of sitemaps: it has no items, its parts have. */
export interface SitemapIndex {
  readonly parts: readonly SitemapPart[];
}

const MOST_ITEMS = 2000;
/** Bytes of an unpacked body. */
const LARGEST = 16 * 1024 * 1024;

const UNPACK: Readonly<Record<string, (body: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** A body out of its packing, or why it cannot be had: cut short, or far larger than anything that people publish. */
export function unpackBody({
  headers,
  body,
}: Pick<Answer, 'headers' | 'body'>): { readonly bytes: Uint8Array } | { readonly failure: string } {
  const encoding = (headers.get('content-encoding') ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '' || body.length === 0) return { bytes: body };
  const unpack = Object.hasOwn(UNPACK, encoding) ? UNPACK[encoding] : undefined;
  if (unpack === undefined) return { failure: `the answer is packed as "${encoding}", which was not asked for` };
  try {
    return { bytes: unpack(body, { maxOutputLength: LARGEST }) };
  } catch (error) {
    const isTooLarge = (error as { readonly code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    return { failure: isTooLarge ? `the answer unpacks to more than ${LARGEST} bytes` : `the answer is no sound ${encoding}` };
  }
}

/** The same of a feed; a sitemap may be a gzip file of its own, `sitemap.xml.gz`, which no header tells. */
export function unpackSitemap({ answer }: { readonly answer: Pick<Answer, 'headers' | 'body'> }): ReturnType<typeof unpackBody> {
  const unpacked = unpackBody(answer);
  if ('failure' in unpacked || unpacked.bytes[0] !== 0x1f || unpacked.bytes[1] !== 0x8b) return unpacked;
  return unpackBody({ headers: new Map([['content-encoding', 'gzip']]), body: unpacked.bytes });
}

/** Reads a feed of whatever kind; addresses are made whole by the feed's own. */
export function readItems(
  bytes: Uint8Array,
  { address, charset }: { readonly address: string; readonly charset: string | null },
): ReadFeed | SitemapIndex | { readonly failure: string } {
  const decoded = decodeText(bytes, declaredEncoding(bytes) ?? charset);
  if (!decoded) return { failure: 'the feed is binary, expected RSS, Atom, JSON Feed or a sitemap of news' };
  const text = decoded.text.replace(/^\ufeff/, '');
  const read = /^\s*\{/.test(text)
    ? jsonFeed(text)
    : /<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/i.test(text.slice(0, 4096))
      ? sitemap(text)
      : xmlFeed(text);
  const whole = <Linked extends { readonly url: string }>(linked: readonly Linked[]): readonly Linked[] =>
    linked
      .slice(0, MOST_ITEMS)
      .map((one) => ({ ...one, url: one.url !== '' && URL.canParse(one.url, address) ? new URL(one.url, address).href : '' }));
  if ('parts' in read) return { parts: whole(read.parts).filter(({ url }) => /^https?:/.test(url)) };
  return 'items' in read ? { ...read, items: whole(read.items) } : read;
}

/** The parts of an index that were changed last; those that do not tell when come after, as they are listed. */
export function latestParts({ parts }: SitemapIndex, most: number): readonly SitemapPart[] {
  const when = ({ updated }: SitemapPart) => Date.parse(updated) || 0;
  return [...parts].sort((a, b) => when(b) - when(a)).slice(0, most);
}

type Read = ReadFeed | SitemapIndex | { readonly failure: string };

function xmlFeed(text: string): Read {
  if (!/<(?:\w+:)?(?:rss|feed|rdf|channel)[\s>]/i.test(text.slice(0, 65_536)))
    return { failure: 'the answer is no feed, expected RSS, Atom, JSON Feed or a sitemap of news' };
  const items = listItems(text);
  const ttl = /<ttl>\s*(\d{1,6})\s*<\/ttl>/i.exec(text.slice(0, 65_536))?.[1];
  return items === null
    ? { failure: 'the elements of the feed lie more than 300 deep in one another' }
    : { items, ttl: ttl === undefined ? null : Number(ttl) };
}

/** https://www.jsonfeed.org/version/1.1 */
function jsonFeed(text: string): Read {
  let feed: unknown;
  try {
    feed = JSON.parse(text);
  } catch {
    return { failure: 'the feed is not readable as JSON' };
  }
  const { items } = feed as { readonly items?: unknown };
  if (!Array.isArray(items)) return { failure: 'the JSON has no `items`, expected a JSON Feed' };
  const string = (value: unknown): string => (typeof value === 'string' ? value : '');
  const read = items.flatMap((item: Readonly<Record<string, unknown>> | null) => {
    if (typeof item !== 'object' || item === null) return [];
    const words = string(item.content_text);
    const content = string(item.content_html) || (words === '' ? string(item.summary) : `<p>${escapeMarkup(words)}</p>`);
    const url = string(item.url) || string(item.external_url) || (/^https?:/.test(string(item.id)) ? string(item.id) : '');
    return [{ url, title: string(item.title), published: string(item.date_published), updated: string(item.date_modified), content }];
  });
  return { items: read, ttl: null };
}

/** A sitemap or an index of sitemaps, https://www.sitemaps.org/protocol.html with Google's elements for news. */
function sitemap(text: string): Read {
  const items: FeedItem[] = [];
  let item: Record<string, string> | null = null;
  let isIndex = false;
  const starts: number[] = [];
  const isSound = walkXml(text, {
    open: (name, _, from) => {
      starts.push(from);
      const local = name.replace(/^.*:/, '');
      if (local === 'sitemapindex') isIndex = true;
      if ((local === 'url' || local === 'sitemap') && item === null) item = {};
    },
    close: (name, to) => {
      const from = starts.pop() ?? to;
      const local = name.replace(/^.*:/, '');
      if (item === null) return;
      if (local !== 'url' && local !== 'sitemap') item[local] ??= plain(text.slice(from, to));
      else {
        const { loc = '', title = '', publication_date: published = '', lastmod: updated = '' } = item;
        items.push({ url: loc, title, published, updated, content: '' });
        item = null;
      }
    },
  });
  if (!isSound) return { failure: 'the elements of the sitemap lie more than 300 deep in one another' };
  return isIndex ? { parts: items.map(({ url, updated }) => ({ url, updated })) } : { items, ttl: null };
}

function plain(raw: string): string {
  const bare = raw.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1').trim();
  return bare.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'");
}

/** Words as they may stand in HTML. */
export function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
