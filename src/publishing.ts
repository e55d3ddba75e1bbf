/** One run's tables into a folder of their own, and `latest` onto it by one rename: a reader never sees two runs mixed. */
import { join } from 'node:path';
import {
  linkTarget,
  listNames,
  makeFolder,
  movePath,
  readUtf8,
  removePath,
  swapLink,
  syncFolder,
  type WrittenFile,
  writeChunks,
} from './disk.ts';
import type { Grouped, Trends } from './model.ts';
import type { OpenDatabase } from './store/database.ts';
import { readGroups } from './store/groups.ts';
import { exportParquet, readStatements } from './store/published.ts';
import { summariseGroups } from './trends/summarise.ts';
import { publishTables, type RunFacts } from './writing/publish.ts';

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
  const { store, stamp } = request;
  const folder = draftFolder(request);
  removePath(folder);
  makeFolder(folder);
  const grouped = await readGroups(store, ON_PAGE);
  const trends = summariseGroups(grouped);
  const published = { grouped, trends, statements: readStatements(store), facts: request.facts };
  const files: Record<string, WrittenFile> = {};
  const made = new Set<string>();
  for (const file of publishTables(published, { excel: request.excel })) {
    const parent = join(folder, file.name, '..');
    if (!made.has(parent)) makeFolder(parent);
    made.add(parent);
    files[file.name] = await writeChunks(join(folder, file.name), file.chunks);
  }
  await exportParquet(store, join(folder, 'statements.parquet'));
  for (const parent of made) syncFolder(parent);
  return { folder: join(request.folder, 'runs', stamp), grouped, trends, files };
}

/** Adds run.json, shows the run to everybody in one step, and removes the runs beyond those to keep. */
export async function finishPublication(request: PublishRequest, story: unknown): Promise<void> {
  const draft = draftFolder(request);
  await writeChunks(join(draft, 'run.json'), [`${JSON.stringify(story, null, 2)}\n`]);
  syncFolder(draft);
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
