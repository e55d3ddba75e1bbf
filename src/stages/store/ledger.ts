/** The ledger of inputs: what is new, changed, renamed or gone since it was last read. */
import { createHash } from 'node:crypto';
import type { OpenDatabase } from './database.ts';
import { inTransaction, quoted } from './open.ts';
import { FORGET_SHOWN } from './shown.ts';

/** An input as it lies on the disk now; sha256 is null where it cannot be read. */
export interface PresentInput {
  readonly path: string;
  readonly sha256: string | null;
}

/** What is to be done about the inputs. */
export interface ReadingPlan {
  /** Paths to be read: new, changed, or read by another version or vocabulary. */
  readonly read: readonly string[];
  /** Paths of the ledger whose content now has another path: they are dropped, so that nothing is counted twice. */
  readonly renamed: readonly string[];
  /** Paths of the ledger that are gone. */
  readonly gone: readonly string[];
  readonly unchanged: number;
  /** One hash over the paths and contents of all inputs that are there. */
  readonly sha256: string;
}

interface LedgerRow {
  readonly path: string;
  readonly sha256: string | null;
  readonly reader: string;
}

/** Compares what is there with what was read. `reader` is a hash over version and vocabulary: another one reads everything again. */
export async function planReading(store: OpenDatabase, present: readonly PresentInput[], reader: string): Promise<ReadingPlan> {
  const rows = (await store.all('SELECT path, sha256, reader FROM inputs ORDER BY path')) as unknown as readonly LedgerRow[];
  const known = new Map(rows.map((row) => [row.path, row]));
  const isUnchanged = (input: PresentInput): boolean => {
    const row = known.get(input.path);
    return row !== undefined && input.sha256 !== null && row.sha256 === input.sha256 && row.reader === reader;
  };
  const read = present.filter((input) => !isUnchanged(input));
  const paths = new Set(present.map((input) => input.path));
  const absent = rows.filter((row) => !paths.has(row.path));
  const arrived = new Set(read.map((input) => input.sha256).filter((sha256) => sha256 !== null));
  const isRenamed = (row: LedgerRow): boolean => row.sha256 !== null && arrived.has(row.sha256);
  return {
    read: read.map((input) => input.path),
    renamed: absent.filter(isRenamed).map((row) => row.path),
    gone: absent.filter((row) => !isRenamed(row)).map((row) => row.path),
    unchanged: present.length - read.length,
    sha256: hashInputs(present),
  };
}

/** One hash over paths and contents. */
export function hashInputs(present: readonly PresentInput[]): string {
  const hash = createHash('sha256');
  for (const { path, sha256 } of present) hash.update(`${path}\n${sha256}\n`);
  return hash.digest('hex');
}

/** Those of some inputs that gave no article. */
export async function withoutArticles(store: OpenDatabase, paths: readonly string[]): Promise<readonly string[]> {
  if (paths.length === 0) return [];
  const having = await store.all('SELECT DISTINCT path FROM articles SEMI JOIN inputs USING (path)');
  const held = new Set(having.map(({ path }) => path));
  return paths.filter((path) => !held.has(path));
}

/** Forgets inputs and all that they gave. */
export async function dropInputs(store: OpenDatabase, paths: readonly string[]): Promise<void> {
  if (paths.length > 0) await inTransaction(store, () => store.run(deletionOf(paths)));
}

/** SQL that deletes all that some inputs gave. */
export function deletionOf(paths: readonly string[]): string {
  const list = paths.map(quoted).join(', ');
  return `
INSERT INTO touched SELECT DISTINCT wording_key FROM utterances WHERE article_key IN (SELECT key FROM articles WHERE path IN (${list}));
DELETE FROM utterances WHERE article_key IN (SELECT key FROM articles WHERE path IN (${list}));
DELETE FROM articles WHERE path IN (${list});
DELETE FROM problems WHERE path IN (${list});
DELETE FROM inputs WHERE path IN (${list});
${FORGET_SHOWN}`;
}
