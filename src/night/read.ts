/** The part of a night that brings the store up to date: reads what is new, forgets what is gone, scores what has no score. */
import { setImmediate } from 'node:timers/promises';
import type { Article, Span } from '../core/model/articles.ts';
import type { Problem } from '../core/model/problems.ts';
import { type HashedFile, hashFile } from '../files/disk/read.ts';
import type { InputPath } from '../files/inputs.ts';
import { emptyProblem } from '../stages/articles/large.ts';
import type { OpenDatabase } from '../stages/store/database.ts';
import { type InputFact, type ReadRows, storeBatch } from '../stages/store/ingest.ts';
import { dropInputs, planReading, type ReadingPlan, withoutArticles } from '../stages/store/ledger.ts';
import { beginLines, readLineHashes } from '../stages/store/lines.ts';
import { mergePrintings } from '../stages/store/merge.ts';
import { inTransaction, returnFreed } from '../stages/store/open.ts';
import { listUnscored, type Opening, readUnscored, storeScores, type Unscored, useToneLexicon } from '../stages/store/scores.ts';
import { slicesBy } from '../stages/store/slices.ts';
import { countRows, type Table, tableOf } from '../stages/store/table.ts';
import { backgroundSides } from '../stages/tone/background.ts';
import type { ToneLexicon } from '../stages/tone/lexicon.ts';
import { tuneToReading, tuneToScoring } from './engine.ts';
import { type LargeFile, largeCut, openPieces } from './pieces.ts';
import type { Watch } from './progress.ts';
import { problemRow } from './rows.ts';
import type { Threads } from './threads.ts';

/** Files of a batch: enough to keep a thread busy, few enough to lose little. */
const BATCH_FILES = 50;
/** Batches that are stored before the store gives back what it has freed. */
const BATCHES_BETWEEN_RETURNS = 8;
/** An eighth of what the database hands out at once. */
const BATCH_SCORES = 256;
/** Batches of scores that are stored at once: each time is waited for until the disk has it. */
const BATCHES_STORED = 8;
/** Statements that are held at once while they are scored. */
const SCORES_READ = 5_000;
/** Files that are hashed before signals are heard again. */
const FILES_BETWEEN_SIGNALS = 100;

/** What the steps of this file share. */
export interface Work {
  readonly store: OpenDatabase;
  readonly threads: Threads;
  readonly watch: Watch;
}

/** What reading is told beside. */
interface Reading extends Work {
  readonly inputs: readonly InputPath[];
  /** Hash of all that reading depends on. */
  readonly reader: string;
  readonly format: string | undefined;
}

type Input = InputPath & HashedFile;

/** What was planned, and how many articles were read of it. */
export interface ReadingDone extends ReadingPlan {
  readonly articles: number;
}

/** Reads every input that is new, changed, or was read under another edition of code and lexicons. */
export async function readInputs(work: Reading): Promise<ReadingDone> {
  const { store, threads, watch } = work;
  watch.phase('inputs');
  const present: Input[] = [];
  for (const input of work.inputs) {
    present.push({ ...input, ...(await hashFile(input.file)) });
    if (present.length % FILES_BETWEEN_SIGNALS === 0) await setImmediate();
    watch.check();
  }
  const plan = await planReading(store, present, work.reader);
  const wanted = new Set(plan.read);
  const inputs = present.filter((input) => wanted.has(input.path));
  watch.phase('articles');
  tuneToReading(inputs.reduce((sum, { size }) => sum + size, 0));
  const tell = progressOf(inputs, watch);
  const large = inputs.flatMap((input) => {
    const cut = largeCut(input, work.format);
    return cut === null ? [] : [{ ...input, cut }];
  });
  const inPieces = new Set(large.map(({ path }) => path));
  const whole = inputs.filter(({ path }) => !inPieces.has(path));
  let stored = 0;
  await inParallel(batchesOf(whole, BATCH_FILES), threads.count, async (batch) => {
    const result = await threads.read(batch);
    watch.addRooms(result.rooms);
    watch.check();
    await storeBatch(store, { rows: result.rows, inputs: result.facts, reader: work.reader, replaces: batch.map((input) => input.path) });
    stored += 1;
    if (stored % BATCHES_BETWEEN_RETURNS === 0) await inTransaction(store, () => returnFreed(store));
    tell(result.facts);
  });
  for (const input of large) await readInPieces(input, work, tell);
  return { ...plan, articles: tell([]) };
}

