/** Scores live under a key made of all that the scorer sees; only keys that have none are scored. */
import type { Cell } from '../model.ts';
import type { OpenDatabase } from './database.ts';
import { inTransaction } from './open.ts';

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

/** What of an article tells which sides it is about. */
export interface Opening {
  readonly title: string | null;
  /** Its first paragraphs. */
  readonly paragraphs: readonly string[];
}

/** A tone lexicon: its hash, and which sides an article is about by it. */
export interface ToneEdition {
  readonly hash: string;
  readonly backgroundOf: (opening: Opening) => readonly string[];
}

/** When the scores were made with another lexicon they all go, and the articles' backgrounds are read again from their openings. */
export async function adoptToneLexicon(store: OpenDatabase, edition: ToneEdition): Promise<void> {
  const [row] = await store.all("SELECT value FROM meta WHERE name = 'tone'");
  if (row?.value === edition.hash) return;
  await inTransaction(store, async () => {
    if (row !== undefined) await refreshBackgrounds(store, edition);
    for (const sql of ['DELETE FROM scores', "DELETE FROM meta WHERE name = 'tone'"]) await store.run(sql);
    await store.append('meta', [['tone', edition.hash]]);
  });
}

async function refreshBackgrounds(store: OpenDatabase, edition: ToneEdition): Promise<void> {
  await store.run('CREATE OR REPLACE TEMP TABLE backgrounds (key VARCHAR, background VARCHAR)');
  const changed: Cell[][] = [];
  for await (const rows of store.batches('SELECT key, title, opening, background FROM articles')) {
    for (const [key, title, opening, background] of rows) {
      const paragraphs = JSON.parse(String(opening)) as readonly string[];
      const now = JSON.stringify(edition.backgroundOf({ title: title as string | null, paragraphs }));
      if (now !== background) changed.push([key ?? null, now]);
    }
  }
  await store.append('backgrounds', changed);
  await store.run('UPDATE articles SET background = b.background FROM backgrounds b WHERE b.key = articles.key; DROP TABLE backgrounds');
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
