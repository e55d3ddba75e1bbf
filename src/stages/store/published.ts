/** The SQL of the published statements: one relation behind statements.csv, statements.parquet and the page (on-page.ts). Needs prepareGroups (groups.ts). */
import type { Database } from './database.ts';

/** Column of statements.csv and statements.parquet → its expression over statements s, its reach and first appearance c (CITED), and that one's article a. */
const COLUMNS: Readonly<Record<string, string>> = {
  id: 's.id',
  speaker_id: 's.speaker_id',
  speaker: 's.speaker',
  side: 's.side',
  role: 's.role',
  joint_ids: `array_to_string(from_json(s.joint, '[{"id":"VARCHAR"}]').list_transform(lambda each: each.id), '|')`,
  said: 's.said',
  said_basis: 's.said_basis',
  said_earliest: 's.said_earliest::DATE',
  said_latest: 's.said_latest::DATE',
  year: 'left(s.said, 4)::INTEGER',
  kind: 'c.kind',
  text: 's.text',
  passage: 'nullif(s.passage, s.text)',
  relevant: 's.relevant',
  relevance: 's.relevance',
  tone: 's.tone / 1000000',
  label: 's.label',
  sentiment: 's.sentiment / 1000000',
  articles: 'c.articles',
  outlets: 'c.outlets',
  article: 'a.id',
  outlet: 'a.outlet',
  title: 'a.title',
  url: 'a.url',
  path: 'a.path',
  published: 'a.published',
  published_basis: 'a.published_basis',
  spans: 'c.spans',
  mention: 'c.mention',
  mention_span: 'c.mention_span',
  via: 'c.via',
  cue: 'c.cue',
  rule: 'c.rule',
  certainty: 'c.certainty',
  hits: 's.weighing',
  about: 's.about',
  topics: `array_to_string(from_json(s.topics, '["VARCHAR"]'), ' ')`,
  terms: 's.terms',
  corrections: 'k.value',
};

/** Names of the columns, in their order. */
export const PUBLISHED_COLUMNS = Object.keys(COLUMNS);
const TABLE = PUBLISHED_COLUMNS.join(', ');

/** Statements are put in order slice by slice: sorting one takes up to twice its size, and the database has 160 MB at night. */
const SLICE_BYTES = 56_000_000;
/** Of a statement, beside its words. */
const OTHER_BYTES = 500;
const BLOCK = 1000;

/** A join at a time, the few rows of the slice against a whole relation: together they would be planned the other way round. */
const SLICE_OF = `
SELECT o.number, o.id, o.place AS statement, r.place AS appearance, k.key, k.place AS article, r.articles, r.outlets
FROM observations o JOIN reach r USING (number) JOIN ranked_articles k USING (rank)`;
const CITED = `
SELECT slice.* EXCLUDE (appearance), p.kind, p.spans, p.mention, p.mention_span, p.via, p.cue, p.rule, p.certainty
FROM slice JOIN appearances p ON p.rowid = slice.appearance`;
/**
 * Two keys, though a place alone finds its row: a join by one number the database answers with an array from the first place to the last, as wide as all
 * columns that are joined. Of a million statements that took 250 MB, which no limit counts. An outer join would make none either, but holds more than its limit.
 */
const PUBLISHED = `
SELECT c.number, ${Object.entries(COLUMNS)
  .map(([name, expression]) => `${expression} AS "${name}"`)
  .join(', ')}
FROM cited c JOIN articles a ON a.rowid = c.article AND a.key = c.key JOIN statements s ON s.rowid = c.statement AND s.id = c.id
  LEFT JOIN corrections k ON k.id = s.id AND k.cell = 'note' ORDER BY c.number`;

/** Makes the temporary table of all statements in published order: by the day it was said, undated last, then by id. */
export async function preparePublished(database: Database): Promise<void> {
  await makeEmpty(database, 'published');
  let first = 1;
  for (const last of await endsOfSlices(database)) {
    // Said of both tables, so that neither is read whole.
    await insertRows(database, 'published', `o.number BETWEEN ${first} AND ${last} AND r.number BETWEEN ${first} AND ${last}`);
    first = last + 1;
  }
  const { total } = await countStatements(database);
  const [row] = await database.all('SELECT count(*)::INTEGER AS listed FROM published');
  if (row?.listed !== total) throw new Error(`published ${row?.listed} of ${total} statements`);
}

