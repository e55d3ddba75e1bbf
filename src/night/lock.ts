/** One run at a time: the store's file lock is the kernel's, so it goes with the process and is never stale. */
import { join } from 'node:path';
import { exitCodes, Stop } from '../core/stop.ts';
import { readUtf8, writeChunks } from '../files/disk.ts';
import { stopForWriting } from '../files/faults.ts';
import type { OpenDatabase } from '../stages/store/database.ts';
import { openStore } from '../stages/store/open.ts';

/** Memory of the store beside that of the threads; what is more goes to the disk. */
const MEMORY = '64MB';

/** Each thread of DuckDB takes memory of its own, and the processors are busy with reading; at publication a second one would gain little. */
const THREADS = 1;

interface Holder {
  readonly process: number;
  readonly since: string;
}

/** Opens the store of output/<job> for this run alone and says so, or stops with who holds it and since when. */
export async function holdStore(folder: string, since: string): Promise<OpenDatabase> {
  const store = await openForNight(folder);
  await writeChunks(holderFile(folder), [`${JSON.stringify({ process: process.pid, since } satisfies Holder)}\n`]);
  return store;
}

/** Opens the store of output/<job>, or stops with who holds it or why it is not fit. */
export async function openForNight(folder: string): Promise<OpenDatabase> {
  const path = join(folder, 'store', 'detente.duckdb');
  const opened = await openStore(path, { memory: MEMORY, threads: THREADS, spill: join(folder, 'store', 'spill') });
  if ('store' in opened) return opened.store;
  if (opened.fault.kind === 'unusable') throw stopForWriting(path, new Error(opened.fault.message));
  const holder = describeHolder(holderFile(folder), opened.fault.process);
  throw new Stop(exitCodes.locked, `${folder}: another run holds the store, ${holder}; nothing was done`);
}

function holderFile(folder: string): string {
  return join(folder, 'store', 'holder.json');
}

/** Who holds the store, as the kernel says, and since when, as that process wrote. */
function describeHolder(file: string, held: number | null): string {
  const read = readUtf8(file);
  const holder = 'text' in read ? parseHolder(read.text) : null;
  const since = holder !== null && holder.process === held ? ` since ${holder.since}` : '';
  return held === null ? `process unknown${since}` : `process ${held}${since}`;
}

function parseHolder(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return null;
  }
}
