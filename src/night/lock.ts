/** One run at a time: the store's file lock is the kernel's, so it goes with the process and is never stale. */
import { join } from 'node:path';
import { exitCodes, Stop } from '../core/stop.ts';
import { kindOf } from '../files/disk/look.ts';
import { readUtf8 } from '../files/disk/read.ts';
import { writeChunks } from '../files/disk/write.ts';
import { FileFault } from '../files/faults.ts';
import { type OpenDatabase, openDatabase } from '../stages/store/database.ts';
import { inspectStore, type OpenFault, openStore, type StoreLook } from '../stages/store/open.ts';
import { STORE_VERSION } from '../stages/store/schema.ts';

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
export function openForNight(folder: string): Promise<OpenDatabase> {
  return openNamed(folder, storeFile(folder));
}

/** Opens a store file of output/<job> that has another name for a while, or stops in the same way. */
export async function openNamed(folder: string, path: string): Promise<OpenDatabase> {
  const opened = await openStore(path, { memory: MEMORY, threads: THREADS, spill: join(folder, 'store', 'spill') });
  if ('store' in opened) return opened.store;
  throw stopForStore(folder, opened.fault);
}

/** Looks into the store of output/<job> without writing to it, or stops as a night would. */
export async function lookAtStore(folder: string): Promise<StoreLook> {
  const inspected = await inspectStore(storeFile(folder));
  if ('look' in inspected) return inspected.look;
  throw stopForStore(folder, inspected.fault);
}

/** Opens the store of output/<job> to be read alone, or stops as a night would. */
export async function openToRead(folder: string): Promise<OpenDatabase> {
  const path = storeFile(folder);
  if (kindOf(path) === null) throw new Stop(exitCodes.usage, `${path}: no such file, expected the store of a job that has run`);
  if ((await lookAtStore(folder)).isOlder)
    throw new Stop(exitCodes.usage, `${path}: written by an older version of detente, expected a run of this one first`);
  return openDatabase(path, { isReadOnly: true, threads: THREADS, memory: MEMORY });
}

/** Why no night can use the store, and what to do about it. */
function stopForStore(folder: string, fault: OpenFault): Stop {
  const path = storeFile(folder);
  if (fault.kind === 'unusable') return new FileFault(path, 'written', new Error(fault.message));
  if (fault.kind === 'newer') {
    const found = `${path}: written by a later version of detente (store version ${fault.version}), expected ${STORE_VERSION} or an earlier one`;
    return new Stop(exitCodes.usage, `${found}; install that version again, or name another output folder; nothing was done`);
  }
  const holder = describeHolder(holderFile(folder), fault.process);
  return new Stop(exitCodes.locked, `${folder}: another run holds the store, ${holder}; nothing was done`);
}

/** The file of the store of output/<job>. */
export function storeFile(folder: string): string {
  return join(folder, 'store', 'detente.duckdb');
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
