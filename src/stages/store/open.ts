/** Opens the store of a job: one run at a time, and tables as this version knows them. */
import { type OpenDatabase, openDatabase } from './database.ts';
import { CREATE_TABLES, DROP_TABLES, STORE_VERSION } from './schema.ts';

/** Why a store could not be opened. */
export type OpenFault =
  /** Another process holds it. The kernel drops the hold with the process, so no stale one can be left behind. */
  | { readonly kind: 'held'; readonly process: number | null }
  /** The disk or the file is not fit. */
  | { readonly kind: 'unusable'; readonly message: string };

/** What the store may use, and where it spills. */
export interface StoreLimits {
  readonly memory: string;
  readonly threads: number;
  readonly spill: string;
}

/** Opens or makes the store file. */
export async function openStore(
  path: string,
  limits: StoreLimits,
): Promise<{ readonly store: OpenDatabase } | { readonly fault: OpenFault }> {
  try {
    const store = await openDatabase(path, limits);
    await prepareTables(store);
    return { store };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

/** What an error at opening means. */
function faultOf(error: unknown): OpenFault {
  const message = error instanceof Error ? error.message : String(error);
  if (!message.includes('Could not set lock')) return { kind: 'unusable', message: message.split('\n')[0] ?? message };
  const holder = /PID (\d+)/.exec(message)?.[1];
  return { kind: 'held', process: holder === undefined ? null : Number(holder) };
}

async function prepareTables(store: OpenDatabase): Promise<void> {
  await store.run(CREATE_TABLES);
  const [row] = await store.all("SELECT value FROM meta WHERE name = 'version'");
  if (row?.value === STORE_VERSION) return;
  await store.run(`BEGIN; ${DROP_TABLES}; ${CREATE_TABLES}; INSERT INTO meta VALUES ('version', '${STORE_VERSION}'); COMMIT`);
}

/** Whether an error of the database means that the disk is full, not writable or broken. */
export function isStorageFault(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(IO|FATAL) Error|No space left|Read-only file system|Permission denied|failed to (?:commit|offload)/i.test(error.message)
  );
}

/** The last transaction of each store: the next one waits for it. */
const pending = new WeakMap<OpenDatabase, Promise<unknown>>();

/** Does all of it or nothing, one transaction after the other: a run that is killed in between leaves the store as it was. */
export function inTransaction<T>(store: OpenDatabase, work: () => Promise<T>): Promise<T> {
  const before = pending.get(store) ?? Promise.resolve();
  const result = before.then(() => transact(store, work));
  pending.set(
    store,
    result.catch(() => undefined),
  );
  return result;
}

async function transact<T>(store: OpenDatabase, work: () => Promise<T>): Promise<T> {
  await store.run('BEGIN');
  try {
    const result = await work();
    await store.run('COMMIT');
    return result;
  } catch (error) {
    await store.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** Gives the store more memory, or less. */
export async function useMemory(store: OpenDatabase, limit: string): Promise<void> {
  await store.run(`SET memory_limit = ${quoted(limit)}`);
}

/** A string as SQL writes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
