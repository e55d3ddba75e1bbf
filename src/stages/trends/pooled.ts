/** Means over many groups, for comparing officials with experts and outlet with outlet. */
import type { Group } from '../../core/model/groups.ts';
import type { Pooled } from '../../core/model/trends.ts';
import { toneInterval } from './interval.ts';
import { groupMoments } from './moments.ts';

/** A group's place in the comparison: what it is pooled under. */
interface Key {
  readonly name: string;
  readonly side: string | null;
}

/**
 * Roles by side: the mean over all statements, with an interval clustered by speaker, since what one official says ten times is not ten officials.
 * `totals` has a group a speaker.
 */
export function poolRoles(totals: readonly Group[]): readonly Pooled[] {
  return pool(
    totals.map(asOneCluster),
    ({ role, side }) => ({ name: role ?? 'other', side: side ?? 'other' }),
    ({ citedArticles }) => citedArticles,
  );
}

/** Outlets over all years, with an interval clustered by article. An article whose statements fall into two years counts as two. */
export function poolOutlets(outletYears: readonly Group[]): readonly Pooled[] {
  const named = outletYears.filter(({ outlet }) => outlet !== null && outlet !== 'unknown');
  return pool(
    named,
    ({ outlet }) => ({ name: outlet ?? '', side: null }),
    () => null,
  );
}

/** The group as if all its statements stood in one article. */
function asOneCluster(group: Group): Group {
  const count = BigInt(group.relevant);
  return {
    ...group,
    citedArticles: group.relevant === 0 ? 0 : 1,
    articleCounts: count * count,
    articleProducts: count * group.toneSum,
    articleSquares: group.toneSum * group.toneSum,
  };
}

/** Most statements first, then by name and side. */
function pool(groups: readonly Group[], keyOf: (group: Group) => Key, speakersOf: (pooled: Group) => number | null): readonly Pooled[] {
  const sums = new Map<string, { readonly key: Key; readonly group: Group }>();
  for (const group of groups.filter(({ relevant }) => relevant > 0)) {
    const key = keyOf(group);
    const id = JSON.stringify([key.name, key.side]);
    const before = sums.get(id);
    sums.set(id, { key, group: before === undefined ? group : added(before.group, group) });
  }
  return [...sums.values()]
    .flatMap(({ key, group }) => {
      const moments = groupMoments(group);
      return moments === null
        ? []
        : [{ ...key, statements: group.relevant, speakers: speakersOf(group), mean: moments.mean, interval: toneInterval(moments) }];
    })
    .sort((a, b) => b.statements - a.statements || (a.name + a.side < b.name + b.side ? -1 : 1));
}

/** The sums that a mean and its error are made of, of both groups together. */
function added(a: Group, b: Group): Group {
  return {
    ...a,
    relevant: a.relevant + b.relevant,
    toneSum: a.toneSum + b.toneSum,
    toneSquares: a.toneSquares + b.toneSquares,
    citedArticles: a.citedArticles + b.citedArticles,
    articleCounts: a.articleCounts + b.articleCounts,
    articleProducts: a.articleProducts + b.articleProducts,
    articleSquares: a.articleSquares + b.articleSquares,
  };
}
