/** The same words cut differently: a statement that is a part of a longer one of the same speaker, said on the same day, the day before or the next. */
import { parseDay } from '../../core/days.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Cutting } from '../../core/model/statements.ts';
import { coreOf } from './core-wording.ts';
import { wordingOf } from './merge.ts';

/** Fewer words than this in the core of a cutting ("We have no comment on this"), and it is a phrase that can be said twice. */
const LEAST_WORDS = 6;
/** Words in a row by which wholes are looked up: one piece of a part has as many. */
const SHINGLE = 4;
/** Cuttings of one day that are looked through faster one by one than by their words in a row. */
const FEW = 16;
/** Words behind a negation in which a part that begins there would say the opposite: "we do not [want this war]". */
const NEGATED_WORDS = 3;
/** As they stand in a core. */
const NEGATIONS = new Set(coreOf('not no never nor neither none nobody nothing without cannot hardly scarcely barely').split(' '));

/**
 * Id of every part → id of the statement it is a part of. A part has at least six words in its core (core-wording.ts), and each of its pieces stands
 * word for word, in the same order, in the core of a longer cutting of the same voice that was said at most a day before or after; no piece begins
 * within three words behind a negation of the whole's sentence. Of several wholes the one with most words counts, then the earliest, then the first by id; it may
 * be a part of a third one itself. A pure function of the set of cuttings.
 */
export function findWholes(cuttings: readonly Cutting[]): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const [, said] of groupBy(cuttings, ({ voice }) => voice)) {
    const days = shelvesOf(said);
    for (const [day, shelf] of days) {
      const near = [day - 1, day, day + 1].flatMap((each) => days.get(each) ?? []);
      for (const part of shelf.readings) {
        const whole = near.map((each) => longestAround(part, each)).reduce<Reading | null>(longer, null);
        if (whole !== null) parts.set(part.id, whole.id);
      }
    }
  }
  return parts;
}

/** The shelves of the days of one voice. What was said alone in three days is neither part nor whole, and is not read: most of what is said is. */
function shelvesOf(said: readonly Cutting[]): ReadonlyMap<number, Shelf> {
  const days = groupBy(said, ({ day }) => parseDay(day));
  const isAlone = (day: number): boolean => days.get(day)?.length === 1 && !days.has(day - 1) && !days.has(day + 1);
  const near = [...days].flatMap(([day, cut]) => (day === null || isAlone(day) ? [] : [[day, shelfOf(cut)] as const]));
  return new Map(near);
}

interface Reading {
  readonly id: string;
  readonly day: string;
  /** Cores of the pieces, a blank on either side. */
  readonly pieces: readonly string[];
  /** All of them as one. */
  readonly core: string;
  readonly size: number;
  /** Some piece has as many words in a row as wholes are looked up by. */
  readonly hasRow: boolean;
  /** Offsets in `core` at which no part may begin; asked of few, and kept for none. */
  readonly negated: () => ReadonlySet<number>;
}

/** The cuttings of one day, those with most words first. */
interface Shelf {
  readonly readings: readonly Reading[];
  /** Which of them have which words in a row; null where they are few. */
  readonly byShingle: ReadonlyMap<string, readonly Reading[]> | null;
}

function shelfOf(cuttings: readonly Cutting[]): Shelf {
  const readings = cuttings
    .map(readingOf)
    .filter(({ size }) => size >= LEAST_WORDS)
    .sort((a, b) => (isBefore(a, b) ? -1 : 1));
  return { readings, byShingle: readings.length > FEW ? indexShingles(readings) : null };
}

function indexShingles(readings: readonly Reading[]): ReadonlyMap<string, readonly Reading[]> {
  const byShingle = new Map<string, Reading[]>();
  for (const reading of readings)
    for (const shingle of shinglesOf(reading.core)) {
      const having = byShingle.get(shingle);
      if (having === undefined) byShingle.set(shingle, [reading]);
      else if (having.at(-1) !== reading) having.push(reading);
    }
  return byShingle;
}

function isBefore(a: Reading, b: Reading): boolean {
  if (a.size !== b.size) return a.size > b.size;
  return a.day === b.day ? a.id < b.id : a.day < b.day;
}

function longer(a: Reading | null, b: Reading | null): Reading | null {
  return a === null || (b !== null && isBefore(b, a)) ? b : a;
}

/** Where editors leave words out, or put in their own: "…", "[the minister]". A single letter in brackets is the printer's: "[T]his". */
const EDITED = /\.{2,}|…|\[[^[\]]*\]/;
const ONE_LETTER = /\[(\p{L})\](?=\p{L})/gu;

function readingOf({ id, day, pieces: printed }: Cutting): Reading {
  const pieces = printed.flatMap((piece) => piece.replace(ONE_LETTER, '$1').split(EDITED));
  const cores = pieces.map((piece) => coreOf(wordingOf(piece))).filter((core) => core !== '');
  const core = ` ${cores.join(' ')} `;
  return {
    id,
    day,
    pieces: cores.map((each) => ` ${each} `),
    core,
    size: countWords(core.trim()),
    hasRow: cores.some((each) => countWords(each) >= SHINGLE),
    negated: () => negatedOffsets(pieces),
  };
}

/** Words of a text with a blank between each two. */
function countWords(text: string): number {
  return text.split(' ').length;
}

/** Offsets in the core of some pieces of the blanks before those words that stand shortly behind a negation of their sentence. */
function negatedOffsets(pieces: readonly string[]): ReadonlySet<number> {
  const sentences = pieces.flatMap((piece) => piece.split(/(?<=[.!?;:]["”’)]{0,3})\s+/)).map((sentence) => coreOf(wordingOf(sentence)));
  const negated = new Set<number>();
  let offset = 0;
  for (const sentence of sentences.filter((each) => each !== '')) {
    let reach = 0;
    for (const word of sentence.split(' ')) {
      if (reach > 0) negated.add(offset);
      reach = NEGATIONS.has(word) ? NEGATED_WORDS : reach - 1;
      offset += word.length + 1;
    }
  }
  return negated;
}

function shinglesOf(core: string): readonly string[] {
  const words = core.trim().split(' ');
  return words.slice(SHINGLE - 1).map((_, start) => words.slice(start, start + SHINGLE).join(' '));
}

/** The first that holds the part, which is the longest. */
function longestAround(part: Reading, shelf: Shelf): Reading | null {
  return part.hasRow ? (having(part, shelf).find((whole) => whole.size > part.size && holds(whole, part)) ?? null) : null;
}

/** Cuttings that may hold a part: where they are many, those alone that have the rarest of its words in a row. */
function having(part: Reading, { readings, byShingle }: Shelf): readonly Reading[] {
  if (byShingle === null) return readings;
  const found = part.pieces.flatMap(shinglesOf).map((shingle) => byShingle.get(shingle) ?? []);
  return found.reduce((fewest, each) => (each.length < fewest.length ? each : fewest), readings);
}

function holds(whole: Reading, { pieces }: Reading): boolean {
  const { core } = whole;
  if (!pieces.every((piece) => core.includes(piece))) return false;
  const negated = whole.negated();
  let from = 0;
  for (const piece of pieces) {
    let at = core.indexOf(piece, from);
    while (at >= 0 && negated.has(at)) at = core.indexOf(piece, at + 1);
    if (at < 0) return false;
    from = at + piece.length - 1;
  }
  return true;
}
