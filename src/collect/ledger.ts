/** The ledger folder: what is known of the feeds, of the archive, and who is at work. */
import { join } from 'node:path';
import { type FeedRecord, LEDGER_COLUMNS, LEDGER_FILE, LEDGER_FOLDER, parseLedger } from '../core/feed-ledger.ts';
import { exitCodes, Stop } from '../core/stop.ts';
import { makeFolder, movePath, removePath } from '../files/disk/change.ts';
import { readUtf8 } from '../files/disk/read.ts';
import { createFile, writeChunks } from '../files/disk/write.ts';
import { formatHeader, formatRows } from '../stages/writing/csv.ts';
import type { Checkpoint } from './archive.ts';
import { RobotsShelf } from './robots.ts';

/** Why a feed or a page was not had in the last run. */
export interface Trouble {
  readonly address: string;
  readonly feed: string;
  readonly reason: string;
}

const column = <T>(name: string, cell: (row: T) => string | number) => ({ name, type: 'string' as const, description: '', cell });
const FEEDS = LEDGER_COLUMNS.map(([name, field]) => column<FeedRecord>(name, (record) => record[field]));
const TROUBLES = (['address', 'feed', 'reason'] as const).map((name) => column<Trouble>(name, (row) => row[name]));

/** The ledger of a folder of articles, held by this run alone. */
export class Ledger {
  readonly folder: string;
  readonly #lock: string;

  /** Stops where another collect is at work in the folder. */
  constructor(into: string) {
    this.folder = join(into, LEDGER_FOLDER);
    makeFolder(this.folder);
    this.#lock = join(this.folder, 'lock');
    takeLock(this.#lock);
  }

  release(): void {
    removePath(this.#lock);
  }

  /** Records by address of the feed. */
  read(): ReadonlyMap<string, FeedRecord> {
    const path = join(this.folder, LEDGER_FILE);
    const result = readUtf8(path);
    return new Map('error' in result ? [] : parseLedger(result.text, path).map((record) => [record.feed, record]));
  }

  checkpoint(): Checkpoint | null {
    const result = readUtf8(join(this.folder, 'archive.json'));
    if ('error' in result) return null;
    try {
      const { name, size } = JSON.parse(result.text) as Partial<Checkpoint>;
      return typeof name === 'string' && typeof size === 'number' ? { name, size } : null;
    } catch {
      return null;
    }
  }

  robots(): RobotsShelf {
    const result = readUtf8(join(this.folder, 'robots.json'));
    try {
      return new RobotsShelf('error' in result ? {} : JSON.parse(result.text));
    } catch {
      return new RobotsShelf({});
    }
  }

  async write(records: Iterable<FeedRecord>, checkpoint: Checkpoint | null): Promise<void> {
    const rows = [...records].sort((a, b) => (a.feed < b.feed ? -1 : 1));
    await this.#replace(LEDGER_FILE, `${formatHeader(FEEDS, false)}${formatRows(FEEDS, rows)}`);
    if (checkpoint !== null) await this.#replace('archive.json', `${JSON.stringify(checkpoint)}\n`);
  }

  /** What a run leaves beside the ledger: the rules of the hosts, and what went wrong. */
  async finish(robots: RobotsShelf, troubles: readonly Trouble[]): Promise<void> {
    await this.#replace('robots.json', `${JSON.stringify(robots.all())}\n`);
    await this.#replace('problems.csv', `${formatHeader(TROUBLES, false)}${formatRows(TROUBLES, troubles)}`);
  }

  async #replace(name: string, text: string): Promise<void> {
    const path = join(this.folder, name);
    await writeChunks(`${path}.next`, [text]);
    movePath(`${path}.next`, path);
  }
}

/** A lock whose process is gone was left by a kill, and is taken over. */
function takeLock(path: string): void {
  for (const isSecond of [false, true]) {
    if (createFile(path, `${process.pid}\n`)) return;
    const held = readUtf8(path);
    const holder = 'error' in held ? 0 : Number(held.text.trim());
    if (isSecond || (holder !== process.pid && isAlive(holder)))
      throw new Stop(exitCodes.locked, `${path}: another collect is at work, process ${holder}; nothing was done`);
    removePath(path);
  }
}

function isAlive(id: number): boolean {
  if (!Number.isInteger(id) || id <= 0) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as { readonly code?: string }).code === 'EPERM';
  }
}
