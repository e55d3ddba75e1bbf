/** What was read of some inputs goes into the store in one transaction, in place of what they gave before. */
import type { Cell } from '../model.ts';
import type { OpenDatabase } from './database.ts';
import { deletionOf } from './ledger.ts';
import { inTransaction, quoted } from './open.ts';

/** What reading gave, as rows of the tables of schema.ts, so that threads hand over plain cells. */
export interface ReadRows {
  readonly articles: readonly (readonly Cell[])[];
  readonly utterances: readonly (readonly Cell[])[];
  readonly problems: readonly (readonly Cell[])[];
}

/** An input that was read, or begun. */
export interface InputFact {
  readonly path: string;
  /** Null while more of it is to come, and where it could not be read. */
  readonly sha256: string | null;
  readonly size: number;
  readonly articles: number;
  readonly problems: number;
}

/** One batch for the store. */
export interface Batch {
  readonly rows: ReadRows;
  readonly inputs: readonly InputFact[];
  readonly reader: string;
  /** Inputs whose earlier yield is replaced; those of `inputs` that came in pieces are replaced with the first piece only. */
  readonly replaces: readonly string[];
}

/** Stores one batch: all of it or nothing. An article that was there before keeps the date on which it was first published. */
export async function storeBatch(store: OpenDatabase, batch: Batch): Promise<void> {
  await inTransaction(store, async () => {
    const added = await forgetReplaced(store, batch.replaces);
    const articles = batch.rows.articles.map((row) => [...row, added.get(String(row[0])) ?? null]);
    await store.append('articles', articles);
    await store.append('utterances', batch.rows.utterances);
    await store.append(
      'problems',
      batch.rows.problems.map((row) => [...row, null]),
    );
    const paths = batch.inputs.map((input) => quoted(input.path)).join(', ');
    if (paths !== '') await store.run(`DELETE FROM inputs WHERE path IN (${paths})`);
    const rows = batch.inputs.map((input) => [input.path, input.sha256, input.size, batch.reader, input.articles, input.problems]);
    await store.append('inputs', rows);
  });
}

async function forgetReplaced(store: OpenDatabase, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (paths.length === 0) return new Map();
  const list = paths.map(quoted).join(', ');
  const known = await store.all(`SELECT key, added FROM articles WHERE added IS NOT NULL AND path IN (${list})`);
  await store.run(deletionOf(paths));
  return new Map(known.map((row) => [String(row.key), String(row.added)]));
}
