/**
 * Rows of statements that stand in the last publication's files as they would be written today. A night with little that is new takes them from there,
 * and makes those alone that came, went, were made anew (`remade`) or reach farther than before; the bytes are those of tables that are made from nothing.
 */
import type { RecordEdits } from '../../core/model/groups.ts';
import type { Database } from './database.ts';
import { quoted } from './open.ts';
import { countStatements, insertRows, makeEmpty, PUBLISHED_COLUMNS } from './published.ts';

/** The last publication's files of statements, by their sha256, and a hash of all that decides how a row is written. */
export interface Standing {
  readonly edition: string;
  readonly csv: string;
  readonly parquet: string;
}

/** Where more rows are new, nothing is taken from the last publication: the lines of new rows are held in memory. */
const MOST_FRESH = 20_000;

/** What was remembered of the last publication; null where nothing was, or too much was made anew since. */
export async function readStanding(store: Database): Promise<Standing | null> {
  const [row] = await store.all("SELECT value FROM meta WHERE name = 'standing'");
  return row === undefined ? null : (JSON.parse(String(row.value)) as Standing);
}

/** Remembers the files of statements of a publication: from now on it is noted what is made anew. */
export async function rememberStanding(store: Database, standing: Standing): Promise<void> {
  await forgetStanding(store);
  await store.run(`INSERT INTO meta VALUES ('standing', ${quoted(JSON.stringify(standing))})`);
}

async function forgetStanding(store: Database): Promise<void> {
  await store.run("DELETE FROM meta WHERE name = 'standing'; DELETE FROM remade");
}

/** SQL that notes the statements of the relation `missing` as made anew, where it is of use: so many are missing in all. */
export async function noteRemade(store: Database, missing: number): Promise<string> {
  if ((await readStanding(store)) === null) return '';
  if (missing <= MOST_FRESH) return 'INSERT INTO remade SELECT id FROM missing';
  await forgetStanding(store);
  return '';
}

/** `kept`: place of a row in the last publication and its number today. What does not change with a row's own statement are the articles and outlets that carry it. */
const compare = (parquet: string): string => `
CREATE OR REPLACE TEMP TABLE last AS
  SELECT file_row_number::INTEGER AS place, id, articles, outlets FROM read_parquet(${quoted(parquet)}, file_row_number = true);
CREATE OR REPLACE TEMP TABLE kept AS
  SELECT l.place, o.number FROM last l JOIN observations o USING (id) JOIN reach r USING (number) ANTI JOIN remade ON remade.id = l.id
  WHERE r.articles = l.articles AND r.outlets = l.outlets;
CREATE OR REPLACE TEMP TABLE fresh AS SELECT number FROM observations ANTI JOIN kept USING (number)`;

/**
 * `behind`: for each new row the place of the row of the last publication that it comes behind, -1 where it comes before all of them. `placed`: the number
 * today of each row of the last publication, null where it is gone, and the place at which `edits` says what stands there now: its own where that is not the
 * row alone. Null in a list is the row itself.
 */
const PLACE = `
CREATE OR REPLACE TEMP TABLE behind AS
  SELECT coalesce(k.place, -1) AS place, f.number FROM (SELECT number, number - row_number() OVER (ORDER BY number) AS kept_before FROM fresh) f
    LEFT JOIN (SELECT place, row_number() OVER (ORDER BY number) AS kept_before FROM kept) k USING (kept_before);
CREATE OR REPLACE TEMP TABLE placed AS
  SELECT place, k.number, CASE WHEN k.number IS NULL OR place IN (SELECT place FROM behind) THEN place ELSE -1 END AS edit FROM last LEFT JOIN kept k USING (place);
CREATE OR REPLACE TEMP TABLE edits AS
  WITH coming AS (SELECT b.place, list(f ORDER BY f.number) AS rows FROM fresh_rows f JOIN behind b USING (number) WHERE b.place >= 0 GROUP BY b.place)
  SELECT p.place, CASE WHEN p.number IS NULL THEN [] WHEN c.rows IS NULL THEN [NULL] ELSE list_prepend(NULL, c.rows) END AS rows
  FROM placed p LEFT JOIN coming c USING (place) WHERE p.edit >= 0 UNION ALL SELECT -1, [NULL]`;

/** Rows of the last publication as they stand in its file, each but those that are gone with the new ones behind it: a join in which each row finds exactly one keeps their order. */
const carried = (parquet: string): string => `
INSERT INTO published SELECT * FROM fresh_rows WHERE number IN (SELECT number FROM behind WHERE place < 0) ORDER BY number;
INSERT INTO published SELECT ${[['number', 'own'] as const, ...PUBLISHED_COLUMNS.map((name) => [name, name] as const)]
  .map(([name, last]) => `CASE WHEN f IS NULL THEN ${last} ELSE f.${name} END`)
  .join(', ')}
FROM (
  SELECT w.number AS own, p.* EXCLUDE (file_row_number), unnest(e.rows) AS f
  FROM read_parquet(${quoted(parquet)}, file_row_number = true) p LEFT JOIN placed w ON w.place = p.file_row_number LEFT JOIN edits e ON e.place = w.edit)`;

/**
 * Makes the temporary table of all statements in published order, as preparePublished does, from the statements.parquet of the last publication and what
 * changed since. False where that cannot be, and preparePublished is to be called.
 */
export async function carryPublished(database: Database, parquet: string): Promise<boolean> {
  await database.run(compare(parquet));
  const [fresh] = await database.all('SELECT count(*)::INTEGER AS count FROM fresh');
  if ((fresh?.count as number) > MOST_FRESH) return false;
  await makeEmpty(database, 'published');
  await makeEmpty(database, 'fresh_rows');
  await insertRows(database, 'fresh_rows', 'o.number IN (SELECT number FROM fresh)');
  await database.run(PLACE);
  await database.run(carried(parquet));
  const { total } = await countStatements(database);
  const [made] = await database.all(`
SELECT count(*)::INTEGER AS count, count(*) FILTER (number <> place)::INTEGER AS astray FROM (SELECT number, row_number() OVER () AS place FROM published)`);
  return made?.count === total && made.astray === 0;
}

/** What is done to the last statements.csv to make today's, with lines as this SQL makes them of the table's columns; carryPublished comes first. */
export async function readLineEdits(database: Database, line: string): Promise<RecordEdits> {
  const [last] = await database.all('SELECT count(*)::INTEGER AS rows FROM last');
  const { place = [] } = await database.columns('SELECT place FROM last ANTI JOIN kept USING (place) ORDER BY place');
  const lines = await database.columns(`
SELECT b.place AS behind, ${line} || chr(13) || chr(10) AS line FROM fresh_rows f JOIN behind b USING (number) ORDER BY f.number`);
  return {
    records: (last?.rows as number) + 1,
    removed: (place as readonly number[]).map((each) => each + 1),
    inserted: ((lines.line ?? []) as readonly string[]).map((text, row) => ({ before: (lines.behind?.[row] as number) + 2, line: text })),
  };
}
