/** The only door to piscina: threads that start when there is work for them, and are renewed when they have read much. */
import { join } from 'node:path';
import { Piscina } from 'piscina';

/** How threads are started. */
export interface LaneOptions {
  readonly threads: number;
  /** Handed to every thread. */
  readonly settings: unknown;
  /** Path of the program of a thread; worker.js where nothing is said. */
  readonly worker?: string;
  /** Bytes that a thread reads before another one takes its place; LIFE where nothing is said. */
  readonly life?: number;
}

/** Work for one thread. */
export interface LaneTask<T> {
  /** Name of the function in the thread's program. */
  readonly name: string;
  readonly task: unknown;
  /** The thread is ended when this is aborted. */
  readonly signal?: AbortSignal;
  /** Bytes that were read for it, as its result tells. */
  readonly sizeOf: (result: T) => number;
}

/**
 * Megabytes of heap that one thread may use. It keeps to about 130; the rest is for a large file, because beyond the bound only small things are refused in
 * good order: one large thing that does not fit (an array, a string, a map that doubles) ends the whole process. Buffers are not bounded by it at all.
 */
export const HEAP = 768;
/** With less they collect what is young so often that a twelfth of their time goes there. */
const YOUNG_HEAP = 12;

/**
 * A thread gives way to a new one after so much text, against whatever a library may keep of it. Words are forgotten (core/new-words.ts), and the heap of a thread is the same after 50 MB
 * of text as after 2; a new one takes some five seconds of processor until it is as fast as the one before.
 */
const LIFE = 512 * 1024 * 1024;

interface Lane {
  pool: Piscina | null;
  /** Bytes that its thread has read. */
  read: number;
}

/** So many threads side by side, each taking one task at a time. */
export class Lanes {
  readonly #options: LaneOptions;
  /** The lane that was last in use is the first to be used again, so that a short night starts few threads. */
  readonly #free: Lane[];
  readonly #waiting: ((lane: Lane) => void)[] = [];
  readonly #all: readonly Lane[];
  #isClosed = false;

  constructor(options: LaneOptions) {
    this.#options = options;
    this.#all = Array.from({ length: options.threads }, () => ({ pool: null, read: 0 }));
    this.#free = [...this.#all];
  }

  /** Runs a task on a thread that is free, or on the first one to be. */
  async run<T>({ name, task, signal, sizeOf }: LaneTask<T>): Promise<T> {
    const lane = this.#free.pop() ?? (await new Promise<Lane>((resolve) => this.#waiting.push(resolve)));
    try {
      if (this.#isClosed) throw new Error('the threads are closed');
      lane.pool ??= this.#start();
      const result = (await lane.pool.run(task, { name, ...(signal && { signal }) })) as T;
      lane.read += sizeOf(result);
      if (lane.read > (this.#options.life ?? LIFE)) await renew(lane);
      return result;
    } finally {
      const next = this.#waiting.shift();
      if (next) next(lane);
      else this.#free.push(lane);
    }
  }

  /** Ends all threads, whatever they are at. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#all.map(renew));
  }

  #start(): Piscina {
    return new Piscina({
      filename: this.#options.worker ?? join(import.meta.dirname, 'worker.js'),
      minThreads: 1,
      maxThreads: 1,
      workerData: this.#options.settings,
      resourceLimits: { maxOldGenerationSizeMb: HEAP, maxYoungGenerationSizeMb: YOUNG_HEAP },
    });
  }
}

/** Ends the thread of a lane; the next task starts another one. */
async function renew(lane: Lane): Promise<void> {
  const { pool } = lane;
  lane.pool = null;
  lane.read = 0;
  await pool?.destroy();
}
