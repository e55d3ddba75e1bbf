/** The query behind every trend table: sums over distinct statements, with the reach of the same group. Reads the temporary tables of groups.ts. */
import type { Group } from '../../core/model/groups.ts';
import type { Columns } from './database.ts';

/** Which statements make a group. */
export interface GroupChoice {
  /** Column or constant of `observations` that is the period. */
  readonly period: 'year' | 'month' | 'week' | "'all'";
  readonly keys: readonly ('side' | 'outlet' | 'topic' | 'speaker_id')[];
  /** Which observations count; all where absent. */
  readonly where?: string;
}

/** The two sides of the job. */
export type Sides = readonly string[];

/** `latest` is the last dated statement, which tells the speaker's name, side and role. */
const SUMS = `count(*)::INTEGER AS statements, count(tone)::INTEGER AS relevant, (count(tone) FILTER (weighing = 0))::INTEGER AS without_hits, (count(*) FILTER (label = 'positive'))::INTEGER AS positive,
  (count(*) FILTER (label = 'neutral'))::INTEGER AS neutral, (count(*) FILTER (label = 'negative'))::INTEGER AS negative,
  coalesce(sum(tone), 0)::HUGEINT AS tone_sum, coalesce(sum(tone::HUGEINT * tone), 0)::HUGEINT AS tone_squares,
  (2 * median(tone))::BIGINT AS tone_median_doubled, coalesce(sum(sentiment) FILTER (tone IS NOT NULL), 0)::HUGEINT AS sentiment_sum,
  (count(tone) FILTER (year <> 'undated'))::INTEGER AS dated,
  coalesce(sum(try_cast(year AS INTEGER)) FILTER (tone IS NOT NULL), 0)::BIGINT::DOUBLE AS year_sum, min(said) AS first_said, max(said) AS last_said, coalesce(max(number) FILTER (said IS NOT NULL), max(number)) AS latest`;

/** What several said together counts for each of them, and once for each of their sides. */
const EACH_SPEAKER = `(SELECT * FROM observations UNION ALL
  SELECT o.* REPLACE (v.speaker_id AS speaker_id, v.side AS side) FROM observations o JOIN voices v USING (number))`;
const EACH_SIDE = `(SELECT * FROM observations UNION ALL
  SELECT o.* REPLACE (v.speaker_id AS speaker_id, v.side AS side) FROM observations o
  JOIN (SELECT number, side, min(speaker_id) AS speaker_id FROM voices GROUP BY number, side) v ON v.number = o.number AND v.side <> o.side)`;

/** The columns that makeGroups takes. */
export const GROUP_COLUMNS = `period, side, speaker_id AS "speakerId", speaker, role, outlet, topic, statements, speakers, relevant, without_hits AS "withoutHits", positive, neutral, negative,
  tone_sum AS "toneSum", tone_squares AS "toneSquares", tone_median_doubled AS "toneMedianDoubled", sentiment_sum AS "sentimentSum", articles, outlets,
  first_said AS "firstSaid", last_said AS "lastSaid", cited_articles AS "citedArticles", article_counts AS "articleCounts",
  article_products AS "articleProducts", article_squares AS "articleSquares", first_side AS "firstSide", second_side AS "secondSide", dated, year_sum AS "yearSum"`;

/** Groups from the columns of GROUP_COLUMNS. Field by field, for there may be a million of them: a loop over names takes six times as long. */
export function makeGroups(columns: Columns): readonly Group[] {
  const c = columns as { readonly [Field in keyof Group]: readonly Group[Field][] };
  const at = <Value>(values: readonly Value[], row: number): Value => values[row] as Value;
  return c.period.map((period, row) => ({
    period,
    side: at(c.side, row),
    speakerId: at(c.speakerId, row),
    speaker: at(c.speaker, row),
    role: at(c.role, row),
    outlet: at(c.outlet, row),
    topic: at(c.topic, row),
    statements: at(c.statements, row),
    speakers: at(c.speakers, row),
    relevant: at(c.relevant, row),
    withoutHits: at(c.withoutHits, row),
    positive: at(c.positive, row),
    neutral: at(c.neutral, row),
    negative: at(c.negative, row),
    toneSum: at(c.toneSum, row),
    toneSquares: at(c.toneSquares, row),
    toneMedianDoubled: at(c.toneMedianDoubled, row),
    sentimentSum: at(c.sentimentSum, row),
    articles: at(c.articles, row),
    outlets: at(c.outlets, row),
    firstSaid: at(c.firstSaid, row),
    lastSaid: at(c.lastSaid, row),
    citedArticles: at(c.citedArticles, row),
    articleCounts: at(c.articleCounts, row),
    articleProducts: at(c.articleProducts, row),
    articleSquares: at(c.articleSquares, row),
    firstSide: at(c.firstSide, row),
    secondSide: at(c.secondSide, row),
    dated: at(c.dated, row),
    yearSum: at(c.yearSum, row),
  }));
}

