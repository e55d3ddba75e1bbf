/** A plan: all that decides what many machines are to read and how, frozen in a folder that all of them see. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { exitCodes, Stop } from '../../core/stop.ts';
import { makeFolder, movePath } from '../../files/disk/change.ts';
import { kindOf } from '../../files/disk/look.ts';
import { readUtf8 } from '../../files/disk/read.ts';
import { writeChunks } from '../../files/disk/write.ts';
import type { InputPath } from '../../files/inputs.ts';
import type { Job } from '../../job/job.ts';
import type { LexiconFile } from '../../stages/vocabulary.ts';
import { type Editions, identifyEditions } from '../fingerprints.ts';
import type { Watch } from '../progress.ts';
import type { NightSettings } from '../request.ts';
import { bytesOf, dealUnits, listUnits, type Unit } from './units.ts';

/** Raised when the form of plans or parts changes. */
const FORM = 2;

/** plan.json. */
export interface Plan {
  readonly form: number;
  readonly job: Job;
  /** output/<job>, where finish publishes. */
  readonly output: string;
  /** Date of the run. */
  readonly date: string;
  /** What reading and scoring depend on; a machine on which they come out otherwise refuses the plan. */
  readonly editions: Pick<Editions, 'reader' | 'tone'>;
  readonly toneTables: readonly string[];
  readonly topics: NightSettings['topics'];
  readonly events: NightSettings['events'];
  readonly identifiers: NightSettings['identifiers'];
  readonly lexicons: readonly LexiconCopy[];
  /** Parts into which wordings fall, by the first digits of their hash. */
  readonly buckets: number;
  readonly shards: readonly ShardFact[];
}

/** A lexicon file, and its copy below the plan's folder. */
interface LexiconCopy {
  readonly path: string;
  readonly table: string;
  readonly copy: string;
  readonly sha256: string;
}

/** One shard: how much it reads, and the hash of the list of what. */
interface ShardFact {
  readonly units: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a plan is made from. */
export interface PlanRequest {
  /** Where it is written. */
  readonly folder: string;
  readonly settings: NightSettings;
  readonly inputs: readonly InputPath[];
  readonly output: string;
  readonly date: string;
  readonly shards: number;
  readonly buckets: number;
  readonly watch: Pick<Watch, 'check'>;
}

/** Writes a plan. A folder that holds another plan already is left as it is, and the command ends. */
export async function makePlan(request: PlanRequest): Promise<Plan> {
  const { folder, settings, output, date, buckets, watch } = request;
  const { job, lexicons, toneTables, topics, events, identifiers } = settings;
  const units = await listUnits({ inputs: request.inputs, shards: request.shards, format: job.format, watch });
  const lists = dealUnits(units, request.shards).map((list) => ({ list, text: textOf(list) }));
  const { reader, tone } = identifyEditions({ job, lexicons, toneTables, date });
  const plan: Plan = {
    form: FORM,
    job,
    output,
    date,
    editions: { reader, tone },
    toneTables: [...toneTables].sort(),
    topics,
    events,
    identifiers,
    lexicons: lexicons.map(({ path, table, text }, index) => ({ path, table, copy: copyName(index, table), sha256: hash(text) })),
    buckets,
    shards: lists.map(({ list, text }) => ({
      units: list.length,
      bytes: list.reduce((sum, unit) => sum + bytesOf(unit), 0),
      sha256: hash(text),
    })),
  };
  refuseOther(folder, textOf(plan));
  for (const name of ['lexicons', 'shards']) makeFolder(join(folder, name));
  for (const [index, { text }] of lexicons.entries()) await writeChunks(join(folder, plan.lexicons[index]?.copy ?? ''), [text]);
  for (const [shard, { text }] of lists.entries()) await writeChunks(shardFile(folder, shard), [text]);
  await writeChunks(join(folder, 'plan.json.next'), [textOf(plan)]);
  movePath(join(folder, 'plan.json.next'), join(folder, 'plan.json'));
  return plan;
}

function refuseOther(folder: string, text: string): void {
  const found = readUtf8(join(folder, 'plan.json'));
  if ('text' in found && found.text !== text)
    throw new Stop(
      exitCodes.usage,
      `${folder}: holds another plan, expected a folder without one; remove it, or name another one by --out`,
    );
}

function copyName(index: number, table: string): string {
  return `lexicons/${String(index).padStart(2, '0')}-${table}.csv`;
}

function shardFile(folder: string, shard: number): string {
  return join(folder, 'shards', `${numberOf(shard)}.json`);
}

/** A shard's or bucket's number as it stands in names of files: '0007'. */
export function numberOf(index: number): string {
  return String(index).padStart(4, '0');
}

function textOf(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A plan as it was read back, with the texts of its lexicons. */
export interface OpenPlan {
  readonly folder: string;
  readonly plan: Plan;
  /** Of plan.json: parts say by it which plan they belong to. */
  readonly sha256: string;
  readonly lexicons: readonly LexiconFile[];
}

/** Reads a plan, and stops where its copies have changed or this machine would read or score in another way. */
export function openPlan(folder: string): OpenPlan {
  if (kindOf(join(folder, 'plan.json')) === null)
    throw new Stop(exitCodes.usage, `${folder}: no plan.json in it, expected a folder that \`detente plan\` has made`);
  const text = readFrozen(join(folder, 'plan.json'));
  const plan = JSON.parse(text) as Plan;
  if (plan.form !== FORM) throw new Stop(exitCodes.usage, `${folder}: made by another version of detente; make a new plan`);
  const lexicons = plan.lexicons.map(({ path, table, copy, sha256 }) => ({ path, table, text: readFrozen(join(folder, copy), sha256) }));
  const { reader, tone } = identifyEditions({ job: plan.job, lexicons, toneTables: new Set(plan.toneTables), date: plan.date });
  if (reader !== plan.editions.reader || tone !== plan.editions.tone)
    throw new Stop(exitCodes.usage, `${folder}: planned with another version of detente or of its libraries than this machine has`);
  return { folder, plan, sha256: hash(text), lexicons };
}

/** What a shard reads. */
export function readShard({ folder, plan }: OpenPlan, shard: number): readonly Unit[] {
  return JSON.parse(readFrozen(shardFile(folder, shard), plan.shards[shard]?.sha256)) as readonly Unit[];
}

/** A file of the plan. A disk that does not answer may do so later; what has changed will not come back. */
function readFrozen(path: string, sha256?: string): string {
  const read = readUtf8(path);
  if ('error' in read) throw new Stop(exitCodes.tryAgain, `${path}: ${read.error}; it may be there on another try`);
  if (sha256 !== undefined && hash(read.text) !== sha256)
    throw new Stop(exitCodes.usage, `${path}: changed since the plan was made; make a new plan`);
  return read.text;
}
