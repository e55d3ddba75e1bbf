import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Counted, readCounted } from '../../../src/stages/store/counted.ts';
import type { GroupChoice } from '../../../src/stages/store/group-layout.ts';
import { groupStatements } from '../../../src/stages/store/grouping.ts';
import { prepareSums } from '../../../src/stages/store/groups.ts';
import { ExactSums } from '../../../src/stages/store/whole-numbers.ts';
import { holdStatements, type Said } from './relations.ts';

const SIDES = ['US', 'Russia'];

const CHOICES: readonly GroupChoice[] = [
  { period: 'all', keys: [] },
  { period: 'year', keys: [] },
  { period: 'month', keys: ['side'] },
  { period: 'week', keys: ['side'] },
  { period: 'year', keys: ['outlet'] },
  { period: 'year', keys: ['topic', 'side'] },
  { period: 'all', keys: ['speaker'] },
  { period: 'month', keys: ['speaker'] },
  { period: 'month', keys: ['speaker'], first: 'period' },
];

interface Voice {
  readonly id: string;
  readonly side: string;
}

/** A statement as it counts in one group. */
interface Member {
  readonly of: Said;
  readonly number: number;
  readonly voice: Voice;
  readonly outlet: string | null;
  readonly topic: string | null;
}

const ownVoice = ({ speaker, side }: Said): Voice =>
  speaker === null ? { id: '', side: 'unattributed' } : { id: (speaker ?? '').toLowerCase().replaceAll(' ', '-'), side: side ?? 'unknown' };
const jointVoices = ({ joint = [] }: Said): readonly Voice[] => joint.map(({ id, side }) => ({ id, side: side ?? 'unknown' }));
const articlesOf = ({ id, outlets = ['Riverside Post'], article }: Said) =>
  outlets.map((outlet, index) => ({ key: article ?? `${id}-${index}`, outlet }));
const smallest = (names: readonly string[]): string => [...names].sort()[0] ?? '';

function periodOf({ said }: Said, period: GroupChoice['period']): string | null {
  if (period === 'all') return 'all';
  if (said === null || said === undefined) return 'undated';
  if (period === 'year') return said.slice(0, 4);
  if (period === 'month') return said.length >= 7 ? said.slice(0, 7) : null;
  return said.length < 10 ? null : weekOf(said);
}

