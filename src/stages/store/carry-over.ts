/** Brings a store that an older version wrote into today's tables, without losing what can no longer be read from the inputs. */
import type { OpenDatabase } from './database.ts';
import { CREATE_TABLES, STORE_VERSION, TABLES } from './schema.ts';

/** Tables that hold what was read; all others are made from them. Each with what makes a row of it one row. */
const READ_TABLES: Readonly<Record<string, string>> = {
  inputs: 'path',
  articles: 'key',
  utterances: 'article_key, ordinal',
  problems: 'path, place, code, reason',
};

/**
 * Rows of what was read keep the cells whose columns still exist; a key that stood there twice stands there once. Every input counts as read
 * by another version, so that those that are still there are read again, and those that are gone keep what they gave. Scores and merged
 * statements are made anew. All of it happens or nothing.
 */
export async function carryOver(store: OpenDatabase): Promise<void> {
  const found = await store.all(
    "SELECT table_name AS name, column_name AS cell FROM information_schema.columns WHERE table_schema = 'main' ORDER BY ordinal_position",
  );
  const columns = new Map<string, string[]>();
  for (const { name, cell } of found) columns.set(String(name), [...(columns.get(String(name)) ?? []), String(cell)]);
  const known = [...columns.keys()].filter((name) => TABLES[name] !== undefined);
  const moved = known.map((name) => `ALTER TABLE ${name} RENAME TO old_${name}`);
  const filled = known.filter((name) => READ_TABLES[name] !== undefined).map((name) => fill(name, columns.get(name) ?? []));
  const dropped = known.map((name) => `DROP TABLE old_${name}`);
  const steps = [
    ...moved,
    CREATE_TABLES,
    ...filled,
    "UPDATE inputs SET reader = ''",
    'INSERT INTO touched SELECT DISTINCT wording_key FROM utterances',
    ...dropped,
    `INSERT INTO meta VALUES ('version', '${STORE_VERSION}')`,
  ];
  await store.run(`BEGIN; ${steps.join(';\n')}; COMMIT`);
}

function fill(name: string, columns: readonly string[]): string {
  const known = new Set((TABLES[name] ?? '').split(',').map((column) => column.trim().split(' ')[0]));
  const kept = columns.filter((column) => known.has(column)).join(', ');
  return `INSERT INTO ${name} (${kept}) SELECT DISTINCT ON (${READ_TABLES[name]}) ${kept} FROM old_${name} ORDER BY ALL`;
}
