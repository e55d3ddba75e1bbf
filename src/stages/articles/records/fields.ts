/** The names under which people keep what an article has, and what stands under them. */
import { readMarkdown } from '../markdown.ts';
import { type MendedText, mendGiven } from '../mend.ts';
import { isObject, type JsonRecord, textOf } from './record.ts';
import { writingOf } from './writing.ts';

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
