/** One published statement with all that its score was made from. */
import type { OpenDatabase } from './database.ts';
import { quoted } from './open.ts';
import type { Unscored } from './scores.ts';

/** A statement of the store: what the scorer saw, where it was printed, and the score that was published. */
export interface StoredStatement extends Unscored {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly path: string;
  /** Millionths; null where not relevant. */
  readonly tone: number | null;
  readonly label: string | null;
  /** False while its score is missing or was made with other lexicons. */
  readonly isScored: boolean;
}

/** The statement of this id, or null where the store has none. */
export async function findStatement(store: OpenDatabase, id: string): Promise<StoredStatement | null> {
  const [row] = await store.all(`
SELECT c.score_key, u.passage, u.content, u.kind, u.speaker, CASE WHEN u.speaker IS NOT NULL THEN coalesce(u.side, 'other') END AS side, u.cue, c.said, coalesce(u.around, '') AS around, a.background, a.title, a.outlet, a.path, s.tone, s.label,
       s.score_key IS NOT NULL AS "isScored"
FROM chosen c JOIN utterances u ON u.article_key = c.article_key AND u.ordinal = c.ordinal JOIN articles a ON a.key = c.article_key
  LEFT JOIN scores s ON s.score_key = c.score_key
WHERE c.id = ${quoted(id)}`);
  return (row as unknown as StoredStatement | undefined) ?? null;
}
