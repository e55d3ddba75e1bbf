/** Groups → trend rows. The doorway of this room. */
import type { Group, Grouped, Grouping, TrendRow, Trends } from '../model.ts';
import { logRatio, netTone } from './balance.ts';
import { gatherBy } from './gather.ts';
import { meanChange, toneInterval, wilsonShare } from './interval.ts';
import { groupMedian, groupMoments, groupSentiment, type Moments } from './moments.ts';
import { findSeries } from './series.ts';
import { shrinkMeans } from './shrink.ts';
import { weighTerms } from './terms.ts';

const GROUPINGS: readonly Grouping[] = ['year', 'side', 'speaker', 'month', 'outlet', 'total'];

/** Which groups a group's mean is drawn toward: those of the same period, but a year toward all years. */
const PEERS: Readonly<Record<Grouping, (group: Group) => string>> = {
  year: (group) => (isDated(group) ? 'dated' : 'undated'),
  side: (group) => group.period,
  speaker: (group) => group.period,
  month: (group) => group.period,
  outlet: (group) => group.period,
  total: (group) => group.period,
};

/** All trend rows, series and terms of the grouped sums. */
export function summariseGroups(grouped: Grouped): Trends {
  const rows = Object.fromEntries(GROUPINGS.map((grouping) => [grouping, summariseGrouping(grouped.groups[grouping], grouping)]));
  const trends = rows as Record<Grouping, readonly TrendRow[]>;
  return { rows: trends, series: findSeries(trends), terms: weighTerms(grouped.terms, grouped.groups.year) };
}

/** False for 'undated'. */
export function isDated(group: Group): boolean {
  return group.period !== 'undated';
}

function summariseGrouping(groups: readonly Group[], grouping: Grouping): readonly TrendRow[] {
  const shrunk = shrinkGrouping(groups, grouping);
  const byKey = new Map(groups.map((group) => [groupKey(group, group.period), group]));
  return groups.map((group) => {
    const moments = groupMoments(group);
    const earlier = byKey.get(groupKey(group, yearBefore(group.period)));
    const earlierMoments = earlier === undefined ? null : groupMoments(earlier);
    return {
      ...describeGroup(group, moments),
      shrunk: shrunk.get(group) ?? null,
      change: earlierMoments && moments && meanChange(earlierMoments, moments),
    };
  });
}

function describeGroup(group: Group, moments: Moments | null): Omit<TrendRow, 'shrunk' | 'change'> {
  const { relevant, positive, neutral, negative } = group;
  return {
    group,
    mean: moments?.mean ?? null,
    median: groupMedian(group),
    deviation: moments?.deviation ?? null,
    interval: moments && toneInterval(moments),
    positive: wilsonShare(positive, relevant),
    neutral: wilsonShare(neutral, relevant),
    negative: wilsonShare(negative, relevant),
    net: netTone(positive, negative, relevant),
    logRatio: relevant === 0 ? null : logRatio(positive, negative),
    sentiment: groupSentiment(group),
  };
}

function shrinkGrouping(groups: readonly Group[], grouping: Grouping): ReadonlyMap<Group, number | null> {
  const peers = gatherBy(groups, PEERS[grouping]);
  const shrunk = new Map<Group, number | null>();
  for (const members of peers.values()) {
    const measured = members.flatMap((group) => {
      const moments = groupMoments(group);
      return moments === null ? [] : [{ group, moments }];
    });
    const means = shrinkMeans(measured.map(({ moments }) => moments));
    for (const [i, { group }] of measured.entries()) shrunk.set(group, means[i] ?? null);
  }
  return shrunk;
}

function groupKey({ side, speakerId, outlet }: Group, period: string): string {
  return JSON.stringify([speakerId === null ? side : null, speakerId, outlet, period]);
}

/** '2018' → '2017', '2018-03' → '2017-03', so that a month is held against the same month. */
function yearBefore(period: string): string {
  const year = Number(period.slice(0, 4));
  return Number.isNaN(year) ? '' : String(year - 1).padStart(4, '0') + period.slice(4);
}
