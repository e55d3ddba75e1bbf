/** JSON → clippings: one object is one article. */
import type { Clipping, DateHint, Outcome, Problem } from '../model.ts';
import { clip, idOf } from './clip.ts';
import type { InputFile, ReadOptions } from './read.ts';

/** Names under which each field is known, best first. */
const FIELDS = {
  id: ['id', '_id', 'article_id', 'articleID', 'uuid'],
  text: ['text', 'body', 'content', 'full_text', 'fulltext', 'article', 'maintext', 'articleBody', 'story'],
  title: ['title', 'headline', 'name'],
  outlet: ['outlet', 'source', 'publisher', 'publication', 'site', 'domain', 'sitename'],
  author: ['author', 'byline', 'authors'],
  url: ['url', 'link', 'canonical_url'],
  language: ['language', 'lang'],
};
const DATES = [
  'published',
  'date',
  'publishedAt',
  'published_at',
  'date_publish',
  'datePublished',
  'publication_date',
  'pubDate',
  'pub_date',
  'created',
];

/** JSON lines as a whole text. */
export function readJsonLines(file: InputFile, text: string, options: ReadOptions): Outcome<Clipping> {
  return readLines(text.split(/\r\n|\n|\r/), 1, file.path, options);
}

/** Lines of a JSON-lines file; `firstLine` counts from 1, so that a file may be handed over in pieces. */
export function readLines(lines: readonly string[], firstLine: number, path: string, options: ReadOptions): Outcome<Clipping> {
  const kept: Clipping[] = [];
  const problems: Problem[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const place = `line ${firstLine + i}`;
    const value = parseJson(line);
    const outcome =
      value === undefined ? problem(path, place, ['bad json', 'the line is not JSON']) : readRecord(value, { path, place, options });
    kept.push(...outcome.kept);
    problems.push(...outcome.problems);
  }
  return { kept, problems };
}

function problem(path: string, place: string, [code, reason]: readonly [string, string]): Outcome<never> {
  return { kept: [], problems: [{ path, place, code, reason }] };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Where a record stands, and how it is to be read. */
export interface RecordPlace {
  readonly path: string;
  readonly place: string;
  readonly options: ReadOptions;
}

/** One record → one clipping, or the reason why not. */
export function readRecord(value: unknown, { path, place, options }: RecordPlace): Outcome<Clipping> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return problem(path, place, [
      'bad record',
      `the record is ${Array.isArray(value) ? 'a list' : typeof value}, expected an object with a text`,
    ]);
  const record = value as Readonly<Record<string, unknown>>;
  const pick = (field: keyof typeof FIELDS): string | null => textOf(record, [options.columns?.[field] ?? '', ...FIELDS[field]]);
  const text = pick('text');
  if (text === null || text.trim() === '') return problem(path, place, ['empty', 'the record has no text']);
  const hints: DateHint[] = [];
  for (const name of [options.columns?.date ?? options.columns?.published ?? '', ...DATES]) {
    const date = textOf(record, [name]);
    if (date !== null) hints.push({ kind: 'field', name, value: date });
  }
  const draft = {
    id: pick('id') ?? `${idOf(path)}:${place.replace(/\D+/g, '')}`,
    path,
    place,
    text,
    title: pick('title'),
    outlet: pick('outlet'),
    author: pick('author'),
    url: pick('url'),
    language: pick('language'),
    hints,
  };
  return { kept: [clip(draft, options.boilerplate)], problems: [] };
}

function textOf(record: Readonly<Record<string, unknown>>, names: readonly string[]): string | null {
  for (const name of names) {
    if (!Object.hasOwn(record, name)) continue;
    const value = record[name];
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return null;
}
