/** One run's tables into a folder of their own, and `latest` onto it by one rename: a reader never sees two runs mixed. */
import { join } from 'node:path';
import {
  linkTarget,
  listNames,
  makeFolder,
  movePath,
  readUtf8,
  removePath,
  sealFile,
  swapLink,
  syncPath,
  type WrittenFile,
  writeChunks,
} from './disk.ts';
import type { Grouped, Trends } from './model.ts';
import type { OpenDatabase } from './store/database.ts';
import { readGroups } from './store/groups.ts';
import { exportLines, exportParquet } from './store/published.ts';
import { summariseGroups } from './trends/summarise.ts';
import { publishTables, type RunFacts, statementLines } from './writing/publish.ts';

/** Statements that the page shows. */
const ON_PAGE = { newest: 20_000, strongest: 5 };

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
}

/** What was published. */
export interface Publication {
  readonly folder: string;
  readonly grouped: Grouped;
  readonly trends: Trends;
  readonly files: Readonly<Record<string, WrittenFile>>;
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
  /** Hears the name of each step that is done. */
  readonly tell?: (step: string) => void;
}

/** Writes every file of a run but run.json into a folder. */
export async function writeFiles(request: WritingRequest): Promise<Omit<Publication, 'folder'>> {
  const { store, folder, facts, excel, tell = () => undefined } = request;
  for (const path of [folder, join(folder, 'charts')]) makeFolder(path);
  const grouped = await readGroups(store, ON_PAGE);
  tell('sums');
  const trends = summariseGroups(grouped);
  tell('statistics');
  const files: Record<string, WrittenFile> = {};
  const add = async (name: string, write: (path: string) => Promise<WrittenFile>): Promise<void> => {
    files[name] = await write(join(folder, name));
    tell(name);
  };
  await add('statements.csv', (path) => sealed(path, exportLines(store, path, statementLines(excel))));
  await add('statements.parquet', (path) => sealed(path, exportParquet(store, path)));
  for (const { name, chunks } of publishTables({ grouped, trends, facts }, { excel })) await add(name, (path) => writeChunks(path, chunks));
  for (const path of [folder, join(folder, 'charts')]) syncPath(path);
  return { grouped, trends, files };
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
  swapLink(join(request.folder, 'latest'), join('runs', request.stamp));
  pruneRuns(request.folder, request.keepRuns);
}

/** A name for the folder of a run that is not taken: the stamp itself, or with a number after it. */
export function freeStamp(folder: string, stamp: string): string {
  const taken = new Set(listNames(join(folder, 'runs')));
  let number = 1;
  const name = (): string => (number === 1 ? stamp : `${stamp}.${String(number).padStart(3, '0')}`);
  while (taken.has(name())) number += 1;
  return name();
}

/** Drafts of runs that did not end are removed, and the oldest runs beyond `keep`; never the one that `latest` shows. */
export function pruneRuns(folder: string, keep: number): void {
  const runs = join(folder, 'runs');
  const names = listNames(runs);
  const shown = linkTarget(join(folder, 'latest'))?.split('/').at(-1);
  const done = names.filter((name) => !name.startsWith('.'));
  const old = done.slice(0, Math.max(0, done.length - keep)).filter((name) => name !== shown);
  for (const name of [...names.filter((name) => name.startsWith('.')), ...old]) removePath(join(runs, name));
}

/** What the last published run said that this one needs to know: the outlets that it found to have fallen off. */
export function previousStory(folder: string): { readonly fallOffs: readonly string[] } {
  const read = readUtf8(join(folder, 'latest', 'run.json'));
  if ('error' in read) return { fallOffs: [] };
  const story = JSON.parse(read.text) as { readonly fallOffs?: readonly { readonly outlet: string }[] };
  return { fallOffs: (story.fallOffs ?? []).map(({ outlet }) => outlet) };
}

function draftFolder(request: PublishRequest): string {
  return join(request.folder, 'runs', `.${request.stamp}`);
}
