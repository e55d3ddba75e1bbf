/** The query behind every trend table: sums over distinct statements, with the reach of the same group. Reads the temporary tables of groups.ts. */
import type { Group } from '../model.ts';

/** Which statements make a group. */
export interface GroupChoice {
  /** Column or constant of `observations` that is the period. */
  readonly period: 'year' | 'month' | "'all'";
  readonly keys: readonly ('side' | 'outlet' | 'speaker_id')[];
  /** Which observations count; all where absent. */
  readonly where?: string;
}

/** `latest` is the last dated statement, which tells the speaker's name, side and role. */
const SUMS = `count(*)::INTEGER AS statements, count(tone)::INTEGER AS relevant, (count(*) FILTER (label = 'positive'))::INTEGER AS positive,
  (count(*) FILTER (label = 'neutral'))::INTEGER AS neutral, (count(*) FILTER (label = 'negative'))::INTEGER AS negative,
  coalesce(sum(tone), 0)::HUGEINT AS tone_sum, coalesce(sum(tone::HUGEINT * tone), 0)::HUGEINT AS tone_squares,
  (2 * median(tone))::BIGINT AS tone_median_doubled, coalesce(sum(sentiment) FILTER (tone IS NOT NULL), 0)::HUGEINT AS sentiment_sum,
  min(said) AS first_said, max(said) AS last_said, coalesce(max(number) FILTER (said IS NOT NULL), max(number)) AS latest`;

/** A group as one JSON text: a driver hands one value over much faster than nineteen. Whole numbers that may be large go as text. */
export const GROUP_JSON = `json_object('period', period, 'side', side, 'speakerId', speaker_id, 'speaker', speaker, 'role', role, 'outlet', outlet,
  'statements', statements, 'speakers', speakers, 'relevant', relevant, 'positive', positive, 'neutral', neutral, 'negative', negative,
  'toneSum', tone_sum::VARCHAR, 'toneSquares', tone_squares::VARCHAR, 'toneMedianDoubled', tone_median_doubled::VARCHAR,
  'sentimentSum', sentiment_sum::VARCHAR, 'articles', articles, 'outlets', outlets, 'firstSaid', first_said, 'lastSaid', last_said)::VARCHAR AS json`;

/** A row of GROUP_JSON. */
export function parseGroup(row: Readonly<Record<string, unknown>>): Group {
  const { toneSum, toneSquares, toneMedianDoubled, sentimentSum, ...rest } = JSON.parse(row.json as string);
  return {
    ...rest,
    toneSum: BigInt(toneSum),
    toneSquares: BigInt(toneSquares),
    toneMedianDoubled: toneMedianDoubled === null ? null : BigInt(toneMedianDoubled),
    sentimentSum: BigInt(sentimentSum),
  };
}

/** Groups in no particular order. */
export function groupingQuery({ period, keys, where = 'true' }: GroupChoice): string {
  const all = ['period', ...keys].join(', ');
  const isByOutlet = keys.includes('outlet');
  const isBySpeaker = keys.includes('speaker_id');
  const count = (what: string, value: string, from: string) =>
    `${what} AS (SELECT ${all}, count(*)::INTEGER AS ${what} FROM (SELECT DISTINCT ${all}, ${value} AS counted FROM ${from}) GROUP BY ${all})`;
  const speaker = (column: string) => (isBySpeaker ? `l.${column}` : 'NULL');
  return `
WITH members AS (SELECT o.*, ${period} AS period ${isByOutlet ? ', p.outlet' : ''} FROM observations o
                 ${isByOutlet ? 'JOIN (SELECT DISTINCT number, outlet FROM printings) p USING (number)' : ''}
                 WHERE ${period} IS NOT NULL AND ${where} ${isBySpeaker ? "AND speaker_id <> ''" : ''}),
carriers AS (SELECT m.* EXCLUDE (number), p.rank, p.outlet AS carrier, p.has_outlet
             FROM members m JOIN printings p ON p.number = m.number ${isByOutlet ? 'AND p.outlet = m.outlet' : ''}),
sums AS (SELECT ${all}, ${SUMS} FROM members GROUP BY ${all}),
${count('speakers', 'speaker_id', "members WHERE speaker_id <> ''")},
${count('articles', 'rank', 'carriers')},
${count('outlets', 'carrier', 'carriers WHERE has_outlet')}
SELECT s.* EXCLUDE (latest, speakers, articles, outlets ${keys.map((key) => `, ${key}`).join('')}), coalesce(s.speakers, 0) AS speakers,
       coalesce(s.articles, 0) AS articles, coalesce(s.outlets, 0) AS outlets, ${keys.includes('side') ? 's.side' : speaker('side')} AS side,
       ${isBySpeaker ? 's.speaker_id' : 'NULL'} AS speaker_id, ${speaker('speaker')} AS speaker, ${speaker('role')} AS role,
       ${isByOutlet ? 's.outlet' : 'NULL'} AS outlet
FROM (SELECT * FROM sums LEFT JOIN speakers USING (${all}) LEFT JOIN articles USING (${all}) LEFT JOIN outlets USING (${all})) s
JOIN observations o ON o.number = s.latest JOIN statements l ON l.id = o.id`;
}
