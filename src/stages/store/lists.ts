/** The SQL behind terms, coverage, problems and what came in last. It reads the relations that groups.ts documents. */
import type { Arrival, CoverageRow, Grouped, TermGroup } from '../../core/model/groups.ts';
import type { Problem } from '../../core/model/problems.ts';
import type { Database } from './database.ts';

/** One aggregate over all hits: a statement is counted at the first of its hits of a term. */
const TERMS = `
WITH found AS (
  SELECT o.year, o.tone, from_json(s.hits, '[{"term":"VARCHAR","words":"VARCHAR","value":"DOUBLE","shifts":["JSON"]}]') AS hits
  FROM observations o JOIN statements s ON s.rowid = o.place WHERE o.tone IS NOT NULL AND s.hits <> '[]'),
each AS (
  SELECT year, tone, hit.term AS term, hit.words AS words, hit.value AS points, len(hit.shifts) AS shifts, list_position(terms, hit.term) = place AS is_first
  FROM (SELECT year, tone, unnest(hits) AS hit, list_transform(hits, lambda each: each.term) AS terms, generate_subscripts(hits, 1) AS place FROM found)),
counted AS (
  SELECT term, year, words, (count(*) FILTER (is_first))::INTEGER AS statements, count(*)::INTEGER AS hits, (count(*) FILTER (shifts > 0))::INTEGER AS shifted,
         sum(round(points * 1000000)::BIGINT)::HUGEINT AS value_sum, (sum(tone) FILTER (is_first))::HUGEINT AS tone_sum
  FROM each GROUP BY term, year, words)
SELECT term, first(words ORDER BY hits DESC, words) AS words, year AS period, sum(statements)::INTEGER AS statements, sum(hits)::INTEGER AS hits,
       sum(shifted)::INTEGER AS shifted, sum(value_sum)::HUGEINT AS "valueSum", sum(tone_sum)::HUGEINT AS "toneSum"
FROM counted GROUP BY term, year ORDER BY term, year`;

const COVERAGE = `
WITH came AS (
  SELECT coalesce(any_value(a.published), 'undated') AS period, any_value(r.outlet) AS outlet, count(p.number) AS statements,
         count(p.number) FILTER (o.said IS NULL) AS undated, count(p.number) FILTER (o.speaker_id = '') AS unattributed
  FROM articles a JOIN ranked_articles r ON r.key = a.key LEFT JOIN printings p ON p.rank = r.rank LEFT JOIN observations o ON o.number = p.number
  GROUP BY r.rank),
counted AS (
  SELECT period, outlet, count(*) AS articles, sum(statements) AS statements, sum(undated) AS undated, sum(unattributed) AS unattributed, 0 AS set_aside
  FROM came GROUP BY period, outlet
  UNION ALL SELECT 'undated', 'unknown', 0, 0, 0, 0, count(*) FROM problems HAVING count(*) > 0)
SELECT period, outlet, sum(articles)::INTEGER AS articles, sum(statements)::INTEGER AS statements, sum(undated)::INTEGER AS undated,
       sum(unattributed)::INTEGER AS unattributed, sum(set_aside)::INTEGER AS "setAside"
FROM counted GROUP BY period, outlet ORDER BY period, outlet`;

const PROBLEMS = 'SELECT path, place, code, reason FROM problems ORDER BY path, place, code, reason';

const LAST_STAMP = 'SELECT max(added) AS stamp FROM (SELECT added FROM statements UNION ALL SELECT added FROM articles)';

const ARRIVALS = `
WITH last AS (${LAST_STAMP}),
new AS (SELECT o.year, o.id, o.tone, o.added = last.stamp AS is_new FROM observations o, last),
articles_new AS (SELECT count(*) AS articles FROM articles, last WHERE added = last.stamp),
sums AS (
  SELECT coalesce(year, 'all') AS period, (count(*) FILTER (is_new))::INTEGER AS statements, (count(tone) FILTER (NOT is_new))::INTEGER AS "relevantBefore",
         count(tone)::INTEGER AS "relevantAfter", coalesce(sum(tone) FILTER (NOT is_new), 0)::HUGEINT AS "toneSumBefore",
         coalesce(sum(tone), 0)::HUGEINT AS "toneSumAfter"
  FROM new GROUP BY GROUPING SETS ((year), ()))
SELECT sums.*, (CASE WHEN period = 'all' THEN (SELECT articles FROM articles_new) ELSE 0 END)::INTEGER AS articles
FROM sums WHERE statements > 0 OR period = 'all' ORDER BY period`;

/** What each term did in each year. */
export async function readTerms(database: Database): Promise<readonly TermGroup[]> {
  return (await database.all(TERMS)) as unknown as readonly TermGroup[];
}

/** What came in by day and outlet, and what was set aside. */
export async function readCoverage(database: Database): Promise<Pick<Grouped, 'coverage' | 'problems'>> {
  return {
    coverage: (await database.all(COVERAGE)) as unknown as readonly CoverageRow[],
    problems: (await database.all(PROBLEMS)) as unknown as readonly Problem[],
  };
}

/** What the last run that brought anything new brought. */
export async function readArrivals(database: Database): Promise<Pick<Grouped, 'arrivals' | 'arrivedIn'>> {
  const [last] = await database.all(LAST_STAMP);
  return {
    arrivals: (await database.all(ARRIVALS)) as unknown as readonly Arrival[],
    arrivedIn: (last?.stamp as string | null | undefined) ?? null,
  };
}
