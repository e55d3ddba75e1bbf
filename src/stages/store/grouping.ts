/**
 * The sums behind every trend table: over distinct statements, with the reach of the same group. They are made from columns of whole numbers (counted.ts) in
 * few walks, each in an order in which what is to be counted once comes together: the database, which sorts or hashes every row anew for every
 * count, takes twelve times as long.
 */
import type { Group } from '../../core/model/groups.ts';
import { type Counted, type Day, LABELS, NO_TONE, WITHOUT_HITS } from './counted.ts';
import { add, ExactSums, inOrder, type Pairs, raise, sortPairs, startsOf, Whole } from './whole-numbers.ts';

/** Which statements make a group. */
export interface GroupChoice {
  /** `all` is one period. */
  readonly period: 'year' | 'month' | 'week' | 'all';
  readonly keys: readonly Key[];
  /** Groups come in the order of their keys, or of their periods, first. */
  readonly first?: 'keys' | 'period';
}

type Key = 'side' | 'outlet' | 'topic' | 'speaker';

/** The two sides of the job. */
export type Sides = readonly string[];

/** Groups that are made into objects when they are asked for: there may be a million. */
export interface Groups {
  readonly size: number;
  readonly relevant: Int32Array;
  /** Number of the period, in the order of periods, and of the first key. */
  readonly period: Int32Array;
  readonly key: Int32Array;
  periodName(group: number): string;
  at(group: number): Group;
  all(): readonly Group[];
}

const UNDATED = 'undated';

/** Statements in their groups: a row for each, in no particular order. */
interface Members {
  readonly number: Int32Array;
  /** Who counts as its speaker in the group. */
  readonly person: Int32Array;
  readonly group: Int32Array;
}

/** What groups there are. */
interface Layout {
  readonly members: Members;
  readonly size: number;
  readonly periods: readonly string[];
  readonly period: Int32Array;
  /** By key: its number in each group. */
  readonly keys: readonly Int32Array[];
}

/** All groups of a choice, in order. */
export function groupStatements(counted: Counted, choice: GroupChoice, sides: Sides): Groups {
  const layout = layOut(counted, choice);
  const sums = sumMembers(counted, layout, sides);
  const isBySpeaker = choice.keys.includes('speaker');
  const speakers = isBySpeaker ? new Int32Array(layout.size).fill(1) : countSpeakers(counted, layout);
  const byNumber = groupsByNumber(layout.members, counted.size);
  const clusters = sumClusters(counted, byNumber, layout.size);
  const outletKey = choice.keys.indexOf('outlet');
  const articles = countPrintings(counted, { byNumber, size: layout.size, outlet: layout.keys[outletKey], of: 'article' });
  const outlets = countPrintings(counted, { byNumber, size: layout.size, outlet: layout.keys[outletKey], of: 'outlet' });
  const nameOf = (key: Key, names: readonly string[], group: number): string | null => {
    const place = choice.keys.indexOf(key);
    return place < 0 ? null : (names[layout.keys[place]?.[group] as number] ?? null);
  };
  const at = (group: number): Group => {
    const latest = counted.persons[layout.members.person[sums.latest[group] as number] as number];
    const median = sums.median[group] as number;
    return {
      period: layout.periods[layout.period[group] as number] as string,
      side: isBySpeaker ? (latest?.side ?? null) : nameOf('side', counted.sides, group),
      speakerId: nameOf('speaker', counted.speakers, group),
      speaker: isBySpeaker ? (latest?.speaker ?? null) : null,
      role: isBySpeaker ? (latest?.role ?? null) : null,
      outlet: nameOf('outlet', counted.outlets, group),
      topic: nameOf('topic', counted.topics, group),
      statements: sums.statements[group] as number,
      speakers: speakers[group] as number,
      relevant: sums.relevant[group] as number,
      withoutHits: sums.withoutHits[group] as number,
      positive: sums.labels[0]?.[group] as number,
      neutral: sums.labels[1]?.[group] as number,
      negative: sums.labels[2]?.[group] as number,
      toneSum: BigInt(sums.tones[group] as number),
      toneSquares: sums.squares.of(group),
      toneMedianDoubled: Number.isNaN(median) ? null : BigInt(median),
      sentimentSum: BigInt(sums.sentiments[group] as number),
      articles: articles[group] as number,
      outlets: outlets[group] as number,
      firstSaid: saidOf(counted, sums.earliest[group] as number),
      lastSaid: saidOf(counted, layout.members.number[sums.latest[group] as number] as number),
      citedArticles: clusters.articles[group] as number,
      articleCounts: clusters.counts.of(group),
      articleProducts: clusters.products.of(group),
      articleSquares: clusters.squares.of(group),
      firstSide: sums.ofFirst[group] as number,
      secondSide: sums.ofSecond[group] as number,
      dated: sums.dated[group] as number,
      yearSum: sums.years[group] as number,
    };
  };
  return {
    size: layout.size,
    relevant: sums.relevant,
    period: layout.period,
    key: layout.keys[0] ?? new Int32Array(layout.size),
    periodName: (group) => layout.periods[layout.period[group] as number] as string,
    at,
    all: () => Array.from({ length: layout.size }, (_, group) => at(group)),
  };
}

