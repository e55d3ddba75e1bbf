import { expect, test } from 'vitest';
import type { Group, Grouped } from '../../../src/core/model/groups.ts';
import type { TrendRow } from '../../../src/core/model/trends.ts';
import { summariseGroups } from '../../../src/stages/trends/summarise.ts';
import { groupOf } from './groups.ts';

const NOTHING = { year: [], side: [], sideMonth: [], sideWeek: [], outlet: [], topic: [], total: [] };

async function* oneByOne(groups: readonly Group[]) {
  for (const group of groups) yield [group];
}

async function* noStatements() {}

interface Speakers {
  readonly lines?: readonly Group[];
  readonly months?: readonly Group[];
}

function grouped(groups: Partial<Grouped['groups']>, terms: Grouped['terms'] = [], speakers: Speakers = {}): Grouped {
  const lists = {
    coverage: [],
    problems: [],
    arrivals: [],
    arrivedIn: null,
    newest: () => noStatements(),
    strongest: [],
    arrived: [],
    total: 0,
  };
  const { lines = [], months = [] } = speakers;
  const streams = { lines, leading: lines, speakerYears: () => oneByOne(lines), speakerMonths: () => oneByOne(months) };
  return { groups: { ...NOTHING, ...groups }, terms, ...lists, ...streams };
}

const year = (period: string, tones: readonly number[], rest: Partial<Group> = {}) => groupOf(tones, { period, ...rest });
const term = (name: string, period: string, value: number, statements = 1) => ({
  ...{ term: name, words: name, period, statements, hits: statements, shifted: 0 },
  ...{ valueSum: BigInt(value * 1e6), toneSum: 100_000n },
});

test('a change is against the calendar year before, never across a gap, and undated is no year', () => {
  const { rows } = summariseGroups(
    grouped({ year: [year('2015', [0.5, 0.4, 0.3]), year('2016', [0.1, 0, 0.2]), year('2018', [0.3]), year('undated', [-0.9])] }),
  );
  expect(rows.year.map((row) => row.change?.difference ?? null)).toEqual([null, expect.closeTo(-0.3, 12), null, null]);
});

test('a month is held against the same month of the year before', async () => {
  const of = (period: string, tone: number) => year(period, [tone], { speakerId: 'ada-bell' });
  const trends = summariseGroups(
    grouped({}, [], { months: [of('2017-03', 0.1), of('2018-02', 0.9), of('2018-03', 0.4), of('undated', 1)] }),
  );
  const rows: (readonly TrendRow[])[] = [];
  for await (const batch of trends.speakerMonths()) rows.push(batch);
  expect(rows.flat().map((row) => row.change?.difference ?? null)).toEqual([null, null, expect.closeTo(0.3, 12), null]);
});

test('a speaker who changed sides is still compared with the year before', async () => {
  const of = (period: string, side: string) => year(period, [0.2], { speakerId: 'ada-bell', side });
  const trends = summariseGroups(grouped({}, [], { lines: [of('2017', 'US'), of('2018', 'other')] }));
  const rows: (readonly TrendRow[])[] = [];
  for await (const batch of trends.speakerYears()) rows.push(batch);
  expect(rows.flat()[1]?.change?.difference).toBe(0);
});

test('a group without relevant statements has counts and nothing else', () => {
  const [row] = summariseGroups(grouped({ year: [year('2018', [], { statements: 4 })] })).rows.year;
  expect(row).toMatchObject({
    mean: null,
    median: null,
    deviation: null,
    interval: null,
    shrunk: null,
    net: null,
    logRatio: null,
    positive: null,
    change: null,
  });
});

test('a series of eight dated years has a slope, one of seven has none, and undated years do not help', () => {
  const years = (count: number) => Array.from({ length: count }, (_, i) => year(String(2000 + i), [0.5 - i / 20]));
  const [long] = summariseGroups(grouped({ year: [...years(8), year('undated', [0.1])] })).series;
  expect(long).toMatchObject({ kind: 'all', firstYear: 2000, lastYear: 2007, years: 8, relevant: 8 });
  expect(long?.movement?.slope).toBeCloseTo(-0.05, 9);
  expect(summariseGroups(grouped({ year: [...years(7), year('undated', [0.1])] })).series[0]?.movement).toBeNull();
});

test('the changes of all terms add up to the change of the mean raw score, though one of them vanished', () => {
  const years = [year('2017', [0.1, 0.2]), year('2018', [0.1, 0.2, 0.3, 0.1])];
  const terms = [term('talks', '2017', 4), term('talks', '2018', 2), term('threat', '2017', -3)];
  const rows = summariseGroups(grouped({ year: years }, terms)).terms.filter((row) => row.group.period === '2018');
  expect(rows.map((row) => [row.group.term, row.points, row.change])).toEqual([
    ['talks', 0.5, -1.5],
    ['threat', 0, 1.5],
  ]);
});
