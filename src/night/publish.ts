/** One run's tables into a folder of their own, and `latest` onto it by one rename: a reader never sees two runs mixed. */
import { join } from 'node:path';
import type { Grouped } from '../core/model/groups.ts';
import type { Trends } from '../core/model/trends.ts';
import type { ValidationSummary } from '../core/validation.ts';
import { makeFolder, movePath, removePath, swapLink, syncPath } from '../files/disk/change.ts';
import { sealFile, type WrittenFile, writeChunks } from '../files/disk/write.ts';
import type { OpenDatabase } from '../stages/store/database.ts';
import { prepareGroups, readGroups } from '../stages/store/groups.ts';
import { dropTemporary } from '../stages/store/open.ts';
import { dropPublished, exportLines, exportParquet, exportTable } from '../stages/store/published.ts';
import { readLineEdits } from '../stages/store/standing.ts';
import { summariseGroups } from '../stages/trends/summarise.ts';
import type { CsvLines } from '../stages/writing/csv-lines.ts';
import { listNewest, type OutputFile, parquetTables, publishTables, type RunFacts, statementLines } from '../stages/writing/publish.ts';
import { type Codes, correctByCodes } from './correct.ts';
import { heapKeeper } from './heap.ts';
import { clearLatest, pruneRuns } from './run-folders.ts';
import { editedLines, type LastFiles } from './standing.ts';

/** Statements that the page shows. */
const ON_PAGE = { newest: 20_000, strongest: 5, arrived: 10 };

/** What is published, and where. */
export interface PublishRequest {
  readonly store: OpenDatabase;
  /** output/<job>. */
  readonly folder: string;
  /** Name of the run's folder. */
  readonly stamp: string;
  readonly facts: RunFacts;
  readonly excel: boolean;
  readonly keepRuns: number;
  /** What people have coded of the job's statements; null where there is no sample. */
  readonly codes: Codes | null;
  /** The last publication's statements, where they are of use. */
  readonly last: LastFiles | null;
}

/** What was published. */
export interface Publication {
  readonly folder: string;
  readonly grouped: Grouped;
  readonly trends: Trends;
  readonly files: Readonly<Record<string, WrittenFile>>;
  /** What the codes say of the figures; null where there is no sample. */
  readonly validation: ValidationSummary | null;
}

/** Writes every table of a run into a folder that nobody looks at yet; finishPublication shows it. */
export async function writeTables(request: PublishRequest): Promise<Publication> {
  const folder = draftFolder(request);
  removePath(folder);
  const written = await writeFiles({ ...request, folder });
  return { ...written, folder: join(request.folder, 'runs', request.stamp) };
}

/** What the files of a run are made from, and where they go. */
export interface WritingRequest extends Pick<PublishRequest, 'store' | 'folder' | 'facts' | 'excel'> {
  readonly codes?: Codes | null;
  readonly last?: LastFiles | null;
  /** Hears the name of each step that is done. */
  readonly tell?: (step: string) => void;
}

/** Writes every file of a run but run.json into a folder. */
export async function writeFiles(request: WritingRequest): Promise<Omit<Publication, 'folder'>> {
  const { store, folder, facts, excel, codes = null, last = null, tell = () => undefined } = request;
  const keepHeap = heapKeeper();
  for (const path of [folder, join(folder, 'charts')]) makeFolder(path);
  const isCarried = await prepareGroups(store, last?.parquet);
  tell('statements');
  const grouped = await readGroups(store, { ...ON_PAGE, sides: facts.sides });
  tell('sums');
  const plain = summariseGroups(grouped);
  const corrected = codes && (await correctByCodes(store, plain, { codes, sides: facts.sides }));
  const trends = corrected?.trends ?? plain;
  tell('statistics');
  const written = new Map<string, WrittenFile>();
  const add = async (name: string, write: (path: string) => Promise<WrittenFile>): Promise<void> => {
    written.set(name, await write(join(folder, name)));
    tell(name);
  };
  const addAll = async (files: readonly OutputFile[]): Promise<void> => {
    for (const { name, chunks } of files) await add(name, (path) => writeChunks(path, withPauses(chunks, keepHeap)));
  };
  const validation = corrected?.summary ?? null;
  // What the page holds is let go with it, before the longest tables are made.
  const addReady = async (): Promise<readonly OutputFile[]> => {
    const listing = await listNewest(grouped.newest(), trends);
    tell('newest statements');
    const { ready, streamed } = publishTables({ grouped, trends, facts, listing, validation }, { excel });
    // The database writes in a thread of its own; meanwhile the page is made here.
    await together(
      async () => {
        await add('statements.csv', (path) =>
          writeStatements(store, path, { lines: statementLines(excel), last: isCarried ? last : null }),
        );
        await add('statements.parquet', (path) => sealed(path, exportParquet(store, path)));
        await dropPublished(store);
      },
      () => addAll(ready),
    );
    return streamed;
  };
  await addAll(await addReady());
  for (const table of parquetTables(facts.sides)) {
    await add(`${table.name}.parquet`, (path) => sealed(path, exportTable(store, join(folder, `${table.name}.csv`), path, table)));
  }
  await dropTemporary(store);
  for (const path of [folder, join(folder, 'charts')]) syncPath(path);
  // In the order of names, whichever was ready first.
  const files = Object.fromEntries([...written].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { grouped, trends, files, validation };
}

interface StatementLines {
  readonly lines: CsvLines;
  /** The last publication's, where the table was taken from there. */
  readonly last: LastFiles | null;
}

/** statements.csv, made from the last one's bytes where that is as it was written. */
async function writeStatements(store: OpenDatabase, path: string, { lines, last }: StatementLines): Promise<WrittenFile> {
  if (last !== null) {
    let isRight = false;
    const edits = await readLineEdits(store, lines.lineOfFew);
    const written = await writeChunks(
      path,
      editedLines(last, edits, (right) => {
        isRight = right;
      }),
    );
    if (isRight) return written;
  }
  return sealed(path, exportLines(store, path, lines));
}

async function* withPauses<T>(chunks: AsyncIterable<T>, pause: () => void): AsyncIterable<T> {
  for await (const chunk of chunks) {
    yield chunk;
    pause();
  }
}

/** Does both at once, and ends when both have ended: nothing may go on in a store that is closed after a fault. */
async function together(one: () => Promise<void>, other: () => Promise<void>): Promise<void> {
  const results = await Promise.allSettled([one(), other()]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/** A file that the database wrote is made to last and read back for its hash. */
async function sealed(path: string, written: Promise<void>): Promise<WrittenFile> {
  await written;
  return sealFile(path);
}

/** Adds run.json, shows the run to everybody in one step, and removes the runs beyond those to keep. */
export async function finishPublication(request: PublishRequest, story: unknown): Promise<void> {
  const draft = draftFolder(request);
  await writeChunks(join(draft, 'run.json'), [`${JSON.stringify(story, null, 2)}\n`]);
  syncPath(draft);
  movePath(draft, join(request.folder, 'runs', request.stamp));
  clearLatest(request.folder);
  swapLink(join(request.folder, 'latest'), join('runs', request.stamp));
  pruneRuns(request.folder, request.keepRuns);
}

function draftFolder(request: PublishRequest): string {
  return join(request.folder, 'runs', `.${request.stamp}`);
}
