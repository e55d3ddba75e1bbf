/** What the shards of a plan read: whole files, and ranges of large ones: of lines by their bytes, of packed lines and of web archives by the numbers of what is in them. */
import { setImmediate } from 'node:timers/promises';
import { sizeOf } from '../../files/disk/look.ts';
import { hashFile, readPieces } from '../../files/disk/read.ts';
import type { InputPath } from '../../files/inputs.ts';
import { PIECE_BYTES } from '../../files/line-pieces.ts';
import { cutRanges, type LineRange } from '../../files/line-ranges.ts';
import { type ItemRange, type LargeFile, largeCut, openPieces } from '../pieces.ts';
import type { Watch } from '../progress.ts';

/** An input, or a range of one, as it was when the plan was made. */
export interface Unit extends InputPath {
  /** Of the whole file, in bytes. */
  readonly size: number;
  /** Of the whole file; null where it could not be read. */
  readonly sha256: string | null;
  /** The lines or records to be read; all of the file where nothing is said. */
  readonly range?: LineRange | ItemRange;
}

/** What is read of a file, in bytes. */
export function bytesOf({ size, range }: Pick<Unit, 'size' | 'range'>): number {
  if (range === undefined) return size;
  return 'bytes' in range ? range.bytes : range.end - range.start;
}

/** How inputs are cut. */
export interface UnitOptions {
  readonly inputs: readonly InputPath[];
  readonly shards: number;
  readonly format: string | undefined;
  readonly watch: Pick<Watch, 'check'>;
}

/** Ranges of a large file for each shard: so many that shards come out alike, so few that each is worth its while. */
const RANGES_PER_SHARD = 4;
/** Files that are hashed before signals are heard again. */
const FILES_BETWEEN_SIGNALS = 100;
/** What opening a file costs, as if it were bytes of text. */
const OPENING_BYTES = 2_000;

/** Hashes every input and cuts large files of lines. In the order of the inputs. */
export async function listUnits({ inputs, shards, format, watch }: UnitOptions): Promise<readonly Unit[]> {
  const total = inputs.reduce((sum, { file }) => sum + sizeOf(file), 0);
  const least = Math.max(PIECE_BYTES, Math.ceil(total / (shards * RANGES_PER_SHARD)));
  const units: Unit[] = [];
  for (const [index, input] of inputs.entries()) {
    const cut = largeCut({ ...input, size: sizeOf(input.file) }, format);
    if (cut?.unit === 'line' && !cut.isPacked) units.push(...rangesOf(input, least));
    else if (cut !== null) units.push(...(await itemRangesOf({ ...input, cut }, least)));
    else units.push({ ...input, ...(await hashFile(input.file)) });
    if (index % FILES_BETWEEN_SIGNALS === 0) await setImmediate();
    watch.check();
  }
  return units;
}

function rangesOf(input: InputPath, least: number): readonly Unit[] {
  const { ranges, ...file } = cutRanges(readPieces(input.file), least);
  return ranges.map((range) => ({ ...input, ...file, range }));
}

/**
 * Ranges by number. Every shard looks through such a file from its beginning, for it cannot begin to unpack, or to tell records, in the middle; that costs little beside
 * reading what it holds.
 */
async function itemRangesOf({ path, file, cut }: LargeFile, least: number): Promise<readonly Unit[]> {
  const ranges: ItemRange[] = [];
  let open = { first: 1, at: 0 };
  let read = 0;
  const whole = { sha256: '', size: 0 };
  const isKept = (number: number): boolean => {
    if (read - open.at >= least) {
      ranges.push({ of: cut.unit, first: open.first, last: number - 1, bytes: read - open.at });
      open = { first: number, at: read };
    }
    return true;
  };
  const options = {
    isKept,
    onRead: (bytes: number) => {
      read += bytes;
    },
    finish: (sha256: string, size: number) => Object.assign(whole, { sha256, size }),
  };
  for await (const _ of openPieces({ path, file, cut }, options));
  ranges.push({ of: cut.unit, first: open.first, last: null, bytes: read - open.at });
  return ranges.length === 1 ? [{ path, file, ...whole }] : ranges.map((range) => ({ path, file, ...whole, range }));
}

/** Deals units out to shards, neighbours together, so that each shard has about the same number of bytes. */
export function dealUnits(units: readonly Unit[], shards: number): readonly (readonly Unit[])[] {
  const weights = units.map((unit) => OPENING_BYTES + bytesOf(unit));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const dealt: Unit[][] = Array.from({ length: shards }, () => []);
  let before = 0;
  for (const [index, unit] of units.entries()) {
    const weight = weights[index] ?? 0;
    dealt[Math.min(shards - 1, Math.floor((shards * (before + weight / 2)) / total))]?.push(unit);
    before += weight;
  }
  return dealt;
}