/** Makes an empty temporary table with the columns of the published statements and their number. */
export async function makeEmpty(database: Database, table: string): Promise<void> {
  await database.run(`CREATE OR REPLACE TEMP TABLE slice AS ${SLICE_OF} LIMIT 0;
CREATE OR REPLACE TEMP TABLE cited AS ${CITED} LIMIT 0;
CREATE OR REPLACE TEMP TABLE ${table} AS ${PUBLISHED} LIMIT 0;
DROP TABLE slice; DROP TABLE cited`);
}

/** Adds the rows of some statements, in their order; `where` is said of observations o and their reach r. */
export async function insertRows(database: Database, table: string, where: string): Promise<void> {
  await database.run(`CREATE OR REPLACE TEMP TABLE slice AS ${SLICE_OF} WHERE ${where};
CREATE OR REPLACE TEMP TABLE cited AS ${CITED};
INSERT INTO ${table} ${PUBLISHED};
DROP TABLE slice; DROP TABLE cited`);
}

/** The last statement of each slice. */
async function endsOfSlices(database: Database): Promise<readonly number[]> {
  const blocks = await database.all(`
SELECT max(number) AS last, sum(bytes + ${OTHER_BYTES})::DOUBLE AS bytes FROM observations GROUP BY number // ${BLOCK} ORDER BY last`);
  const ends: number[] = [];
  let size = 0;
  for (const { last, bytes } of blocks as readonly { readonly last: number; readonly bytes: number }[]) {
    const isFull = size > 0 && size + bytes > SLICE_BYTES;
    size = isFull ? bytes : size + bytes;
    if (isFull || ends.length === 0) ends.push(last);
    else ends[ends.length - 1] = last;
  }
  return ends;
}

/** Statements in all, and those of which a day is known. */
export async function countStatements(database: Database): Promise<{ readonly total: number; readonly dated: number }> {
  const [count] = await database.all('SELECT count(*)::INTEGER AS total, count(said)::INTEGER AS dated FROM observations');
  return count as { total: number; dated: number };
}

/** Writes statements.csv: a header, and for every statement in published order the line that this SQL makes of the table's columns. Lines end with CRLF. */
export async function exportLines(
  database: Database,
  path: string,
  { header, line }: { readonly header: string; readonly line: string },
): Promise<void> {
  // Lines are finished text: with no quote and a delimiter that they cannot hold, they are written as they are. The database ends them with LF.
  const options = `FORMAT csv, HEADER true, QUOTE '', ESCAPE '', DELIMITER '\x1f'`;
  await copyInOrder(database, `COPY (SELECT ${line} || chr(13) AS "${header}\r" FROM published) TO ${literal(path)} (${options})`);
}

/** Rows of a row group, which is held in memory: a sixth of what the database would take. */
const ROW_GROUP = 20_480;

/** Writes statements.parquet: the columns of statements.csv, text as it was printed, tones as numbers in [-1, 1], days as dates. */
export async function exportParquet(database: Database, path: string): Promise<void> {
  const options = `FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP}`;
  await copyInOrder(database, `COPY (SELECT ${TABLE} FROM published) TO ${literal(path)} (${options})`);
}

/** Bytes of a line of a CSV that is read back. The reader holds a few buffers of twice that; by itself it would take 32 MB for each, more than a night has. */
const LONGEST_LINE = 1_048_576;

/** A written CSV, and how its columns are read and written (writing/parquet.ts). */
export interface ExportedTable {
  readonly types: string;
  readonly select: string;
}

/** Writes a table as Parquet from its CSV: the same rows and columns, typed, an empty cell as null. */
export async function exportTable(database: Database, csv: string, path: string, { types, select }: ExportedTable): Promise<void> {
  const reading = `columns = ${types}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '', max_line_size = ${LONGEST_LINE}, buffer_size = ${2 * LONGEST_LINE}, new_line = '\\r\\n'`;
  const options = `FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP}`;
  await copyInOrder(database, `COPY (SELECT ${select} FROM read_csv(${literal(csv)}, ${reading})) TO ${literal(path)} (${options})`);
}

/** With several threads the database collects 122,880 rows for each to keep their order, which a night's memory does not hold; with one it lets them run through. */
async function copyInOrder(database: Database, copy: string): Promise<void> {
  const [setting] = await database.all("SELECT current_setting('threads')::INTEGER AS threads");
  await database.run('SET threads = 1');
  // Not where it fails: a transaction that is broken off takes no setting, and would hide why.
  await database.run(copy);
  await database.run(`SET threads = ${setting?.threads}`);
}

/** Gives up the space of the statements in published order. */
export async function dropPublished(database: Database): Promise<void> {
  await database.run('DROP TABLE published; DROP TABLE page_hits');
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
