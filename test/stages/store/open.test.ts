import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '../../../src/stages/store/database.ts';
import { inspectStore, inTransaction, isStorageFault, openStore } from '../../../src/stages/store/open.ts';
import { exportTable } from '../../../src/stages/store/published.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function newPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'detente-store-'));
  folders.push(folder);
  return join(folder, 'detente.duckdb');
}

const LIMITS = { memory: '64MB', threads: 1 };

async function open(path: string) {
  const opened = await openStore(path, { ...LIMITS, spill: `${path}.spill` });
  if ('fault' in opened) throw new Error(JSON.stringify(opened.fault));
  return opened.store;
}

test('what a small night changed waits in the log beside the store, and all who open it find it there', async () => {
  const path = newPath();
  const first = await open(path);
  await first.append('inputs', [['a.txt', 'hash', 1, 'reader', 1, 0]]);
  first.close();
  expect(existsSync(`${path}.wal`)).toBe(true);
  expect(await inspectStore(path)).toEqual({ look: { inputs: 1, articles: 0, isOlder: false } });
  const reader = await openDatabase(path, { ...LIMITS, isReadOnly: true });
  expect(await reader.all('SELECT path FROM inputs')).toEqual([{ path: 'a.txt' }]);
  reader.close();
  const second = await open(path);
  expect(await second.all('SELECT path FROM inputs')).toEqual([{ path: 'a.txt' }]);
  second.close();
});

test('a long log is brought to its place', async () => {
  const path = newPath();
  const store = await open(path);
  await store.run("INSERT INTO inputs SELECT 'article ' || i, md5(i::VARCHAR), i, md5('reader' || i), 1, 0 FROM range(400000) r(i)");
  store.close();
  expect(statSync(`${path}.wal`).size).toBeLessThan(statSync(path).size / 100);
});

test('a table that cannot be written says which and why, not that the transaction is broken off', async () => {
  const path = newPath();
  const store = await open(path);
  const table = join(path, 'table.parquet');
  const writing = inTransaction(store, () => exportTable(store, join(path, 'no.csv'), table, { types: "{a: 'VARCHAR'}", select: 'a' }));
  await expect(writing).rejects.toSatisfy(isStorageFault);
  store.close();
});
