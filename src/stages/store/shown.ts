/** What the store was last published as: while nothing in it has changed since, publishing it again would give the same tables. */
import type { Database } from './database.ts';
import { quoted } from './open.ts';

/** SQL that forgets it; part of every change of what was read. */
export const FORGET_SHOWN = "DELETE FROM meta WHERE name = 'shown'";

/** The hash under which the store was published as it is now; null where it has changed since, or was never published. */
export async function readShown(store: Database): Promise<string | null> {
  const [row] = await store.all("SELECT value FROM meta WHERE name = 'shown'");
  return row === undefined ? null : String(row.value);
}

/** Remembers the hash of all that decides the tables beside the store. */
export async function rememberShown(store: Database, hash: string): Promise<void> {
  await store.run(`${FORGET_SHOWN}; INSERT INTO meta VALUES ('shown', ${quoted(hash)})`);
}
