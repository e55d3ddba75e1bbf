/**
 * What is published, from these relations, each of which may be a table or a view of the store:
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
import { type Counted, isPersonOf, PERSONS, type Range, readCounted, voicesIn } from './counted.ts';
import type { Database } from './database.ts';
import type { GroupChoice } from './group-layout.ts';
import type { Sides } from './group-sums.ts';
import { type Groups, groupStatements } from './grouping.ts';
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
const PREPARE = `${PERSONS};
CREATE OR REPLACE TEMP TABLE ranked_articles AS
  SELECT (row_number() OVER ())::INTEGER AS rank, * FROM (
    SELECT key, coalesce(outlet, 'unknown') AS outlet, outlet IS NOT NULL AS has_outlet, rowid AS place
    FROM articles ORDER BY published NULLS LAST, path, id, key);
CREATE OR REPLACE TEMP TABLE observations AS
  SELECT (row_number() OVER ())::INTEGER AS number, *, coalesce(left(said, 4), 'undated') AS year,
         CASE WHEN said IS NULL THEN 'undated' WHEN length(said) >= 7 THEN left(said, 7) END AS month,
         CASE WHEN said IS NULL THEN 'undated' WHEN length(said) = 10 THEN strftime(said::DATE, '%G-W%V') END AS week
  FROM (
    SELECT id, person, coalesce(speaker_id, '') AS speaker_id,
           ${SIDE_IN_TABLES} AS side, tone, sentiment, label, weighing, said, added, place,
           (strlen(text) + strlen(passage) + strlen(terms))::INTEGER AS bytes
    FROM (SELECT s.*, s.rowid AS place, p.person FROM statements s LEFT JOIN persons p ON ${isPersonOf('s')}) ANTI JOIN cuttings USING (id) ORDER BY said NULLS LAST, id);
CREATE OR REPLACE TEMP TABLE topical AS
  SELECT o.number, unnest(from_json(s.topics, '["VARCHAR"]')) AS topic FROM observations o JOIN statements s ON s.rowid = o.place;
CREATE OR REPLACE TEMP TABLE voices AS
  ${voicesIn('statements s JOIN observations o ON o.place = s.rowid WHERE s.joint IS NOT NULL', 'number,')};
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
  const counted = await readCounted(database);
  return { whole: allOf(counted, sides, WHOLE), side: allOf(counted, sides, { period: 'all', keys: ['side'] }) };
}

/** All statements by year, and those of each side by year; needs prepareSums. */
export async function readYears(database: Database, sides: Sides): Promise<Readonly<Record<'year' | 'sideYear', readonly Group[]>>> {
  const counted = await readCounted(database);
  return { year: allOf(counted, sides, YEAR), sideYear: allOf(counted, sides, SIDE_YEAR) };
}

const WHOLE: GroupChoice = { period: 'all', keys: [] };
const YEAR: GroupChoice = { period: 'year', keys: [] };
const SIDE_YEAR: GroupChoice = { period: 'year', keys: ['side'] };

function allOf(counted: Counted, sides: Sides, choice: GroupChoice): readonly Group[] {
  return groupStatements(counted, choice, sides).all();
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
  const counted = await readCounted(database);
  const all = (choice: GroupChoice): readonly Group[] => allOf(counted, options.sides, choice);
  const groups = {
    year: all(YEAR),
    side: all(SIDE_YEAR),
    sideMonth: all({ period: 'month', keys: ['side'] }),
    sideWeek: all({ period: 'week', keys: ['side'] }),
    outlet: all({ period: 'year', keys: ['outlet'] }),
    topic: all({ period: 'year', keys: ['topic', 'side'] }),
    total: all({ period: 'all', keys: ['speaker'] }),
  };
  const lines = linesOf(groupStatements(counted, { period: 'year', keys: ['speaker'] }, options.sides));
  return {
    groups,
    ...lines,
    ...streamed(database, options.sides, counted),
    terms: await readTerms(database),
    ...(await readCoverage(database)),
    ...(await readArrivals(database)),
    ...(await readChosen(database, options)),
  };
}

/** So many statements are held until all sums are made; they take a few megabytes. Where there are more, the groups of speakers are made from about as many at a time. */
const MOST_HELD = 250_000;

/** The groups of speakers, which are too many to hold. */
function streamed(database: Database, sides: Sides, counted: Counted): Pick<Grouped, 'speakerYears' | 'speakerMonths'> {
  const held = counted.size <= MOST_HELD ? counted : null;
  const read = async function* (period: 'year' | 'month'): AsyncIterable<readonly Group[]> {
    const choice: GroupChoice = { period, keys: ['speaker'], first: 'period' };
    if (held !== null) yield* byPeriod(groupStatements(held, choice, sides));
    else
      for (const range of await rangesOf(database, period))
        yield* byPeriod(groupStatements(await readCounted(database, range), choice, sides));
  };
  return { speakerYears: () => read('year'), speakerMonths: () => read('month') };
}

/** Stretches of statements that end with a period: statements stand in the order of their days. */
async function rangesOf(database: Database, period: 'year' | 'month'): Promise<readonly Range[]> {
  const { last = [] } = await database.columns(`SELECT max(number) AS last FROM observations GROUP BY ${period}, year ORDER BY last`);
  const ranges: Range[] = [];
  let first = 1;
  for (const end of last as readonly number[])
    if (end - first >= MOST_HELD || end === last.at(-1)) {
      ranges.push([first, end]);
      first = end + 1;
    }
  return ranges;
}

/** One batch per period, in order. */
function* byPeriod({ size, period, at }: Groups): Iterable<readonly Group[]> {
  for (let first = 0, last = 0; first < size; first = last) {
    while (last < size && period[last] === period[first]) last += 1;
    yield Array.from({ length: last - first }, (_, place) => at(first + place));
  }
}

/** Speakers with the most relevant statements, whose years are drawn. */
const LEADING = 40;
/** Speakers with so many dated years have a series too. */
const LONG = 8;

/** From the years of speakers in the order of these. */
function linesOf({ size, key, relevant, periodName, at }: Groups): Pick<Grouped, 'lines' | 'leading'> {
  const [sums, years] = [new Map<number, number>(), new Map<number, number>()];
  const raise = (counts: Map<number, number>, speaker: number, by: number): void => {
    counts.set(speaker, (counts.get(speaker) ?? 0) + by);
  };
  for (let group = 0; group < size; group++) {
    const speaker = key[group] as number;
    raise(sums, speaker, relevant[group] as number);
    if ((relevant[group] as number) > 0 && periodName(group) !== 'undated') raise(years, speaker, 1);
  }
  const sorted = [...sums].sort(([a, some], [b, others]) => others - some || a - b);
  const leading = new Set(sorted.slice(0, LEADING).map(([speaker]) => speaker));
  const groupsOf = (isOne: (speaker: number) => boolean): readonly Group[] =>
    Array.from({ length: size }, (_, group) => group)
      .filter((group) => isOne(key[group] as number))
      .map(at);
  const drawn = groupsOf((speaker) => leading.has(speaker));
  const lines = groupsOf((speaker) => leading.has(speaker) || (years.get(speaker) ?? 0) >= LONG);
  return {
    lines: lines.map(
      ({ speakerId, speaker, period, relevant: count, toneSum }): YearSum => ({ speakerId, speaker, period, relevant: count, toneSum }),
    ),
    leading: drawn,
  };
}
