/** The names under which people keep what an article has, and what stands under them. */
import { readMarkdown } from '../markdown.ts';
import { type MendedText, mendGiven } from '../mend.ts';
import { markupText } from '../pages/walk.ts';
import { isSubtitles, subtitleText } from '../subtitles.ts';
import { type JsonRecord, textOf } from './record.ts';

/** Names under which each field is known, best first; case, blanks, hyphens and underscores do not matter. */
export const FIELDS = {
  id: ['id', 'articleid', 'uuid', 'guid', 'docid', 'documentid', 'an', 'accessionnumber', 'proquestdocumentid'],
  text: [
    'text',
    'body',
    'content',
    'contenthtml',
    'contenttext',
    'fulltext',
    'maintext',
    'articletext',
    'articlebody',
    'bodytext',
    'bodyhtml',
    'article',
    'story',
    'paragraphs',
    'transcript',
    'plaintext',
    'cleanedtext',
    'textcontent',
    'markdown',
    'rawtext',
    'selftext',
    'html',
    'leadparagraph',
    'description',
    'abstract',
    'summary',
    'excerpt',
    'snippet',
    'volltext',
    'texto',
    'texte',
    'testo',
    'tekst',
    'текст',
  ],
  title: [
    'title',
    'headline',
    'webtitle',
    'name',
    'header',
    'hd',
    'subject',
    'linktext',
    'titel',
    'schlagzeile',
    'titre',
    'título',
    'titulo',
    'titolo',
    'tytuł',
    'заголовок',
  ],
  outlet: [
    'outlet',
    'sourcehostname',
    'sourcename',
    'source',
    'publication',
    'publicationtitle',
    'publicationname',
    'newspaper',
    'newspapername',
    'sitename',
    'metasitename',
    'publisher',
    'provider',
    'medianame',
    'site',
    'journal',
    'medium',
    'hostname',
    'sourcedomain',
    'domain',
    'station',
    'pagename',
    'quelle',
    'fuente',
    'источник',
    'źródło',
    'джерело',
  ],
  author: ['author', 'byline', 'authors', 'creator', 'by', 'writer', 'journalist', 'autor', 'auteur', 'автор'],
  url: [
    'url',
    'link',
    'canonicalurl',
    'canonicallink',
    'sourceurl',
    'weburl',
    'permalink',
    'documenturl',
    'articleurl',
    'href',
    'uri',
    'source',
  ],
  language: ['language', 'lang', 'la', 'metalang'],
} as const;

/** A field of an article. */
export type Field = keyof typeof FIELDS;

/** Names of the day of publication, best first. */
const DATES = [
  'published',
  'date',
  'publishedat',
  'datepublish',
  'datepublished',
  'publicationdate',
  'publishdate',
  'pubdate',
  'publisheddate',
  'webpublicationdate',
  'firstpublicationdate',
  'dateextracted',
  'datetime',
  'timestamp',
  'day',
  'created',
  'createdat',
  'createdutc',
  'pd',
  'postcreated',
  'issued',
  'datum',
  'fecha',
  'дата',
  'loaddate',
];
/** Names that begin or end as those of a publication day do, as "date local" and "article date" … */
const LIKE_DATES = /^(?:date|published|publication|pubdate)|(?:date|published|publishedat)$/;
/** … and mean another day. */
const OTHER_DAYS =
  /modif|updat|download|crawl|fetch|access|retriev|birth|load|expir|event|start|end(?:date|time)|scrap|added|import|collect|index|archiv|order|format|precision|basis|revis|year|title|gmt$/;

/** A record's fields by their names in lower case without anything but letters and figures; of two names that look alike the first that holds anything counts. */
export type Named = ReadonlyMap<string, unknown>;

/** Puts a record's fields under plain names, those of the objects that APIs keep them in too. */
export function namedFields(record: JsonRecord): Named {
  const named = new Map<string, unknown>();
  const wrapped = wrappedIn(record);
  for (const part of [record, ...wrapped, ...wrapped.flatMap(wrappedIn)])
    for (const [name, value] of Object.entries(part)) {
      const plain = plainName(name);
      if (!named.has(plain) || isMissing(named.get(plain))) named.set(plain, value);
    }
  if (!named.has('text') && OF_POSTS.some((name) => named.has(name))) named.set('text', named.get('message'));
  return named;
}

/** What tables of posts have; their text is a message, and a description that of the page to which the post links. */
const OF_POSTS = ['postcreated', 'postcreateddate', 'facebookid'];

/** Objects inside a record that hold its text: the Guardian's and others'. */
const WRAPPERS = [
  'fields',
  '_source',
  'attributes',
  'article',
  'data',
  'document',
  'post',
  'metadata',
  'meta',
  'thread',
  'record',
  'snippet',
];

function wrappedIn(record: JsonRecord): readonly JsonRecord[] {
  return WRAPPERS.flatMap((name) => (isObject(record[name]) ? [record[name]] : []));
}

/** 'Publication Title' and 'publication_title' → 'publicationtitle'. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || name.toLowerCase();
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (typeof value === 'string' && textOf(value) === null);
}

function isObject(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The names under which a record may hold its day of publication, best first. */
export function dateNames(named: Named): readonly string[] {
  return [...DATES, ...[...named.keys()].filter((name) => !DATES.includes(name) && LIKE_DATES.test(name) && !OTHER_DAYS.test(name))];
}

const ADDRESS = /^https?:\/\/\S+$/i;

