/**
 * The SQL that groups and sums. It reads these relations, each of which may be a table or a view of the store:
 *
 *     statements   id VARCHAR, speaker_id, speaker, side, role VARCHAR (all null where nobody is named; side null where the text does not tell it),
 *                  joint VARCHAR (JSON of those who said it together with the speaker, or null),
 *                  said ('2018-12-22' | '2018-12' | '2018' | null), said_basis, said_earliest, said_latest VARCHAR,
 *                  text, passage VARCHAR (passage: the text that was scored, into which hits point),
 *                  relevant BOOLEAN, relevance VARCHAR, tone INTEGER (millionths, null where not relevant), label VARCHAR, sentiment INTEGER (millionths),
 *                  hits VARCHAR (JSON of Hit[]: term, span, base, shifts, value), topics VARCHAR (JSON of ids), weighing INTEGER (hits with points), added VARCHAR (stamp of the run that first stored it),
 *                  about, terms VARCHAR (hits as the tables spell them: spelt-hits.ts)
 *     appearances  statement_id, article_key VARCHAR, kind VARCHAR, spans VARCHAR (JSON), start INTEGER (of the first span), mention VARCHAR,
 *                  mention_span VARCHAR (JSON), via, cue, rule, certainty VARCHAR, is_named BOOLEAN (whether this printing itself names the speaker)
 *     articles     key VARCHAR (unique in the store), id, path, place, outlet, title, url, published ('2018-12-22' | ... | null), published_basis, added VARCHAR
 *     cuttings     id, whole VARCHAR: statements that are a part of a longer one, and which
 *     problems     path, place, code, reason VARCHAR
 *
 * Every statement has an appearance, every appearance an article, and (statement_id, article_key, start) is unique. Reach (articles,
 * outlets) and the first appearance (of those that have all its words and name the speaker the earliest publication, then path, id, start) are worked out
 * here, so the store need not keep them true. A part of a longer statement is no observation: its appearances are those of the longest. Numbers are summed as integers and every list is sorted by code point: the bytes
 * do not depend on order of input or threads. prepareGroups comes first; it makes temporary tables that the other functions read.
 */
import type { Group, Grouped, YearSum } from '../../core/model/groups.ts';
import type { Database } from './database.ts';
import { GROUP_COLUMNS, type GroupChoice, groupingQuery, makeGroups, type Sides } from './grouping.ts';
import { readArrivals, readCoverage, readTerms } from './lists.ts';
import { type GroupOptions, readChosen } from './on-page.ts';
import { preparePublished } from './published.ts';
import { SIDE_IN_TABLES } from './schema.ts';
import { carryPublished } from './standing.ts';

/**
 * Integers stand for articles (rank, in canonical order) and statements (number, in published order): small keys, and a first appearance is a minimum.
 * They are counted over sorted rows: a window that sorts would hold all of them in memory, a sort does not.
 * Distinct things are counted by grouping twice, never by count(DISTINCT), whose sets stay in memory whatever the limit.
 */
