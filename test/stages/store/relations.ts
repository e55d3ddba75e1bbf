/** The relations that groups.ts reads, as plain tables in memory, for tests and benches that need no whole store. */
import { type OpenDatabase, openDatabase } from '../../../src/stages/store/database.ts';
import { ABOUT, TERMS } from '../../../src/stages/store/spelt-hits.ts';

const CREATE = `
CREATE TABLE statements (id VARCHAR, speaker_id VARCHAR, speaker VARCHAR, side VARCHAR, role VARCHAR, joint VARCHAR, said VARCHAR, said_basis VARCHAR, said_earliest VARCHAR,
  said_latest VARCHAR, text VARCHAR, passage VARCHAR, relevant BOOLEAN, relevance VARCHAR, tone INTEGER, label VARCHAR, sentiment INTEGER, hits VARCHAR,
  topics VARCHAR, weighing INTEGER, added VARCHAR);
CREATE TABLE articles (key VARCHAR, id VARCHAR, path VARCHAR, place VARCHAR, outlet VARCHAR, title VARCHAR, url VARCHAR, published VARCHAR,
  published_basis VARCHAR, added VARCHAR);
CREATE TABLE appearances (statement_id VARCHAR, article_key VARCHAR, kind VARCHAR, spans VARCHAR, start INTEGER, mention VARCHAR, mention_span VARCHAR, via VARCHAR,
  cue VARCHAR, rule VARCHAR, certainty VARCHAR, is_named BOOLEAN);
CREATE TABLE cuttings (id VARCHAR, whole VARCHAR);
CREATE TABLE corrections (id VARCHAR, cell VARCHAR, value VARCHAR);
CREATE TABLE remade (id VARCHAR);
CREATE TABLE problems (path VARCHAR, place VARCHAR, code VARCHAR, reason VARCHAR)`;

/** A statement in few words; the rest is filled in plainly. */
export interface Said {
  readonly id: string;
  readonly speaker?: string | null;
  readonly side?: string;
  readonly joint?: readonly { readonly id: string; readonly name: string; readonly side: string | null; readonly role: string }[];
  readonly said?: string | null;
  readonly text?: string;
  /** In [-1, 1]; null where not relevant. */
  readonly tone?: number | null;
  readonly sentiment?: number;
  readonly hits?: readonly {
    readonly term: string;
    readonly span: readonly [number, number];
    readonly value: number;
    readonly shifts?: readonly object[];
  }[];
  readonly topics?: readonly string[];
  /** Outlets that printed it; each gets an article of its own, or shares `article`. */
  readonly outlets?: readonly (string | null)[];
  readonly article?: string;
  readonly title?: string;
  readonly url?: string;
  readonly added?: string;
}

/** A database in memory that holds these statements. */
export async function holdStatements(statements: readonly Said[], problems: readonly string[] = []): Promise<OpenDatabase> {
  const database = await openDatabase(':memory:');
  await database.run(CREATE);
  const articles = new Map<string, string>();
  const appearances: string[] = [];
  for (const said of statements) {
    for (const [index, outlet] of (said.outlets ?? ['Riverside Post']).entries()) {
      const key = said.article ?? `${said.id}-${index}`;
      const published = said.said === undefined ? '2018-12-22' : said.said;
      articles.set(
        key,
        values([key, key, `news/${key}.txt`, '', outlet, said.title ?? 'A title', said.url ?? null, published, 'metadata', stamp(said)]),
      );
      const speaker = said.speaker ?? null;
      appearances.push(
        values([said.id, key, 'direct', '[[10,40]]', 10 + articles.size, speaker, '[1,5]', null, 'said', 'quote-verb', 'known', true]),
      );
    }
  }
  await insert(database, 'statements', statements.map(statementValues));
  await database.run(`CREATE OR REPLACE TABLE statements AS SELECT s.*, ${ABOUT} AS about, ${TERMS} AS terms FROM statements s`);
  await insert(database, 'appearances', appearances);
  await insert(database, 'articles', [...articles.values()]);
  await insert(
    database,
    'problems',
    problems.map((path) => values([path, '', 'empty', 'no text, expected an article'])),
  );
  return database;
}

async function insert(database: OpenDatabase, table: string, rows: readonly string[]): Promise<void> {
  if (rows.length > 0) await database.run(`INSERT INTO ${table} VALUES ${rows.join(', ')}`);
}

function statementValues(said: Said): string {
  const { speaker = 'Ada Bell', tone = 0, text = 'We want talks.', said: day = '2018-12-22' } = said;
  const label = tone === null ? null : tone > 0.1 ? 'positive' : tone < -0.1 ? 'negative' : 'neutral';
  const id = speaker === null ? null : speaker.toLowerCase().replaceAll(' ', '-');
  const who = [id, speaker, speaker === null ? null : (said.side ?? 'US'), speaker === null ? null : 'official'];
  const when = [
    day,
    day === null ? null : 'text',
    ...(day === null ? [null, null] : [day.padEnd(10, '-01'), day.padEnd(7, '-12').padEnd(10, '-28')]),
  ];
  const millionths = (value: number | null) => (value === null ? null : Math.round(value * 1e6));
  const hits = (said.hits ?? []).map((hit) => ({ base: hit.value, shifts: [], words: hit.term, about: 'relation', ...hit }));
  const score = [
    tone !== null,
    'both named',
    millionths(tone),
    label,
    millionths(said.sentiment ?? 0),
    JSON.stringify(hits),
    JSON.stringify(said.topics ?? []),
    hits.filter(({ value }) => value !== 0).length,
    stamp(said),
  ];
  return values([said.id, ...who, said.joint === undefined ? null : JSON.stringify(said.joint), ...when, text, text, ...score]);
}

function stamp(said: Said): string {
  return said.added ?? '2026-01-01T000000Z';
}

function values(cells: readonly (string | number | boolean | null)[]): string {
  return `(${cells.map((cell) => (typeof cell === 'string' ? `'${cell.replaceAll("'", "''")}'` : String(cell))).join(', ')})`;
}
