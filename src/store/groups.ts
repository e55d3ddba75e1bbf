/**
 * The SQL that groups and sums. It reads these relations, each of which may be a table or a view of the store:
 *
 *     statements   id VARCHAR, speaker_id, speaker, side, role VARCHAR (all null where nobody is named),
 *                  said ('2018-12-22' | '2018-12' | '2018' | null), said_basis, said_earliest, said_latest VARCHAR,
 *                  text, passage VARCHAR (passage: the text that was scored, into which hits point),
 *                  relevant BOOLEAN, relevance VARCHAR, tone INTEGER (millionths, null where not relevant), label VARCHAR, sentiment INTEGER (millionths),
 *                  hits VARCHAR (JSON of Hit[]: term, span, base, shifts, value), added VARCHAR (stamp of the run that first stored it)
 *     appearances  statement_id, article_key VARCHAR, kind VARCHAR, spans VARCHAR (JSON), start INTEGER (of the first span), mention VARCHAR,
 *                  mention_span VARCHAR (JSON), cue, rule, certainty VARCHAR, is_named BOOLEAN (whether this printing itself names the speaker)
 *     articles     key VARCHAR (unique in the store), id, path, place, outlet, title, url, published ('2018-12-22' | ... | null), published_basis, added VARCHAR
 *     problems     path, place, code, reason VARCHAR
 *
 * Every statement has an appearance, every appearance an article, and (statement_id, article_key, start) is unique. Reach (articles, outlets) and the first appearance (of those that name the speaker the earliest
 * publication, then path, id, start) are worked out here, so the store need not keep them true. Numbers are summed as integers and every list is sorted by code point: the bytes
 * do not depend on order of input or threads. prepareGroups comes first; it makes two temporary tables that the other functions read.
 */
import type { Cell, Group, Grouped, Grouping } from '../model.ts';
import { readArrivals, readCoverage, readTerms } from './lists.ts';
import { readChosen } from './published.ts';

