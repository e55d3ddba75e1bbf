/** Which statements make which groups, and the order that the groups stand in. */
import { countBelow } from '../../core/ordered.ts';
import type { Counted, Day } from './counted.ts';
import { inOrder, type Pairs, raise, sortPairs, startsOf, Whole } from './whole-numbers.ts';

/** Which statements make a group. */
export interface GroupChoice {
  /** `all` is one period. */
  readonly period: 'year' | 'month' | 'week' | 'all';
  readonly keys: readonly Key[];
  /** Groups come in the order of their keys, or of their periods, first. */
  readonly first?: 'keys' | 'period';
}

export type Key = 'side' | 'outlet' | 'topic' | 'speaker';

/** Statements in their groups: a row for each, in no particular order. */
export interface Members {
  readonly number: Int32Array;
  /** Who counts as its speaker in the group. */
  readonly person: Int32Array;
  readonly group: Int32Array;
}

/** What groups there are. */
export interface Layout {
  readonly members: Members;
  readonly size: number;
  readonly periods: readonly string[];
  readonly period: Int32Array;
  /** By key: its number in each group. */
  readonly keys: readonly Int32Array[];
}

/** Puts every statement into its groups, and the groups in order. */
export function layOut(counted: Counted, { period, keys, first = 'keys' }: GroupChoice): Layout {
  const { periods, periodOf } = periodsOf(counted.days, period);
  const sizes = keys.map((key) => namesOf(counted, key).length);
  const all = [...keys, 'period'] as const;
  // What comes first weighs most in the number that a group is known by.
  const order = first === 'keys' ? all : (['period', ...keys] as const);
  const sizeOf = (part: (typeof all)[number]): number => (part === 'period' ? periods.length : (sizes[keys.indexOf(part)] as number));
  const weightOf = (part: (typeof all)[number]): number =>
    order.slice(order.indexOf(part) + 1).reduce((weight, behind) => weight * Math.max(1, sizeOf(behind)), 1);
  const [periodWeight, ...weights] = [weightOf('period'), ...keys.map(weightOf)] as [number, ...number[]];
  const groups = new Map<number, number>();
  const [number, person, group] = [new Whole(), new Whole(), new Whole()];
  const put = (statement: number, who: number, others: number): void => {
    const when = periodOf[counted.day[statement - 1] as number] as number;
    if (when < 0) return;
    const id = when * periodWeight + others;
    let place = groups.get(id);
    if (place === undefined) {
      place = groups.size;
      groups.set(id, place);
    }
    number.push(statement);
    person.push(who);
    group.push(place);
  };
  putAll(counted, keys, weights, put);
  const ids = Float64Array.from(groups.keys());
  const sorted = ids.slice().sort();
  const moved = ids.map((id) => countBelow(sorted, id, (each) => each));
  const groupOf = group.values();
  for (let row = 0; row < groupOf.length; row++) groupOf[row] = moved[groupOf[row] as number] as number;
  const partOf = (weight: number, size: number): Int32Array => Int32Array.from(sorted, (id) => Math.floor(id / weight) % Math.max(1, size));
  return {
    members: { number: number.values(), person: person.values(), group: groupOf },
    size: sorted.length,
    periods,
    period: partOf(periodWeight, periods.length),
    keys: weights.map((weight, place) => partOf(weight, sizes[place] as number)),
  };
}

/** Takes a statement, who counts as its speaker, and the weights of its keys together. */
type Put = (statement: number, person: number, keys: number) => void;