function saidOf({ day, days }: Counted, number: number): string | null {
  return days[day[number - 1] as number]?.said ?? null;
}

/** Puts every statement into its groups, and the groups in order. */
function layOut(counted: Counted, { period, keys, first = 'keys' }: GroupChoice): Layout {
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
  const moved = ids.map((id) => placeIn(sorted, id));
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

/** The place of a value among others in their order; it is there. */
function placeIn(sorted: Float64Array, value: number): number {
  let [from, to] = [0, sorted.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] as number) < value) from = middle + 1;
    else to = middle;
  }
  return from;
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

function eachPair({ number, other }: Pairs, use: (number: number, other: number) => void): void {
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

/** Sums of the members of each group; `latest` is the row of the member that is the last dated statement, which tells the speaker's name, side and role. */
function sumMembers(counted: Counted, { members, size: groups }: Layout, sides: Sides) {
  const { size, tone, sentiment, flags, day, days, sideOf, sides: names } = counted;
  const counts = (): Int32Array => new Int32Array(groups);
  const [statements, relevant, withoutHits, dated] = [counts(), counts(), counts(), counts()];
  const labels = Array.from({ length: LABELS }, counts);
  const [ofFirst, ofSecond] = [counts(), counts()];
  const [firstSide, secondSide] = [names.indexOf(sides[0] ?? ''), names.indexOf(sides[1] ?? '')];
  const [tones, sentiments, years] = [new Float64Array(groups), new Float64Array(groups), new Float64Array(groups)];
  const squares = new ExactSums(groups);
  const earliest = counts();
  const [latest, lateness] = [counts(), counts()];
  const yearOf = days.map(({ year }) => (year === UNDATED ? Number.NaN : Number(year)));
  const dates = countDated(counted);
  for (let row = 0; row < members.number.length; row++) {
    const number = members.number[row] as number;
    const group = members.group[row] as number;
    const flag = flags[number - 1] as number;
    raise(statements, group);
    const label = labels[(flag & LABELS) - 1];
    if (label !== undefined) raise(label, group);
    if (earliest[group] === 0 || number < (earliest[group] as number)) earliest[group] = number;
    // What is dated is later than what is not, though its number is lower.
    const late = number <= dates ? number + size : number;
    if (late > (lateness[group] as number)) {
      lateness[group] = late;
      latest[group] = row;
    }
    const points = tone[number - 1] as number;
    if (points === NO_TONE) continue;
    raise(relevant, group);
    if ((flag & WITHOUT_HITS) !== 0) raise(withoutHits, group);
    add(tones, group, points);
    squares.add(group, points, points);
    add(sentiments, group, sentiment[number - 1] as number);
    const year = yearOf[day[number - 1] as number] as number;
    if (!Number.isNaN(year)) {
      raise(dated, group);
      add(years, group, year);
    }
    const side = sideOf[members.person[row] as number] as number;
    if (side === firstSide) raise(ofFirst, group);
    else if (side === secondSide) raise(ofSecond, group);
  }
  const median = doubledMedians(tone, members, relevant);
  return {
    statements,
    relevant,
    withoutHits,
    dated,
    labels,
    ofFirst,
    ofSecond,
    tones,
    sentiments,
    years,
    squares,
    earliest,
    latest,
    median,
  };
}

/** How many statements are dated: they come first. */
function countDated({ size, day, days }: Counted): number {
  const undated = days.findIndex(({ said }) => said === null);
  return undated < 0 ? size : day.indexOf(undated);
}

/** Twice the median tone of each group; NaN where nothing is relevant. */
function doubledMedians(tone: Int32Array, { number, group }: Members, relevant: Int32Array): Float64Array {
  const start = startsOf(relevant);
  const next = start.slice();
  const sorted = new Int32Array(start[relevant.length] as number);
  for (let row = 0; row < number.length; row++) {
    const points = tone[(number[row] as number) - 1] as number;
    if (points === NO_TONE) continue;
    const of = group[row] as number;
    sorted[next[of] as number] = points;
    raise(next, of);
  }
  return Float64Array.from(relevant, (count, of) => {
    const tones = sorted.subarray(start[of], start[of + 1]).sort();
    return count === 0 ? Number.NaN : (tones[(count - 1) >> 1] as number) + (tones[count >> 1] as number);
  });
}

/** Distinct speakers who are named, by group. */
function countSpeakers({ speakerOf, speakers }: Counted, { members, size }: Layout): Int32Array {
  const who = members.person.map((person) => speakerOf[person] as number);
  const distinct = new Int32Array(size);
  const last = new Int32Array(size).fill(-1);
  const rows = inOrder(who, speakers.length);
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] as number;
    const group = members.group[row] as number;
    if (last[group] === who[row]) continue;
    last[group] = who[row] as number;
    raise(distinct, group);
  }
  return distinct;
}