const PREPARE = `
CREATE OR REPLACE TEMP TABLE ranked_articles AS
  SELECT (row_number() OVER ())::INTEGER AS rank, * FROM (
    SELECT key, coalesce(outlet, 'unknown') AS outlet, outlet IS NOT NULL AS has_outlet, rowid AS place
    FROM articles ORDER BY published NULLS LAST, path, id, key);
CREATE OR REPLACE TEMP TABLE observations AS
  SELECT (row_number() OVER ())::INTEGER AS number, *, coalesce(left(said, 4), 'undated') AS year,
         CASE WHEN said IS NULL THEN 'undated' WHEN length(said) >= 7 THEN left(said, 7) END AS month,
         CASE WHEN said IS NULL THEN 'undated' WHEN length(said) = 10 THEN strftime(said::DATE, '%G-W%V') END AS week
  FROM (
    SELECT id, coalesce(speaker_id, '') AS speaker_id,
           ${SIDE_IN_TABLES} AS side, tone, sentiment, label, weighing, said, added, rowid AS place,
           (strlen(text) + strlen(passage) + strlen(terms))::INTEGER AS bytes
    FROM statements ANTI JOIN cuttings USING (id) ORDER BY said NULLS LAST, id);
CREATE OR REPLACE TEMP TABLE topical AS
  SELECT o.number, unnest(from_json(s.topics, '["VARCHAR"]')) AS topic FROM observations o JOIN statements s ON s.rowid = o.place;
CREATE OR REPLACE TEMP TABLE voices AS
  SELECT number, coalesce(v.id, '') AS speaker_id, v.name AS speaker, coalesce(v.side, 'unknown') AS side, v.role AS role FROM (
    SELECT o.number, unnest(from_json(s.joint, '[{"id":"VARCHAR","name":"VARCHAR","side":"VARCHAR","role":"VARCHAR"}]')) AS v
    FROM statements s JOIN observations o ON o.place = s.rowid WHERE s.joint IS NOT NULL);
CREATE OR REPLACE TEMP TABLE wholes AS
  WITH RECURSIVE led AS (SELECT id, whole FROM cuttings UNION ALL SELECT l.id, c.whole FROM led l JOIN cuttings c ON c.id = l.whole)
  SELECT id, whole FROM led WHERE whole NOT IN (SELECT id FROM cuttings);
CREATE OR REPLACE TEMP TABLE printings AS
  SELECT o.number, r.rank, r.outlet, r.has_outlet, a.start, w.whole IS NOT NULL AS is_part, a.is_named, a.rowid AS place
  FROM appearances a LEFT JOIN wholes w ON w.id = a.statement_id JOIN observations o ON o.id = coalesce(w.whole, a.statement_id) JOIN ranked_articles r ON r.key = a.article_key;
CREATE OR REPLACE TEMP TABLE reach AS
  WITH firsts AS (SELECT number, min({is_part: is_part, unnamed: NOT is_named, rank: rank, start: start, place: place}) AS cited FROM printings GROUP BY number),
  articles AS (SELECT number, count(*)::INTEGER AS articles FROM (SELECT DISTINCT number, rank FROM printings) GROUP BY number),
  outlets AS (SELECT number, count(*)::INTEGER AS outlets FROM (SELECT DISTINCT number, outlet FROM printings WHERE has_outlet) GROUP BY number)
  SELECT number, cited.rank AS rank, cited.place AS place, articles, coalesce(outlets, 0) AS outlets
  FROM firsts JOIN articles USING (number) LEFT JOIN outlets USING (number)`;

/** Makes the temporary tables that sums are read from, but for the published statements themselves. */
export async function prepareSums(database: Database): Promise<void> {
  await database.run(PREPARE);
}

/** All statements, and those of each side, over all time; needs prepareSums. */
export async function readTotals(database: Database, sides: Sides): Promise<Readonly<Record<'whole' | 'side', readonly Group[]>>> {
  return {
    whole: await readGrouping(database, sides, { period: "'all'", keys: [] }),
    side: await readGrouping(database, sides, { period: "'all'", keys: ['side'] }),
  };
}

/** All statements by year, and those of each side by year; needs prepareSums. */
export async function readYears(database: Database, sides: Sides): Promise<Readonly<Record<'year' | 'sideYear', readonly Group[]>>> {
  return {
    year: await readGrouping(database, sides, { period: 'year', keys: [] }),
    sideYear: await readGrouping(database, sides, { period: 'year', keys: ['side'] }),
  };
}

/**
 * Makes the temporary tables that everything else here reads; call it once per publication, after the last write. Tells whether the published statements
 * were taken from the statements.parquet of the last publication, where there is one (standing.ts).
 */
export async function prepareGroups(database: Database, last: string | null = null): Promise<boolean> {
  await prepareSums(database);
  const isCarried = last !== null && (await carryPublished(database, last));
  if (!isCarried) await preparePublished(database);
  return isCarried;
}

/**
 * Everything that is published, but for the statements themselves (exportLines and exportParquet in published.ts); needs prepareGroups. The database stays
 * open until all of it is used.
 */
