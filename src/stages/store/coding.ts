/** What validation asks of the store: the statements that a sample is drawn from, those that a sheet shows, and where coded ones stand in the tables. */
import type { Cell } from '../../core/model/groups.ts';
import type { PlacedStatement, WordedStatement } from '../../core/model/trends.ts';
import type { Database } from './database.ts';
import { quoted } from './open.ts';
import { SIDE_IN_TABLES } from './schema.ts';

/** A statement that may be drawn. */
export interface Candidate {
  readonly id: string;
  readonly side: string;
  readonly year: string;
  readonly label: string;
  readonly role: string;
  /** The day on which it was first published; null where it never was. */
  readonly added: string | null;
}

/** All statements in the order of their ids, in batches. */
export async function* readCandidates(database: Database): AsyncIterable<readonly Candidate[]> {
  const query = `
SELECT id, ${SIDE_IN_TABLES}, coalesce(left(said, 4), 'undated'), coalesce(label, 'irrelevant'), coalesce(role, 'none'), added
FROM statements ANTI JOIN cuttings USING (id) ORDER BY id`;
  for await (const rows of database.batches(query)) yield rows.map(candidateOf);
}

function candidateOf([id, side, year, label, role, added]: readonly Cell[]): Candidate {
  const [known, day] = [[id, side, year, label, role].map(String), added === null || added === undefined ? null : String(added)];
  return { id: known[0] ?? '', side: known[1] ?? '', year: known[2] ?? '', label: known[3] ?? '', role: known[4] ?? '', added: day };
}

/** A statement as its first appearance has it. */
export interface ShownStatement {
  readonly id: string;
  readonly speaker: string | null;
  readonly said: string | null;
  readonly text: string;
  readonly passage: string;
  readonly path: string;
  readonly place: string;
  /** JSON of Span[] into the article's text. */
  readonly spans: string;
}

/** What a sheet shows of some statements; needs prepareSums (groups.ts). */
export async function readShown(database: Database, ids: readonly string[]): Promise<readonly ShownStatement[]> {
  await listIds(database, ids);
  const rows = await database.all(`
SELECT o.id, s.speaker, s.said, s.text, s.passage, a.path, a.place, p.spans
FROM coded_ids c JOIN observations o USING (id) JOIN reach r USING (number) JOIN ranked_articles k USING (rank)
  JOIN statements s ON s.rowid = o.place JOIN articles a ON a.rowid = k.place JOIN appearances p ON p.rowid = r.place ORDER BY o.id`);
  return rows as unknown as readonly ShownStatement[];
}

/** Where coded statements stand in the tables, by id; one that is not in the store is missing. Needs prepareSums. */
export async function readPlaced(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, PlacedStatement>> {
  if (ids.length === 0) return new Map();
  await listIds(database, ids);
  const rows = await database.all(`
WITH own AS (SELECT o.number, o.id, o.side, o.year, o.month, o.week, o.tone, o.label, o.place, r.rank, r.place AS printed FROM coded_ids c JOIN observations o USING (id) JOIN reach r USING (number)),
carried AS (SELECT number, list(DISTINCT p.outlet ORDER BY p.outlet) AS outlets FROM own JOIN printings p USING (number) GROUP BY number)
SELECT w.id, s.speaker_id AS "speakerId", w.side, w.year, w.month, w.week, w.tone, w.label, w.rank AS article, s.text, s.speaker, s.said, s.topics, k.outlet, p.kind,
       to_json(c.outlets)::VARCHAR AS outlets
FROM own w JOIN carried c USING (number) JOIN ranked_articles k USING (rank) JOIN statements s ON s.rowid = w.place JOIN appearances p ON p.rowid = w.printed
ORDER BY w.id`);
  return new Map(
    rows.map((row) => {
      const lists = { outlets: JSON.parse(String(row.outlets)), topics: JSON.parse(String(row.topics ?? '[]')) };
      return [String(row.id), { ...row, ...lists } as unknown as PlacedStatement];
    }),
  );
}

/** All statements of some speakers, as they are named in the tables; null among the names: those of nobody. */
export async function readOfSpeakers(database: Database, speakers: readonly (string | null)[]): Promise<readonly WordedStatement[]> {
  const named = speakers.flatMap((speaker) => (speaker === null ? [] : [quoted(speaker)]));
  const conditions = [
    ...(named.length > 0 ? [`speaker IN (${named.join(', ')})`] : []),
    ...(named.length < speakers.length ? ['speaker IS NULL'] : []),
  ];
  if (conditions.length === 0) return [];
  const rows = await database.all(
    `SELECT id, speaker, said, text FROM statements ANTI JOIN cuttings USING (id) WHERE ${conditions.join(' OR ')} ORDER BY id`,
  );
  return rows as unknown as readonly WordedStatement[];
}

async function listIds(database: Database, ids: readonly string[]): Promise<void> {
  await database.run(`CREATE OR REPLACE TEMP TABLE coded_ids AS SELECT unnest([${ids.map(quoted).join(', ')}]::VARCHAR[]) AS id`);
}