/** The first value of a field that fits it: an address is no outlet, a word no address. */
export function fieldText(named: Named, field: Field, own: string | undefined): string | null {
  return findField(named, field, own)?.text ?? null;
}

/** The text of an article, with its origin where it was mended, and as it was given (of a list, as it is read). A list's parts and markup are no text that offsets could point into. */
export function writingField(named: Named, own: string | undefined): (MendedText & { readonly given: string }) | null {
  const found = findField(named, 'text', own);
  if (found === null) return null;
  if (typeof found.value !== 'string') return { text: readMarkdown('', { text: found.text }).text, given: found.text };
  const { text, origin } = found.value === found.text ? { text: found.text } : mendGiven(found.value);
  const isWhole = text.startsWith(found.text);
  const { origin: read, ...rest } = readMarkdown('', { text: found.text, ...(origin && isWhole && { origin }) });
  return { ...rest, given: found.value, ...(read && isWhole && { origin: read }) };
}

function findField(named: Named, field: Field, own: string | undefined): { readonly text: string; readonly value: unknown } | null {
  for (const name of own === undefined ? FIELDS[field] : [plainName(own), ...FIELDS[field]]) {
    const value = named.get(name);
    const text = field === 'text' ? writingOf(value) : textOf(value);
    if (text === null || (field === 'outlet' && ADDRESS.test(text)) || (field === 'url' && name === 'source' && !ADDRESS.test(text)))
      continue;
    return { text, value };
  }
  return null;
}

const MARKUP =
  /<\/?(?:p|br|div|span|a|b|i|em|strong|u|h[1-6]|ul|ol|li|blockquote|q|figure|figcaption|img|section|article|table|tr|td|font|script|style|iframe|hr|html|body|head)(?:\s[^<>]{0,2000})?\/?>/i;
/** Answers of NewsAPI, GNews and others break off so. */
const CUT_OFF = /\s*\[\+?(\d+) chars\]\s*$/;

/** How many characters a service says that it kept back, as '1234'; null where it says nothing of the kind. */
export function keptBack(given: string): string | null {
  return CUT_OFF.exec(given.slice(-100))?.[1] ?? null;
}

/** A list that was printed into a cell: ['One.', 'Two.'] */
const PRINTED_LIST = /^\s*\[\s*(["'])[\s\S]*\1\s*,?\s*\]\s*$/;

/** A text field's value as writing: a list's parts are paragraphs, markup is read, a list that was printed into a cell is a list again. */
export function writingOf(value: unknown): string | null {
  if (Array.isArray(value)) {
    if (areRuns(value)) return writingOf((value as readonly Run[]).map((run) => (typeof run === 'string' ? run : run.text)).join(''));
    const parts = value.flatMap((part) => writingOf(part) ?? []);
    return parts.length > 0 ? parts.join('\n\n') : null;
  }
  if (isObject(value)) {
    // A name or a title in an object is not its text.
    const inner = BODIES.find((name) => Array.isArray(value[name])) ?? WRITTEN.find((name) => typeof value[name] === 'string');
    return inner === undefined ? null : writingOf(value[inner]);
  }
  if (typeof value === 'number') return null;
  const text = textOf(value);
  if (text === null) return null;
  if (isSubtitles(text)) return subtitleText(text) || null;
  const list = PRINTED_LIST.test(text) ? printedList(text) : null;
  if (list) return writingOf(list);
  const markup = [value, text].find((each) => typeof each === 'string' && MARKUP.test(each));
  const written = (typeof markup === 'string' ? textOf(markupText(markup)) : text)?.replace(CUT_OFF, '') ?? '';
  return /\S/.test(written) ? written : null;
}

/** Where an object keeps the parts of its text. */
const BODIES = ['content', 'paragraphs', 'paragraph'];
/** Where it keeps a text that is whole. */
const WRITTEN = ['rendered', 'main', 'original', 'plain', 'html', 'text', '#text', '_', ...BODIES];
/** Kinds of the runs of which some services make a paragraph. */
const RUN = /^(?:text|plain|span|bold|italic|underline|link|text_link|mention|hashtag|entity)$/i;

type Run = string | { readonly type: string; readonly text: string };

/** Pieces of one text, which somebody has cut where its letters change: strings among typed objects, or objects of such types alone. */
function areRuns(list: readonly unknown[]): boolean {
  const isTyped = (each: unknown): boolean => isObject(each) && typeof each.type === 'string' && typeof each.text === 'string';
  return (
    list.some(isTyped) &&
    list.every((each) => typeof each === 'string' || isTyped(each)) &&
    (list.some((each) => typeof each === 'string') || list.every((each) => RUN.test((each as { readonly type: string }).type)))
  );
}

const ITEM = /\s*(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)')\s*(,|\]|$)/y;

/** The texts of a list as Python or JSON prints it; null where it is none. */
function printedList(text: string): readonly string[] | null {
  const items: string[] = [];
  ITEM.lastIndex = text.indexOf('[') + 1;
  for (let match = ITEM.exec(text); match; match = ITEM.exec(text)) {
    items.push((match[1] ?? match[2] ?? '').replace(/\\(["'\\/])/g, '$1').replace(/\\n/g, '\n'));
    if (match[3] !== ',') return items;
    if (/^\s*\]\s*$/.test(text.slice(ITEM.lastIndex, ITEM.lastIndex + 20))) return items;
  }
  return null;
}
