/** Parts on the shared disk: folders that appear whole or not at all, each with a list of its files and their hashes. */
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { exitCodes, Stop } from '../../core/stop.ts';
import { makeDraft, placeFolder, removePath, syncPath } from '../../files/disk/change.ts';
import { sizeOf } from '../../files/disk/look.ts';
import { hashFile, readUtf8 } from '../../files/disk/read.ts';
import { sealFile, type WrittenFile, writeChunks } from '../../files/disk/write.ts';
import { numberOf, type OpenPlan } from './plan.ts';

/** part.json: what the folder holds. */
export interface PartStory {
  /** Hash of the plan. */
  readonly plan: string;
  /** Hash of the parts that it was made from; empty where it was made from inputs. */
  readonly from: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly files: Readonly<Record<string, WrittenFile>>;
}

/** Folder of what a shard gave. */
export function partFolder(folder: string, shard: number): string {
  return join(folder, 'parts', numberOf(shard));
}

/** Folder of a bucket whose printings are merged. */
export function bucketFolder(folder: string, bucket: number): string {
  return join(folder, 'merged', numberOf(bucket));
}

/** What a part is made of. */
export interface PartRequest extends Pick<PartStory, 'plan' | 'from' | 'counts'> {
  /** Its folder. */
  readonly path: string;
  /** Writes its files into a folder and gives their names. */
  readonly write: (folder: string) => Promise<readonly string[]>;
}

/** Writes a part beside its place and gives it its name in one step. Where another try was first its part stays, since each try gives the same. */
export async function placePart({ path, write, ...told }: PartRequest): Promise<'placed' | 'there already'> {
  const draft = makeDraft(join(dirname(path), `.${path.split('/').at(-1)}-`));
  try {
    const files: Record<string, WrittenFile> = {};
    for (const name of [...(await write(draft))].sort()) files[name] = await sealFile(join(draft, name));
    await writeChunks(join(draft, STORY), [`${JSON.stringify({ ...told, files } satisfies PartStory, null, 1)}\n`]);
    syncPath(draft);
    if (placeFolder(draft, path)) return 'placed';
    const other = await inspectPart(path);
    if (other?.plan === told.plan && other.from === told.from) return 'there already';
    removePath(path);
    if (placeFolder(draft, path)) return 'placed';
    throw new Stop(exitCodes.tryAgain, `${path}: another try is writing it`);
  } finally {
    removePath(draft);
  }
}

const STORY = 'part.json';

/** What a part says of itself; null where it is not there or its files are not as long as it says. */
export function readStory(path: string): PartStory | null {
  const read = readUtf8(join(path, STORY));
  if ('error' in read) return null;
  const story = parseStory(read.text);
  const isWhole = story !== null && Object.entries(story.files).every(([name, { size }]) => sizeOf(join(path, name)) === size);
  return isWhole ? story : null;
}

/** As readStory, with the bytes of its files looked at too: of all, or of those that are named. */
export async function inspectPart(path: string, isWanted: (name: string) => boolean = () => true): Promise<PartStory | null> {
  const story = readStory(path);
  if (story === null) return null;
  for (const [name, { sha256 }] of Object.entries(story.files))
    if (isWanted(name) && (await hashFile(join(path, name))).sha256 !== sha256) return null;
  return story;
}

function parseStory(text: string): PartStory | null {
  try {
    return JSON.parse(text) as PartStory;
  } catch {
    return null;
  }
}

/** One hash over all parts of the shards, by which merged buckets say what they were made from. */
export function hashStories(stories: readonly PartStory[]): string {
  const sum = createHash('sha256');
  for (const { files } of stories) sum.update(JSON.stringify(files));
  return sum.digest('hex');
}

/** What has been done of a plan, by the names and sizes of files. */
export interface Progress {
  readonly missingShards: readonly number[];
  readonly missingBuckets: readonly number[];
}

/** Shards without a part, and buckets that are not merged, or merged from other parts than those that are there now. */
export function findMissing({ folder, plan, sha256 }: OpenPlan): Progress {
  const stories = plan.shards.map((_, shard) => ownStory(partFolder(folder, shard), sha256));
  const present = stories.filter((story) => story !== null);
  const from = present.length === stories.length ? hashStories(present) : null;
  const isMerged = (bucket: number): boolean => {
    const story = ownStory(bucketFolder(folder, bucket), sha256);
    return story !== null && (from === null || story.from === from);
  };
  return {
    missingShards: indicesOf(stories, (story) => story === null),
    missingBuckets: indicesOf(
      Array.from({ length: plan.buckets }, (_, bucket) => isMerged(bucket)),
      (merged) => !merged,
    ),
  };
}

function ownStory(path: string, plan: string): PartStory | null {
  const story = readStory(path);
  return story?.plan === plan ? story : null;
}

function indicesOf<T>(items: readonly T[], isMeant: (item: T) => boolean): readonly number[] {
  return items.flatMap((item, index) => (isMeant(item) ? [index] : []));
}

/** The parts of all shards, with the files that are wanted looked at byte by byte; or a stop that lists those that are missing. */
export async function readParts({ folder, plan, sha256 }: OpenPlan, isWanted: (name: string) => boolean): Promise<readonly PartStory[]> {
  const stories: (PartStory | null)[] = [];
  for (const shard of plan.shards.keys()) stories.push(await inspectPart(partFolder(folder, shard), isWanted));
  const missing = indicesOf(stories, (story) => story?.plan !== sha256);
  if (missing.length > 0) throw stopForMissing('shards', missing, plan.shards.length);
  return stories as readonly PartStory[];
}

/** Stop for parts that are not there or damaged. */
export function stopForMissing(what: 'shards' | 'buckets', missing: readonly number[], all: number): Stop {
  const command = what === 'shards' ? 'detente map --shard' : 'detente reduce --bucket';
  return new Stop(
    exitCodes.shardsMissing,
    `${missing.length} of ${all} ${what} are missing or damaged: ${describeNumbers(missing)}; \`${command}\` makes one, \`detente submit\` all of them`,
  );
}

/** 0, 1, 2, 3, 7 → '0-3,7'. */
export function describeNumbers(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}
