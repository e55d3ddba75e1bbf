/** `detente sample`: draws statements for people to code and writes a sheet for each coder. What was written before is never written over. */

import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { counted } from '../core/counted.ts';
import { exitCodes, Stop, stopForFaults } from '../core/stop.ts';
import { makeFolder, movePath } from '../files/disk/change.ts';
import { kindOf, listNames } from '../files/disk/look.ts';
import { writeChunks } from '../files/disk/write.ts';
import { loadSettings, type Settings } from '../job/load.ts';
import { readValidation, validationFolder } from '../job/validation.ts';
import { readRenamed } from '../night/correct.ts';
import { identifyEditions } from '../night/fingerprints.ts';
import { readCandidates, readShown } from '../stages/store/coding.ts';
import type { OpenDatabase } from '../stages/store/database.ts';
import { prepareSums } from '../stages/store/groups.ts';
import { writeCodebook } from '../stages/validation/codebook.ts';
import { type Design, type Draw, type Drawn, extend, hashWords } from '../stages/validation/design.ts';
import {
  assign,
  type Cell,
  cellKey,
  combine,
  isDrawn,
  type Properties,
  probabilitiesOf,
  type Stratum,
  shuffled,
} from '../stages/validation/draw.ts';
import { NOBODY, SHEET_COLUMNS, type Shown, UNDATED } from '../stages/validation/sheet.ts';
import { formatHeader, formatRows } from '../stages/writing/csv.ts';
import { contextFinder } from './context.ts';
import { openJobStore } from './job-store.ts';
import { say } from './say.ts';

/** Options of the command line. */
export interface SampleOptions {
  readonly size: number;
  readonly overlap: number;
  readonly coders: readonly string[];
  readonly strata: readonly Stratum[];
  readonly seed: number;
  readonly output?: string;
}

/** Draws, writes, and says what was written. A second draw adds sheets with a number and joins its chances to those of the first. */
export async function sampleCommand(path: string | undefined, options: SampleOptions): Promise<void> {
  const settings = loadSettings(path);
  const store = await openJobStore(settings, options.output);
  try {
    const { validation, faults } = readValidation(settings.job, true);
    if (faults.length > 0) throw stopForFaults(faults);
    const before: Design = validation?.design ?? { version: 1, job: settings.job.name, draws: [], statements: {} };
    const renamed = await readRenamed(store, { design: before, rows: validation?.rows ?? [] });
    const sheetIds = new Map([...renamed].map(([id, now]) => [now, id] as const));
    const drawing = await drawStatements(store, { options, before, sheetIds, tone: toneOf(settings) });
    if (drawing.ids.length === 0)
      throw new Stop(exitCodes.usage, 'no statement was drawn; expected a larger --size, or statements that are new since the last draw');
    await prepareSums(store);
    await writeSample({ settings, store, options, before, drawing });
  } finally {
    store.close();
  }
}

function toneOf({ job, lexicons, vocabulary }: Settings): string {
  // No date changes how a score comes about.
  return identifyEditions({ job, lexicons, toneTables: vocabulary.toneTables, date: '' }).tone;
}

/** What a draw gave. */
interface Drawing {
  readonly draw: Draw;
  /** New ones only. */
  readonly ids: readonly string[];
  readonly chanceNow: ReadonlyMap<string, number>;
  readonly chanceBefore: ReadonlyMap<string, number>;
}

interface Drawn_ {
  readonly options: SampleOptions;
  readonly before: Design;
  /** Id of a statement now → id under which it was drawn earlier, where the two differ. */
  readonly sheetIds: ReadonlyMap<string, string>;
  readonly tone: string;
}

