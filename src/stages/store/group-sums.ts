/** The sums of groups: each is one walk over columns, in an order in which what is to be counted once comes together. */
import { type Counted, LABELS, NO_TONE, WITHOUT_HITS } from './counted.ts';
import { type ByNumber, byOutlet, eachPair, type Layout, type Members } from './group-layout.ts';
import { add, ExactSums, inOrder, raise, startsOf } from './whole-numbers.ts';

/** The two sides of the job. */
export type Sides = readonly string[];

const UNDATED = 'undated';

/** Sums of the members of each group; `latest` is the row of the member that is the last dated statement, which tells the speaker's name, side and role. */
export function sumMembers(counted: Counted, { members, size: groups }: Layout, sides: Sides) {
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
export function countSpeakers({ speakerOf, speakers }: Counted, { members, size }: Layout): Int32Array {
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

/** Relevant statements by the article that is cited for each: how many articles, and sums over the articles of count², count × tone sum, tone sum². */
export function sumClusters({ tone, cited, outletOf }: Counted, { start, group }: ByNumber, groups: number) {
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
export function countPrintings(counted: Counted, { byNumber, size, outlet, of }: Printed): Int32Array {
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