/** Groups of each statement: those of statement n stand from start[n] to start[n + 1]. */
interface ByNumber {
  readonly start: Int32Array;
  readonly group: Int32Array;
}

function groupsByNumber({ number, group }: Pick<Members, 'number' | 'group'>, size: number): ByNumber {
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

/** Relevant statements by the article that is cited for each: how many articles, and sums over the articles of count², count × tone sum, tone sum². */
function sumClusters({ tone, cited, outletOf }: Counted, { start, group }: ByNumber, groups: number) {
  const articles = new Int32Array(groups);
  const [counts, products, squares] = [new ExactSums(groups), new ExactSums(groups), new ExactSums(groups)];
  const last = new Int32Array(groups);
  const held = new Int32Array(groups);
  const tones = new Float64Array(groups);
  const close = (of: number): void => {
    const [count, sum] = [held[of] as number, tones[of] as number];
    counts.add(of, count, count);
    products.add(of, count, sum);
    squares.add(of, sum, sum);
  };
  const places = inOrder(cited, outletOf.length);
  for (let next = 0; next < places.length; next++) {
    const place = places[next] as number;
    const points = tone[place] as number;
    const rank = cited[place] as number;
    if (points === NO_TONE || rank === 0) continue;
    for (let at = start[place + 1] as number; at < (start[place + 2] as number); at++) {
      const of = group[at] as number;
      if (last[of] !== rank) {
        close(of);
        last[of] = rank;
        held[of] = 0;
        tones[of] = 0;
        raise(articles, of);
      }
      raise(held, of);
      add(tones, of, points);
    }
  }
  for (let of = 0; of < groups; of++) close(of);
  return { articles, counts, products, squares };
}

interface Printed {
  readonly byNumber: ByNumber;
  /** Of groups. */
  readonly size: number;
  /** The outlet of each group, where groups are those of outlets: only its own printings count. */
  readonly outlet: Int32Array | undefined;
  readonly of: 'article' | 'outlet';
}

/** Distinct articles that printed the statements of each group, or the outlets of these that are named. */
function countPrintings(counted: Counted, { byNumber, size, outlet, of }: Printed): Int32Array {
  const { outletOf, hasOutlet, printings } = counted;
  const distinct = new Int32Array(size);
  const last = new Int32Array(size).fill(-1);
  const { start, group } = byNumber;
  eachPair(of === 'outlet' ? byOutlet(counted) : printings, (number, rank) => {
    if (of === 'outlet' && hasOutlet[rank] === 0) return;
    const what = of === 'outlet' ? (outletOf[rank] as number) : rank;
    for (let at = start[number] as number; at < (start[number + 1] as number); at++) {
      const each = group[at] as number;
      if (last[each] === what || (outlet !== undefined && outlet[each] !== outletOf[rank])) continue;
      last[each] = what;
      raise(distinct, each);
    }
  });
  return distinct;
}

const sortedByOutlet = new WeakMap<Counted, Pairs>();

/** Printings in the order of their outlets. */
function byOutlet(counted: Counted): Pairs {
  const known = sortedByOutlet.get(counted);
  if (known !== undefined) return known;
  const { printings, outletOf, outlets } = counted;
  const of = printings.other.map((rank) => outletOf[rank] as number);
  const sorted = sortPairs(printings, inOrder(of, outlets.length));
  sortedByOutlet.set(counted, sorted);
  return sorted;
}
