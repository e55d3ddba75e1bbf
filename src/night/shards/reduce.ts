/** One bucket of wordings: merges their printings over the parts of all shards, and scores the statements whose first printing stands in another shard. */

import { completeStatements } from '../../stages/store/merge.ts';
import { useMemory } from '../../stages/store/open.ts';
import { exportBucket, importBucket, isOfBucket } from '../../stages/store/parts.ts';
import { scoreStatements } from '../read.ts';
import { neverLoaded, type PartOutcome } from './map.ts';
import { bucketFolder, hashStories, inspectPart, type PartStory, partFolder, placePart, readParts } from './parts.ts';
import type { OpenPlan } from './plan.ts';
import { inWorkshop, type PartTask, type Workshop } from './scratch.ts';

/** Memory of the store: a bucket may hold as many statements as a night, which has as much when it completes them. The threads that score have little to do here. */
const MERGING_MEMORY = '224MB';

/** Merges a bucket, unless that was done already from the same parts. */
export async function mergeBucket(task: PartTask, bucket: number): Promise<PartOutcome> {
  const { folder, plan, sha256 } = task.plan;
  const stories = await readParts(task.plan, (name) => isOfBucket(name, bucket));
  const path = bucketFolder(folder, bucket);
  const from = hashStories(stories);
  const found = await inspectPart(path);
  if (found?.plan === sha256 && found.from === from) return { isThere: true, counts: found.counts };
  return inWorkshop(task, async (workshop) => {
    task.watch.phase('parts');
    await useMemory(workshop.store, MERGING_MEMORY);
    await importBucket(workshop.store, filesOfShards(task.plan, stories), bucket);
    await scoreStatements({ ...workshop, watch: task.watch, tone: { hash: plan.editions.tone, load: neverLoaded } });
    task.watch.phase('part');
    await completeStatements(workshop.store);
    const counts = await countRows(workshop);
    const placed = await placePart({ path, plan: sha256, from, counts, write: (draft) => exportBucket(workshop.store, draft) });
    return { isThere: placed === 'there already', counts };
  });
}

/** The files of the parts of all shards. */
export function filesOfShards(
  { folder }: OpenPlan,
  stories: readonly PartStory[],
): readonly { folder: string; names: readonly string[] }[] {
  return stories.map(({ files }, shard) => ({ folder: partFolder(folder, shard), names: Object.keys(files) }));
}

async function countRows({ store }: Workshop): Promise<PartStory['counts']> {
  const [row] = await store.all(`
SELECT (SELECT count(*) FROM utterances)::INTEGER AS utterances, (SELECT count(*) FROM statements)::INTEGER AS statements`);
  return row as unknown as PartStory['counts'];
}
