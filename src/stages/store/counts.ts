/** What the store holds, in numbers; and the mark on what has been shown. */
import { NOTE_CODES } from '../../core/problem-kinds.ts';
import type { OpenDatabase } from './database.ts';
import { quoted } from './open.ts';

/** Numbers of the store. Kept articles and problems together are all that entered. */
export interface StoreCounts {
  readonly inputs: number;
  readonly articles: number;
  readonly utterances: number;
  readonly statements: number;
  readonly relevant: number;
  readonly speakers: number;
  readonly problems: number;
  /** Problems that no publication has shown yet. */
  readonly newProblems: number;
  readonly newArticles: number;
  /** Problems among all that entered, 0 to 1. */
  readonly share: number;
}

/** Notes leave nothing out. */
const SET_ASIDE = `code NOT IN (${NOTE_CODES.map((code) => quoted(code)).join(', ')})`;

const COUNTS = `
SELECT (SELECT count(*) FROM inputs)::INTEGER AS inputs, (SELECT count(*) FROM articles)::INTEGER AS articles,
       (SELECT count(*) FROM utterances)::INTEGER AS utterances, (SELECT count(*) FROM chosen ANTI JOIN cuttings USING (id))::INTEGER AS statements,
       (SELECT count(s.tone) FROM chosen c JOIN scores s USING (score_key) ANTI JOIN cuttings p ON p.id = c.id)::INTEGER AS relevant, (SELECT count(DISTINCT speaker_id) FROM utterances)::INTEGER AS speakers,
       (SELECT count(*) FROM problems WHERE ${SET_ASIDE})::INTEGER AS problems,
       (SELECT count(*) FROM problems WHERE ${SET_ASIDE} AND added IS NULL)::INTEGER AS "newProblems",
       (SELECT count(*) FROM articles WHERE added IS NULL)::INTEGER AS "newArticles"`;

/** Counts everything. */
export async function readCounts(store: OpenDatabase): Promise<StoreCounts> {
  const [row] = await store.all(COUNTS);
  const counts = row as unknown as Omit<StoreCounts, 'share'>;
  return { ...counts, share: counts.problems === 0 ? 0 : counts.problems / (counts.problems + counts.articles) };
}

/** A kind of fault, how often it occurs, and a file that has it. */
export interface CommonProblem {
  readonly code: string;
  readonly count: number;
  readonly path: string;
}

/** The three most frequent kinds of fault, each with the file that has most of it. */
export async function readCommonProblems(store: OpenDatabase): Promise<readonly CommonProblem[]> {
  const rows = await store.all(`
WITH files AS (SELECT code, path, count(*) AS count FROM problems WHERE ${SET_ASIDE} GROUP BY code, path)
SELECT code, sum(count)::INTEGER AS count, first(path ORDER BY count DESC, path) AS path FROM files GROUP BY code ORDER BY sum(count) DESC, code LIMIT 3`);
  return rows as unknown as readonly CommonProblem[];
}

/** Marks all that was not published before with the date of this run. */
export async function markPublished(store: OpenDatabase, date: string): Promise<void> {
  for (const table of ['articles', 'problems', 'statements'])
    await store.run(`UPDATE ${table} SET added = ${quoted(date)} WHERE added IS NULL`);
}
