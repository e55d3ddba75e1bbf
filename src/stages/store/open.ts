/** Opens the store of a job: one run at a time, and tables as this version knows them. */
import { carryOver } from './carry-over.ts';
import { type OpenDatabase, openDatabase } from './database.ts';
import { CREATE_TABLES, STORE_VERSION } from './schema.ts';

/** Why a store could not be opened. */
export type OpenFault =
  /** Another process holds it. The kernel drops the hold with the process, so no stale one can be left behind. */
  | { readonly kind: 'held'; readonly process: number | null }
  /** A later version of detente wrote it. */
  | { readonly kind: 'newer'; readonly version: string }
  /** The disk or the file is not fit. */
  | { readonly kind: 'unusable'; readonly message: string };

/** What the store may use, and where it spills. */
export interface StoreLimits {
  readonly memory: string;
  readonly threads: number;
  readonly spill: string;
}

/** Memory while a store is carried over, once for each version: all tables are written anew in one step, and what is written in one step is held. */
const CARRYING = '1GB';

/**
 * Opens or makes the store file. What a small night changes stays in the log beside it (.wal) until that has 16 MB: to bring it to its place at once would
 * write whole blocks of each table for the sake of a few rows. Whoever opens the store reads the log too.
 */
export async function openStore(
  path: string,
  limits: StoreLimits,
): Promise<{ readonly store: OpenDatabase } | { readonly fault: OpenFault }> {
  try {
    const store = await openDatabase(path, limits);
    await store.run('PRAGMA disable_checkpoint_on_shutdown');
    const version = await readVersion(store);
    if (isNewer(version)) {
      store.close();
      return { fault: { kind: 'newer', version } };
    }
    if (version === null) await store.run(`BEGIN; ${CREATE_TABLES}; INSERT INTO meta VALUES ('version', '${STORE_VERSION}'); COMMIT`);
    else if (version !== STORE_VERSION) {
      await useMemory(store, CARRYING);
      await carryOver(store);
      await useMemory(store, limits.memory);
    }
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

/** What a look at a store tells, which changes nothing in it. */
export interface StoreLook {
  readonly inputs: number;
  readonly articles: number;
  /** An older version wrote it: the next night carries it over. */
  readonly isOlder: boolean;
}

/** Looks into a store file without writing to it. */
export async function inspectStore(path: string): Promise<{ readonly look: StoreLook } | { readonly fault: OpenFault }> {
  try {
    const store = await openDatabase(path, { isReadOnly: true, threads: 1, memory: '64MB' });
    try {
      const version = await readVersion(store);
      if (isNewer(version)) return { fault: { kind: 'newer', version } };
      const [row] =
        version === null
          ? []
          : await store.all(
              'SELECT (SELECT count(*) FROM inputs)::INTEGER AS inputs, (SELECT count(*) FROM articles)::INTEGER AS articles',
            );
      const isOlder = version !== null && version !== STORE_VERSION;
      return { look: { inputs: Number(row?.inputs ?? 0), articles: Number(row?.articles ?? 0), isOlder } };
    } finally {
      store.close();
    }
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

/** The version that a store says, null where it has no tables yet. */
async function readVersion(store: OpenDatabase): Promise<string | null> {
  const [table] = await store.all("SELECT 1 AS found FROM information_schema.tables WHERE table_schema = 'main' AND table_name = 'meta'");
  if (table === undefined) return null;
  const [row] = await store.all("SELECT value FROM meta WHERE name = 'version'");
  return row === undefined ? '0' : String(row.value);
}

function isNewer(version: string | null): version is string {
  return version !== null && Number(version) > Number(STORE_VERSION);
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

/** Megabytes that the log may have before they are brought to their place in the file: between nights, and while one reads and scores. */
const LOG = 16;
const LOG_OF_READING = 48;

/** While much is read the log is brought to its place less often: each time writes the last hundred thousand rows of a table anew. */
export async function letLogGrow(store: OpenDatabase): Promise<void> {
  await store.run(`SET checkpoint_threshold = '${LOG_OF_READING}MB'`);
}

/** The log is short again with the next thing that is stored. */
export async function keepLogShort(store: OpenDatabase): Promise<void> {
  await store.run(`SET checkpoint_threshold = '${LOG}MB'`);
}

/** Drops all temporary tables, whose space is free at once. */
export async function dropTemporary(store: OpenDatabase): Promise<void> {
  const tables = await store.all('SELECT table_name AS name FROM duckdb_tables() WHERE temporary');
  for (const { name } of tables) await store.run(`DROP TABLE ${name}`);
}

/** Gives back memory for which there is no more use. Where the store cannot do with less, it keeps what it has. */
export async function giveBack(store: OpenDatabase, limit: string): Promise<void> {
  await useMemory(store, limit).catch(() => undefined);
}

/**
 * Gives what the database has freed back to the system, which it does by itself only where it has threads of its own or its limit is set, be it to what it is:
 * over a long night small pieces that lie between freed ones come to a hundred megabytes.
 */
export async function returnFreed(store: OpenDatabase): Promise<void> {
  const [row] = await store.all("SELECT current_setting('memory_limit') AS memory");
  await useMemory(store, String(row?.memory));
}

/** A string as SQL writes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
