/** The ledger of a large file, line by line: what was read of lines that have not changed stays, all else of the file is forgotten. */
import type { OpenDatabase } from './database.ts';
import { type FirstShown, readFirstShown } from './ingest.ts';
import { deletionOf } from './ledger.ts';
import { inTransaction, quoted } from './open.ts';
import { FORGET_SHOWN } from './shown.ts';

/** A file that is read in pieces. */
export interface LinedFile {
  readonly path: string;
  /** Hash of all that reading depends on. */
  readonly reader: string;
}

/** Number of a line → hash of its bytes, where an article was read from it by the same reader. */
export async function readLineHashes(store: OpenDatabase, { path, reader }: LinedFile): Promise<ReadonlyMap<number, string>> {
  const lines = new Map<number, string>();
  const from = `articles WHERE record IS NOT NULL AND path = ${quoted(path)} AND path IN (SELECT path FROM inputs WHERE reader = ${quoted(reader)})`;
  for await (const rows of store.batches(`SELECT ${LINE}, record FROM ${from}`))
    for (const [line, record] of rows) lines.set(Number(line), String(record));
  return lines;
}

/** `place` is 'line 7'. */
const LINE = "split_part(place, ' ', 2)::INTEGER";

/** What is left of a file before its other lines are read. */
export interface KeptLines {
  readonly added: FirstShown;
  readonly articles: number;
}

/** Forgets a file but for the articles of lines that stay; until all of it is read the ledger holds it as begun. */
export function beginLines(store: OpenDatabase, { path, reader }: LinedFile, stays: ReadonlySet<number>): Promise<KeptLines> {
  return inTransaction(store, async () => {
    const added = await readFirstShown(store, [path]);
    if (stays.size === 0) await store.run(deletionOf([path]));
    else await forgetOthers(store, path, stays);
    await store.append('inputs', [[path, null, 0, reader, 0, 0]]);
    const [row] = await store.all(`SELECT count(*)::INTEGER AS articles FROM articles WHERE path = ${quoted(path)}`);
    return { added, articles: row?.articles as number };
  });
}

async function forgetOthers(store: OpenDatabase, path: string, stays: ReadonlySet<number>): Promise<void> {
  await store.run('CREATE OR REPLACE TEMP TABLE stays (line INTEGER)');
  await store.append(
    'stays',
    [...stays].map((line) => [line]),
  );
  const forgotten = `SELECT key FROM articles WHERE path = ${quoted(path)} AND ${LINE} NOT IN (SELECT line FROM stays)`;
  await store.run(`
CREATE OR REPLACE TEMP TABLE forgotten AS ${forgotten};
INSERT INTO touched SELECT DISTINCT wording_key FROM utterances WHERE article_key IN (SELECT key FROM forgotten);
DELETE FROM utterances WHERE article_key IN (SELECT key FROM forgotten);
DELETE FROM articles WHERE key IN (SELECT key FROM forgotten);
DELETE FROM problems WHERE path = ${quoted(path)};
DELETE FROM inputs WHERE path = ${quoted(path)};
DROP TABLE forgotten; DROP TABLE stays; ${FORGET_SHOWN}`);
}
