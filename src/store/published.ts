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
  passage: 'nullif(s.passage, s.text)',
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

const JOINED = `statements s JOIN observations o ON o.id = s.id JOIN reach r ON r.number = o.number
  JOIN ranked_articles k ON k.rank = r.rank JOIN articles a ON a.key = k.key
  JOIN appearances p ON p.statement_id = s.id AND p.article_key = a.key AND p.start = r.start`;

/** Published order: by the day it was said, undated last, then by id. */
const ORDER = 'o.number';

const ALL_FIELDS = Object.keys(COLUMNS) as (keyof StatementRow)[];
const TABLE_FIELDS = ALL_FIELDS.filter((field) => !PAGE_ONLY.has(field));

/** Statements are read by so many at a time: sorting all of them at once would not fit into memory. */
const SLICE = 25_000;

/** All statements in published order, as arrays of cells in the order of StatementRow (without `hits`). */
export async function* readStatements(database: Database): AsyncIterable<readonly (readonly Cell[])[]> {
  const total = await countStatements(database);
  const cells = TABLE_FIELDS.map((field) => COLUMNS[field]).join(', ');
  for (let first = 1; first <= total; first += SLICE) {
    const range = (column: string) => `${column} BETWEEN ${first} AND ${first + SLICE - 1}`;
    const rows = await database.all(
      `SELECT json_array(${cells})::VARCHAR AS json FROM ${JOINED} WHERE ${range('o.number')} AND ${range('r.number')} ORDER BY ${ORDER}`,
    );
    const expected = Math.min(SLICE, total - first + 1);
    if (rows.length !== expected) throw new Error(`readStatements: ${rows.length} statements from number ${first}, expected ${expected}`);
    yield rows.map((row) => JSON.parse(row.json as string) as readonly Cell[]);
  }
}

async function countStatements(database: Database): Promise<number> {
  const [count] = await database.all('SELECT count(*)::INTEGER AS total FROM observations');
  return count?.total as number;
}

/** Writes statements.parquet: the columns of statements.csv under the same names, text as it was printed, tones as numbers in [-1, 1]. */
export async function exportParquet(database: Database, path: string): Promise<void> {
  const columns = TABLE_FIELDS.map((field) => `${parquetExpression(field)} AS ${snakeCase(field)}`).join(', ');
  const target = path.replaceAll("'", "''");
  await database.run(`COPY (SELECT ${columns} FROM ${JOINED} ORDER BY ${ORDER}) TO '${target}' (FORMAT parquet, COMPRESSION zstd)`);
}

/** The statements that the page shows: the newest, and the strongest of the last year that has any, per side and sign. */
export async function readChosen(database: Database, options: GroupOptions): Promise<Pick<Grouped, 'newest' | 'strongest' | 'total'>> {
  const newest = `${JOINED} ORDER BY s.said DESC NULLS LAST, s.id LIMIT ${options.newest}`;
  const strongest = `${JOINED}
    WHERE s.label <> 'neutral' AND s.side IS NOT NULL AND left(s.said, 4) = (SELECT max(left(said, 4)) FROM statements WHERE label <> 'neutral' AND side IS NOT NULL)
    QUALIFY row_number() OVER (PARTITION BY s.side, sign(s.tone) ORDER BY abs(s.tone) DESC, r.articles DESC, s.id) <= ${options.strongest}
    ORDER BY s.side, sign(s.tone), abs(s.tone) DESC, r.articles DESC, s.id`;
  return {
    newest: await readRows(database, newest),
    strongest: await readRows(database, strongest),
    total: await countStatements(database),
  };
}

async function readRows(database: Database, from: string): Promise<readonly StatementRow[]> {
  const fields = ALL_FIELDS.map((field) => `'${field}', ${COLUMNS[field]}`).join(', ');
  const rows = await database.all(`SELECT json_object(${fields})::VARCHAR AS json FROM ${from}`);
  return rows.map((row) => JSON.parse(row.json as string) as StatementRow);
}

function parquetExpression(field: keyof StatementRow): string {
  if (field === 'tone' || field === 'sentiment') return `${COLUMNS[field]} / 1000000`;
  if (field === 'saidEarliest' || field === 'saidLatest') return `${COLUMNS[field]}::DATE`;
  return COLUMNS[field];
}

function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
