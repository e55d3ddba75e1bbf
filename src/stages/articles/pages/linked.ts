/** JSON-LD scripts → the things that they describe, articles first. */
import { decodeEntities } from './entities.ts';

/** One described thing: its types and its plain properties. */
export interface LinkedThing {
  readonly types: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  /** It stands in a list of other things, or its headline and address are those of another page. */
  readonly isOther: boolean;
}

const DEEPEST = 6;
const MOST_THINGS = 500;
const NESTED = ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item'];
/** What stands below these is another page's. */
const LISTED = ['itemListElement', 'item'];
const ARTICLE = /article|posting|report|review|recipe|liveblog|newsitem|opinion/i;
const PAGE = /webpage|itempage|aboutpage|creativework/i;

/** Everything that the scripts describe; articles before pages before the rest. */
export function readLinkedData(scripts: readonly string[], page: PageNames = { titles: [], address: null }): readonly LinkedThing[] {
  const things: LinkedThing[] = [];
  for (const script of scripts) collect(parseLoosely(script), { depth: 0, isOther: false, things });
  const judged = things.map((thing) => (thing.isOther || !isAboutOther(thing, page) ? thing : { ...thing, isOther: true }));
  const rank = (thing: LinkedThing): number =>
    (thing.isOther ? 3 : 0) + (isArticle(thing) ? 0 : thing.types.some((type) => PAGE.test(type)) ? 1 : 2);
  return judged.sort((a, b) => rank(a) - rank(b));
}

/** What the page calls itself. */
export interface PageNames {
  readonly titles: readonly string[];
  readonly address: string | null;
}

/** Two headlines of one article share at least so many of their words: one is often cut, or made for search. */
const LEAST_SHARED = 0.2;

/** An article whose headline has next to no word of the page's titles, and whose address is not the page's. */
function isAboutOther(thing: LinkedThing, { titles, address }: PageNames): boolean {
  const headline = textProperty(thing, ['headline', 'name']);
  if (!isArticle(thing) || headline === null || titles.length === 0) return false;
  const url = textProperty(thing, ['url', '@id', 'mainEntityOfPage']);
  if (url !== null && address !== null && bare(url) === bare(address)) return false;
  const words = wordsOf(decodeEntities(headline));
  const known = new Set(titles.flatMap((title) => [...wordsOf(title)]));
  return words.size > 1 && [...words].filter((word) => known.has(word)).length < words.size * LEAST_SHARED;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}

function bare(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?|[?#].*|\/$/gs, '').toLowerCase();
}

/** True for a thing that is itself a piece of news. */
export function isArticle({ types }: LinkedThing): boolean {
  return types.some((type) => ARTICLE.test(type));
}

/** Pages wrap their JSON in comments and CDATA, and put line breaks into strings. */
function parseLoosely(script: string): unknown {
  const text = script
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, '')
    .trimEnd()
    .replace(/(?:-->|(?:(?:\/\/|\/\*)\s*)?\]\]>(?:\*\/)?)$/, '');
  const plain = (): string => text.replace(/[\u0000-\u001f]+/g, ' ').replace(/;\s*$/, '');
  const attempts = [(): string => text, plain, (): string => plain().replace(/,(?=\s*[\]}])/g, ''), (): string => decodeEntities(plain())];
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt());
    } catch {
      // The next, looser attempt follows.
    }
  }
  return null;
}

interface Collecting {
  readonly depth: number;
  readonly isOther: boolean;
  readonly things: LinkedThing[];
}

function collect(value: unknown, { depth, isOther, things }: Collecting): void {
  if (depth > DEEPEST || things.length >= MOST_THINGS || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, { depth: depth + 1, isOther, things });
    return;
  }
  const properties = value as Readonly<Record<string, unknown>>;
  const types = [properties['@type']].flat().filter((type) => typeof type === 'string');
  if (types.length > 0) things.push({ types, properties, isOther });
  for (const name of NESTED) collect(properties[name], { depth: depth + 1, isOther: isOther || LISTED.includes(name), things });
}

/** Of a list the first, of a typed value what it says: [{"@type":"Date","@value":"2024-03-05"}] → '2024-03-05'. */
export function plainValue(value: unknown): unknown {
  const first: unknown = [value].flat()[0];
  return typeof first === 'object' && first !== null && '@value' in first ? first['@value'] : first;
}

/** The first of the named properties that holds text; of a nested thing its name. */
export function textProperty({ properties }: LinkedThing, names: readonly string[]): string | null {
  for (const name of names) {
    const value = plainValue(properties[name]);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'object' && value !== null) {
      const inner = (value as Readonly<Record<string, unknown>>)[name === 'mainEntityOfPage' ? '@id' : 'name'];
      if (typeof inner === 'string' && inner.trim() !== '') return inner.trim();
    }
  }
  return null;
}
