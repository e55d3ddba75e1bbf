/** What another tone lexicon moved: the tones of the last publication, kept until the next one, held against today's. */
import type { LexiconEffect, MovedRow, MovedYear } from '../../core/model/groups.ts';
import type { OpenDatabase } from './database.ts';
import { SIDE_IN_TABLES, TABLES } from './schema.ts';

/** Rows that are named per year. */
const MOST_ROWS = 5;

/** SQL that sets the published scores aside before they are made anew. Where some are set aside already, nothing was published since, and those stay. */
export async function setScoresAside(store: OpenDatabase): Promise<void> {
  const [row] = await store.all('SELECT count(*)::INTEGER AS aside FROM former_keys');
  if (row?.aside !== 0) {
    await store.run('DELETE FROM scores');
    return;
  }
  await store.run(`
INSERT INTO former_keys SELECT id, score_key FROM chosen SEMI JOIN statements USING (id);
DROP TABLE former_scores;
ALTER TABLE scores RENAME TO former_scores;
CREATE TABLE scores (${TABLES.scores})`);
}

/** Statements of the last publication that are there today, with both scores. */
const BOTH = `
SELECT s.id, coalesce(left(s.said, 4), 'undated') AS period, ${SIDE_IN_TABLES.replaceAll(/\b(side|speaker_id)\b/g, 's.$1')} AS side, f.tone AS old_tone, s.tone AS new_tone,
       f.hits AS old_hits, s.hits AS new_hits
FROM former_keys k JOIN former_scores f ON f.score_key = k.score_key JOIN statements s ON s.id = k.id WHERE k.id NOT IN (SELECT id FROM cuttings)`;

const YEARS = `
SELECT period, side, count(old_tone)::INTEGER AS "relevantBefore", count(new_tone)::INTEGER AS "relevantAfter",
       coalesce(sum(old_tone), 0)::BIGINT AS "toneSumBefore", coalesce(sum(new_tone), 0)::BIGINT AS "toneSumAfter"
FROM (${BOTH}) GROUP BY GROUPING SETS ((period), (period, side))
HAVING sum(old_tone) IS DISTINCT FROM sum(new_tone) OR count(old_tone) <> count(new_tone)
ORDER BY period, side NULLS FIRST`;

const HITS = `'[{"term":"VARCHAR","base":"DOUBLE","value":"DOUBLE"}]'`;

/** By year the rows whose points changed, those that changed most first. Points of statements without a tone do not count. */
const ROWS = `
WITH changed AS (SELECT * FROM (${BOTH}) WHERE old_hits <> new_hits OR (old_tone IS NULL) <> (new_tone IS NULL)),
hits AS (
  SELECT id, period, hit.term AS term, hit.base AS old_weight, NULL AS new_weight, -round(hit.value * 1000000)::BIGINT AS points
  FROM (SELECT id, period, unnest(from_json(old_hits, ${HITS})) AS hit FROM changed WHERE old_tone IS NOT NULL)
  UNION ALL
  SELECT id, period, hit.term, NULL, hit.base, round(hit.value * 1000000)::BIGINT
  FROM (SELECT id, period, unnest(from_json(new_hits, ${HITS})) AS hit FROM changed WHERE new_tone IS NOT NULL)),
moved AS (
  SELECT id, period, term, max(old_weight) AS old_weight, max(new_weight) AS new_weight, sum(points) AS points
  FROM hits GROUP BY id, period, term HAVING sum(points) <> 0),
summed AS (
  SELECT period, term, max(old_weight) AS "weightBefore", max(new_weight) AS "weightAfter", count(*)::INTEGER AS statements, sum(points)::BIGINT AS points
  FROM moved GROUP BY period, term)
SELECT * FROM summed QUALIFY row_number() OVER (PARTITION BY period ORDER BY abs(points) DESC, term) <= ${MOST_ROWS}
ORDER BY period, abs(points) DESC, term`;

/** What the lexicon moved since the last publication; null where it is the same, or nothing was published before. */
export async function readLexiconEffect(store: OpenDatabase): Promise<LexiconEffect | null> {
  const [row] = await store.all('SELECT count(*)::INTEGER AS aside FROM former_keys');
  if (row?.aside === 0) return null;
  const rows = (await store.all(ROWS)) as unknown as readonly (MovedRow & { readonly period: string; readonly points: bigint })[];
  const years = (await store.all(YEARS)) as unknown as readonly SummedYear[];
  return {
    years: years.map((year) => movedYear(year)),
    rows: rows.map(({ points, ...rest }) => ({ ...rest, points: Number(points) / MILLION })),
  };
}

const MILLION = 1e6;

interface SummedYear extends Pick<MovedYear, 'period' | 'side' | 'relevantBefore' | 'relevantAfter'> {
  readonly toneSumBefore: bigint;
  readonly toneSumAfter: bigint;
}

function movedYear({ toneSumBefore, toneSumAfter, ...year }: SummedYear): MovedYear {
  return { ...year, before: meanOf(toneSumBefore, year.relevantBefore), after: meanOf(toneSumAfter, year.relevantAfter) };
}

/** Six digits, as everywhere in the tables. */
function meanOf(sum: bigint, count: number): number | null {
  return count === 0 ? null : Math.round(Number(sum) / count) / MILLION;
}

/** Forgets the scores that were set aside; called with the publication that tells what moved. */
export async function forgetFormerScores(store: OpenDatabase): Promise<void> {
  await store.run('DELETE FROM former_keys; DELETE FROM former_scores');
}