/** Groups in no particular order. */
export function groupingQuery({ period, keys, where = 'true' }: GroupChoice, sides: Sides): string {
  const all = ['period', ...keys].join(', ');
  const isByOutlet = keys.includes('outlet');
  const isByTopic = keys.includes('topic');
  const isBySpeaker = keys.includes('speaker_id');
  const count = (what: string, value: string, from: string) =>
    `${what} AS (SELECT ${all}, count(*)::INTEGER AS ${what} FROM (SELECT DISTINCT ${all}, ${value} AS counted FROM ${from}) GROUP BY ${all})`;
  const speaker = (column: string) =>
    isBySpeaker ? `CASE WHEN l.speaker_id = s.speaker_id THEN l.${column} ELSE v.${column} END` : 'NULL';
  const isBySide = keys.includes('side');
  return `
WITH members AS (SELECT o.*, ${period} AS period ${isByOutlet ? ', p.outlet' : ''} ${isByTopic ? ', t.topic' : ''} FROM ${isBySpeaker ? EACH_SPEAKER : isBySide ? EACH_SIDE : 'observations'} o
                 ${isByOutlet ? 'JOIN (SELECT DISTINCT number, outlet FROM printings) p USING (number)' : ''}
                 ${isByTopic ? 'JOIN topical t USING (number)' : ''}
                 WHERE ${period} IS NOT NULL AND ${where} ${isBySpeaker ? "AND speaker_id <> ''" : ''}),
carriers AS (SELECT m.* EXCLUDE (number), p.rank, p.outlet AS carrier, p.has_outlet
             FROM members m JOIN printings p ON p.number = m.number ${isByOutlet ? 'AND p.outlet = m.outlet' : ''}),
sums AS (SELECT ${all}, ${SUMS}, ${ofSide(sides[0] ?? '')} AS first_side, ${ofSide(sides[1] ?? '')} AS second_side FROM members GROUP BY ${all}),
clusters AS (SELECT ${all}, count(*)::INTEGER AS cited_articles, sum(members::HUGEINT * members)::HUGEINT AS article_counts,
                    sum(members::HUGEINT * tones)::HUGEINT AS article_products, sum(tones * tones)::HUGEINT AS article_squares
             FROM (SELECT ${all}, r.rank, count(*)::INTEGER AS members, sum(tone)::HUGEINT AS tones FROM members JOIN reach r USING (number)
                   WHERE tone IS NOT NULL GROUP BY ${all}, r.rank)
             GROUP BY ${all}),
${count('speakers', 'speaker_id', "members WHERE speaker_id <> ''")},
${count('articles', 'rank', 'carriers')},
${count('outlets', 'carrier', 'carriers WHERE has_outlet')}
SELECT s.* EXCLUDE (latest, speakers, articles, outlets, cited_articles, article_counts, article_products, article_squares ${keys.map((key) => `, ${key}`).join('')}), coalesce(s.speakers, 0) AS speakers,
       coalesce(s.articles, 0) AS articles, coalesce(s.outlets, 0) AS outlets,
       coalesce(s.cited_articles, 0) AS cited_articles, coalesce(s.article_counts, 0) AS article_counts, coalesce(s.article_products, 0) AS article_products,
       coalesce(s.article_squares, 0) AS article_squares, ${keys.includes('side') ? 's.side' : speaker('side')} AS side,
       ${isBySpeaker ? 's.speaker_id' : 'NULL'} AS speaker_id, ${speaker('speaker')} AS speaker, ${speaker('role')} AS role,
       ${isByOutlet ? 's.outlet' : 'NULL'} AS outlet, ${isByTopic ? 's.topic' : 'NULL'} AS topic
FROM (SELECT * FROM sums LEFT JOIN speakers USING (${all}) LEFT JOIN articles USING (${all}) LEFT JOIN outlets USING (${all})
      LEFT JOIN clusters USING (${all})) s
JOIN observations o ON o.number = s.latest JOIN statements l ON l.rowid = o.place
${isBySpeaker ? 'LEFT JOIN voices v ON v.number = s.latest AND v.speaker_id = s.speaker_id' : ''}`;
}

/** Relevant statements of a side. */
function ofSide(side: string): string {
  return `(count(tone) FILTER (side = '${side.replaceAll("'", "''")}'))::INTEGER`;
}
