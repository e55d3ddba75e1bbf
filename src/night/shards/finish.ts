/** All parts of a plan into one store, and from there as a night ends. */
import { join } from 'node:path';
import { exitCodes, Stop } from '../../core/stop.ts';
import { makeFolder, movePath, removePath, syncPath } from '../../files/disk/change.ts';
import { emptyProblem } from '../../stages/articles/large.ts';
import type { OpenDatabase } from '../../stages/store/database.ts';
import { storeBatch } from '../../stages/store/ingest.ts';
import { hashInputs } from '../../stages/store/ledger.ts';
import { importInputs, importMerged, importShard } from '../../stages/store/parts.ts';
import { identifyEditions } from '../fingerprints.ts';
import { holdStore, openNamed, storeFile } from '../lock.ts';
import { concludeNight } from '../night.ts';
import { onlyProblem, type ReadingDone } from '../read.ts';
import type { NightOutcome, NightRequest } from '../request.ts';
import { bucketFolder, hashStories, inspectPart, type PartStory, readParts, stopForMissing } from './parts.ts';
import { type OpenPlan, readShard } from './plan.ts';
import { filesOfShards } from './reduce.ts';

/** Publishes what the parts of a plan hold. The store that it leaves is one from which nights go on. */
export async function finishPlan(request: NightRequest, plan: OpenPlan): Promise<NightOutcome> {
  const { watch, folder } = request;
  makeFolder(join(folder, 'store'));
  await loadOnce(request, plan);
  const store = await holdStore(folder, request.since);
  watch.onSignal(() => store.interrupt());
  try {
    const editions = identifyEditions({ ...request.settings, date: request.date });
    return await concludeNight(request, store, { plan: await describeReading(store), editions });
  } finally {
    store.close();
  }
}

/** Loads the parts, unless an earlier try has done so. The store is held meanwhile, so that no night begins with it. */
async function loadOnce(request: NightRequest, plan: OpenPlan): Promise<void> {
  const { watch, folder } = request;
  const held = await holdStore(folder, request.since);
  try {
    if (await isLoaded(held, folder, plan)) return;
    watch.phase('parts');
    const stories = await readParts(plan, () => true);
    const merged = await readMerged(plan, hashStories(stories));
    await held.run('CHECKPOINT');
    await loadParts(request, plan, { stories, merged });
  } finally {
    held.close();
  }
}

/** Whether a store is the one that this plan gives. One that holds anything else is left as it is. */
async function isLoaded(store: OpenDatabase, folder: string, { sha256 }: OpenPlan): Promise<boolean> {
  const [row] = await store.all(`
SELECT (SELECT count(*) FROM inputs)::INTEGER AS inputs, (SELECT first(value) FROM meta WHERE name = 'plan') AS plan`);
  if (row?.inputs === 0) return false;
  if (row?.plan === sha256) return true;
  throw new Stop(
    exitCodes.usage,
    `${storeFile(folder)}: holds what other runs have read, expected no store or this plan's own; name another folder by --output`,
  );
}

/** The merged buckets, all of them and from these parts, or a stop that lists those that are missing. */
async function readMerged({ folder, plan, sha256 }: OpenPlan, from: string): Promise<readonly PartStory[]> {
  const stories: PartStory[] = [];
  const missing: number[] = [];
  for (let bucket = 0; bucket < plan.buckets; bucket++) {
    const story = await inspectPart(bucketFolder(folder, bucket));
    if (story?.plan === sha256 && story.from === from) stories.push(story);
    else missing.push(bucket);
  }
  if (missing.length > 0) throw stopForMissing('buckets', missing, plan.buckets);
  return stories;
}

/** Name of the store while it is loaded. */
const LOADING = 'loading.duckdb';

/** Loads a store of another name and gives it its own in one step: one that was loaded by half is never taken for a whole one. */
async function loadParts(
  request: NightRequest,
  plan: OpenPlan,
  { stories, merged }: Record<'stories' | 'merged', readonly PartStory[]>,
): Promise<void> {
  const { folder, watch } = request;
  const path = join(folder, 'store', LOADING);
  for (const left of [path, `${path}.wal`]) removePath(left);
  const store = await openNamed(folder, path);
  watch.onSignal(() => store.interrupt());
  try {
    const shards = filesOfShards(plan, stories);
    for (const shard of shards) {
      await importShard(store, shard);
      watch.check();
    }
    await importInputs(store, shards);
    await nameEmpty(store, plan);
    for (const [bucket, { files }] of merged.entries()) {
      await importMerged(store, { folder: bucketFolder(plan.folder, bucket), names: Object.keys(files) });
      watch.check();
    }
    await store.append('meta', [
      ['tone', plan.plan.editions.tone],
      ['plan', plan.sha256],
    ]);
    await store.run('CHECKPOINT');
  } finally {
    store.close();
  }
  syncPath(path);
  movePath(path, storeFile(folder));
}

/** A large file of which no shard has read or set aside anything is named as empty, as a night does at its end. */
async function nameEmpty(store: OpenDatabase, plan: OpenPlan): Promise<void> {
  const empty = await store.all('SELECT path FROM inputs WHERE articles = 0 AND problems = 0');
  if (empty.length === 0) return;
  const paths = new Set(empty.map(({ path }) => path));
  const { reader } = plan.plan.editions;
  for (const shard of plan.plan.shards.keys()) {
    for (const { path, sha256, size, range } of readShard(plan, shard)) {
      if (range === undefined || !paths.delete(path)) continue;
      const problem = emptyProblem(path, { unit: 'of' in range ? range.of : 'line' });
      await storeBatch(store, {
        rows: onlyProblem(problem),
        inputs: [{ path, sha256, size, articles: 0, problems: 1 }],
        reader,
        replaces: [],
      });
    }
  }
}

/** What a night that had read all of it would tell. */
async function describeReading(store: OpenDatabase): Promise<ReadingDone> {
  const inputs = (await store.all('SELECT path, sha256, articles FROM inputs ORDER BY path')) as unknown as readonly {
    readonly path: string;
    readonly sha256: string | null;
    readonly articles: number;
  }[];
  const articles = inputs.reduce((sum, input) => sum + input.articles, 0);
  return { read: inputs.map(({ path }) => path), renamed: [], gone: [], unchanged: 0, sha256: hashInputs(inputs), articles };
}
