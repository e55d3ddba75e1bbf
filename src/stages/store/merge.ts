/**
 * Utterances → the relations that groups.ts reads. The law is that of statements/merge.ts: one statement per wording and speaker; a printing that names
 * nobody joins the one speaker that others name; of the printings that name the speaker the earliest gives words, passage and score; the earliest one
 * with a day of saying gives that. Wordings do not touch each other here, so a night merges those alone of which a printing came or went; parts of longer
 * statements are found afterwards (cuttings.ts).
 */
import type { OpenDatabase } from './database.ts';
import { inTransaction } from './open.ts';
import { slicesBy } from './slices.ts';
import { ABOUT, TERMS } from './spelt-hits.ts';
import { noteRemade } from './standing.ts';

/** More utterances than any article has: rank of the article times this, plus the ordinal, is one number that sorts printings in canonical order. */
const ORDINALS = 1_048_576;

/**
 * Each step is one equality join or one hash aggregate over narrow rows: windows over whole rows would spill on a large store. The wordings of one slice
 * are in `renewed`.
 */
const MERGE = [
  `CREATE OR REPLACE TEMP TABLE fresh AS
   SELECT article_key, ordinal, wording_key, speaker_id, said IS NOT NULL AS is_dated FROM utterances SEMI JOIN renewed USING (wording_key)`,

  `CREATE OR REPLACE TEMP TABLE ranked AS
   SELECT key, row_number() OVER (ORDER BY published NULLS LAST, path, id, key) AS rank FROM articles
   WHERE key IN (SELECT article_key FROM fresh)`,

  `CREATE OR REPLACE TEMP TABLE named AS
   SELECT wording_key, min(speaker_id) AS speaker_id FROM fresh WHERE speaker_id IS NOT NULL GROUP BY wording_key
   HAVING min(speaker_id) = max(speaker_id)`,

  `CREATE OR REPLACE TEMP TABLE printed AS
   SELECT 's' || left(sha256(coalesce(f.speaker_id, n.speaker_id, '') || chr(10) || f.wording_key), 15) AS statement_id, f.wording_key, f.article_key,
          f.ordinal, r.rank * ${ORDINALS} + f.ordinal AS position, f.speaker_id IS NOT NULL AS is_named, f.is_dated
   FROM fresh f JOIN ranked r ON r.key = f.article_key LEFT JOIN named n ON n.wording_key = f.wording_key`,

  `CREATE OR REPLACE TEMP TABLE positions AS
   SELECT statement_id, coalesce(min(position) FILTER (is_named), min(position)) AS cited, min(position) FILTER (is_dated) AS dated
   FROM printed GROUP BY statement_id`,

  `CREATE OR REPLACE TEMP TABLE located AS
   SELECT s.statement_id AS id, c.wording_key, c.article_key, c.ordinal, d.article_key AS dated_key, d.ordinal AS dated_ordinal
   FROM positions s JOIN printed c ON c.position = s.cited LEFT JOIN printed d ON d.position = s.dated`,

  'CREATE OR REPLACE TEMP TABLE outdated AS SELECT id FROM chosen SEMI JOIN renewed USING (wording_key)',
  'INSERT INTO unsettled SELECT id FROM cuttings WHERE whole IN (SELECT id FROM outdated)',
  'DELETE FROM cuttings WHERE id IN (SELECT id FROM outdated) OR whole IN (SELECT id FROM outdated)',
  'DELETE FROM statements WHERE id IN (SELECT id FROM outdated)',
  'DELETE FROM appearances WHERE statement_id IN (SELECT id FROM outdated)',
  'DELETE FROM chosen WHERE id IN (SELECT id FROM outdated)',

  `INSERT INTO chosen
   SELECT l.id, l.wording_key, l.article_key, l.ordinal, d.said, d.said_basis, d.said_earliest, d.said_latest,
          md5(concat_ws(chr(10), u.passage, u.content, u.kind, coalesce(u.speaker, ''), coalesce(u.side, ''), coalesce(u.cue, ''), coalesce(d.said, ''),
                        a.background, coalesce(u.around, ''))) AS score_key
   FROM located l JOIN utterances u ON u.article_key = l.article_key AND u.ordinal = l.ordinal JOIN articles a ON a.key = l.article_key
     LEFT JOIN utterances d ON d.article_key = l.dated_key AND d.ordinal = l.dated_ordinal`,

  'INSERT INTO unsettled SELECT id FROM located',

  `INSERT INTO appearances
   SELECT p.statement_id, p.article_key, u.kind, u.spans, u.start, u.mention, u.mention_span, u.via, u.cue, u.rule, u.certainty, p.is_named
   FROM printed p JOIN utterances u ON u.article_key = p.article_key AND u.ordinal = p.ordinal`,

  'DELETE FROM touched WHERE wording_key IN (SELECT wording_key FROM renewed)',
  ...['renewed', 'fresh', 'ranked', 'named', 'printed', 'positions', 'located', 'outdated'].map((name) => `DROP TABLE ${name}`),
];