export async function readGroups(database: Database, options: GroupOptions): Promise<Grouped> {
  await listGroups(database, options.sides, SPEAKER_YEARS);
  return {
    groups: {
      year: await readGrouping(database, options.sides, { period: 'year', keys: [] }),
      side: await readGrouping(database, options.sides, { period: 'year', keys: ['side'] }),
      sideMonth: await readGrouping(database, options.sides, { period: 'month', keys: ['side'] }),
      sideWeek: await readGrouping(database, options.sides, { period: 'week', keys: ['side'] }),
      outlet: await readGrouping(database, options.sides, { period: 'year', keys: ['outlet'] }),
      topic: await readGrouping(database, options.sides, { period: 'year', keys: ['topic', 'side'] }),
      total: await readGrouping(database, options.sides, { period: "'all'", keys: ['speaker_id'] }),
    },
    ...(await readLines(database)),
    speakerYears: () => readByPeriod(database, options.sides, SPEAKER_YEARS),
    speakerMonths: () => readByPeriod(database, options.sides, SPEAKER_MONTHS),
    terms: await readTerms(database),
    ...(await readCoverage(database)),
    ...(await readArrivals(database)),
    ...(await readChosen(database, options)),
  };
}

/** A grouping with too many groups to hold, and the temporary table that lists them. */
interface ListedChoice extends GroupChoice {
  readonly table: string;
}

const SPEAKER_YEARS: ListedChoice = { period: 'year', keys: ['speaker_id'], table: 'speaker_years' };
const SPEAKER_MONTHS: ListedChoice = { period: 'month', keys: ['speaker_id'], table: 'speaker_months' };

/** The speakers with the most relevant statements. */
const LEADING = 'SELECT speaker_id FROM speaker_years GROUP BY speaker_id ORDER BY sum(relevant) DESC, speaker_id LIMIT 40';
/** Speakers with eight dated years have a series too. */
const LONG = "SELECT speaker_id FROM speaker_years WHERE relevant > 0 AND period <> 'undated' GROUP BY speaker_id HAVING count(*) >= 8";

async function readLines(database: Database): Promise<Pick<Grouped, 'lines' | 'leading'>> {
  const leading = await database.columns(
    `SELECT ${GROUP_COLUMNS} FROM speaker_years WHERE speaker_id IN (${LEADING}) ORDER BY speaker_id, period`,
  );
  const lines = await database.all(`
SELECT speaker_id AS "speakerId", speaker, period, relevant, tone_sum AS "toneSum" FROM speaker_years
WHERE speaker_id IN (${LEADING}) OR speaker_id IN (${LONG}) ORDER BY speaker_id, period`);
  return { lines: lines as unknown as readonly YearSum[], leading: makeGroups(leading) };
}

async function readGrouping(database: Database, sides: Sides, choice: GroupChoice): Promise<readonly Group[]> {
  const order = [...choice.keys, 'period'].join(', ');
  return makeGroups(await database.columns(`SELECT ${GROUP_COLUMNS} FROM (${groupingQuery(choice, sides)}) ORDER BY ${order}`));
}

/** The groups are worked out once, into a temporary table in the order of periods. */
async function listGroups(database: Database, sides: Sides, choice: ListedChoice): Promise<void> {
  const order = ['period', ...choice.keys].join(', ');
  await database.run(`
CREATE OR REPLACE TEMP TABLE ${choice.table} AS SELECT row_number() OVER (ORDER BY ${order}) AS place, * FROM (${groupingQuery(choice, sides)}) ORDER BY place`);
}

/** One batch per period, in order. */
async function* readByPeriod(database: Database, sides: Sides, choice: ListedChoice): AsyncIterable<readonly Group[]> {
  if (choice !== SPEAKER_YEARS) await listGroups(database, sides, choice);
  const periods = await database.all(`SELECT count(*)::INTEGER AS groups FROM ${choice.table} GROUP BY period ORDER BY period`);
  let first = 1;
  for (const { groups } of periods) {
    const last = first + (groups as number) - 1;
    yield makeGroups(
      await database.columns(`SELECT ${GROUP_COLUMNS} FROM ${choice.table} WHERE place BETWEEN ${first} AND ${last} ORDER BY place`),
    );
    first = last + 1;
  }
  await database.run(`DROP TABLE ${choice.table}`);
}
