/** One shard of a plan: reads its inputs and scores their statements as a night does, and leaves a part instead of tables. */
import { exitCodes, Stop } from '../../core/stop.ts';
import { hashFile, readPieces } from '../../files/disk/read.ts';
import { cutLines } from '../../files/line-pieces.ts';
import { longLineProblem } from '../../stages/articles/large.ts';
import { type InputFact, type ReadRows, storeBatch } from '../../stages/store/ingest.ts';
import { exportShard } from '../../stages/store/parts.ts';
import { countRows as countOf } from '../../stages/store/table.ts';
import { inParallel, NOTHING, onlyProblem, readInputs, scoreStatements } from '../read.ts';
import { inspectPart, type PartStory, partFolder, placePart } from './parts.ts';
import { readShard } from './plan.ts';
import { inWorkshop, type PartTask, type Workshop } from './scratch.ts';
import type { Unit } from './units.ts';

/** What a part holds. */
export interface PartOutcome {
  /** An earlier try has made the part. */
  readonly isThere: boolean;
  readonly counts: PartStory['counts'];
}

/** Makes the part of a shard, unless it is there already. Each try gives the same bytes, so it does not matter which one was first. */
export async function mapShard(task: PartTask, shard: number): Promise<PartOutcome> {
  const { folder, plan, sha256 } = task.plan;
  const path = partFolder(folder, shard);
  const found = await inspectPart(path);
  if (found?.plan === sha256) return { isThere: true, counts: found.counts };
  const units = readShard(task.plan, shard);
  return inWorkshop(task, async (workshop) => {
    await readUnits(units, task, workshop);
    await scoreStatements({ ...workshop, watch: task.watch, tone: { hash: plan.editions.tone, load: neverLoaded } });
    task.watch.phase('part');
    const counts = await countRows(workshop);
    const placed = await placePart({
      path,
      plan: sha256,
      from: '',
      counts,
      write: (draft) => exportShard(workshop.store, draft, plan.buckets),
    });
    return { isThere: placed === 'there already', counts };
  });
}

/** The store of a part begins empty: no article's background was read with another lexicon. */
export function neverLoaded(): never {
  throw new Error('a part has no scores of another lexicon');
}

async function readUnits(units: readonly Unit[], task: PartTask, workshop: Workshop): Promise<void> {
  const { job, editions } = task.plan.plan;
  const whole = units.filter(({ range }) => range === undefined);
  for (const unit of whole) {
    refuseChanged(unit, unit.sha256, (await hashFile(unit.file)).sha256);
    task.watch.check();
  }
  await readInputs({ ...workshop, watch: task.watch, inputs: whole, reader: editions.reader, format: job.format });
  await refuseRead(whole, workshop);
  for (const unit of units) if (unit.range !== undefined) await readRange({ ...unit, range: unit.range }, task, workshop);
}

/** What the threads read must be what was planned, too: a file may have changed since it was looked at. */
async function refuseRead(units: readonly Unit[], { store }: Workshop): Promise<void> {
  const rows = await store.all('SELECT path, sha256 FROM inputs WHERE sha256 IS NOT NULL');
  const read = new Map(rows.map((row) => [row.path, String(row.sha256)]));
  for (const unit of units) refuseChanged(unit, unit.sha256, read.get(unit.path) ?? unit.sha256);
}

/** A file that is gone may be seen on another try or another machine; one that has changed is another input. */
function refuseChanged({ file }: Unit, planned: string | null, found: string | null): void {
  if (planned === found) return;
  if (found === null) throw new Stop(exitCodes.tryAgain, `${file}: cannot be read here, expected the file that was planned`);
  throw new Stop(exitCodes.usage, `${file}: changed since the plan was made; make a new plan`);
}

/** Reads the lines of a range; the ledger says of the file what all its ranges together are to say. */
async function readRange(unit: Unit & Required<Pick<Unit, 'range'>>, task: PartTask, { store, threads }: Workshop): Promise<void> {
  const { path, file, range } = unit;
  const { reader } = task.plan.plan.editions;
  const total = { articles: 0, problems: 0 };
  let found: string | null = null;
  const finish = (sha256: string): void => {
    found = sha256;
  };
  const keep = async (rows: ReadRows, records?: ReadonlyMap<string, string>): Promise<void> => {
    task.watch.check();
    await storeBatch(store, { rows, inputs: [], reader, replaces: [], ...(records && { records }) });
    total.articles += countOf(rows.articles);
    total.problems += countOf(rows.problems);
  };
  const pieces = cutLines(openRange(unit), { finish, firstLine: range.firstLine });
  await inParallel(pieces, threads.count, async (piece) => {
    if ('longLine' in piece) return keep(onlyProblem(longLineProblem(path, piece.longLine)));
    const { rows, rooms } = await threads.read([{ path, bytes: piece.bytes, firstLine: piece.firstLine }]);
    task.watch.addRooms(rooms);
    return keep(rows, new Map([...piece.hashes].map(([line, hash]) => [`line ${line}`, hash])));
  });
  refuseChanged({ ...unit, file: `${file} from line ${range.firstLine}` }, range.sha256, found);
  const fact: InputFact = { path, sha256: unit.sha256, size: unit.size, ...total };
  await addFact(store, fact, reader);
}

function* openRange(unit: Unit & Required<Pick<Unit, 'range'>>): Generator<Uint8Array> {
  try {
    yield* readPieces(unit.file, unit.range);
  } catch {
    refuseChanged(unit, unit.sha256, null);
  }
}

/** A shard may hold several ranges of one file: its row in the ledger counts all of them. */
async function addFact(store: Workshop['store'], fact: InputFact, reader: string): Promise<void> {
  const rows = await store.all('SELECT path, articles, problems FROM inputs');
  const before = rows.find(({ path }) => path === fact.path);
  const articles = fact.articles + Number(before?.articles ?? 0);
  const problems = fact.problems + Number(before?.problems ?? 0);
  await storeBatch(store, { rows: NOTHING, inputs: [{ ...fact, articles, problems }], reader, replaces: [] });
}

async function countRows({ store }: Workshop): Promise<PartStory['counts']> {
  const [row] = await store.all(`
SELECT (SELECT count(*) FROM articles)::INTEGER AS articles, (SELECT count(*) FROM utterances)::INTEGER AS utterances,
       (SELECT count(*) FROM problems)::INTEGER AS problems`);
  return row as unknown as PartStory['counts'];
}
