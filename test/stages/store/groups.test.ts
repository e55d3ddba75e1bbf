import { expect, test } from 'vitest';
import type { Group } from '../../../src/core/model/groups.ts';
import { prepareGroups, readGroups } from '../../../src/stages/store/groups.ts';
import { holdStatements, type Said } from './relations.ts';

const OPTIONS = { sides: ['US', 'Russia'], newest: 10, strongest: 2, arrived: 2 };

const STATEMENTS: readonly Said[] = [
  { id: 'a', tone: 0.5, outlets: ['Riverside Post', 'Hill Times'], hits: [{ term: 'talks', span: [8, 13], value: 1.5 }] },
  { id: 'b', tone: -0.25, said: '2018-03', hits: [{ term: 'talks', span: [8, 13], value: -1.5, shifts: [{ kind: 'negation' }] }] },
  { id: 'c', tone: null, said: '2018' },
  { id: 'd', tone: 0.1, said: '2019-01-05', speaker: 'Oleg Tarn', side: 'Russia', outlets: [null], added: '2026-01-02T000000Z' },
  { id: 'e', tone: -0.7, said: null, speaker: null },
];

async function collect<T>(batches: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}

async function grouped(statements = STATEMENTS) {
  const database = await holdStatements(statements, ['news/broken.txt']);
  await prepareGroups(database);
  const { speakerYears, speakerMonths, newest: readNewest, ...result } = await readGroups(database, OPTIONS);
  const newest = await collect(readNewest());
  const [years, months] = [await collect(speakerYears()), await collect(speakerMonths())];
  database.close();
  return { ...result, newest, years, months };
}

const named = (groups: readonly Group[], key: (group: Group) => string | null) =>
  groups.map((group) => [key(group), group.period, group.statements]);

test('a year sums its distinct statements in millionths, and counts irrelevant ones without a tone', async () => {
  const [first] = (await grouped()).groups.year;
  expect(first).toMatchObject({
    period: '2018',
    statements: 3,
    speakers: 1,
    relevant: 2,
    positive: 1,
    negative: 1,
    toneSum: 250_000n,
    toneSquares: 312_500_000_000n,
    toneMedianDoubled: 250_000n,
    firstSaid: '2018',
    lastSaid: '2018-12-22',
  });
});

test('a statement that two outlets carry is one observation and two of reach', async () => {
  const { groups } = await grouped();
  expect(groups.year[0]).toMatchObject({ statements: 3, articles: 4, outlets: 2 });
  expect(named(groups.outlet, (group) => group.outlet)).toEqual([
    ['Hill Times', '2018', 1],
    ['Riverside Post', '2018', 3],
    ['Riverside Post', 'undated', 1],
    ['unknown', '2019', 1],
  ]);
});

test('tones are summed within the article that is cited for each statement, and sides and years are counted', async () => {
  const shared = (id: string, tone: number | null, article: string, side: string) => ({
    ...{ id, tone, article, side },
    speaker: 'Ada Bell',
    said: '2018-05-01',
  });
  const { groups } = await grouped([
    shared('a', 0.5, 'one', 'US'),
    shared('b', 0.25, 'one', 'US'),
    shared('c', -0.5, 'two', 'Russia'),
    shared('d', null, 'three', 'Russia'),
  ]);
  expect(groups.year[0]).toMatchObject({
    ...{ relevant: 3, citedArticles: 2, articleCounts: 5n, articleProducts: 2n * 750_000n - 500_000n },
    ...{ articleSquares: 750_000n ** 2n + 500_000n ** 2n, firstSide: 2, secondSide: 1, dated: 3, yearSum: 3 * 2018 },
  });
});

test('undated statements stand in a row of their own, unattributed ones on a side of their own and under no speaker', async () => {
  const { groups } = await grouped();
  expect(named(groups.year, () => null).at(-1)).toEqual([null, 'undated', 1]);
  expect(named(groups.side, (group) => group.side)).toContainEqual(['unattributed', 'undated', 1]);
  expect(named(groups.total, (group) => group.speaker)).toEqual([
    ['Ada Bell', 'all', 3],
    ['Oleg Tarn', 'all', 1],
  ]);
});

