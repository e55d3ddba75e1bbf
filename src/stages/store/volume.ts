/** Whether a feed runs dry: an outlet's articles of the last week against the four weeks before. */
import type { OpenDatabase } from './database.ts';
import { quoted } from './open.ts';

/** An outlet whose volume has fallen off. */
export interface FallOff {
  readonly outlet: string;
  /** Articles that were published in the seven days up to the run's date. */
  readonly recent: number;
  /** Articles that seven days brought on average in the 28 days before. */
  readonly expected: number;
}

/** Fewer articles a week than this say nothing when they stay away. */
const LEAST_EXPECTED = 4;
/** Below this share of what was expected a feed counts as dry. */
const DRY_SHARE = 0.25;

/** Outlets of which less than a quarter of the usual came in the last week, the driest first. */
export async function readFallOffs(store: OpenDatabase, date: string): Promise<readonly FallOff[]> {
  const rows = await store.all(`
WITH days AS (
  SELECT outlet, DATE ${quoted(date)} - published::DATE AS age FROM articles WHERE outlet IS NOT NULL AND length(published) = 10),
counted AS (
  SELECT outlet, count(*) FILTER (age BETWEEN 0 AND 6)::INTEGER AS recent, (count(*) FILTER (age BETWEEN 7 AND 34))::INTEGER AS before
  FROM days GROUP BY outlet)
SELECT outlet, recent, before / 4 AS expected FROM counted
WHERE before / 4 >= ${LEAST_EXPECTED} AND recent < ${DRY_SHARE} * before / 4
ORDER BY recent / before, before DESC, outlet`);
  return rows as unknown as readonly FallOff[];
}
