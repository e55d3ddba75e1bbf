/** One shard of a plan: reads its inputs and scores their statements as a night does, and leaves a part instead of tables. */
import { exitCodes, Stop } from '../../core/stop.ts';
import { sizeOf } from '../../files/disk/look.ts';
import { hashFile, readPieces } from '../../files/disk/read.ts';
import { cutLines } from '../../files/line-pieces.ts';
import type { LineRange } from '../../files/line-ranges.ts';
import { type InputFact, type ReadRows, storeBatch } from '../../stages/store/ingest.ts';
import { exportShard } from '../../stages/store/parts.ts';
import { countRows as countOf } from '../../stages/store/table.ts';
import { type ItemRange, largeCut, openPieces, type Piece, pieceOf } from '../pieces.ts';
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

type RangedUnit = Unit & Required<Pick<Unit, 'range'>>;

/** Reads the lines or records of a range; the ledger says of the file what all its ranges together are to say. */
async function readRange(unit: RangedUnit, task: PartTask, { store, threads }: Workshop): Promise<void> {
  const { path } = unit;
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
  const { pieces, sha256, file } = openRange(unit, task.plan.plan.job.format, finish);
  await inParallel(pieces, threads.count, async (piece) => {
    if ('problem' in piece) return keep(onlyProblem(piece.problem));
    const { rows, rooms } = await threads.read([{ path, ...piece.input }]);
    task.watch.addRooms(rooms);
    return keep(rows, piece.hashes);
  });
  refuseChanged({ ...unit, file }, sha256, found);
  const fact: InputFact = { path, sha256: unit.sha256, size: unit.size, ...total };
  await addFact(store, fact, reader);
}

/** A range that is read piece by piece, and what tells whether it is the one that was planned. */
interface OpenRange {
  readonly pieces: AsyncIterable<Piece> | Iterable<Piece>;
  /** Of what is told to `finish`. */
  readonly sha256: string | null;
  /** Named where it is another one. */
  readonly file: string;
}

/** Lines of a plain file are read by their bytes; of other files all is looked at, and the items of the range are read. */
function openRange(unit: RangedUnit, format: string | undefined, finish: (sha256: string) => void): OpenRange {
  const { range, file, sha256 } = unit;
  if ('of' in range) return { pieces: readItems({ ...unit, range }, format, finish), sha256, file };
  return { pieces: readLines({ ...unit, range }, finish), sha256: range.sha256, file: `${file} from line ${range.firstLine}` };
}

function* readLines(unit: Unit & { readonly range: LineRange }, finish: (sha256: string) => void): Generator<Piece> {
  const { path, file, range } = unit;
  try {
    for (const piece of cutLines(readPieces(file, range), { finish, firstLine: range.firstLine })) yield pieceOf(piece, path);
  } catch {
    refuseChanged(unit, unit.sha256, null);
  }
}

async function* readItems(
  unit: Unit & { readonly range: ItemRange },
  format: string | undefined,
  finish: (sha256: string) => void,
): AsyncGenerator<Piece> {
  const { path, file, range } = unit;
  try {
    const cut = largeCut({ path, file, size: sizeOf(file) }, format);
    if (cut === null) refuseChanged(unit, unit.sha256, '');
    else yield* openPieces({ path, file, cut }, { range, finish });
  } catch (error) {
    if (error instanceof Stop) throw error;
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
