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

const JOINED_TO_OBSERVATION = `statements s ON s.id = o.id JOIN reach r ON r.number = o.number
  JOIN ranked_articles k ON k.rank = r.rank JOIN articles a ON a.key = k.key
  JOIN appearances p ON p.statement_id = s.id AND p.article_key = a.key AND p.start = r.start`;
const JOINED = `observations o JOIN ${JOINED_TO_OBSERVATION}`;

/** Published order: by the day it was said, undated last, then by id. */
const ORDER = 'o.number';

const ALL_FIELDS = Object.keys(COLUMNS) as (keyof StatementRow)[];
const TABLE_FIELDS = ALL_FIELDS.filter((field) => !PAGE_ONLY.has(field));

/** Statements are read by so many at a time: sorting all of them at once would not fit into memory. */
const SLICE = 20_000;

/** All statements in published order, as arrays of cells in the order of StatementRow (without `hits`). The next slice is read while one is being used. */
export async function* readStatements(database: Database): AsyncIterable<readonly (readonly Cell[])[]> {
  const total = await countStatements(database);
  let next = readSlice(database, 1, total);
  for (let first = 1; first <= total; first += SLICE) {
    const slice = await next;
    next = readSlice(database, first + SLICE, total);
    // Whether it fails is asked when its turn comes, not before.
    next.catch(() => undefined);
    for (let start = 0; start < slice.length; start += BATCH)
      yield slice.slice(start, start + BATCH).map((row) => JSON.parse(row.json as string) as readonly Cell[]);
  }
}

const BATCH = 2000;

async function readSlice(database: Database, first: number, total: number): Promise<readonly Readonly<Record<string, unknown>>[]> {
  if (first > total) return [];
  const last = Math.min(first + SLICE - 1, total);
  const cells = TABLE_FIELDS.map((field) => COLUMNS[field]).join(', ');
  const rows = await database.all(
    `SELECT json_array(${cells})::VARCHAR AS json FROM ${JOINED} WHERE ${between(first, last)} ORDER BY ${ORDER}`,
  );
  if (rows.length !== last - first + 1)
    throw new Error(`readStatements: ${rows.length} statements from number ${first}, expected ${last - first + 1}`);
  return rows;
}

/** Said of both tables, so that neither is read whole. */
function between(first: number, last: number): string {
  return `o.number BETWEEN ${first} AND ${last} AND r.number BETWEEN ${first} AND ${last}`;
}

async function countStatements(database: Database): Promise<number> {
  const [count] = await database.all('SELECT count(*)::INTEGER AS total FROM observations');
  return count?.total as number;
}

/**
 * Writes statements.parquet: the columns of statements.csv under the same names, text as it was printed, tones as numbers in [-1, 1].
 * Rows are put in order slice by slice: sorting all of them at once would not fit into memory.
 */
export async function exportParquet(database: Database, path: string): Promise<void> {
  const total = await countStatements(database);
  const columns = TABLE_FIELDS.map((field) => `${parquetExpression(field)} AS ${snakeCase(field)}`).join(', ');
  await database.run(`CREATE OR REPLACE TEMP TABLE published AS SELECT ${columns} FROM ${JOINED} LIMIT 0`);
  for (let first = 1; first <= total; first += SLICE) {
    await database.run(
      `INSERT INTO published SELECT ${columns} FROM ${JOINED} WHERE ${between(first, first + SLICE - 1)} ORDER BY ${ORDER}`,
    );
  }
  await database.run(`COPY published TO '${path.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`);
  await database.run('DROP TABLE published');
}

/** The statements that the page shows: the newest, and the strongest of the last year that has any, per side and sign. */
export async function readChosen(database: Database, options: GroupOptions): Promise<Pick<Grouped, 'newest' | 'strongest' | 'total'>> {
  const [count] = await database.all('SELECT count(*)::INTEGER AS total, count(said)::INTEGER AS dated FROM observations');
  const { total, dated } = count as { total: number; dated: number };
  const recent = `${JOINED} WHERE ${between(dated - options.newest + 1, total)} ORDER BY o.number > ${dated}, o.number DESC LIMIT ${options.newest}`;
  return { newest: await readRows(database, recent), strongest: await readRows(database, strongest(options.strongest)), total };
}

/** Chosen by the narrow columns first; only then are words and articles looked up. */
function strongest(most: number): string {
  return `(SELECT o.number, row_number() OVER (PARTITION BY o.side, o.label ORDER BY abs(o.tone) DESC, r.articles DESC, o.id) AS place
    FROM observations o JOIN reach r USING (number)
    WHERE o.label <> 'neutral' AND o.side <> 'unattributed'
      AND o.year = (SELECT max(year) FROM observations WHERE label <> 'neutral' AND side <> 'unattributed' AND said IS NOT NULL)
    QUALIFY place <= ${most}) best JOIN observations o ON o.number = best.number JOIN ${JOINED_TO_OBSERVATION}
    ORDER BY o.side, o.label, best.place`;
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
