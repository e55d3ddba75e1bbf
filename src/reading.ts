/** The part of a night that brings the store up to date: reads what is new, forgets what is gone, scores what has no score. */
import { hashFile } from './disk.ts';
import type { InputPath } from './inputs.ts';
import type { OpenDatabase } from './store/database.ts';
import { storeBatch } from './store/ingest.ts';
import { dropInputs, planReading, type ReadingPlan } from './store/ledger.ts';
import { adoptToneLexicon, readUnscored, storeScores } from './store/scores.ts';
import type { Threads } from './threads.ts';

/** Articles of a batch: enough to keep a thread busy, few enough to lose little. */
const BATCH_FILES = 50;
const BATCH_SCORES = 500;

/** Told how far a night is, for progress, logs and durations. */
export interface Watch {
  phase(name: string): void;
  progress(done: number, total: number): void;
}

/** What the steps of this file share. */
interface Work {
  readonly store: OpenDatabase;
  readonly threads: Threads;
  readonly watch: Watch;
}

/** Reads every input that is new, changed, or was read under another edition of code and lexicons. */
export async function readInputs(work: Work & { readonly inputs: readonly InputPath[]; readonly reader: string }): Promise<ReadingPlan> {
  const { store, threads, watch, reader } = work;
  watch.phase('inputs');
  const present = work.inputs.map((input) => {
    const hashed = hashFile(input.file);
    return { path: input.path, sha256: 'error' in hashed ? null : hashed.sha256 };
  });
  const plan = await planReading(store, present, reader);
  const wanted = new Set(plan.read);
  const files = work.inputs.filter((input) => wanted.has(input.path));
  watch.phase('articles');
  let done = 0;
  await inParallel(batchesOf(files, BATCH_FILES), threads.count, async (batch) => {
    const result = await threads.read(batch);
    await storeBatch(store, { ...result, inputs: result.facts, reader, replaces: batch.map((input) => input.path) });
    done += batch.length;
    watch.progress(done, files.length);
  });
  return plan;
}

/** Forgets inputs that have another name now, and those that are gone if the job wants it. */
export async function dropGone(store: OpenDatabase, plan: ReadingPlan, missing: 'keep' | 'drop'): Promise<void> {
  await dropInputs(store, [...plan.renamed, ...(missing === 'drop' ? plan.gone : [])]);
}

/** Scores every statement whose score is missing; another tone lexicon makes all of them missing. */
export async function scoreStatements(work: Work & { readonly tone: string }): Promise<void> {
  const { store, threads, watch } = work;
  watch.phase('tone');
  await adoptToneLexicon(store, work.tone);
  const unscored = await readUnscored(store);
  let done = 0;
  await inParallel(batchesOf(unscored, BATCH_SCORES), threads.count, async (batch) => {
    await storeScores(store, await threads.score(batch));
    done += batch.length;
    watch.progress(done, unscored.length);
  });
}

function* batchesOf<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** Works through items with a few at a time under way: enough that no thread waits, few enough that memory stays flat. */
async function inParallel<T>(items: Iterable<T>, threads: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]();
  const walk = async (): Promise<void> => {
    for (let next = queue.next(); !next.done; next = queue.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: threads + 1 }, walk));
}
