/** The tables of the store file: what was read, and what is made from it and kept true night by night (merge.ts). */

/** Raised when a table changes; a store of an older version is carried over (carry-over.ts), one of a newer version is refused. */
export const STORE_VERSION = '12';

/** What the scorer gave; weighing: how many hits have points. */
const SCORES =
  'score_key VARCHAR, relevant BOOLEAN, relevance VARCHAR, tone INTEGER, label VARCHAR, sentiment INTEGER, hits VARCHAR, topics VARCHAR, weighing INTEGER';

/** Name of a table → its columns as SQL writes them. */
export const TABLES: Readonly<Record<string, string>> = {
  meta: 'name VARCHAR, value VARCHAR',
  // One row per input that was read; sha256 is null while its articles are still coming in.
  inputs: 'path VARCHAR, sha256 VARCHAR, size BIGINT, reader VARCHAR, articles INTEGER, problems INTEGER',
  // record: hash of the line that an article of a large file was read from, so that the line is not read again while it stands where it stood.
  // added: the date of the first publication that showed it, null until then.
  articles: `key VARCHAR, id VARCHAR, path VARCHAR, place VARCHAR, outlet VARCHAR, title VARCHAR, url VARCHAR, published VARCHAR,
    published_basis VARCHAR, opening VARCHAR, background VARCHAR, record VARCHAR, added VARCHAR`,
  utterances: `article_key VARCHAR, ordinal INTEGER, wording_key VARCHAR, speaker_id VARCHAR, speaker VARCHAR, side VARCHAR, role VARCHAR, said VARCHAR,
    said_basis VARCHAR, said_earliest VARCHAR, said_latest VARCHAR, text VARCHAR, passage VARCHAR, content VARCHAR, around VARCHAR, kind VARCHAR, spans VARCHAR,
    start INTEGER, mention VARCHAR, mention_span VARCHAR, via VARCHAR, joint VARCHAR, cue VARCHAR, rule VARCHAR, certainty VARCHAR`,
  // The words and all else that the scorer sees make the key, so a score is right wherever the key occurs.
  scores: SCORES,
  // The scores of the last publication, while another lexicon makes them anew, and which statement had which (lexicon-effect.ts).
  former_scores: SCORES,
  former_keys: 'id VARCHAR, score_key VARCHAR',
  // Cells of statements that a person has set (corrections.ts).
  corrections: 'id VARCHAR, cell VARCHAR, value VARCHAR',
  problems: 'path VARCHAR, place VARCHAR, code VARCHAR, reason VARCHAR, sha256 VARCHAR, added VARCHAR',
  // Wordings of which a printing came or went since the last merge: their statements alone are merged again.
  touched: 'wording_key VARCHAR',
  // One row per statement: the printing that gives its words, its day, and the key of its score.
  chosen: `id VARCHAR, wording_key VARCHAR, article_key VARCHAR, ordinal INTEGER, said VARCHAR, said_basis VARCHAR, said_earliest VARCHAR,
    said_latest VARCHAR, score_key VARCHAR`,
  // Statements that are a part of a longer one: its printings are that one's (cuttings.ts). The whole may be a part of a third.
  cuttings: 'id VARCHAR, whole VARCHAR',
  // Statements that came, or whose whole went, since it was last looked for parts.
  unsettled: 'id VARCHAR',
  // What publication reads: groups.ts says what the columns are. A statement whose printings changed is missing until the next publication.
  appearances: `statement_id VARCHAR, article_key VARCHAR, kind VARCHAR, spans VARCHAR, start INTEGER, mention VARCHAR, mention_span VARCHAR, via VARCHAR,
    cue VARCHAR, rule VARCHAR, certainty VARCHAR, is_named BOOLEAN`,
  statements: `id VARCHAR, speaker_id VARCHAR, speaker VARCHAR, side VARCHAR, role VARCHAR, joint VARCHAR, said VARCHAR, said_basis VARCHAR, said_earliest VARCHAR,
    said_latest VARCHAR, text VARCHAR, passage VARCHAR, relevant BOOLEAN, relevance VARCHAR, tone INTEGER, label VARCHAR, sentiment INTEGER, hits VARCHAR,
    topics VARCHAR, weighing INTEGER, added VARCHAR, about VARCHAR, terms VARCHAR`,
  // Statements that were made anew since the last publication: the rows of all others stand in its tables as they would be written today (standing.ts).
  remade: 'id VARCHAR',
};

/** SQL of the side under which a statement stands in the tables: unattributed where nobody is named, unknown where nothing tells the side of who is. */
export const SIDE_IN_TABLES = "coalesce(side, CASE WHEN speaker_id IS NULL THEN 'unattributed' ELSE 'unknown' END)";

/** Names of a table's columns, in their order. */
export function columnNames(table: string): readonly string[] {
  return (TABLES[table] ?? '').split(',').map((column) => column.trim().split(' ', 1)[0] ?? '');
}

/** SQL that makes the tables that are not there yet. */
export const CREATE_TABLES = Object.entries(TABLES)
  .map(([name, columns]) => `CREATE TABLE IF NOT EXISTS ${name} (${columns})`)
  .join(';\n');
