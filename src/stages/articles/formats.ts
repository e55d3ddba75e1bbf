/** Names of the formats that a job may name; apart from their readers, which a command that reads no article need not load. */

/** Names by which people know their data → the reader's. */
export const OTHER_NAMES: Readonly<Record<string, string>> = {
  txt: 'text',
  htm: 'html',
  ndjson: 'jsonl',
  gqg: 'jsonl',
  quotebank: 'jsonl',
  csv: 'table',
  tsv: 'table',
  rss: 'feed',
  atom: 'feed',
  vtt: 'subtitles',
  srt: 'subtitles',
  wet: 'warc',
  eml: 'mail',
  mbox: 'mail',
};

/** Formats with a reader of their own (read.ts). */
const READ = [
  'factiva',
  'feed',
  'html',
  'json',
  'jsonl',
  'mail',
  'mhtml',
  'nexis',
  'pdf',
  'proquest',
  'subtitles',
  'table',
  'text',
  'transcript',
  'warc',
];

/** Formats that a job may name. */
export const FORMATS: readonly string[] = [...READ, ...Object.keys(OTHER_NAMES)].sort();