/** What several said together counts for each of them, and once for each of their sides. */
function putAll(counted: Counted, keys: readonly Key[], weights: readonly number[], put: Put): void {
  const { size, person, sideOf, speakerOf, voices, topical } = counted;
  const weightOf = (key: Key): number => weights[keys.indexOf(key)] ?? 0;
  const [side, speaker, outlet, topic] = [weightOf('side'), weightOf('speaker'), weightOf('outlet'), weightOf('topic')];
  const told = keys.includes('side') ? voicesOfOtherSides(counted) : keys.includes('speaker') ? voices : NO_PAIRS;
  const putOne = (statement: number, who: number, others: number): void => {
    if (speaker > 0 && (speakerOf[who] as number) < 0) return;
    put(statement, who, others + side * (sideOf[who] as number) + speaker * Math.max(0, speakerOf[who] as number));
  };
  if (keys.includes('topic')) {
    const toldBy = groupsByNumber({ number: told.number, group: told.other }, size);
    eachPair(topical, (statement, code) => {
      putOne(statement, person[statement - 1] as number, topic * code);
      for (let at = toldBy.start[statement] as number; at < (toldBy.start[statement + 1] as number); at++)
        putOne(statement, toldBy.group[at] as number, topic * code);
    });
    return;
  }
  if (keys.includes('outlet')) {
    const last = new Int32Array(size + 1).fill(-1);
    eachPair(byOutlet(counted), (statement, rank) => {
      const code = counted.outletOf[rank] as number;
      if (last[statement] === code) return;
      last[statement] = code;
      putOne(statement, person[statement - 1] as number, outlet * code);
    });
    return;
  }
  for (let statement = 1; statement <= size; statement++) putOne(statement, person[statement - 1] as number, 0);
  eachPair(told, (statement, who) => putOne(statement, who, 0));
}

const NO_PAIRS: Pairs = { number: new Int32Array(0), other: new Int32Array(0) };

export function eachPair({ number, other }: Pairs, use: (number: number, other: number) => void): void {
  for (let row = 0; row < number.length; row++) use(number[row] as number, other[row] as number);
}

/** For each side but a statement's own the first speaker of those who said it too. */
function voicesOfOtherSides({ voices, person, sideOf, speakerOf, sides }: Counted): Pairs {
  const firsts = new Map<number, readonly [statement: number, who: number]>();
  eachPair(voices, (statement, who) => {
    const side = sideOf[who] as number;
    if (side === sideOf[person[statement - 1] as number]) return;
    const key = statement * sides.length + side;
    const before = firsts.get(key);
    if (before === undefined || (speakerOf[who] as number) < (speakerOf[before[1]] as number)) firsts.set(key, [statement, who]);
  });
  const pairs = [...firsts.values()];
  return { number: Int32Array.from(pairs, ([statement]) => statement), other: Int32Array.from(pairs, ([, who]) => who) };
}

function namesOf({ sides, speakers, outlets, topics }: Counted, key: Key): readonly string[] {
  return { side: sides, speaker: speakers, outlet: outlets, topic: topics }[key];
}

/** The periods in order, and the period of each day, -1 where that is not known so exactly. */
function periodsOf(
  days: readonly Day[],
  period: GroupChoice['period'],
): { readonly periods: readonly string[]; readonly periodOf: Int32Array } {
  const names = days.map((day) => (period === 'all' ? 'all' : day[period]));
  // Digits come before letters, so what is undated stands last.
  const periods = [...new Set(names.filter((name) => name !== null))].sort();
  const places = new Map(periods.map((name, place) => [name, place]));
  return { periods, periodOf: Int32Array.from(names, (name) => (name === null ? -1 : (places.get(name) as number))) };
}

/** Groups of each statement: those of statement n stand from start[n] to start[n + 1]. */
export interface ByNumber {
  readonly start: Int32Array;
  readonly group: Int32Array;
}

export function groupsByNumber({ number, group }: Pick<Members, 'number' | 'group'>, size: number): ByNumber {
  const counts = new Int32Array(size + 1);
  for (let row = 0; row < number.length; row++) raise(counts, number[row] as number);
  const start = startsOf(counts);
  const next = start.slice();
  const groups = new Int32Array(number.length);
  for (let row = 0; row < number.length; row++) {
    const each = number[row] as number;
    groups[next[each] as number] = group[row] as number;
    raise(next, each);
  }
  return { start, group: groups };
}

const sortedByOutlet = new WeakMap<Counted, Pairs>();

/** Printings in the order of their outlets. */
export function byOutlet(counted: Counted): Pairs {
  const known = sortedByOutlet.get(counted);
  if (known !== undefined) return known;
  const { printings, outletOf, outlets } = counted;
  const of = printings.other.map((rank) => outletOf[rank] as number);
  const sorted = sortPairs(printings, inOrder(of, outlets.length));
  sortedByOutlet.set(counted, sorted);
  return sorted;
}
