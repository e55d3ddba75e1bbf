import { expect, test } from 'vitest';
import type { Group } from '../../../src/core/model/groups.ts';
import type { CodedStatement, PlacedStatement, Trends } from '../../../src/core/model/trends.ts';
import { describeMovement } from '../../../src/stages/trends/series.ts';
import { summariseGroups } from '../../../src/stages/trends/summarise.ts';
import { type CodedPlace, correctTrends } from '../../../src/stages/validation/correct.ts';
import { groupOf } from '../trends/groups.ts';

const SIDES = ['US', 'Russia'];
const YEARS = Array.from({ length: 9 }, (_, i) => String(2010 + i));

/** Each year has forty statements of either side; detente's tone is the coders' less a tenth for the US, plus a tenth for Russia. */
const places = YEARS.flatMap((year) =>
  SIDES.flatMap((side) =>
    Array.from({ length: 40 }, (_, i): PlacedStatement => {
      const coded = ((i % 5) - 2) / 2;
      const article = Number(year) * 100 + i + (side === 'US' ? 0 : 50);
      const tone = Math.round((coded * 0.8 + (side === 'US' ? -0.1 : 0.1)) * 1e6);
      const rest = {
        speakerId: `${side}-${i % 2}`,
        year,
        month: `${year}-03`,
        week: `${year}-W11`,
        outlets: ['Riverside Post'],
        topics: [],
        article,
        text: 'Words.',
        ...{ speaker: null, said: year, label: null, kind: 'direct', outlet: 'Riverside Post' },
      };
      return { id: `${year}-${side}-${i}`, side, tone, ...rest };
    }),
  ),
);
const codeOf = (place: PlacedStatement) => ((Number(place.id.split('-')[2]) % 5) - 2) / 2;
const codedAs = (place: PlacedStatement, rest: Partial<CodedStatement> = {}): CodedPlace => {
  const tone = codeOf(place);
  return { place, coded: { id: place.id, probability: 0.25, relevant: 1, tone, attributed: 1, attributedTone: tone, ...rest } };
};
const every = (step: number) => places.filter((_, i) => i % step === 0);

const groupsBy = (key: (place: PlacedStatement) => string, rest: (place: PlacedStatement) => Partial<Group>): readonly Group[] =>
  [...new Set(places.map(key))].map((name) => {
    const own = places.filter((place) => key(place) === name);
    const year = Number(own[0]?.year);
    const of = (name: string) => own.filter(({ side }) => side === name).length;
    return groupOf(
      own.map(({ tone }) => (tone ?? 0) / 1e6),
      { firstSide: of('US'), secondSide: of('Russia'), yearSum: year * own.length, ...rest(own[0] as PlacedStatement) },
    );
  });

async function* noRows() {}

function trends(): Trends {
  const groups = {
    year: groupsBy(
      ({ year }) => year,
      ({ year }) => ({ period: year }),
    ),
    side: groupsBy(
      ({ year, side }) => `${side} ${year}`,
      ({ year, side }) => ({ period: year, side }),
    ),
    sideMonth: groupsBy(
      ({ month, side }) => `${side} ${month}`,
      ({ month, side }) => ({ period: month ?? '', side }),
    ),
    sideWeek: groupsBy(
      ({ week, side }) => `${side} ${week}`,
      ({ week, side }) => ({ period: week ?? '', side }),
    ),
    outlet: [],
    topic: [],
    total: [],
  };
  const lists = {
    terms: [],
    coverage: [],
    problems: [],
    arrivals: [],
    arrivedIn: null,
    newest: noRows,
    strongest: [],
    arrived: [],
    total: 0,
  };
  return summariseGroups({ groups, lines: [], leading: [], speakerYears: noRows, speakerMonths: noRows, ...lists });
}

const correct = (statements: readonly CodedPlace[]) => correctTrends(trends(), { statements, sides: SIDES, describeMovement });

test('the months and weeks of a side are corrected by what is coded of them, as its years are', () => {
  const { rows } = correct(every(3).map((place) => codedAs(place)));
  const codedOf = (list: Trends['rows']['side']) => list.map(({ corrected }) => corrected?.coded ?? 0);
  expect(codedOf(rows.sideMonth)).toEqual(codedOf(rows.side));
  expect(codedOf(rows.sideWeek)).toEqual(codedOf(rows.side));
  expect(Math.min(...codedOf(rows.sideWeek))).toBeGreaterThan(0);
});

test('each side is put right in its own direction, and the years stay where the two errors cancel', () => {
  const { rows } = correct(every(3).map((place) => codedAs(place)));
  for (const { group, mean, corrected } of rows.side) {
    expect(mean).toBeCloseTo(group.side === 'US' ? -0.1 : 0.1, 6);
    expect(corrected?.mean).toBeCloseTo(0, 1);
  }
  for (const row of rows.year) expect(row.corrected?.mean).toBeCloseTo(0, 1);
});

test('a statement that is no statement of this speaker counts for the year but not for the side', () => {
  const coded = every(3).map((place, i) => codedAs(place, i % 2 === 0 ? {} : { attributed: 0, attributedTone: 0 }));
  const { rows } = correct(coded);
  expect(rows.year[0]?.corrected?.coded).toBeGreaterThan(20);
  expect(rows.side.every(({ corrected }) => corrected !== null)).toBe(true);
});

test('the order in which codes come does not change a digit', () => {
  const coded = every(3).map((place) => codedAs(place));
  const rowsOf = (statements: readonly CodedPlace[]) => correct(statements).rows;
  expect(rowsOf(coded)).toEqual(rowsOf(coded.toReversed()));
});

test('series move by their corrected means as well, where eight years or more are corrected', () => {
  const { series } = correct(every(3).map((place) => codedAs(place)));
  expect(series.find(({ kind }) => kind === 'all')?.correctedMovement?.slope).toBeCloseTo(0, 2);
  const short = correct(places.filter(({ year }, i) => year < '2015' && i % 3 === 0).map((place) => codedAs(place)));
  expect(short.series.every(({ correctedMovement }) => correctedMovement === null)).toBe(true);
});

test('without coded statements nothing is corrected and nothing else changes', () => {
  expect(correct([]).rows).toEqual(trends().rows);
});
