/**
 * Utterances → the relations that groups.ts reads. The law is that of statements/merge.ts: one statement per wording and speaker; a printing that names
 * nobody joins the one speaker that others name; of the printings that name the speaker the earliest gives words, passage and score; the earliest one
 * with a day of saying gives that.
 */
import type { OpenDatabase } from './database.ts';

/** More utterances than any article has: rank of the article times this, plus the ordinal, is one number that sorts printings in canonical order. */
const ORDINALS = 1_048_576;

/** Each step is one equality join or one hash aggregate over narrow rows: windows over whole rows would spill on a large store. */
const MERGE = [
  `CREATE OR REPLACE TEMP TABLE ranked AS
   SELECT key, row_number() OVER (ORDER BY published NULLS LAST, path, id, key) AS rank FROM articles`,

  `CREATE OR REPLACE TEMP TABLE named AS
   SELECT wording_key, min(speaker_id) AS speaker_id FROM utterances WHERE speaker_id IS NOT NULL GROUP BY wording_key
   HAVING min(speaker_id) = max(speaker_id)`,

  `CREATE OR REPLACE TEMP TABLE printed AS
   SELECT left(sha256(coalesce(u.speaker_id, n.speaker_id, '') || chr(10) || u.wording_key), 16) AS statement_id, u.article_key, u.ordinal,
          r.rank * ${ORDINALS} + u.ordinal AS position, u.speaker_id IS NOT NULL AS is_named, u.said IS NOT NULL AS is_dated
   FROM utterances u JOIN ranked r ON r.key = u.article_key LEFT JOIN named n ON n.wording_key = u.wording_key`,

  `CREATE OR REPLACE TEMP TABLE positions AS
   SELECT statement_id, coalesce(min(position) FILTER (is_named), min(position)) AS cited, min(position) FILTER (is_dated) AS dated
   FROM printed GROUP BY statement_id`,

  `CREATE OR REPLACE TEMP TABLE located AS
   SELECT s.statement_id AS id, c.article_key, c.ordinal, d.article_key AS dated_key, d.ordinal AS dated_ordinal
   FROM positions s JOIN printed c ON c.position = s.cited LEFT JOIN printed d ON d.position = s.dated`,

  `CREATE OR REPLACE TEMP TABLE chosen AS
   SELECT l.id, l.article_key, l.ordinal, d.said, d.said_basis, d.said_earliest, d.said_latest,
          md5(concat_ws(chr(10), u.passage, u.content, u.kind, coalesce(u.speaker, ''), coalesce(u.side, ''), coalesce(u.cue, ''), coalesce(d.said, ''),
                        a.background)) AS score_key
   FROM located l JOIN utterances u ON u.article_key = l.article_key AND u.ordinal = l.ordinal JOIN articles a ON a.key = l.article_key
     LEFT JOIN utterances d ON d.article_key = l.dated_key AND d.ordinal = l.dated_ordinal`,

  `CREATE OR REPLACE TABLE appearances AS
   SELECT p.statement_id, p.article_key, u.kind, u.spans, u.start, u.mention, u.mention_span, u.cue, u.rule, u.certainty, p.is_named
   FROM printed p JOIN utterances u ON u.article_key = p.article_key AND u.ordinal = p.ordinal`,
];

/** Statements are joined in four parts where there are many: all at once would not fit into memory. */
const SLICES = ['0123', '4567', '89ab', 'cdef'].map((digits) => `left(c.id, 1) BETWEEN '${digits[0]}' AND '${digits[3]}'`);
const SLICED_FROM = 400_000;

const STATEMENTS = `
SELECT c.id, u.speaker_id, u.speaker, u.side, u.role, c.said, c.said_basis, c.said_earliest, c.said_latest, u.text, u.passage, s.relevant, s.relevance,
       s.tone, s.label, s.sentiment, s.hits, f.added
FROM chosen c JOIN utterances u ON u.article_key = c.article_key AND u.ordinal = c.ordinal JOIN scores s ON s.score_key = c.score_key
  JOIN shown f ON f.statement_id = c.id`;

/** Merges all printings into statements; their scores may still be missing. */
export async function mergePrintings(store: OpenDatabase): Promise<void> {
  for (const step of MERGE) await store.run(step);
}

/** Makes the relation `statements` once every statement has its score. */
export async function settleStatements(store: OpenDatabase): Promise<void> {
  await store.run(`
CREATE OR REPLACE TEMP TABLE shown AS
SELECT p.statement_id, min(a.added) AS added FROM printed p JOIN articles a ON a.key = p.article_key GROUP BY p.statement_id`);
  await store.run(`CREATE OR REPLACE TABLE statements AS ${STATEMENTS} LIMIT 0`);
  const [count] = await store.all('SELECT count(*)::INTEGER AS statements FROM chosen');
  const slices = (count?.statements as number) < SLICED_FROM ? ['true'] : SLICES;
  for (const slice of slices) await store.run(`INSERT INTO statements ${STATEMENTS} WHERE ${slice}`);
}