/** What this room's SQL asks of the store's connection. */
export interface Database {
  /** Runs statements for their effect. */
  run(sql: string): Promise<void>;
  /** All rows of a query, as objects; BIGINT and HUGEINT arrive as bigint. */
  all(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** The rows of a query in batches, as arrays in column order, without holding all in memory. */
  batches(sql: string): AsyncIterable<readonly (readonly Cell[])[]>;
}

/** How much of the store goes onto the page. */
export interface GroupOptions {
  /** Newest statements for the explorer. */
  readonly newest: number;
  /** Strongest statements per side and sign. */
  readonly strongest: number;
}

/** The columns that make a group, per grouping; `who` is what a group of that kind tells about its speaker. */
const GROUPINGS: Readonly<Record<Grouping, { readonly period: string; readonly keys: readonly string[] }>> = {
  year: { period: 'year', keys: [] },
  side: { period: 'year', keys: ['side'] },
  speaker: { period: 'year', keys: ['speaker_id'] },
  month: { period: 'month', keys: ['speaker_id'] },
  outlet: { period: 'year', keys: ['outlet'] },
  total: { period: "'all'", keys: ['speaker_id'] },
};

/** An article's rank in canonical order makes the first appearance an integer minimum. */
const PREPARE = `
CREATE OR REPLACE TEMP TABLE ranked_articles AS
  SELECT key, coalesce(outlet, 'unknown') AS outlet, outlet IS NOT NULL AS has_outlet,
         row_number() OVER (ORDER BY published NULLS LAST, path, id, key) AS rank
  FROM articles;
CREATE OR REPLACE TEMP TABLE reach AS
  SELECT a.statement_id, coalesce(min(r.rank * 4294967296 + a.start) FILTER (a.is_named), min(r.rank * 4294967296 + a.start)) AS first_appearance,
         count(DISTINCT a.article_key)::INTEGER AS articles, (count(DISTINCT r.outlet) FILTER (r.has_outlet))::INTEGER AS outlets
  FROM appearances a JOIN ranked_articles r ON r.key = a.article_key
  GROUP BY a.statement_id;
CREATE OR REPLACE TEMP VIEW observations AS
  SELECT id, coalesce(speaker_id, '') AS speaker_id, speaker, coalesce(side, 'unattributed') AS side, role, tone, sentiment, label, said, added,
         coalesce(left(said, 4), 'undated') AS year,
         CASE WHEN said IS NULL THEN 'undated' WHEN length(said) >= 7 THEN left(said, 7) END AS month
  FROM statements;
CREATE OR REPLACE TEMP VIEW printings AS
  SELECT a.statement_id, a.article_key, r.outlet, r.has_outlet
  FROM appearances a JOIN ranked_articles r ON r.key = a.article_key`;

/** Makes the temporary tables that everything else here reads; call it once per publication, after the last write. */
export async function prepareGroups(database: Database): Promise<void> {
  await database.run(PREPARE);
}

/** Everything that is published, but for the statements themselves (readStatements in published.ts). */
export async function readGroups(database: Database, options: GroupOptions): Promise<Grouped> {
  await prepareGroups(database);
  const groups: Partial<Record<Grouping, readonly Group[]>> = {};
  for (const grouping of Object.keys(GROUPINGS) as Grouping[]) groups[grouping] = await readGrouping(database, grouping);
  return {
    groups: groups as Record<Grouping, readonly Group[]>,
    terms: await readTerms(database),
    ...(await readCoverage(database)),
    ...(await readArrivals(database)),
    ...(await readChosen(database, options)),
  };
}

async function readGrouping(database: Database, grouping: Grouping): Promise<readonly Group[]> {
  const rows = await database.all(groupingQuery(grouping));
  return rows as unknown as readonly Group[];
}

/** One query per grouping: sums over distinct statements, joined with the reach of the same group. Aliases are the fields of Group. */
function groupingQuery(grouping: Grouping): string {
  const { period, keys } = GROUPINGS[grouping];
  const all = ['period', ...keys].join(', ');
  const isByOutlet = grouping === 'outlet';
  const isBySpeaker = keys.includes('speaker_id');
  const printed = isByOutlet ? 'JOIN (SELECT DISTINCT statement_id, outlet FROM printings) p ON p.statement_id = o.id' : '';
  const latest = (column: string) => (isBySpeaker ? `arg_max(${column}, concat(said, id)) FILTER (${column} IS NOT NULL)` : 'NULL');
  return `
WITH members AS (SELECT o.*, ${period} AS period ${isByOutlet ? ', p.outlet' : ''} FROM observations o ${printed}
                 WHERE ${period} IS NOT NULL ${isBySpeaker ? "AND speaker_id <> ''" : ''}),
sums AS (
  SELECT ${all}, count(*)::INTEGER AS statements, (count(DISTINCT speaker_id) FILTER (speaker_id <> ''))::INTEGER AS speakers,
         count(tone)::INTEGER AS relevant, (count(*) FILTER (label = 'positive'))::INTEGER AS positive,
         (count(*) FILTER (label = 'neutral'))::INTEGER AS neutral, (count(*) FILTER (label = 'negative'))::INTEGER AS negative,
         coalesce(sum(tone), 0)::HUGEINT AS toneSum, coalesce(sum(tone::HUGEINT * tone), 0)::HUGEINT AS toneSquares,
         (2 * median(tone))::BIGINT AS toneMedianDoubled,
         coalesce(sum(sentiment) FILTER (tone IS NOT NULL), 0)::HUGEINT AS sentimentSum, min(said) AS firstSaid, max(said) AS lastSaid,
         ${latest('speaker')} AS speaker, ${latest('side')} AS lastSide, ${latest('role')} AS role
  FROM members GROUP BY ${all}),
carried AS (
  SELECT ${all.replace('outlet', 'm.outlet')}, count(DISTINCT p.article_key)::INTEGER AS articles,
         (count(DISTINCT p.outlet) FILTER (p.has_outlet))::INTEGER AS outlets
  FROM members m JOIN printings p ON p.statement_id = m.id ${isByOutlet ? 'AND p.outlet = m.outlet' : ''}
  GROUP BY ${all.replace('outlet', 'm.outlet')})
SELECT period, ${keys.includes('side') ? 'side' : 'lastSide'} AS side, ${isBySpeaker ? 'speaker_id' : 'NULL'} AS "speakerId", speaker, role,
       ${isByOutlet ? 'outlet' : 'NULL'} AS outlet, statements, speakers, relevant, positive, neutral, negative, toneSum AS "toneSum",
       toneSquares AS "toneSquares", toneMedianDoubled AS "toneMedianDoubled", sentimentSum AS "sentimentSum", articles, outlets,
       firstSaid AS "firstSaid", lastSaid AS "lastSaid"
FROM sums JOIN carried USING (${all}) ORDER BY ${[...keys, 'period'].join(', ')}`;
}
