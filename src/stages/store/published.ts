/** The SQL of the published statements: one relation behind statements.csv, statements.parquet and the page. Needs prepareGroups (groups.ts). */
import type { Grouped, StatementRow } from '../../core/model/groups.ts';
import type { Database } from './database.ts';

/** How much of the store goes onto the page. */
export interface GroupOptions {
  /** Newest statements for the explorer. */
  readonly newest: number;
  /** Strongest statements per side and sign. */
  readonly strongest: number;
  /** The two sides of the job. */
  readonly sides: readonly string[];
  /** Statements that came last. */
  readonly arrived: number;
}

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

const TABLE = Object.keys(COLUMNS).join(', ');

/** Statements are put in order slice by slice: sorting one takes up to twice its size, and the database has 160 MB at night. */
const SLICE_BYTES = 56_000_000;
/** Of a statement, beside its words. */
const OTHER_BYTES = 500;
const BLOCK = 1000;

/** A join at a time, the few rows of the slice against a whole relation: together they would be planned the other way round. */
const SLICE_OF = `
SELECT o.number, o.place AS statement, r.place AS appearance, k.place AS article, r.articles, r.outlets
FROM observations o JOIN reach r USING (number) JOIN ranked_articles k USING (rank)`;
const CITED = `
SELECT slice.* EXCLUDE (appearance), p.kind, p.spans, p.mention, p.mention_span, p.via, p.cue, p.rule, p.certainty
FROM slice JOIN appearances p ON p.rowid = slice.appearance`;
const PUBLISHED = `
SELECT c.number, ${Object.entries(COLUMNS)
  .map(([name, expression]) => `${expression} AS "${name}"`)
  .join(', ')}
FROM cited c JOIN articles a ON a.rowid = c.article JOIN statements s ON s.rowid = c.statement
  LEFT JOIN corrections k ON k.id = s.id AND k.cell = 'note' ORDER BY c.number`;

/** Makes the temporary table of all statements in published order: by the day it was said, undated last, then by id. */
export async function preparePublished(database: Database): Promise<void> {
  await database.run(`CREATE OR REPLACE TEMP TABLE slice AS ${SLICE_OF} LIMIT 0;
CREATE OR REPLACE TEMP TABLE cited AS ${CITED} LIMIT 0;
CREATE OR REPLACE TEMP TABLE published AS ${PUBLISHED} LIMIT 0`);
  let first = 1;
  for (const last of await endsOfSlices(database)) {
    // Said of both tables, so that neither is read whole.
    const slice = `o.number BETWEEN ${first} AND ${last} AND r.number BETWEEN ${first} AND ${last}`;
    await database.run(`CREATE OR REPLACE TEMP TABLE slice AS ${SLICE_OF} WHERE ${slice};
CREATE OR REPLACE TEMP TABLE cited AS ${CITED};
INSERT INTO published ${PUBLISHED}`);
    first = last + 1;
  }
  await database.run('DROP TABLE slice; DROP TABLE cited');
  const { total } = await countStatements(database);
  const [row] = await database.all('SELECT count(*)::INTEGER AS listed FROM published');
  if (row?.listed !== total) throw new Error(`published ${row?.listed} of ${total} statements`);
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

async function countStatements(database: Database): Promise<{ readonly total: number; readonly dated: number }> {
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
  try {
    await database.run(copy);
  } finally {
    await database.run(`SET threads = ${setting?.threads}`);
  }
}

/** Gives up the space of the statements in published order. */
export async function dropPublished(database: Database): Promise<void> {
  await database.run('DROP TABLE published; DROP TABLE page_hits');
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The statements that the page shows: the newest, and the strongest of the last year that has any, per side and sign. */
export async function readChosen(
  database: Database,
  options: GroupOptions,
): Promise<Pick<Grouped, 'newest' | 'strongest' | 'arrived' | 'total'>> {
  const { total, dated } = await countStatements(database);
  const undated = Math.min(total - dated, Math.max(0, options.newest - dated));
  const ranges: readonly Range[] = [
    [Math.max(1, dated - options.newest + 1), dated],
    [total - undated + 1, total],
  ];
  const strongest = await chooseStrongest(database, options.strongest);
  const arrived = await chooseArrived(database, options.arrived);
  const isOnPage = [
    ...ranges.map(([first, last]) => `o.number BETWEEN ${first} AND ${last}`),
    ...[...strongest, ...arrived].map((number) => `o.number = ${number}`),
  ].join(' OR ');
  await database.run(`
CREATE OR REPLACE TEMP TABLE page_hits AS SELECT o.number, s.hits FROM observations o JOIN statements s ON s.rowid = o.place WHERE ${isOnPage}`);
  return {
    newest: () => readSlices(database, ranges),
    strongest: await readNumbers(database, strongest),
    arrived: await readNumbers(database, arrived),
    total,
  };
}

/** Numbers of the strongest statements, by the narrow columns alone, in the order in which they are shown. */
async function chooseStrongest(database: Database, most: number): Promise<readonly number[]> {
  const chosen = await database.all(`
SELECT number FROM (
  SELECT o.number, o.side, o.label, row_number() OVER (PARTITION BY o.side, o.label ORDER BY abs(o.tone) DESC, r.articles DESC, o.id) AS degree
  FROM observations o JOIN reach r USING (number)
  WHERE o.label <> 'neutral' AND o.side <> 'unattributed'
    AND o.year = (SELECT max(year) FROM observations WHERE label <> 'neutral' AND side <> 'unattributed' AND said IS NOT NULL)
  QUALIFY degree <= ${most}) ORDER BY side, label, degree`);
  return chosen.map(({ number }) => number as number);
}

/** Numbers of the strongest of the statements that came last. */
async function chooseArrived(database: Database, most: number): Promise<readonly number[]> {
  const chosen = await database.all(`
SELECT number FROM observations WHERE added = (SELECT max(added) FROM observations) ORDER BY tone IS NULL, abs(tone) DESC, id LIMIT ${most}`);
  return chosen.map(({ number }) => number as number);
}

/** The rows of these numbers, in the order of the numbers as given. */
async function readNumbers(database: Database, numbers: readonly number[]): Promise<readonly StatementRow[]> {
  if (numbers.length === 0) return [];
  const rows = await readRows(database, `number IN (${numbers.join(', ')})`);
  const byNumber = new Map(rows.map(({ number, ...row }) => [number, row]));
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}

/** First and last number. */
type Range = readonly [first: number, last: number];

/** Statements of the page that are held at once. */
const READ_AT_ONCE = 1000;

/** The rows of these numbers, the highest of each range first. */
async function* readSlices(database: Database, ranges: readonly Range[]): AsyncIterable<readonly StatementRow[]> {
  for (const [first, last] of ranges)
    for (let end = last; end >= first; end -= READ_AT_ONCE)
      yield await readRows(database, `number BETWEEN ${Math.max(first, end - READ_AT_ONCE + 1)} AND ${end}`);
}

/** A row with its number. */
type Numbered = StatementRow & { readonly number: number };

/** The latest first. */
async function readRows(database: Database, where: string): Promise<readonly Numbered[]> {
  const rows = await database.all(`
SELECT number, id, speaker_id AS "speakerId", speaker, side, said, text, passage, tone, label, articles, outlet, title, url, path, kind, cue, spans, p.hits
FROM (SELECT * EXCLUDE (hits) FROM published WHERE ${where}) JOIN page_hits p USING (number) ORDER BY number DESC`);
  return rows as unknown as readonly Numbered[];
}
