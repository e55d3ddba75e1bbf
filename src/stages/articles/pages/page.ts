/** A web page → one clipping: main text by Readability behind limits, and everything that may tell its date. */
import type { Clipping, DateHint, Entry, Span } from '../../../core/model/articles.ts';
import type { Outcome } from '../../../core/model/problems.ts';
import { originalAddress, savedFrom, withoutBar } from '../captured.ts';
import { domainOf } from '../domain.ts';
import { idOf, joinOutcomes, keep, note, setAside } from '../finish.ts';
import type { ReadOptions } from '../input.ts';
import { mendText } from '../mend.ts';
import type { Block } from './blocks.ts';
import { type Digest, digestPage, type Heading } from './digest.ts';
import { decodeAttribute, decodeEntities } from './entities.ts';
import { pageHints } from './hints.ts';
import { isArticle, type LinkedThing, readLinkedData, textProperty } from './linked.ts';
import { entriesOf, type LiveBlog, liveBlogOf } from './live-blog.ts';
import { mainBlocks } from './main-text.ts';
import type { PageSize } from './slim.ts';
import { listsStories } from './story-list.ts';
import { markupText } from './walk.ts';

/** Past these a page is no page, and is set aside. */
const MOST: PageSize = { elements: 150_000, attributes: 400_000, depth: 1_500 };
const LONGEST_PAGE = 16_000_000;
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
  /** What the archive tells beside the page: the outlet goes before what the page says, the title stands in where the page names none. */
  readonly outlet?: string | null;
  readonly title?: string | null;
}

/** A web page is one article. */
export function readPage(
  { path, html: whole, address, place, id, hints: told, ...beside }: PageSource,
  options: ReadOptions,
): Outcome<Clipping> {
  const html = withoutBar(whole);
  const aside = (code: string, reason: string): Outcome<Clipping> => setAside({ path, place }, code, reason);
  if (html.length > LONGEST_PAGE) return aside('too large', `the page has ${html.length} characters, expected at most ${LONGEST_PAGE}`);
  const digest = digestPage(html);
  const excess = excessOf(digest.size);
  if (excess) return aside('too complex', excess);
  const things = linkedThings(digest, address);
  const given = givenTitle(digest, things);
  const headline = headlineOf(digest, given);
  const title = titleOf(digest, given, headline) ?? beside.title ?? null;
  const live = liveBlogOf(things);
  const blocks = withArticleBody(mainBlocks(digest), things);
  const isList = !live.isLive && !isCalledArticle(digest, things) && listsStories(blocks);
  const { text, marked, entries } = textOf(title, isList ? blocks.map((block) => ({ ...block, part: 'aside' as const })) : blocks, live);
  if (text.length < FEWEST_CHARACTERS && text.length <= (title?.length ?? 0))
    return digest.scripts.length > 0
      ? aside('needs script', 'the page holds scripts and no text beside its title')
      : aside('empty', 'the page holds no text beside its title');
  const shown = urlOf(digest, things, html) ?? address;
  const url = shown && originalAddress(shown);
  const hints: DateHint[] = [...pageHints(digest, things, headline)];
  if (url) hints.push({ kind: 'url', name: 'url', value: url });
  hints.push(...(told ?? []));
  if (place === undefined) hints.push({ kind: 'file name', name: 'path', value: idOf(path) });
  const draft = {
    id: id ?? (place === undefined ? idOf(path) : `${idOf(path)}:${place}`),
    path,
    ...(place !== undefined && { place }),
    text,
    marked,
    ...(entries.length > 0 && { entries }),
    title,
    url,
    hints,
    outlet: beside.outlet ?? outletOf(digest, things, url),
    author: authorOf(digest, things),
    language: digest.language,
  };
  const kept = keep(draft, options.boilerplate);
  // A blog of one day needs no days of its entries.
  const isUnclear = kept.kept.length > 0 && live.isLive && entries.length === 0 && live.days.size !== 1;
  if (isUnclear) return joinOutcomes([kept, note(draft, 'undated entries', UNDATED_ENTRIES)]);
  return isList && kept.kept.length > 0 ? joinOutcomes([kept, note(draft, 'list of stories', BEGINNINGS)]) : kept;
}

const BEGINNINGS = 'the page lists stories with their headlines; nothing is taken from the beginnings of them';

/** The page says itself that it is a piece of news. */
function isCalledArticle(digest: Digest, things: readonly LinkedThing[]): boolean {
  return (
    things.some((thing) => isArticle(thing) && !thing.isOther) ||
    meta(digest, ['og:type'])?.toLowerCase() === 'article' ||
    meta(digest, ['article:published_time']) !== null
  );
}

const UNDATED_ENTRIES = 'the entries of the live blog tell no days, all are of the day of the page';

/** Bytes of a page or feed in which it names its encoding. */
const META_HEAD = 4096;

