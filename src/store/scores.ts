/** Scores live under a key made of all that the scorer sees; only keys that have none are scored. */
import type { Cell } from '../model.ts';
import type { OpenDatabase } from './database.ts';
import { inTransaction, quoted } from './open.ts';

/** One statement to be scored: all that the scorer sees. */
export interface Unscored {
  readonly score_key: string;
  readonly passage: string;
  readonly content: string;
  readonly kind: string;
  readonly speaker: string | null;
  readonly side: string | null;
  readonly cue: string | null;
  readonly said: string | null;
  readonly background: string;
}

/** Drops every score when the tone lexicon is not the one they were made with. Gives whether it was another. */
export async function adoptToneLexicon(store: OpenDatabase, hash: string): Promise<boolean> {
  const [row] = await store.all("SELECT value FROM meta WHERE name = 'tone'");
  if (row?.value === hash) return false;
  await inTransaction(store, () =>
    store.run(`DELETE FROM scores; DELETE FROM meta WHERE name = 'tone'; INSERT INTO meta VALUES ('tone', ${quoted(hash)})`),
  );
  return row !== undefined;
}

/** The statements whose score is missing, one per key, in a stable order; merge.ts comes first. */
export async function readUnscored(store: OpenDatabase): Promise<readonly Unscored[]> {
  const rows = await store.all(`
SELECT c.score_key, any_value(u.passage) AS passage, any_value(u.content) AS content, any_value(u.kind) AS kind, any_value(u.speaker) AS speaker,
       any_value(u.side) AS side, any_value(u.cue) AS cue, any_value(c.said) AS said, any_value(a.background) AS background
FROM chosen c JOIN utterances u ON u.article_key = c.article_key AND u.ordinal = c.ordinal JOIN articles a ON a.key = c.article_key
WHERE c.score_key NOT IN (SELECT score_key FROM scores)
GROUP BY c.score_key ORDER BY c.score_key`);
  return rows as unknown as readonly Unscored[];
}

/** Stores scores as rows of the table. */
export async function storeScores(store: OpenDatabase, rows: readonly (readonly Cell[])[]): Promise<void> {
  await inTransaction(store, () => store.append('scores', rows));
}