/** Wordings or statements that are worked on at once: more would not fit into the memory of the store. */
const SLICE = 50_000;

/** So few statements take some megabytes, which stay in memory until the store is closed; to write them to their place at once would write the table twice in a small night. */
const CHECKPOINT_FROM = 5_000;

/** Those that are not there yet; `added` is the day on which the first of its printings was published, null where none was. */
const STATEMENTS = `
SELECT c.id, u.speaker_id, u.speaker, u.side, u.role, u.joint, c.said, c.said_basis, c.said_earliest, c.said_latest, u.text, u.passage, s.relevant, s.relevance,
       s.tone, s.label, s.sentiment, s.hits, s.topics, s.weighing, f.added, ${ABOUT} AS about, ${TERMS} AS terms
FROM missing m JOIN chosen c ON c.id = m.id JOIN utterances u ON u.article_key = c.article_key AND u.ordinal = c.ordinal
  JOIN scores s ON s.score_key = c.score_key JOIN shown f ON f.id = c.id`;

const SHOWN = `
CREATE OR REPLACE TEMP TABLE shown AS
SELECT p.statement_id AS id, min(a.added) AS added FROM appearances p JOIN articles a ON a.key = p.article_key
WHERE p.statement_id IN (SELECT id FROM missing) GROUP BY p.statement_id`;

/** Merges the printings of all wordings that were touched; the scores of their statements may still be missing. */
export async function mergePrintings(store: OpenDatabase): Promise<void> {
  // Not those that are distinct: counting them would hold them all in memory.
  const [count] = await store.all('SELECT count(*)::INTEGER AS touched FROM touched');
  const touched = count?.touched as number;
  if (touched === 0) return;
  for (const slice of slicesBy('wording_key', touched, SLICE))
    await inTransaction(store, async () => {
      await store.run(`CREATE OR REPLACE TEMP TABLE renewed AS SELECT DISTINCT wording_key FROM touched WHERE ${slice}`);
      for (const step of MERGE) await store.run(step);
    });
}

/**
 * Completes the relation `statements` once every statement has its score. Slice by slice, each committed and written to its place in the file: until then
 * what was added stays in memory.
 */
export async function completeStatements(store: OpenDatabase): Promise<void> {
  const [count] = await store.all('SELECT count(*)::INTEGER AS missing FROM chosen ANTI JOIN statements USING (id)');
  const missing = count?.missing as number;
  if (missing === 0) return;
  const note = await noteRemade(store, missing);
  for (const slice of slicesBy('substr(id, 2)', missing, SLICE)) {
    await inTransaction(store, async () => {
      await store.run(`CREATE OR REPLACE TEMP TABLE missing AS SELECT id FROM chosen ANTI JOIN statements USING (id) WHERE ${slice}`);
      await store.run(SHOWN);
      await store.run(`INSERT INTO statements ${STATEMENTS}; ${note}`);
      for (const name of ['missing', 'shown']) await store.run(`DROP TABLE ${name}`);
    });
    if (missing > CHECKPOINT_FROM) await store.run('CHECKPOINT');
  }
}