/** The encoding that a page or an XML file names in its head, or null. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, META_HEAD)).toString('latin1');
  const declared = /^\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})["']/i.exec(head)?.[1];
  return declared ?? /<meta\b[^>]{0,200}?charset\s*=\s*(?:["']\s*)?([\w-]{2,40})/i.exec(head)?.[1] ?? null;
}

function excessOf(size: PageSize): string | null {
  for (const name of ['elements', 'attributes', 'depth'] as const)
    if (size[name] > MOST[name]) return `the page has ${name} ${size[name]}, expected at most ${MOST[name]}`;
  return null;
}

function linkedThings(digest: Digest, address: string | null): readonly LinkedThing[] {
  const titles = [digest.title, meta(digest, ['og:title', 'twitter:title']), ...digest.headings.slice(0, 3).map(({ text }) => text)];
  const own = digest.canonical ?? meta(digest, ['og:url']) ?? address;
  return readLinkedData(digest.linkedData, { titles: titles.filter((title) => title !== null), address: own });
}

/** A page that builds its text by script may give it in its linked data. */
function withArticleBody(blocks: readonly Block[], things: readonly LinkedThing[]): readonly Block[] {
  const body = things.filter((thing) => isArticle(thing) && !thing.isOther).map((thing) => textProperty(thing, ['articleBody']))[0];
  if (!body || body.length < FEWEST_CHARACTERS || blocks.reduce((sum, { text }) => sum + text.length, 0) >= body.length / 2) return blocks;
  const text = /<\w/.test(body) ? markupText(body) : decodeEntities(body);
  return text
    .split(/[\r\n]+/)
    .map((line): Block => ({ text: line.trim(), element: 'p', linked: 0, emphasised: 0, part: 'story', quotation: 0 }))
    .filter((block) => block.text !== '');
}

/** The text of a page, what in it is marked as boilerplate, and the entries of a live blog. */
interface PageText {
  readonly text: string;
  readonly marked: readonly Span[];
  readonly entries: readonly Entry[];
}

/** The headline is the first paragraph, so that what it quotes has a place in the text; what repeats another paragraph's words is marked. */
function textOf(title: string | null, blocks: readonly Block[], live: LiveBlog): PageText {
  const texts = blocks.map(({ text }) => mendText(text));
  const head = title === null ? null : mendText(title);
  const shift = head && texts[0] !== head ? texts.unshift(head) - blocks.length : 0;
  const marked: Span[] = [];
  const copies = pulledQuotes(texts);
  const starts: number[] = [];
  let at = 0;
  for (const [i, text] of texts.entries()) {
    starts.push(at);
    if (copies.has(i) || blocks[i - shift]?.part === 'aside') marked.push([at, at + text.length]);
    at += text.length + 2;
  }
  return { text: texts.join('\n\n'), marked, entries: entriesOf(blocks, starts.slice(shift), live) };
}

/** Lengths between which a pulled quotation lies, and how many are looked for. */
const PULLED = { fewest: 20, most: 320, paragraphs: 200 };

/** Who is named behind a quotation in marks, which may be pulled out of the story with the name. */
const SIGNATURE = /^([“"«„][^“”"«»„]{2,800}[”"»“])\s*[—–―-]{1,2}\s*\p{Lu}[^\n]{1,160}$/u;

/** Indexes of paragraphs that print again what another one holds: a quotation that is pulled out of its story, large, for those who only look. */
function pulledQuotes(texts: readonly string[]): ReadonlySet<number> {
  const pulled = new Set<number>();
  const quotes = texts.flatMap((text, i) => (i > 0 && /^[“"‘«„]|[”"’»]$/.test(text) ? [i] : []));
  // Most pages have none, and what all other paragraphs hold is not asked for.
  const plain = quotes.length === 0 ? [] : texts.map(wordsAlone);
  for (const i of quotes) {
    const text = texts[i] as string;
    const words = SIGNATURE.test(text) ? wordsAlone(text.replace(SIGNATURE, '$1')) : (plain[i] ?? '');
    if (words.length < PULLED.fewest || words.length > PULLED.most) continue;
    const from = Math.max(1, i - PULLED.paragraphs);
    const isPulled = plain
      .slice(from, i + PULLED.paragraphs)
      .some((other, place) => from + place !== i && other.length > words.length && ` ${other} `.includes(` ${words} `));
    if (isPulled) pulled.add(i);
  }
  return pulled;
}

function wordsAlone(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
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
  return best ? best.replace(/\s[|–—-]\s+[^|–—-]{2,40}$/, '').trim() || null : null;
}

function givenTitle(digest: Digest, things: readonly LinkedThing[]): string | null {
  const linked = things
    .filter(({ isOther }) => !isOther)
    .map((thing) => textProperty(thing, ['headline']))
    .find(Boolean);
  return meta(digest, ['og:title', 'twitter:title', 'dc.title', 'title']) ?? (linked ? decodeEntities(linked) : null);
}

function urlOf(digest: Digest, things: readonly LinkedThing[], html: string): string | null {
  const linked = things
    .filter(({ isOther }) => !isOther)
    .map((thing) => textProperty(thing, ['url', '@id']))
    .find((url) => url?.startsWith('http'));
  const url = [digest.canonical, meta(digest, ['og:url', 'twitter:url']), savedFrom(html), linked].find(
    (each) => each && /^https?:\/\/./i.test(each),
  );
  return url ? decodeAttribute(url).trim() : null;
}

function outletOf(digest: Digest, things: readonly LinkedThing[], url: string | null): string | null {
  const publisher = things.map((thing) => textProperty(thing, ['publisher'])).find(Boolean);
  const named = meta(digest, ['og:site_name', 'application-name', 'dc.publisher', 'publisher']);
  return (named && !named.startsWith('http') ? named : null) ?? publisher ?? domainOf(url);
}

function authorOf(digest: Digest, things: readonly LinkedThing[]): string | null {
  const named = meta(digest, ['author', 'article:author', 'parsely-author', 'dc.creator', 'byl', 'sailthru.author']);
  const linked = things
    .filter(({ isOther }) => !isOther)
    .map((thing) => textProperty(thing, ['author', 'creator']))
    .find(Boolean);
  const author = [named, linked].find((each) => each && !each.startsWith('http'));
  return author ? decodeEntities(author).replace(/^by\s+/i, '') : null;
}