/** Reads what is new in one large file, piece by piece; until its end the ledger holds it as begun, so that a night cut short is taken up by the next. */
async function readInPieces(input: LargeFile, work: Reading, tell: (facts: readonly InputFact[]) => void): Promise<void> {
  const { store, threads, watch, reader } = work;
  const { path } = input;
  const { stays, sha256: seen } = await findUnchanged(input, work);
  const { added, articles } = await beginLines(store, { path, reader }, stays);
  const begun: InputFact = { path, sha256: null, size: 0, articles: 0, problems: 0 };
  const total = { articles, problems: 0 };
  let end = { sha256: '', size: 0 };
  let size = 0;
  const onRead = (bytes: number): void => {
    size += bytes;
  };
  const keep = async (rows: ReadRows, records?: ReadonlyMap<string, string>): Promise<void> => {
    watch.check();
    // The ledger holds the file as begun already.
    await storeBatch(store, { rows, inputs: [], reader, replaces: [], added, ...(records && { records }) });
    const articles = countRows(rows.articles);
    total.articles += articles;
    total.problems += countRows(rows.problems);
    tell([{ ...begun, size, articles }]);
    size = 0;
  };
  const finish = (sha256: string, bytes: number): void => {
    end = { sha256, size: bytes };
  };
  await inParallel(openPieces(input, { onRead, finish, isKept: (number) => stays.has(number) }), threads.count, async (piece) => {
    if ('problem' in piece) return keep(onlyProblem(piece.problem));
    const { rows, rooms } = await threads.read([{ path, ...piece.input }]);
    watch.addRooms(rooms);
    return keep(rows, piece.hashes);
  });
  if (total.articles + total.problems === 0) await keep(onlyProblem(emptyProblem(path, input.cut)));
  // A file that was written to between the two looks is not done with: the ledger holds it as begun, and the next night compares its lines again.
  const sha256 = seen === null || seen === end.sha256 ? end.sha256 : null;
  await storeBatch(store, { rows: NOTHING, inputs: [{ path, sha256, size: end.size, ...total }], reader, replaces: [], added });
}

/** Numbers of the lines or records that stand where they stood when they were read, and the hash of the file as it was looked at; null where no look was needed. */
async function findUnchanged(input: LargeFile, { store, watch, reader }: Reading): Promise<UnchangedLines> {
  const known = await readLineHashes(store, { path: input.path, reader });
  const stays = new Set<number>();
  let sha256: string | null = null;
  if (known.size === 0) return { stays, sha256 };
  const finish = (hash: string): void => {
    sha256 = hash;
  };
  const isKept = (number: number, hash: string): boolean => {
    const isSame = known.get(number) === hash;
    if (isSame) stays.add(number);
    return isSame;
  };
  for await (const _ of openPieces(input, { isKept, finish })) watch.check();
  return { stays, sha256 };
}

interface UnchangedLines {
  readonly stays: ReadonlySet<number>;
  readonly sha256: string | null;
}

/** No rows. */
export const NOTHING: ReadRows = { articles: {}, utterances: {}, problems: {} };

/** Rows of a problem alone. */
export function onlyProblem(problem: Problem): ReadRows {
  return { ...NOTHING, problems: tableOf([problemRow(problem, null)]) };
}

/** Tells how far reading is, and gives the articles so far. */
function progressOf(inputs: readonly Input[], watch: Watch): (facts: readonly InputFact[]) => number {
  const total = inputs.reduce((sum, input) => sum + input.size, 0);
  let done = 0;
  let items = 0;
  return (facts) => {
    done += facts.reduce((sum, fact) => sum + fact.size, 0);
    items += facts.reduce((sum, fact) => sum + fact.articles, 0);
    watch.progress({ done, total, items });
    return items;
  };
}

/**
 * Forgets inputs that have another name now, and those that are gone: all of them if the job wants it, else those that gave no article, for whoever takes a
 * broken file away has mended what it was set aside for.
 */
export async function dropGone(store: OpenDatabase, plan: ReadingPlan, missing: 'keep' | 'drop'): Promise<void> {
  await dropInputs(store, [...plan.renamed, ...(missing === 'drop' ? plan.gone : await withoutArticles(store, plan.gone))]);
}

/** Scores every statement whose score is missing; another tone lexicon makes all of them missing. */
export async function scoreStatements(
  work: Work & { readonly tone: { readonly hash: string; readonly load: () => Promise<ToneLexicon> } },
): Promise<void> {
  const { store, threads, watch, tone } = work;
  watch.phase('statements');
  await useToneLexicon(store, { hash: tone.hash, loadBackgrounds: async () => backgroundsBy(await tone.load()) });
  await mergePrintings(store);
  watch.phase('tone');
  const total = await listUnscored(store);
  tuneToScoring(total);
  let done = 0;
  const made: Table[] = [];
  await inParallel(unscoredIn(store, total), threads.count, async (batch) => {
    const { scores, rooms } = await threads.score(batch);
    watch.addRooms(rooms);
    watch.check();
    made.push(scores);
    if (made.length >= BATCHES_STORED) await storeScores(store, made.splice(0));
    done += batch.length;
    watch.progress({ done, total, items: done });
  });
  await storeScores(store, made);
}

/** All statements without a score. The next slice is read while the last batches of the one before are scored, so that no thread waits for it. */
async function* unscoredIn(store: OpenDatabase, total: number): AsyncGenerator<readonly Unscored[]> {
  for (const slice of slicesBy('score_key', total, SCORES_READ))
    for await (const statements of await readUnscored(store, slice)) yield* batchesOf(statements, BATCH_SCORES);
}

/** Tells the sides that an article is about, from what the store keeps of it. */
function backgroundsBy(lexicon: ToneLexicon): (opening: Opening) => readonly string[] {
  return ({ title, paragraphs }) => {
    const text = paragraphs.join('\n');
    let start = 0;
    const spans = paragraphs.map((paragraph): Span => {
      const span: Span = [start, start + paragraph.length];
      start = span[1] + 1;
      return span;
    });
    return backgroundSides({ title, text, paragraphs: spans } as unknown as Article, lexicon);
  };
}

function* batchesOf<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** Works through items with a few at a time under way: enough that no thread waits, few enough that memory stays flat. */
export async function inParallel<T>(
  items: Iterable<T> | AsyncIterable<T>,
  threads: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const walk = async (): Promise<void> => {
    for (let next = await queue.next(); !next.done; next = await queue.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: threads + 1 }, walk));
}
