/** A record that is an article: its text, and whatever fields tell about it. */
import type { Clipping, DateHint, Outcome } from '../../../core/model.ts';
import { idOf, keep, setAside } from '../finish.ts';
import { type JsonRecord, type RecordPlace, textField } from './record.ts';

/** Names under which each field is known, best first. */
const FIELDS = {
  id: ['id', '_id', 'article_id', 'articleID', 'articleId', 'uuid', 'guid', 'doc_id', 'an'],
  text: [
    'text',
    'body',
    'content',
    'full_text',
    'fulltext',
    'fullText',
    'maintext',
    'article_text',
    'articleBody',
    'article',
    'story',
    'plain_text',
    'raw_text',
  ],
  title: ['title', 'headline', 'name', 'header', 'hd'],
  outlet: [
    'outlet',
    'source',
    'publisher',
    'publication',
    'site',
    'site_name',
    'sitename',
    'domain',
    'newspaper',
    'source_name',
    'sourceName',
  ],
  author: ['author', 'byline', 'authors', 'creator', 'by'],
  url: ['url', 'link', 'canonical_url', 'source_url', 'web_url', 'permalink'],
  language: ['language', 'lang', 'la'],
} as const;
const DATES = [
  'published',
  'date',
  'publishedAt',
  'published_at',
  'date_publish',
  'datePublished',
  'date_published',
  'publication_date',
  'publicationDate',
  'publish_date',
  'pubDate',
  'pub_date',
  'pubdate',
  'published_date',
  'publishedDate',
  'webPublicationDate',
  'date_extracted',
  'datetime',
  'timestamp',
  'day',
  'created',
  'created_at',
  'pd',
];

type Field = keyof typeof FIELDS;

/** Reads a record whose fields are named as people name them, or as the job's `columns` says. */
export function readArticleRecord(record: JsonRecord, { path, place, options }: RecordPlace): Outcome<Clipping> {
  const pick = (field: Field): string | null => textField(record, [options.columns?.[field] ?? '', ...FIELDS[field]]);
  const text = pick('text');
  if (text === null)
    return setAside(
      { path, place },
      'empty',
      `the record has no text (its fields are ${Object.keys(record).slice(0, 8).join(', ') || 'none'})`,
    );
  const url = pick('url');
  const draft = {
    id: pick('id') ?? numbered(path, place),
    path,
    place,
    text,
    title: pick('title'),
    outlet: pick('outlet'),
    author: pick('author'),
    url,
    language: pick('language'),
    hints: [...dateHints(record, options.columns), ...(url ? [{ kind: 'url', name: 'url', value: url }] : [])],
  };
  return keep(draft, options.boilerplate);
}

/** The job's own date column, then those that are commonly called so. */
function dateHints(record: JsonRecord, columns: Readonly<Record<string, string>> | undefined): readonly DateHint[] {
  return [columns?.date ?? '', columns?.published ?? '', ...DATES].flatMap((name) => {
    const value = textField(record, [name]);
    return value === null ? [] : [{ kind: 'field', name, value: value.slice(0, 120) }];
  });
}

/** 'feed.jsonl', 'line 12' → 'feed:12'. */
export function numbered(path: string, place: string): string {
  const number = /\d+/.exec(place)?.[0];
  return number === undefined ? idOf(path) : `${idOf(path)}:${number}`;
}
