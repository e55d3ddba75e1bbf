/** The SQL of the published statements: one list of columns behind statements.csv, statements.parquet and the page. Needs prepareGroups (groups.ts). */
import type { Cell, Grouped, StatementRow } from '../model.ts';
import type { Database, GroupOptions } from './groups.ts';

/** Field of StatementRow → its expression over statements s, reach r, first appearance p and its article a. */
const COLUMNS: Readonly<Record<keyof StatementRow, string>> = {
  id: 's.id',
  speakerId: 's.speaker_id',
  speaker: 's.speaker',
  side: 's.side',
  role: 's.role',
  said: 's.said',
  saidBasis: 's.said_basis',
  saidEarliest: 's.said_earliest',
  saidLatest: 's.said_latest',
  year: 'left(s.said, 4)::INTEGER',
  kind: 'p.kind',
  text: 's.text',
  passage: 's.passage',
  relevant: 's.relevant',
  relevance: 's.relevance',
  tone: 's.tone',
  label: 's.label',
  sentiment: 's.sentiment',
  articles: 'r.articles',
  outlets: 'r.outlets',
  article: 'a.id',
  outlet: 'a.outlet',
  title: 'a.title',
  url: 'a.url',
  path: 'a.path',
  published: 'a.published',
  publishedBasis: 'a.published_basis',
  spans: 'p.spans',
  mention: 'p.mention',
  mentionSpan: 'p.mention_span',
  cue: 'p.cue',
  rule: 'p.rule',
  certainty: 'p.certainty',
  terms: `array_to_string(list_transform(from_json(s.hits, '[{"term":"VARCHAR","value":"DOUBLE"}]'), lambda hit: hit.term || ' ' || printf('%+.2f', hit.value)), '; ')`,
  hits: 's.hits',
};

/** Columns that only the page needs: the tables have `terms`, and `passage` where it differs from `text`. */
const PAGE_ONLY: ReadonlySet<string> = new Set(['hits']);

const JOINED = `statements s JOIN reach r ON r.statement_id = s.id
  JOIN ranked_articles k ON k.rank = r.first_appearance // 4294967296 JOIN articles a ON a.key = k.key
  JOIN appearances p ON p.statement_id = s.id AND p.article_key = a.key AND p.start = r.first_appearance % 4294967296`;

/** Published order: by the day it was said, undated last, then by id. */
const ORDER = 's.said NULLS LAST, s.id';

const TABLE_FIELDS = (Object.keys(COLUMNS) as (keyof StatementRow)[]).filter((field) => !PAGE_ONLY.has(field));

/** All statements in published order, as arrays of cells in the order of StatementRow (without `hits`). */
export function readStatements(database: Database): AsyncIterable<readonly (readonly Cell[])[]> {
  return database.batches(`SELECT ${selection(TABLE_FIELDS)} FROM ${JOINED} ORDER BY ${ORDER}`);
}

/** Writes statements.parquet: the columns of statements.csv under the same names, text as it was printed, tones as numbers in [-1, 1]. */
export async function exportParquet(database: Database, path: string): Promise<void> {
  const columns = TABLE_FIELDS.map((field) => `${parquetExpression(field)} AS ${snakeCase(field)}`).join(', ');
  const target = path.replaceAll("'", "''");
  await database.run(`COPY (SELECT ${columns} FROM ${JOINED} ORDER BY ${ORDER}) TO '${target}' (FORMAT parquet, COMPRESSION zstd)`);
}

/** The statements that the page shows: the newest, and the strongest of the last year that has any, per side and sign. */
export async function readChosen(database: Database, options: GroupOptions): Promise<Pick<Grouped, 'newest' | 'strongest' | 'total'>> {
  const all = selection(Object.keys(COLUMNS) as (keyof StatementRow)[]);
  const newest = `SELECT ${all} FROM ${JOINED} ORDER BY s.said DESC NULLS LAST, s.id LIMIT ${options.newest}`;
  const strongest = `SELECT ${all} FROM ${JOINED}
    WHERE s.tone <> 0 AND s.side IS NOT NULL AND left(s.said, 4) = (SELECT max(left(said, 4)) FROM statements WHERE tone <> 0)
    QUALIFY row_number() OVER (PARTITION BY s.side, sign(s.tone) ORDER BY abs(s.tone) DESC, r.articles DESC, s.id) <= ${options.strongest}
    ORDER BY s.side, sign(s.tone), abs(s.tone) DESC, r.articles DESC, s.id`;
  const [count] = await database.all('SELECT count(*)::INTEGER AS total FROM statements');
  return {
    newest: (await database.all(newest)) as unknown as readonly StatementRow[],
    strongest: (await database.all(strongest)) as unknown as readonly StatementRow[],
    total: count?.total as number,
  };
}

function selection(fields: readonly (keyof StatementRow)[]): string {
  return fields.map((field) => `${COLUMNS[field]} AS "${field}"`).join(', ');
}

function parquetExpression(field: keyof StatementRow): string {
  if (field === 'tone' || field === 'sentiment') return `${COLUMNS[field]} / 1000000`;
  if (field === 'saidEarliest' || field === 'saidLatest') return `${COLUMNS[field]}::DATE`;
  return COLUMNS[field];
}

function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
