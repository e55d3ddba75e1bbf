/**
 * Parts of a store as Parquet files, which travel between machines. A shard's part holds what was read of its inputs, cut into buckets by the
 * wording; a merged bucket holds the statements of its wordings, over the printings of all shards. Wordings do not touch each other (merge.ts), so buckets do not
 * either. Every file is written in the order of a key by one thread: the same rows give the same bytes.
 */
import type { Database, OpenDatabase } from './database.ts';
import { inTransaction, quoted } from './open.ts';
import { slicesBy } from './slices.ts';

/** SQL condition that a row belongs to a bucket. */
function conditionsOf(buckets: number): readonly string[] {
  return [...slicesBy('wording_key', buckets, 1)];
}

function bucketName(relation: string, bucket: number): string {
  return `${relation}-${String(bucket).padStart(4, '0')}.parquet`;
}

/** Whether a file of a shard's part is read to merge a bucket. */
export function isOfBucket(name: string, bucket: number): boolean {
  return name === 'articles.parquet' || name === bucketName('utterances', bucket) || name === bucketName('scores', bucket);
}

/** Writes all that a store holds as the part of a shard. Gives the names of the files; a relation without rows has none. */
export async function exportShard(store: OpenDatabase, folder: string, buckets: number): Promise<readonly string[]> {
  const files: (readonly [name: string, query: string])[] = [
    ['articles.parquet', 'SELECT * FROM articles ORDER BY key'],
    ['problems.parquet', 'SELECT * FROM problems ORDER BY ALL'],
    ['inputs.parquet', 'SELECT * FROM inputs ORDER BY path'],
  ];
  for (const [bucket, isInBucket] of conditionsOf(buckets).entries()) {
    const keys = `SELECT score_key FROM chosen WHERE ${isInBucket}`;
    files.push(
      [bucketName('utterances', bucket), `SELECT * FROM utterances WHERE ${isInBucket} ORDER BY article_key, ordinal`],
      [bucketName('scores', bucket), `SELECT * FROM scores WHERE score_key IN (${keys}) ORDER BY score_key`],
    );
  }
  return writeFiles(store, folder, files);
}

/** Writes the statements of a store, one bucket's, and their scores. Gives the names of the files. */
export async function exportBucket(store: OpenDatabase, folder: string): Promise<readonly string[]> {
  return writeFiles(store, folder, [
    ['chosen.parquet', 'SELECT * FROM chosen ORDER BY id'],
    ['appearances.parquet', 'SELECT * FROM appearances ORDER BY ALL'],
    ['statements.parquet', 'SELECT * FROM statements ORDER BY id'],
    ['scores.parquet', 'SELECT * FROM scores WHERE score_key IN (SELECT score_key FROM chosen) ORDER BY score_key'],
  ]);
}

/** Rows of a row group, which is held in memory. */
const ROW_GROUP = 8_192;

async function writeFiles(
  store: OpenDatabase,
  folder: string,
  files: readonly (readonly [name: string, query: string])[],
): Promise<readonly string[]> {
  const written: string[] = [];
  for (const [name, query] of files) {
    const [row] = await store.all(`SELECT 1 AS found FROM (${query.replace(/ ORDER BY .*$/, '')}) LIMIT 1`);
    if (row === undefined) continue;
    await store.run(`COPY (${query}) TO ${quoted(`${folder}/${name}`)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP})`);
    written.push(name);
  }
  return written;
}

/** A folder with the names of the files in it. */
export interface PartFiles {
  readonly folder: string;
  readonly names: readonly string[];
}

/** Takes one bucket of the parts of all shards into an empty store, ready to be merged: the printings, what merging asks of their articles, and scores. */
export async function importBucket(store: OpenDatabase, parts: readonly PartFiles[], bucket: number): Promise<void> {
  for (const part of parts) {
    const printings = fileOf(part, bucketName('utterances', bucket));
    if (printings === null) continue;
    await inTransaction(store, async () => {
      await store.run(`INSERT INTO utterances SELECT * FROM ${printings}`);
      await store.run(`
INSERT INTO articles BY NAME SELECT key, id, path, place, published, published_basis, background FROM ${fileOf(part, 'articles.parquet')}
WHERE key IN (SELECT article_key FROM ${printings})`);
      await addScores(store, fileOf(part, bucketName('scores', bucket)));
    });
  }
  await store.run('INSERT INTO touched SELECT DISTINCT wording_key FROM utterances');
}

/** Takes the part of a shard into a store: what was read, but for the inputs, of which each may have been read by several shards. */
export async function importShard(store: OpenDatabase, part: PartFiles): Promise<void> {
  for (const name of part.names.filter((each) => /^(articles|problems|utterances-\d+)\.parquet$/.test(each)))
    await insert(store, name.split(/[-.]/, 1)[0] ?? '', fileOf(part, name));
}

/** Takes the ledger of inputs from the parts of all shards: a file that several have read is one row. */
export async function importInputs(store: Database, parts: readonly PartFiles[]): Promise<void> {
  const files = parts.filter(({ names }) => names.includes('inputs.parquet')).map(({ folder }) => quoted(`${folder}/inputs.parquet`));
  if (files.length === 0) return;
  await store.run(`
INSERT INTO inputs SELECT path, first(sha256), first(size), first(reader), sum(articles)::INTEGER, sum(problems)::INTEGER
FROM read_parquet([${files.join(', ')}]) GROUP BY path ORDER BY path`);
}

/** Takes a merged bucket into a store. Parts and wholes may lie in two buckets: they are found once all are there. */
export async function importMerged(store: OpenDatabase, part: PartFiles): Promise<void> {
  for (const relation of ['chosen', 'appearances', 'statements']) await insert(store, relation, fileOf(part, `${relation}.parquet`));
  const chosen = fileOf(part, 'chosen.parquet');
  if (chosen !== null) await store.run(`INSERT INTO unsettled SELECT id FROM ${chosen}`);
  await inTransaction(store, () => addScores(store, fileOf(part, 'scores.parquet')));
}

/**
 * Committed at once, and written to its place in the file as soon as 16 MB wait for it: until then it stays in memory. To write each of many small files to its place
 * would write the rows that came before anew each time.
 */
async function insert(store: OpenDatabase, relation: string, file: string | null): Promise<void> {
  if (file === null) return;
  await store.run(`INSERT INTO ${relation} SELECT * FROM ${file}`);
}

/** Scores that are not there yet: shards, or buckets, may have the same one. */
async function addScores(store: Database, file: string | null): Promise<void> {
  if (file !== null) await store.run(`INSERT INTO scores SELECT * FROM ${file} WHERE score_key NOT IN (SELECT score_key FROM scores)`);
}

function fileOf({ folder, names }: PartFiles, name: string): string | null {
  return names.includes(name) ? `read_parquet(${quoted(`${folder}/${name}`)})` : null;
}
