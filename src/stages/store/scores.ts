/** Scores live under a key made of all that the scorer sees; only keys that have none are scored. */
import type { Cell } from '../../core/model/groups.ts';
import type { OpenDatabase } from './database.ts';
import { setScoresAside } from './lexicon-effect.ts';
import { inTransaction, returnFreed } from './open.ts';
import { slicesBy } from './slices.ts';
import type { Table } from './table.ts';

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
  readonly around: string;
}

/** What of an article tells which sides it is about. */
export interface Opening {
  readonly title: string | null;
  /** Its first paragraphs. */
  readonly paragraphs: readonly string[];
}

/** A tone lexicon: its hash, and what tells which sides an article is about by it. */
export interface ToneEdition {
  readonly hash: string;
  /** Called when it is another one than before. */
  readonly loadBackgrounds: () => Promise<(opening: Opening) => readonly string[]>;
}

/** When the scores were made with another lexicon they all go, and the articles' backgrounds are read again from their openings. */
export async function useToneLexicon(store: OpenDatabase, edition: ToneEdition): Promise<void> {
  const [row] = await store.all("SELECT value FROM meta WHERE name = 'tone'");
  if (row?.value === edition.hash) return;
  await inTransaction(store, async () => {
    if (row !== undefined) {
      await refreshBackgrounds(store, edition);
      await setScoresAside(store);
      for (const sql of FORGET_SCORES) await store.run(sql);
    }
    await store.append('meta', [['tone', edition.hash]]);
  });
}

/** Backgrounds are part of what is scored, so all statements are merged anew. */
const FORGET_SCORES = ["DELETE FROM meta WHERE name = 'tone'", 'INSERT INTO touched SELECT wording_key FROM utterances'];

async function refreshBackgrounds(store: OpenDatabase, edition: ToneEdition): Promise<void> {
  await store.run('CREATE OR REPLACE TEMP TABLE backgrounds (key VARCHAR, background VARCHAR)');
  const backgroundOf = await edition.loadBackgrounds();
  const changed: Cell[][] = [];
  let seen = 0;
  for await (const rows of store.batches('SELECT key, title, opening, background FROM articles')) {
    seen += rows.length;
    for (const [key, title, opening, background] of rows) {
      const paragraphs = JSON.parse(String(opening)) as readonly string[];
      const now = JSON.stringify(backgroundOf({ title: title as string | null, paragraphs }));
      if (now !== background) changed.push([key ?? null, now]);
    }
  }
  // A stream ends early and without an error where DuckDB runs out of memory; half the backgrounds would be old ones.
  const [articles] = await store.all('SELECT count(*)::INTEGER AS count FROM articles');
  if (seen !== articles?.count) throw new Error(`read ${seen} of ${articles?.count} articles from the store`);
  await store.append('backgrounds', changed);
  await store.run('UPDATE articles SET background = b.background FROM backgrounds b WHERE b.key = articles.key; DROP TABLE backgrounds');
}

/** Scores that are looked for at once. */
const SLICE = 200_000;

/** Lists the statements whose score is missing, one per key; merge.ts comes first. Gives how many there are. */
export async function listUnscored(store: OpenDatabase): Promise<number> {
  const [statements] = await store.all('SELECT count(*)::INTEGER AS count FROM chosen');
  await store.run('CREATE OR REPLACE TEMP TABLE unscored (score_key VARCHAR, id VARCHAR)');
  for (const slice of slicesBy('score_key', statements?.count as number, SLICE))
    await store.run(`
INSERT INTO unscored SELECT score_key, min(id) FROM (SELECT score_key, id FROM chosen WHERE ${slice})
ANTI JOIN (SELECT score_key FROM scores WHERE ${slice}) USING (score_key) GROUP BY score_key`);
  const [row] = await store.all('SELECT count(*)::INTEGER AS count FROM unscored');
  return row?.count as number;
}

/** The listed statements of one slice by `score_key` (slices.ts), in a stable order, some at a time. */
export function readUnscored(store: OpenDatabase, slice: string): Promise<AsyncIterable<readonly Unscored[]>> {
  return inTransaction(store, async () => {
    await returnFreed(store);
    await store.run(`CREATE OR REPLACE TEMP TABLE page AS SELECT score_key, c.article_key, c.ordinal, c.said
FROM (SELECT id FROM unscored WHERE ${slice}) n JOIN chosen c USING (id)`);
    const rows = await store.held(`
SELECT n.score_key, u.passage, u.content, u.kind, u.speaker, CASE WHEN u.speaker IS NOT NULL THEN coalesce(u.side, 'other') END AS side, u.cue, n.said, coalesce(u.around, '') AS around, a.background
FROM page n JOIN utterances u ON u.article_key = n.article_key AND u.ordinal = n.ordinal JOIN articles a ON a.key = n.article_key
ORDER BY n.score_key`);
    return rows as AsyncIterable<unknown> as AsyncIterable<readonly Unscored[]>;
  });
}

/** Stores scores: all of these tables or none. */
export async function storeScores(store: OpenDatabase, tables: readonly Table[]): Promise<void> {
  if (tables.length === 0) return;
  await inTransaction(store, async () => {
    for (const scores of tables) await store.add('scores', scores);
  });
}