test('a statement known only by its year is in no month', async () => {
  expect(named((await grouped()).months, (group) => group.speakerId)).toEqual([
    ['ada-bell', '2018-03', 1],
    ['ada-bell', '2018-12', 1],
    ['oleg-tarn', '2019-01', 1],
  ]);
});

test('speaker years come year by year, and the lines hold the same of those who have most statements', async () => {
  const { years, lines, leading } = await grouped();
  expect(named(years, (group) => group.speaker)).toEqual([
    ['Ada Bell', '2018', 3],
    ['Oleg Tarn', '2019', 1],
  ]);
  expect(leading).toEqual(years);
  expect(lines).toEqual([
    { speakerId: 'ada-bell', speaker: 'Ada Bell', period: '2018', relevant: 2, toneSum: 250_000n },
    { speakerId: 'oleg-tarn', speaker: 'Oleg Tarn', period: '2019', relevant: 1, toneSum: 100_000n },
  ]);
});

test('a term counts its statements, hits, and those that a modifier changed', async () => {
  expect((await grouped()).terms).toEqual([
    { term: 'talks', words: 'talks', period: '2018', statements: 2, hits: 2, shifted: 1, valueSum: 0n, toneSum: 250_000n },
  ]);
});

test('coverage counts articles, printings and what was set aside', async () => {
  const { coverage } = await grouped();
  expect(coverage).toContainEqual({
    period: '2018-12-22',
    outlet: 'Hill Times',
    articles: 1,
    statements: 1,
    undated: 0,
    unattributed: 0,
    setAside: 0,
  });
  expect(coverage).toContainEqual({
    period: 'undated',
    outlet: 'Riverside Post',
    articles: 1,
    statements: 1,
    undated: 1,
    unattributed: 1,
    setAside: 0,
  });
  expect(coverage).toContainEqual({
    period: 'undated',
    outlet: 'unknown',
    articles: 0,
    statements: 0,
    undated: 0,
    unattributed: 0,
    setAside: 1,
  });
});

test('what the last run brought is told by year, with the sums before and after', async () => {
  const { arrivals, arrivedIn } = await grouped();
  expect(arrivedIn).toBe('2026-01-02T000000Z');
  expect(arrivals.map((row) => [row.period, row.articles, row.statements, row.relevantBefore, row.relevantAfter])).toEqual([
    ['2019', 0, 1, 0, 1],
    ['all', 1, 1, 3, 4],
  ]);
});

test('statements come in the order of the day they were said, undated last, each with its first appearance', async () => {
  const database = await holdStatements(STATEMENTS);
  await prepareGroups(database);
  const rows = await database.all('SELECT id, path, hits, about, terms FROM published');
  database.close();
  expect(rows.map((row) => row.id)).toEqual(['c', 'b', 'a', 'd', 'e']);
  expect(rows[2]).toMatchObject({ path: 'news/a-0.txt', hits: 1, about: 'relation', terms: 'talks [talks] +1.50' });
});

test('the order in which statements were stored changes nothing', async () => {
  const forward = await grouped();
  expect(await grouped([...STATEMENTS].reverse())).toEqual(forward);
});

test('an empty store has no groups and nothing to say', async () => {
  const empty = await grouped([]);
  expect(empty.groups.year).toEqual([]);
  expect(empty).toMatchObject({ total: 0, newest: [], strongest: [], arrivedIn: null });
});

