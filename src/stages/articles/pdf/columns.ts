/** The order in which the lines of a page are read: column by column, and what runs over all columns where it stands. After the recursive cuts of Nagy and Seth (1984). */
import type { Piece } from '../../../core/model/documents.ts';

/** Fewest lines on each side of a gutter. */
const FEWEST_LINES = 3;
/** Narrowest gutter, in sizes of the letters. */
const NARROWEST_GUTTER = 0.6;
/** A column takes up at least this share of what is set: names beside the turns of a transcript, and bullets, are no column. */
const NARROWEST_COLUMN = 0.18;
/** The left column has at least this share of the lines of the right one. */
const LEAST_BALANCE = 0.25;
/** Share of the lines that may run over a gutter, as titles do, and a summary over all columns. */
const MOST_CROSSING = 0.6;
/** Places across a page at which a gutter is looked for. */
const MOST_PLACES = 3000;
const DEEPEST = 6;

/** Blocks of lines in reading order; the lines of a block stand below one another. */
export function blocksOf(lines: readonly Piece[], depth = 0): readonly (readonly Piece[])[] {
  const gutter = depth < DEEPEST ? findGutter(lines) : null;
  if (gutter === null) return lines.length === 0 ? [] : [lines];
  const blocks: (readonly Piece[])[] = [];
  let over: Piece[] = [];
  let band: Piece[] = [];
  const endBand = (): void => {
    if (band.length === 0) return;
    if (over.length > 0) blocks.push(over);
    over = [];
    blocks.push(...blocksOf(band.filter(gutter.isLeft), depth + 1), ...blocksOf(band.filter(gutter.isRight), depth + 1));
    band = [];
  };
  for (const line of [...lines].sort((a, b) => a.base - b.base || a.left - b.left)) {
    if (gutter.isLeft(line) || gutter.isRight(line)) band.push(line);
    else {
      endBand();
      over.push(line);
    }
  }
  endBand();
  if (over.length > 0) blocks.push(over);
  return blocks;
}

interface Gutter {
  readonly isLeft: (line: Piece) => boolean;
  readonly isRight: (line: Piece) => boolean;
}

/** The gutter with most lines on its weaker side, or null where the lines stand in one column. */
function findGutter(lines: readonly Piece[]): Gutter | null {
  if (lines.length < 2 * FEWEST_LINES) return null;
  const from = Math.min(...lines.map(({ left }) => left));
  const to = Math.max(...lines.map(({ right }) => right));
  const width = medianOf(lines.map(({ size }) => size)) * NARROWEST_GUTTER;
  const places = Math.min(MOST_PLACES, Math.ceil(to - from));
  const step = (to - from) / places;
  const placeOf = (x: number): number => Math.min(places, Math.max(0, Math.ceil((x - from) / step)));
  const ended = countsUpTo(
    lines.map(({ right }) => placeOf(right)),
    places,
  );
  const begun = countsUpTo(
    lines.map(({ left }) => placeOf(left)),
    places,
  );
  let best = { place: -1, weaker: FEWEST_LINES - 1, crossing: lines.length };
  for (let place = 0; place <= places; place++) {
    const left = ended[place] ?? 0;
    const right = lines.length - (begun[placeOf(from + place * step + width)] ?? 0);
    const [weaker, crossing] = [Math.min(left, right), lines.length - left - right];
    if (weaker > best.weaker || (weaker === best.weaker && crossing < best.crossing)) best = { place, weaker, crossing };
  }
  if (best.place < 0 || best.crossing > lines.length * MOST_CROSSING) return null;
  const at = from + best.place * step;
  const gutter = { isLeft: (line: Piece) => line.right <= at, isRight: (line: Piece) => line.left >= at + width };
  return partsColumns(lines, gutter, to - from) ? gutter : null;
}

/** Both sides are wide, well filled, and stand beside one another. */
function partsColumns(lines: readonly Piece[], { isLeft, isRight }: Gutter, width: number): boolean {
  const [left, right] = [lines.filter(isLeft), lines.filter(isRight)];
  if (left.length < Math.max(FEWEST_LINES, right.length * LEAST_BALANCE) || right.length < FEWEST_LINES) return false;
  if ([left, right].some((side) => medianOf(side.map((line) => line.right - line.left)) < width * NARROWEST_COLUMN)) return false;
  const [leftBases, rightBases] = [left, right].map((side) => side.map(({ base }) => base)) as [number[], number[]];
  const top = Math.max(Math.min(...leftBases), Math.min(...rightBases));
  const foot = Math.min(Math.max(...leftBases), Math.max(...rightBases));
  return [leftBases, rightBases].every((bases) => bases.filter((base) => base >= top && base <= foot).length >= FEWEST_LINES - 1);
}

/** How many of the values are at most 0, 1, 2 … */
function countsUpTo(values: readonly number[], most: number): readonly number[] {
  const counts = new Array<number>(most + 1).fill(0);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  for (let i = 1; i <= most; i++) counts[i] = (counts[i] ?? 0) + (counts[i - 1] ?? 0);
  return counts;
}

/** The middle one of some numbers, the upper where there are two; 0 of none. */
export function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
