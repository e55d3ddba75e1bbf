/** What was read of some inputs goes into the store in one transaction, in place of what they gave before. */
import type { OpenDatabase } from './database.ts';
import { deletionOf } from './ledger.ts';
import { inTransaction, quoted } from './open.ts';
import { FORGET_SHOWN } from './shown.ts';
import type { Table } from './table.ts';

/** What reading gave, as tables of schema.ts but for their columns `record` and `added`. */
export interface ReadRows {
  readonly articles: Table;
  readonly utterances: Table;
  readonly problems: Table;
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
    const firstShown = (keys: readonly string[]) => keys.map((key) => added.get(key) ?? null);
    const { articles, utterances, problems } = batch.rows;
    const record = texts(articles.place).map((place) => batch.records?.get(place) ?? null);
    await store.add('articles', { ...articles, record, added: firstShown(texts(articles.key)) });
    await store.add('utterances', utterances);
    await store.add('touched', { wording_key: [...new Set(utterances.wording_key)] });
    await store.add('problems', { ...problems, added: firstShown(problemKeys(problems)) });
    const paths = batch.inputs.map((input) => quoted(input.path)).join(', ');
    if (paths !== '') await store.run(`DELETE FROM inputs WHERE path IN (${paths})`);
    const rows = batch.inputs.map((input) => [input.path, input.sha256, input.size, batch.reader, input.articles, input.problems]);
    await store.append('inputs', rows);
  });
}

function texts(column: Table[string] = []): readonly string[] {
  return column.map(String);
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
    ...problems.map(({ path, place, sha256, added }) => [problemKey([path, place, sha256]), String(added)] as const),
  ]);
}

function problemKeys({ path = [], place = [], sha256 = [] }: Table): readonly string[] {
  return path.map((name, row) => problemKey([name, place[row], sha256[row]]));
}

/** A problem, by path, place and hash, is the same one while the content of its file is. */
function problemKey(parts: readonly unknown[]): string {
  return parts.join('\n');
}
