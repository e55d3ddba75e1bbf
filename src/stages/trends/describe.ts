/** Every statistic of a group. */
import type { Group } from '../../core/model/groups.ts';
import type { TrendRow } from '../../core/model/trends.ts';
import { meanChange, toneInterval, wilsonShare } from './interval.ts';
import { groupMedian, groupMoments, groupSentiment, type Moments } from './moments.ts';
import { logRatio, netTone } from './net-tone.ts';
import { shrinkMeans } from './shrink.ts';

/** Rows of groups that are peers: their means are drawn toward each other's. `earlier` finds what a group is compared with. */
export function describeGroups(peers: readonly Group[], earlier: (group: Group) => Moments | null): readonly TrendRow[] {
  const measured = peers.map((group) => ({ group, moments: groupMoments(group) }));
  const shrunk = shrinkMeans(measured.flatMap(({ moments }) => moments ?? []));
  let next = 0;
  return measured.map(({ group, moments }) => {
    const before = moments && earlier(group);
    return {
      ...describeGroup(group, moments),
      shrunk: moments === null ? null : (shrunk[next++] ?? null),
      change: before && moments && meanChange(before, moments),
      corrected: null,
    };
  });
}

function describeGroup(group: Group, moments: Moments | null): Omit<TrendRow, 'shrunk' | 'change' | 'corrected'> {
  const { relevant, positive, neutral, negative } = group;
  return {
    group,
    mean: moments?.mean ?? null,
    median: groupMedian(group),
    deviation: moments?.deviation ?? null,
    interval: moments && toneInterval(moments),
    squaredError: moments?.squaredError ?? null,
    positive: wilsonShare(positive, relevant),
    neutral: wilsonShare(neutral, relevant),
    negative: wilsonShare(negative, relevant),
    net: netTone(positive, negative, relevant),
    logRatio: relevant === 0 ? null : logRatio(positive, negative),
    sentiment: groupSentiment(group),
  };
}
