/** What was read of some inputs goes into the store in one transaction, in place of what they gave before. */
import type { Cell } from '../../core/model/groups.ts';
import type { OpenDatabase } from './database.ts';
import { deletionOf } from './ledger.ts';
import { inTransaction, quoted } from './open.ts';
import { FORGET_SHOWN } from './shown.ts';

/** What reading gave, as rows of the tables of schema.ts but for their columns `record` and `added`, so that threads hand over plain cells. */
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

/** Key of an article or problem that was published before → the date on which it first was. */
export type FirstShown = ReadonlyMap<string, string>;

/** One batch for the store. */
export interface Batch {
  readonly rows: ReadRows;
  readonly inputs: readonly InputFact[];
  /** Hash of all that reading depended on. */
  readonly reader: string;
  /** Inputs whose earlier yield goes when this batch comes. */
  readonly replaces: readonly string[];
  /** Of inputs that were forgotten before their pieces came. */
  readonly added?: FirstShown;
  /** Place of an article, as 'line 7' → hash of the line it was read from. */
  readonly records?: ReadonlyMap<string, string>;
}

/** Stores one batch: all of it or nothing. What was there before keeps the date on which it was first published. */
export async function storeBatch(store: OpenDatabase, batch: Batch): Promise<void> {
  await inTransaction(store, async () => {
    await store.run(FORGET_SHOWN);
    const added = new Map([...(batch.added ?? []), ...(await forget(store, batch.replaces))]);
    const dated = (key: (row: readonly Cell[]) => string) => (row: readonly Cell[]) => [...row, added.get(key(row)) ?? null];
    const recorded = batch.rows.articles.map((row) => [...row, batch.records?.get(String(row[3])) ?? null]);
    await store.append('articles', recorded.map(dated((row) => String(row[0]))));
    await store.append('utterances', batch.rows.utterances);
    await store.append('touched', distinctWordings(batch.rows.utterances));
    await store.append('problems', batch.rows.problems.map(dated(problemKey)));
    const paths = batch.inputs.map((input) => quoted(input.path)).join(', ');
    if (paths !== '') await store.run(`DELETE FROM inputs WHERE path IN (${paths})`);
    const rows = batch.inputs.map((input) => [input.path, input.sha256, input.size, batch.reader, input.articles, input.problems]);
    await store.append('inputs', rows);
  });
}

/** Of the rows of `utterances`, whose third column is the wording: what is to be merged again. */
function distinctWordings(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  return [...new Set(rows.map((row) => row[2] ?? null))].map((wording) => [wording]);
}

async function forget(store: OpenDatabase, paths: readonly string[]): Promise<FirstShown> {
  if (paths.length === 0) return new Map();
  const list = paths.map(quoted).join(', ');
  const [known] = await store.all(`SELECT count(*)::INTEGER AS known FROM inputs WHERE path IN (${list})`);
  if (known?.known === 0) return new Map();
  const shown = await readFirstShown(store, paths);
  await store.run(deletionOf(paths));
  return shown;
}

/** What was published of some inputs before. */
export async function readFirstShown(store: OpenDatabase, paths: readonly string[]): Promise<FirstShown> {
  const list = paths.map(quoted).join(', ');
  const articles = await store.all(`SELECT key, added FROM articles WHERE added IS NOT NULL AND path IN (${list})`);
  const problems = await store.all(`SELECT path, place, sha256, added FROM problems WHERE added IS NOT NULL AND path IN (${list})`);
  return new Map([
    ...articles.map((row) => [String(row.key), String(row.added)] as const),
    ...problems.map(
      (row) => [problemKey([row.path as string, row.place as string, '', '', row.sha256 as string]), String(row.added)] as const,
    ),
  ]);
}

/** A problem is the same one while the content of its file is. */
function problemKey(row: readonly Cell[]): string {
  return [row[0], row[1], row[4]].join('\n');
}
