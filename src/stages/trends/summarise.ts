/** Groups → trend rows. The doorway of this room. */

import { groupBy } from '../../core/group-by.ts';
import type { Group, Grouped, Grouping } from '../../core/model/groups.ts';
import type { TrendRow, Trends } from '../../core/model/trends.ts';
import { describeGroups } from './describe.ts';
import { groupMoments, type Moments } from './moments.ts';
import { poolOutlets, poolRoles } from './pooled.ts';
import { findSeries } from './series.ts';
import { weighTerms } from './terms.ts';

/** All trend rows, series and terms of the grouped sums. */
export function summariseGroups(grouped: Grouped): Trends {
  const { groups } = grouped;
  const rows: Record<Grouping, readonly TrendRow[]> = {
    // A year is drawn toward all years, everything else toward its like in the same period.
    year: summariseAll(groups.year, (group) => (group.period === 'undated' ? 'undated' : 'dated')),
    side: summariseAll(groups.side, (group) => group.period),
    sideMonth: summariseAll(groups.sideMonth, (group) => group.period),
    sideWeek: summariseAll(groups.sideWeek, (group) => group.period),
    outlet: summariseAll(groups.outlet, (group) => group.period),
    topic: summariseAll(groups.topic, (group) => group.period),
    total: summariseAll(groups.total, (group) => group.period),
  };
  const lines = summariseAll(grouped.leading, (group) => group.period);
  return {
    rows,
    lines,
    speakerYears: () => summarisePeriods(grouped.speakerYears()),
    speakerMonths: () => summarisePeriods(grouped.speakerMonths()),
    series: findSeries(rows, grouped.lines),
    terms: weighTerms(grouped.terms, groups.year),
    roles: poolRoles(groups.total),
    outlets: poolOutlets(groups.outlet),
  };
}

/** Rows of groups that are not compared with each other. */
export function describeRows(groups: readonly Group[]): readonly TrendRow[] {
  return summariseAll(groups, (group) => group.period);
}

/** Rows in the order of the groups. */
function summariseAll(groups: readonly Group[], peers: (group: Group) => string): readonly TrendRow[] {
  const byKey = new Map(groups.map((group) => [keyInPeriod(group, group.period), groupMoments(group)]));
  const earlier = (group: Group) => byKey.get(keyInPeriod(group, yearBefore(group.period))) ?? null;
  const described = new Map<Group, TrendRow>();
  for (const members of groupBy(groups, peers).values()) for (const row of describeGroups(members, earlier)) described.set(row.group, row);
  return groups.flatMap((group) => described.get(group) ?? []);
}

/** Rows of speakers, one period at a time, periods in their order; only what the next twelve months are held against is kept. */
async function* summarisePeriods(batches: AsyncIterable<readonly Group[]>): AsyncIterable<readonly TrendRow[]> {
  const kept = new Map<string, ReadonlyMap<string, Moments | null>>();
  for await (const groups of batches) {
    const period = groups[0]?.period ?? '';
    const before = kept.get(yearBefore(period));
    yield describeGroups(groups, (group) => before?.get(group.speakerId ?? '') ?? null);
    kept.set(period, new Map(groups.map((group) => [group.speakerId ?? '', groupMoments(group)])));
    for (const old of kept.keys()) if (old < yearBefore(period)) kept.delete(old);
  }
}

function keyInPeriod({ side, speakerId, outlet, topic }: Group, period: string): string {
  return JSON.stringify([speakerId === null ? side : null, speakerId, outlet, topic, period]);
}

/** '2018' → '2017', '2018-03' → '2017-03', so that a month or week is held against the same one; '' for 'undated'. */
function yearBefore(period: string): string {
  const year = Number(period.slice(0, 4));
  return Number.isNaN(year) ? '' : String(year - 1).padStart(4, '0') + period.slice(4);
}