function weekOf(day: string): string {
  const thursday = new Date(`${day}T00:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 3 - ((thursday.getUTCDay() + 6) % 7));
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = 1 + Math.floor((thursday.getTime() - first) / (7 * 86_400_000));
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

/** The members of all groups, said once more in the plainest way. */
function membersOf(statements: readonly Said[], keys: GroupChoice['keys']): readonly Member[] {
  const order = [...statements].sort((a, b) => {
    const [x, y] = [a.said ?? '~', b.said ?? '~'];
    return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
  });
  return order.flatMap((of, index) => {
    const own = ownVoice(of);
    const others = jointVoices(of);
    const bySide = [...new Set(others.map(({ side }) => side))].filter((side) => side !== own.side);
    const voices = keys.includes('speaker')
      ? [own, ...others].filter(({ id }) => id !== '')
      : keys.includes('side')
        ? [own, ...bySide.map((side) => ({ side, id: smallest(others.filter((each) => each.side === side).map(({ id }) => id)) }))]
        : [own];
    const outlets = keys.includes('outlet') ? [...new Set(articlesOf(of).map(({ outlet }) => outlet ?? 'unknown'))] : [null];
    const topics = keys.includes('topic') ? (of.topics ?? []) : [null];
    return voices.flatMap((voice) =>
      outlets.flatMap((outlet) => topics.map((topic) => ({ of, number: index + 1, voice, outlet, topic: topic ?? null }))),
    );
  });
}

function sumPlainly(statements: readonly Said[], { period, keys, first = 'keys' }: GroupChoice) {
  const groups = new Map<string, Member[]>();
  const nameOf = (member: Member) => ({ side: member.voice.side, speaker: member.voice.id, outlet: member.outlet, topic: member.topic });
  for (const member of membersOf(statements, keys)) {
    const when = periodOf(member.of, period);
    if (when === null) continue;
    const names = keys.map((key) => nameOf(member)[key] ?? '');
    const key = JSON.stringify(first === 'keys' ? [...names, when] : [when, ...names]);
    groups.set(key, [...(groups.get(key) ?? []), member]);
  }
  const inOrder = [...groups].sort(([a], [b]) => compareLists(JSON.parse(a) as string[], JSON.parse(b) as string[]));
  return inOrder.map(([key, members]) => {
    const when = (JSON.parse(key) as string[])[first === 'keys' ? keys.length : 0];
    const millionths = (tone: number): bigint => BigInt(Math.round(tone * 1e6));
    const tones = members.flatMap(({ of }) => (typeof of.tone === 'number' ? [millionths(of.tone)] : []));
    const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
    const sorted = [...tones].sort((a, b) => (a < b ? -1 : 1));
    const middle = sorted.length / 2;
    const printed = members.flatMap(({ of, outlet }) =>
      articlesOf(of).filter((article) => outlet === null || (article.outlet ?? 'unknown') === outlet),
    );
    const clusters = new Map<string, bigint[]>();
    for (const { of } of members)
      if (typeof of.tone === 'number') {
        const cited = articlesOf(of)[0]?.key ?? '';
        clusters.set(cited, [...(clusters.get(cited) ?? []), millionths(of.tone)]);
      }
    const each = [...clusters.values()].map((values) => [BigInt(values.length), sum(values)] as const);
    const dated = members.filter(({ of }) => of.said !== null);
    return {
      period: when,
      statements: members.length,
      speakers: new Set(members.flatMap(({ voice }) => (voice.id === '' ? [] : [voice.id]))).size,
      relevant: tones.length,
      toneSum: sum(tones),
      toneSquares: sum(tones.map((tone) => tone * tone)),
      toneMedianDoubled: sorted.length === 0 ? null : (sorted[Math.ceil(middle) - 1] as bigint) + (sorted[Math.floor(middle)] as bigint),
      articles: new Set(printed.map((article) => article.key)).size,
      outlets: new Set(printed.flatMap(({ outlet }) => outlet ?? [])).size,
      firstSaid: dated[0]?.of.said ?? null,
      lastSaid: dated.at(-1)?.of.said ?? null,
      citedArticles: each.length,
      articleCounts: sum(each.map(([count]) => count * count)),
      articleProducts: sum(each.map(([count, tone]) => count * tone)),
      articleSquares: sum(each.map(([, tone]) => tone * tone)),
      firstSide: members.filter(({ of, voice }) => typeof of.tone === 'number' && voice.side === SIDES[0]).length,
      dated: dated.filter(({ of }) => typeof of.tone === 'number').length,
    };
  });
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  for (const [place, name] of a.entries()) if (name !== b[place]) return name < (b[place] ?? '') ? -1 : 1;
  return 0;
}

const PEOPLE = ['Ann Reed', 'Oleg Tarn', 'Érik Lund', 'ministers'];
const statement = fc.record({
  speaker: fc.option(fc.constantFrom(...PEOPLE)),
  side: fc.constantFrom('US', 'Russia', 'other'),
  said: fc.option(fc.constantFrom('2018', '2018-03', '2018-12-22', '2018-12-31', '2019-01-01', '2021-01-02', '2021')),
  tone: fc.option(fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 1e6)),
  outlets: fc.array(fc.option(fc.constantFrom('Hill Times', 'Riverside Post', 'unknown')), { minLength: 1, maxLength: 3 }),
  shared: fc.option(fc.constantFrom('one', 'two')),
  topics: fc.uniqueArray(fc.constantFrom('arms', 'trade', 'visas'), { maxLength: 2 }),
  joint: fc.uniqueArray(fc.constantFrom('max-holt', 'nina-veil', 'pavel-orr'), { maxLength: 3 }),
  jointSide: fc.constantFrom('US', 'Russia', null),
});

test('groups are what a plain count over the statements gives, in order, whatever was said by whom and printed where', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(statement, { maxLength: 25 }), async (drawn) => {
      const statements = drawn.map(({ shared, joint, jointSide, outlets, ...rest }, index): Said => {
        const named = rest.speaker === null ? [] : joint;
        // An article has one outlet, so statements that share one are printed there alone.
        return {
          ...rest,
          id: `s${String(index).padStart(3, '0')}`,
          joint: named.map((id, place) => ({ id, name: id, side: place === 0 ? jointSide : 'other', role: 'official' })),
          ...(shared === null ? { outlets } : { article: shared, outlets: ['Hill Times'] }),
        };
      });
      const database = await holdStatements(statements);
      await prepareSums(database);
      const counted = await readCounted(database);
      const years = [...statements.map((each) => periodOf(each, 'year') ?? '')].sort();
      const pieces: Counted[] = [];
      for (const year of new Set(years)) pieces.push(await readCounted(database, [years.indexOf(year) + 1, years.lastIndexOf(year) + 1]));
      database.close();
      for (const period of ['year', 'month'] as const) {
        const choice: GroupChoice = { period, keys: ['speaker'], first: 'period' };
        expect(pieces.flatMap((piece) => groupStatements(piece, choice, SIDES).all())).toEqual(
          groupStatements(counted, choice, SIDES).all(),
        );
      }
      for (const choice of CHOICES) {
        const expected = sumPlainly(statements, choice);
        const groups = groupStatements(counted, choice, SIDES).all();
        expect(groups).toHaveLength(expected.length);
        for (const [place, group] of groups.entries()) expect(group).toMatchObject(expected[place] ?? {});
      }
    }),
    { numRuns: 20 },
  );
});

test('a sum of products is exact beyond what floating point holds', () => {
  const sums = new ExactSums(2);
  let expected = 0n;
  for (const value of [9_007_199_254_740_991, 3_000_000_007, -4_000_000_013, 1, 9_007_199_254_740_881, -5]) {
    sums.add(1, value, value);
    sums.add(1, value, -3);
    expected += BigInt(value) * BigInt(value) + BigInt(value) * -3n;
  }
  expect(sums.of(1)).toBe(expected);
  expect(sums.of(0)).toBe(0n);
});
