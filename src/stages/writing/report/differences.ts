/** What a run was made with that the run before was not: lexicons and versions. */
import { thousands } from '../../../core/counted.ts';
import type { RunBefore, RunFacts } from '../facts.ts';

type Lexicon = RunFacts['lexicons'][number];

/** Differences that are told one by one. */
const MOST_TOLD = 6;

/** "tone.csv changed (1,500 to 1,503 rows)", "detente 0.1.0 is now 0.2.0"; a file that lies in another folder as it was is no difference. */
export function differences(
  before: Pick<RunBefore, 'versions' | 'lexicons'>,
  now: Pick<RunFacts, 'versions' | 'lexicons'>,
): readonly string[] {
  const earlier = pairByName(before.lexicons, now.lexicons);
  const lexicons = now.lexicons.flatMap((lexicon) => {
    const was = earlier.get(lexicon);
    if (was === undefined) return [`${lexicon.path} is new`];
    return was.sha256 === lexicon.sha256 ? [] : [`${lexicon.path} changed (${thousands(was.rows)} to ${thousands(lexicon.rows)} rows)`];
  });
  const paired = new Set(earlier.values());
  const gone = before.lexicons.filter((lexicon) => !paired.has(lexicon)).map(({ path }) => `${path} is gone`);
  const versions = Object.entries(now.versions).flatMap(([name, version]) => {
    const was = before.versions[name];
    return was === version ? [] : [was === undefined ? `${name} ${version} is new` : `${name} ${was} is now ${version}`];
  });
  return [...versions, ...lexicons, ...gone];
}

/** Differences in one line; of many the first ones, and how many there are besides. */
export function listDifferences(all: readonly string[]): string {
  const rest = all.length - MOST_TOLD;
  return rest <= 1 ? all.join('; ') : `${all.slice(0, MOST_TOLD).join('; ')}; and ${thousands(rest)} more`;
}

/** Each lexicon with what it was before: the file of that path, else the one file of that name and folder, or of that name, which is at its old place no more. */
function pairByName(before: readonly Lexicon[], now: readonly Lexicon[]): ReadonlyMap<Lexicon, Lexicon> {
  const pairs = new Map<Lexicon, Lexicon>();
  const left = new Set(before);
  for (const parts of [Number.POSITIVE_INFINITY, 2, 1]) {
    const nameOf = ({ path }: Lexicon): string => path.split('/').slice(-parts).join('/');
    const open = now.filter((lexicon) => !pairs.has(lexicon));
    for (const lexicon of open) {
      const isName = (other: Lexicon): boolean => nameOf(other) === nameOf(lexicon);
      const [was, second] = [...left].filter(isName);
      if (was === undefined || second !== undefined || open.filter(isName).length > 1) continue;
      pairs.set(lexicon, was);
      left.delete(was);
    }
  }
  return pairs;
}