test('a statement counts in every topic that it speaks of, by side, and in none where it has none', async () => {
  const { groups } = await grouped([
    { id: 'a', tone: 0.5, topics: ['sanctions', 'ukraine'] },
    { id: 'b', tone: -0.5, topics: ['ukraine'] },
    { id: 'c', tone: 0.3, topics: ['ukraine'], speaker: 'Oleg Tarn', side: 'Russia' },
    { id: 'd', tone: 0.9 },
    { id: 'e', tone: null, topics: ['space'], said: null, speaker: null },
  ]);
  const shown = groups.topic.map(({ topic, side, period, statements, relevant, toneSum }) => [
    topic,
    side,
    period,
    statements,
    relevant,
    toneSum,
  ]);
  expect(shown).toEqual([
    ['sanctions', 'US', '2018', 1, 1, 500_000n],
    ['space', 'unattributed', 'undated', 1, 0, 0n],
    ['ukraine', 'Russia', '2018', 1, 1, 300_000n],
    ['ukraine', 'US', '2018', 2, 2, 0n],
  ]);
  expect(groups.year.map(({ statements }) => statements)).toEqual([4, 1]);
});

test('a relevant statement in which no row weighs is counted as such', async () => {
  const { groups } = await grouped([
    { id: 'a', tone: 0.5, hits: [{ term: 'talks', span: [8, 13], value: 1.5 }] },
    { id: 'b', tone: 0, hits: [{ term: 'talks', span: [8, 13], value: 0 }] },
    { id: 'c', tone: 0 },
    { id: 'd', tone: null },
  ]);
  expect(groups.year).toMatchObject([{ statements: 4, relevant: 3, withoutHits: 2 }]);
});

test('a row of the lexicon is shown with the words that it matched most often, the first by code point where two are as frequent', async () => {
  const hit = (words: string) => ({ term: 'talks', words, span: [0, 5] as const, value: 1 });
  const { terms } = await grouped([
    { id: 'a', tone: 0.5, hits: [hit('talks'), hit('talk')] },
    { id: 'b', tone: 0.5, hits: [hit('talk'), hit('talks')] },
    { id: 'c', tone: 0.5, said: '2019-01-01', hits: [hit('talk'), hit('talking'), hit('talking')] },
  ]);
  expect(terms.map(({ period, words, statements, hits }) => [period, words, statements, hits])).toEqual([
    ['2018', 'talk', 2, 4],
    ['2019', 'talking', 1, 3],
  ]);
});

test('what two said together counts for each of them and once for each side', async () => {
  const joint = [{ id: 'oleg-tarn', name: 'Oleg Tarn', side: 'Russia', role: 'official' }];
  const { groups, years } = await grouped([
    { id: 'a', tone: 0.5, joint },
    { id: 'b', tone: 0.5, said: '2018-03-01' },
  ]);
  expect(named(groups.year, (group) => group.side)).toEqual([[null, '2018', 2]]);
  expect(named(groups.side, (group) => group.side)).toEqual([
    ['Russia', '2018', 1],
    ['US', '2018', 2],
  ]);
  expect(years.map(({ speakerId, speaker, side, statements }) => [speakerId, speaker, side, statements])).toEqual([
    ['ada-bell', 'Ada Bell', 'US', 2],
    ['oleg-tarn', 'Oleg Tarn', 'Russia', 1],
  ]);
});

test('the weeks of a side are those of ISO 8601; what is known by its month or year alone is in none', async () => {
  const said = (id: string, day: string | null): Said => ({ id, tone: 0.5, said: day, speaker: 'Ada Bell', side: 'US' });
  const { groups } = await grouped([
    said('a', '2018-12-31'),
    said('b', '2019-01-06'),
    said('c', '2021-01-03'),
    said('d', '2018-12'),
    said('e', null),
  ]);
  expect(named(groups.sideWeek, (group) => group.side)).toEqual([
    ['US', '2019-W01', 2],
    ['US', '2020-W53', 1],
    ['US', 'undated', 1],
  ]);
  expect(named(groups.sideMonth, (group) => group.side)).toEqual([
    ['US', '2018-12', 2],
    ['US', '2019-01', 1],
    ['US', '2021-01', 1],
    ['US', 'undated', 1],
  ]);
});
