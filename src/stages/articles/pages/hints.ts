/** Everything in a page that may tell its date, each with the name it has there. The dates room judges it. */
import type { DateHint } from '../../../core/model/articles.ts';
import type { Digest, Heading, PageField } from './digest.ts';
import { isArticle, type LinkedThing, plainValue } from './linked.ts';

const META_DATE = /date|time|publish|created|issued|modified|updated|stamp|revised/;
/** Meta names that hold "date" or "time" and mean something else. */
const META_OTHER = /video|event|expir|timezone|unavailable|offline|next|candidate|reading|length|valid|birth|viewport|runtime|start|end/;
const LINKED_DATES = ['datePublished', 'dateCreated', 'uploadDate', 'dateModified'];
/** What the name of a date holds, with what stands behind it up to the date; its beginning is read backwards. */
const SCRIPT_DATE =
  /(?:publi[sc]|pubdate|pub_date|creat|firstp|datetime|post_?date|modif|updat)[\w-]{0,24}["']?\s{0,3}[:=]\s{0,3}["']?(\d[\d\s:T/.+-]{7,30}Z?|[A-Z][a-z]{2,9},? \d{1,2},? \d{4})/gi;
const NAME_BEFORE = /[\w-]{1,24}$/;
const NAME = /^[\w-]+/;
const MOST_ELEMENTS = 60;
const LONGEST_SCRIPT = 400_000;
/** How far from the headline, in characters of visible text, a page shows its own date. */
const BEFORE_HEADLINE = 200;
const AFTER_HEADLINE = 700;

/** Date hints of a page, in the order in which they stand; elements by their distance from the headline. */
export function pageHints(digest: Digest, things: readonly LinkedThing[], headline: Heading | null): readonly DateHint[] {
  return [...metaHints(digest), ...linkedHints(things), ...elementHints(digest, headline), ...scriptHints(digest, things)];
}

function linkedHints(things: readonly LinkedThing[]): readonly DateHint[] {
  const hints: DateHint[] = [];
  for (const thing of things) {
    const kind = thing.isOther ? 'other' : isArticle(thing) ? 'article' : 'thing';
    for (const name of LINKED_DATES) {
      const value = plainValue(thing.properties[name]);
      if (typeof value === 'string' || typeof value === 'number')
        hints.push({ kind: 'metadata', name: `json-ld ${kind} ${thing.types[0]} ${name}`, value: String(value).slice(0, 80) });
    }
  }
  return hints;
}

function metaHints({ fields }: Digest): readonly DateHint[] {
  return fields
    .filter(({ kind, name, value }) => kind === 'meta' && META_DATE.test(name) && !META_OTHER.test(name) && /\d/.test(value))
    .map(({ name, value }) => ({ kind: 'metadata', name, value: value.slice(0, 120) }))
    .concat(parselyHint(fields));
}

/** `parsely-page` holds an object in which the day of publication is one of the values. */
function parselyHint(fields: readonly PageField[]): DateHint[] {
  const page = fields.find(({ kind, name }) => kind === 'meta' && name === 'parsely-page')?.value;
  const value = /"pub_date"\s*:\s*"([^"]{8,40})"/.exec(page ?? '')?.[1];
  return value === undefined ? [] : [{ kind: 'metadata', name: 'parsely-pub-date', value }];
}

/** Elements close to the headline are called so: the page shows its own date there, and those of other stories elsewhere. */
function elementHints({ fields }: Digest, headline: Heading | null): readonly DateHint[] {
  const from = headline ? headline.at : 0;
  const isClose = ({ at }: PageField): boolean =>
    headline !== null && at >= from - BEFORE_HEADLINE && at <= from + headline.text.length + AFTER_HEADLINE;
  const distance = ({ at }: PageField): number => (at >= from ? at - from : (from - at) * 2);
  return fields
    .filter(({ kind }) => kind !== 'meta')
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, MOST_ELEMENTS)
    .map((field) => ({ kind: field.kind, name: `${isClose(field) ? 'beside headline ' : ''}${field.name}`, value: field.value }));
}

/** Linked data is searched as text only where it could not be read. */
function scriptHints({ scripts, linkedData }: Digest, things: readonly LinkedThing[]): readonly DateHint[] {
  const hints: DateHint[] = [];
  for (const script of [...(things.length === 0 ? linkedData : []), ...scripts])
    for (const { 0: found, 1: value = '', index } of script.slice(0, LONGEST_SCRIPT).matchAll(SCRIPT_DATE)) {
      if (hints.length >= MOST_ELEMENTS) return hints;
      const before = NAME_BEFORE.exec(script.slice(Math.max(0, index - 24), index))?.[0] ?? '';
      hints.push({ kind: 'script', name: `${before}${NAME.exec(found)?.[0] ?? ''}`, value });
    }
  return hints;
}
