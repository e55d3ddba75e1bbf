/** The only door to piscina: batches go to threads; an article that hangs or eats all memory is set aside, and the rest of its batch is read again. */
import { join } from 'node:path';
import { Piscina } from 'piscina';
import type { LexiconFile } from './lexicons.ts';
import type { Cell } from './model.ts';
import type { InputFact, ReadRows } from './store/ingest.ts';
import type { Unscored } from './store/scores.ts';

/** A file to be read, or a piece of one that is handed over as bytes. */
export type TaskFile =
  | { readonly path: string; readonly file: string }
  | { readonly path: string; readonly bytes: Uint8Array; readonly firstLine: number };

/** A batch of files. `skip` names those that failed before: '3' a file, '3:7' an article in it. */
export interface ReadTask {
  readonly files: readonly TaskFile[];
  readonly skip: readonly string[];
  readonly progress: SharedArrayBuffer;
}

/** What reading a batch gave. */
export interface ReadResult {
  readonly rows: ReadRows;
  readonly facts: readonly InputFact[];
}

/** A batch of statements without scores. */
export interface ScoreTask {
  readonly statements: readonly Unscored[];
}

/** What every thread is told once. */
export interface WorkerSettings {
  readonly lexicons: readonly LexiconFile[];
  readonly sides: readonly string[];
  readonly format: string | undefined;
  readonly columns: Readonly<Record<string, string>> | undefined;
  readonly dateOrder: 'dmy' | 'mdy' | undefined;
}

/** How the threads are to work. */
export interface ThreadOptions {
  readonly threads: number;
  /** Seconds that one article may take. */
  readonly deadline: number;
  readonly settings: WorkerSettings;
}

/** Threads that read and score. */
export interface Threads {
  readonly count: number;
  read(files: readonly TaskFile[]): Promise<ReadResult>;
  score(statements: readonly Unscored[]): Promise<readonly (readonly Cell[])[]>;
  close(): Promise<void>;
}

/** Megabytes of heap that one thread may use. */
const HEAP = 192;

/** Starts the threads. */
export function startThreads(options: ThreadOptions): Threads {
  const pool = new Piscina({
    filename: join(import.meta.dirname, 'worker.js'),
    minThreads: options.threads,
    maxThreads: options.threads,
    workerData: options.settings,
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
    atomics: 'async',
  });
  return {
    count: options.threads,
    read: (files) => readGuarded(pool, files, options.deadline),
    score: (statements) => pool.run({ statements } satisfies ScoreTask, { name: 'scoreBatch' }),
    close: () => pool.destroy(),
  };
}

async function readGuarded(pool: Piscina, files: readonly TaskFile[], deadline: number): Promise<ReadResult> {
  const progress = new SharedArrayBuffer(12);
  const task: ReadTask = { files, skip: [], progress };
  void deadline;
  return pool.run(task, { name: 'readBatch' });
}
