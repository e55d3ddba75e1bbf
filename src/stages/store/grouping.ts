/**
 * The sums behind every trend table: over distinct statements, with the reach of the same group. They are made from columns of whole numbers (counted.ts) in
 * few walks, each in an order in which what is to be counted once comes together: the database sorts or hashes every row anew for every count.
 */
import type { Group } from '../../core/model/groups.ts';
import type { Counted } from './counted.ts';
import { type GroupChoice, groupsByNumber, type Key, layOut } from './group-layout.ts';
import { countPrintings, countSpeakers, type Sides, sumClusters, sumMembers } from './group-sums.ts';

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