/** Two passes over all statements: one counts the cells, one draws. */
async function drawStatements(store: OpenDatabase, { options, before, sheetIds, tone }: Drawn_): Promise<Drawing> {
  const { strata, seed, size, overlap, coders } = options;
  const counts = new Map<string, Cell & { statements: number }>();
  const hash = createHash('sha256');
  let [statements, until]: [number, string | null] = [0, null];
  for await (const batch of readCandidates(store))
    for (const candidate of batch) {
      const key = cellKey(candidate, strata);
      const cell = counts.get(key) ?? { key, isRelevant: candidate.label !== 'irrelevant', statements: 0 };
      counts.set(key, { ...cell, statements: cell.statements + 1 });
      hash.update(`${candidate.id}\n`);
      statements += 1;
      if (candidate.added !== null && (until === null || candidate.added > until)) until = candidate.added;
    }
  const cells = [...counts.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const chances = probabilitiesOf(cells, size);
  const number = before.draws.length + 1;
  const [ids, chanceNow, chanceBefore]: [string[], Map<string, number>, Map<string, number>] = [[], new Map(), new Map()];
  for await (const batch of readCandidates(store))
    for (const candidate of batch) {
      const chance = chances.get(cellKey(candidate, strata)) ?? 0;
      const known = Object.hasOwn(before.statements, candidate.id) ? candidate.id : sheetIds.get(candidate.id);
      if (known !== undefined) chanceNow.set(known, chance);
      else if (isDrawn(candidate.id, chance, { seed, number })) {
        ids.push(candidate.id);
        chanceNow.set(candidate.id, chance);
        chanceBefore.set(candidate.id, earlierChance(candidate, before.draws));
      }
    }
  const frame = { statements, sha256: hash.digest('hex'), until };
  const described = cells.map(({ key, statements: count }) => ({ cell: key, statements: count, probability: chances.get(key) ?? 0 }));
  return { draw: { number, seed, size, overlap, coders, strata, frame, tone, cells: described }, ids, chanceNow, chanceBefore };
}

/** The chance that a statement had in the earlier draws; none in those that it came too late for. */
function earlierChance(candidate: Properties & { readonly added: string | null }, draws: readonly Draw[]): number {
  return draws.reduce((chance, { frame, strata, cells }) => {
    const isLate = candidate.added === null || (frame.until !== null && candidate.added > frame.until);
    const cell = isLate ? undefined : cells.find(({ cell: key }) => key === cellKey(candidate, strata));
    return combine(chance, cell?.probability ?? 0);
  }, 0);
}

interface Writing {
  readonly settings: Settings;
  readonly store: OpenDatabase;
  readonly options: SampleOptions;
  readonly before: Design;
  readonly drawing: Drawing;
}

async function writeSample({ settings, store, options, before, drawing }: Writing): Promise<void> {
  const folder = validationFolder(settings.job);
  const rows = await readShown(store, drawing.ids);
  const contextOf = await contextFinder(settings, rows);
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const shown = rows.map(
    (row): Shown => ({
      ...{ id: row.id, who: row.speaker ?? NOBODY, when: row.said ?? UNDATED },
      ...{ text: plain(row.text), context: contextOf(row) },
    }),
  );
  const ordered = shuffled(shown, options.seed);
  const coders = assign(
    ordered.map(({ id }) => id),
    options.coders,
    options.overlap,
  );
  const chance = (id: string): number => combine(drawing.chanceNow.get(id) ?? 0, drawing.chanceBefore.get(id) ?? 0);
  const drawn = Object.fromEntries(
    shown.map(({ id, text }): [string, Drawn] => {
      return [id, { draw: drawing.draw.number, coders: coders.get(id) ?? [], probability: chance(id), words: hashWords(text) }];
    }),
  );
  const design = extend(before, drawing.draw, { drawn, chanceNow: (id) => drawing.chanceNow.get(id) ?? 0 });
  makeFolder(folder);
  // The sheets come first: a design that names statements which nobody was given would be worse than a sheet too many.
  const written: string[] = [];
  for (const coder of options.coders) {
    const own = shuffled(
      ordered.filter(({ id }) => coders.get(id)?.includes(coder)),
      options.seed,
      coder,
    );
    if (own.length > 0) written.push(await writeNew(folder, `${coder}.csv`, sheetOf(own)));
  }
  if (kindOf(join(folder, 'codebook.md')) === null)
    written.push(
      await writeNew(
        folder,
        'codebook.md',
        writeCodebook({ sides: settings.job.sides, coders: options.coders, overlap: Math.min(options.overlap, ordered.length) }),
      ),
    );
  await writeChunks(join(folder, 'design.json.next'), [`${JSON.stringify(design, null, 1)}\n`]);
  movePath(join(folder, 'design.json.next'), join(folder, 'design.json'));
  const place = relative(process.cwd(), folder) || '.';
  say(
    `${counted(drawing.ids.length, 'statement')} drawn from ${drawing.draw.frame.statements}; written to ${place}: ${written.join(', ')}, design.json`,
  );
}

function sheetOf(rows: readonly Shown[]): string {
  const columns = SHEET_COLUMNS.map((name) => ({
    name,
    type: 'string' as const,
    description: '',
    cell: (row: Shown) => row[name as keyof Shown] ?? null,
  }));
  return `${formatHeader(columns, true)}${formatRows(columns, rows)}`;
}

/** Writes a file under its name, or with the first number that is free: nothing is written over. */
async function writeNew(folder: string, name: string, text: string): Promise<string> {
  const taken = new Set(listNames(folder).map((each) => each.toLowerCase()));
  const [stem = '', ending = ''] = name.split(/(?=\.[a-z]+$)/);
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${stem}-${number}${ending}`;
  await writeChunks(join(folder, free), [text]);
  return free;
}
