/** Batches go to threads; an article that hangs or eats all memory is set aside, and the rest of its batch is read again. */

import type { Job } from '../job/job.ts';
import type { InputFact, ReadRows } from '../stages/store/ingest.ts';
import type { Unscored } from '../stages/store/scores.ts';
import type { Table } from '../stages/store/table.ts';
import type { LexiconFile } from '../stages/vocabulary.ts';
import type { PieceBytes } from './pieces.ts';
import { HEAP, Lanes } from './pool.ts';
import type { RoomSeconds } from './stopwatch.ts';

/** A file to be read, or a piece of one that is handed over as bytes. */
export type TaskFile = { readonly path: string; readonly file: string } | ({ readonly path: string } & PieceBytes);

/** Why a file, or an article in it, is not to be tried again. */
export interface Skipped {
  readonly code: string;
  readonly reason: string;
}

/** A batch of files. `skip` names what failed before: '3' a file, '3:7' an article in it. */
export interface ReadTask {
  readonly files: readonly TaskFile[];
  readonly skip: Readonly<Record<string, Skipped>>;
  /** Three numbers that the thread keeps true: the file, the article in it (-1 while the file is opened), and a count that grows with each step. */
  readonly progress: SharedArrayBuffer;
}

/** What reading a batch gave. */
export interface ReadResult {
  readonly rows: ReadRows;
  readonly facts: readonly InputFact[];
  readonly rooms: RoomSeconds;
}

/** A batch of statements without scores. */
export interface ScoreTask {
  readonly statements: readonly Unscored[];
}

/** The scores of a batch, as the store's table has them. */
export interface ScoreResult {
  readonly scores: Table;
  readonly rooms: RoomSeconds;
}

/** What every thread is told once. */
export interface WorkerSettings {
  readonly lexicons: readonly LexiconFile[];
  readonly sides: readonly string[];
  readonly format: string | undefined;
  readonly columns: Readonly<Record<string, string>> | undefined;
  readonly dateOrder: 'dmy' | 'mdy' | undefined;
  readonly languages: readonly string[];
  /** The run's date: no article is of a later year. */
  readonly reference: string;
}

/** What threads are told of a job, its lexicons and the date of its run. */
export function workerSettings({ job, lexicons, date }: WorkerFacts): WorkerSettings {
  const { sides, format, columns, dateOrder, languages } = job;
  return { lexicons, sides, format, columns, dateOrder, languages, reference: date };
}

interface WorkerFacts {
  readonly job: Job;
  readonly lexicons: readonly LexiconFile[];
  /** The run's date. */
  readonly date: string;
}

/** How the threads are to work. */
export interface ThreadOptions {
  readonly threads: number;
  /** Seconds that one article may take. */
  readonly deadline: number;
  readonly settings: WorkerSettings;
  /** Path of the program of a thread; worker.js where nothing is said. */
  readonly worker?: string;
  /** Bytes that a thread reads before another one takes its place. */
  readonly life?: number;
}

/** Threads that read and score. */
export interface Threads {
  readonly count: number;
  read(files: readonly TaskFile[]): Promise<ReadResult>;
  score(statements: readonly Unscored[]): Promise<ScoreResult>;
  close(): Promise<void>;
}

/** Threads that start with the first work there is for them. */
export function startThreads(options: ThreadOptions): Threads {
  const lanes = new Lanes(options);
  return {
    count: options.threads,
    read: (files) => readGuarded(lanes, files, options.deadline),
    score: (statements) => lanes.run({ name: 'scoreBatch', task: { statements } satisfies ScoreTask, sizeOf: () => sizeOf(statements) }),
    close: () => lanes.close(),
  };
}

function sizeOf(statements: readonly Unscored[]): number {
  return statements.reduce((sum, { passage }) => sum + passage.length, 0);
}

/** Reads a batch; each time a thread hangs or dies over an article, that one is skipped and the batch is read again. */
async function readGuarded(lanes: Lanes, files: readonly TaskFile[], deadline: number): Promise<ReadResult> {
  const skip: Record<string, Skipped> = {};
  for (;;) {
    const progress = new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT);
    const watchdog = watchProgress(new Int32Array(progress), deadline);
    try {
      return await lanes.run<ReadResult>({
        name: 'readBatch',
        task: { files, skip, progress } satisfies ReadTask,
        signal: watchdog.signal,
        sizeOf: ({ facts }) => facts.reduce((sum, fact) => sum + fact.size, 0),
      });
    } catch (error) {
      const skipped = whyItFailed(error, watchdog.signal, deadline);
      const place = placeOf(new Int32Array(progress));
      if (skipped === null || place === null || place in skip) throw error;
      skip[place] = skipped;
    } finally {
      watchdog.stop();
    }
  }
}

/** Aborts when the thread has not come a step further for as long as one article may take. */
function watchProgress(progress: Int32Array, deadline: number): { readonly signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  let seen = 0;
  let since = performance.now();
  const timer = setInterval(
    () => {
      const now = performance.now();
      const step = Atomics.load(progress, 2);
      if (step === 0 || step !== seen) since = now;
      else if (now - since > deadline * 1000) controller.abort();
      seen = step;
    },
    Math.min(500, deadline * 250),
  );
  return { signal: controller.signal, stop: () => clearInterval(timer) };
}

function whyItFailed(error: unknown, signal: AbortSignal, deadline: number): Skipped | null {
  if (signal.aborted) return { code: 'too slow', reason: `reading it took more than ${deadline} seconds, the deadline of the job` };
  const { code } = error as { readonly code?: string };
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? { code: 'too large', reason: `reading it took more than ${HEAP} MB of memory` } : null;
}

/** Where a thread was when it ended: '3:7', '3' while it was opening the file, null before the first one. */
function placeOf(progress: Int32Array): string | null {
  const [file = 0, article = 0, step = 0] = progress;
  if (step === 0) return null;
  return article < 0 ? `${file}` : `${file}:${article}`;
}
