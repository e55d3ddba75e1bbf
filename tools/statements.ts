import { CREATE_TABLES } from '../src/stages/store/schema.ts';
import { ABOUT, TERMS } from '../src/stages/store/spelt-hits.ts';

/** SQL that fills the relations of groups.ts with $COUNT statements like real ones in length, reach and number of hits; the same every time. */
export const GENERATE = `
CREATE TABLE statements AS
WITH numbered AS (SELECT i, hash(i) AS h FROM range($COUNT) t(i)),
drawn AS (SELECT i, h, floor(4000 * pow((h % 10007) / 10007.0, 4))::INTEGER AS who, (2000 + (h >> 13) % 25)::INTEGER AS year, 1 + (h >> 21) % 12 AS month, 1 + (h >> 29) % 28 AS day,
                 (h >> 37) % 10 < 7 AS relevant, greatest(-1000000, least(1000000, (0.25 - 0.02 * ((h >> 13) % 25)::INTEGER + 0.3 * ((h >> 3) % 3)::INTEGER - 0.3
                   - CASE WHEN (h >> 13) % 25 >= 14 THEN 0.2 ELSE 0 END) * 700000 + (((h >> 11) % 800001)::BIGINT - 400000)))::INTEGER AS tone FROM numbered),
dated AS (SELECT *, CASE WHEN i % 50 = 0 THEN NULL ELSE format('{:04d}-{:02d}-{:02d}', year, month, day) END AS said FROM drawn)
SELECT 's' || i AS id, 'speaker-' || who AS speaker_id, 'Speaker Number ' || who AS speaker, ['US', 'Russia', 'other'][(1 + who % 3)::INTEGER] AS side,
       'official' AS role, NULL::VARCHAR AS joint, said, 'text' AS said_basis, said AS said_earliest, said AS said_latest,
       repeat('We are ready to continue the talks on strategic stability, number ' || i || '. ', (1 + h % 4)::INTEGER) AS text, text AS passage,
       relevant, 'both sides named' AS relevance, CASE WHEN relevant THEN tone END AS tone,
       CASE WHEN NOT relevant THEN NULL WHEN tone > 120000 THEN 'positive' WHEN tone < -120000 THEN 'negative' ELSE 'neutral' END AS label,
       (tone // 3)::INTEGER AS sentiment,
       format('[{{"term":"term {:d}","words":"talks","about":"relation","span":[29,34],"base":1.5,"shifts":[],"value":1.5}},{{"term":"term {:d}","words":"stability","about":"other side","span":[38,57],"base":-1,"shifts":[{{"kind":"negation","word":"not","factor":-0.5}}],"value":0.5}}]', (h >> 5) % 1500, (h >> 17) % 1500) AS hits,
       ['[]', '["sanctions"]', '["arms-control","ukraine"]', '["ukraine"]'][(1 + (h >> 7) % 4)::INTEGER] AS topics, 2::INTEGER AS weighing,
       CASE WHEN i % 100 = 1 THEN '2026-01-02T000000Z' ELSE '2026-01-01T000000Z' END AS added
FROM dated;
CREATE OR REPLACE TABLE statements AS SELECT s.*, ${ABOUT} AS about, ${TERMS} AS terms FROM statements s;
CREATE TABLE articles AS
SELECT 'a' || i AS key, 'article-' || i AS id, 'news/' || (i % 365) || '/article-' || i || '.txt' AS path, '' AS place, 'Outlet ' || (i % 40) AS outlet,
       'A title about talks and treaties, number ' || i AS title, 'https://outlet-' || (i % 40) || '.example/' || i AS url,
       format('{:04d}-{:02d}-{:02d}', 2000 + hash(i) % 25, 1 + (hash(i) >> 9) % 12, 1 + (hash(i) >> 17) % 28) AS published, 'metadata' AS published_basis,
       '2026-01-01T000000Z' AS added
FROM range($COUNT // 4) t(i);
CREATE TABLE appearances AS
SELECT DISTINCT ON (statement_id, article_key) * FROM (
  SELECT 's' || i AS statement_id, 'a' || (hash(i * 7 + copy) % ($COUNT // 4)) AS article_key, 'direct' AS kind, '[[100,180]]' AS spans, (100 + i % 900)::INTEGER AS start,
         'Foreign Minister Speaker Number' AS mention, '[182,213]' AS mention_span, NULL::VARCHAR AS via, 'said' AS cue, 'quote-subject-verb' AS rule, 'known' AS certainty, true AS is_named
  FROM range($COUNT) t(i), range(3) c(copy) WHERE copy = 0 OR (hash(i) >> 41) % 10 < copy);
CREATE TABLE problems AS SELECT 'news/broken-' || i || '.txt' AS path, '' AS place, 'empty' AS code, 'no text, expected an article' AS reason FROM range($COUNT // 1000) t(i);
${CREATE_TABLES}`;
