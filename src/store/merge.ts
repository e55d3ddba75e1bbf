/**
 * Utterances → the relations that groups.ts reads. The law is that of statements/merge.ts: one statement per wording and speaker; a printing that names
 * nobody joins the one speaker that others name; of the printings that name the speaker the earliest gives words, passage and score.
 */
import type { OpenDatabase } from './database.ts';

/** Canonical order of printings: earliest publication, then path, id and offset. */
const ORDER = 'published NULLS LAST, path, id, start, ordinal';

const MERGE = `
CREATE OR REPLACE TEMP TABLE printed AS
WITH named AS (
  SELECT wording_key, min(speaker_id) AS speaker_id FROM utterances WHERE speaker_id IS NOT NULL GROUP BY wording_key HAVING count(DISTINCT speaker_id) = 1)
SELECT left(sha256(coalesce(u.speaker_id, n.speaker_id, '') || chr(10) || u.wording_key), 16) AS statement_id, u.article_key, u.ordinal, u.start,
       u.speaker_id IS NOT NULL AS is_named, u.said, u.said_basis, u.said_earliest, u.said_latest, a.published, a.path, a.id, a.added
FROM utterances u JOIN articles a ON a.key = u.article_key LEFT JOIN named n ON n.wording_key = u.wording_key AND u.speaker_id IS NULL
QUALIFY row_number() OVER (PARTITION BY statement_id, u.article_key, u.start ORDER BY u.ordinal) = 1;

CREATE OR REPLACE TEMP TABLE chosen AS
WITH dated AS (
  SELECT statement_id, said, said_basis, said_earliest, said_latest FROM printed WHERE said IS NOT NULL
  QUALIFY row_number() OVER (PARTITION BY statement_id ORDER BY ${ORDER}) = 1),
cited AS (
  SELECT statement_id, article_key, ordinal FROM printed
  QUALIFY row_number() OVER (PARTITION BY statement_id ORDER BY is_named DESC, ${ORDER}) = 1),
first_added AS (SELECT statement_id, min(added) AS added FROM printed GROUP BY statement_id)
SELECT c.statement_id AS id, c.article_key, c.ordinal, d.said, d.said_basis, d.said_earliest, d.said_latest, f.added,
       md5(concat_ws(chr(10), u.passage, u.content, u.kind, coalesce(u.speaker, ''), coalesce(u.side, ''), coalesce(u.cue, ''), coalesce(d.said, ''),
                     a.background)) AS score_key
FROM cited c JOIN first_added f USING (statement_id) LEFT JOIN dated d USING (statement_id)
  JOIN utterances u ON u.article_key = c.article_key AND u.ordinal = c.ordinal JOIN articles a ON a.key = c.article_key;

CREATE OR REPLACE TEMP VIEW appearances AS
  SELECT p.statement_id, p.article_key, u.kind, u.spans, p.start, u.mention, u.mention_span, u.cue, u.rule, u.certainty, p.is_named
  FROM printed p JOIN utterances u ON u.article_key = p.article_key AND u.ordinal = p.ordinal`;

const STATEMENTS = `
CREATE OR REPLACE TEMP TABLE statements AS
SELECT c.id, u.speaker_id, u.speaker, u.side, u.role, c.said, c.said_basis, c.said_earliest, c.said_latest, u.text, u.passage, s.relevant, s.relevance,
       s.tone, s.label, s.sentiment, s.hits, c.added
FROM chosen c JOIN utterances u ON u.article_key = c.article_key AND u.ordinal = c.ordinal JOIN scores s ON s.score_key = c.score_key`;

/** Merges all printings into statements; their scores may still be missing. */
export async function mergePrintings(store: OpenDatabase): Promise<void> {
  await store.run(MERGE);
}

/** Makes the relation `statements` once every statement has its score. */
export async function settleStatements(store: OpenDatabase): Promise<void> {
  await store.run(STATEMENTS);
}
