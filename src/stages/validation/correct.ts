/** Trend rows and series with what coded statements correct in them. The doorway of this room for a night. */
import { groupBy } from '../../core/group-by.ts';
import type { Group, Grouping } from '../../core/model/groups.ts';
import type { CodedStatement, Movement, PlacedStatement, Series, TrendRow, Trends } from '../../core/model/trends.ts';
import { type Spread, spreadOf } from './between.ts';
import { correctRow, distanceFrom } from './correct-row.ts';
import { fitModel, type Model } from './model.ts';
import { type Frame, type Observation, weightedMean } from './observation.ts';

/** A coded statement with its place in the tables. */
export interface CodedPlace {
  readonly coded: CodedStatement;
  readonly place: PlacedStatement;
}

/** What a correction is made from. */
export interface Correction {
  readonly statements: readonly CodedPlace[];
  /** The two sides of the job. */
  readonly sides: readonly string[];
  /** How yearly means move, as the trends room measures it; null where there are too few. */
  readonly describeMovement: (points: readonly { readonly year: number; readonly value: number }[]) => Movement | null;
}

/** Rows of one table that coded statements belong to. */
type Keys = (place: PlacedStatement) => readonly string[];

/** Corrects the rows of one table. */
type RowCorrector = (row: TrendRow) => TrendRow;

/** The trends with corrected means wherever a row has coded statements. Streams stay streams; a row without coded statements costs a look into a map. */
export function correctTrends(trends: Trends, given: Correction): Trends {
  // In the order of ids, so that sums do not depend on the order in which codes come.
  const correction = { ...given, statements: given.statements.toSorted((a, b) => (a.coded.id < b.coded.id ? -1 : 1)) };
  const { year, side, sideMonth, sideWeek, outlet, topic, total, speakerYear, speakerMonth } = rowCorrectors(correction);
  const rows: Record<Grouping, readonly TrendRow[]> = {
    year: trends.rows.year.map(year),
    side: trends.rows.side.map(side),
    sideMonth: trends.rows.sideMonth.map(sideMonth),
    sideWeek: trends.rows.sideWeek.map(sideWeek),
    outlet: trends.rows.outlet.map(outlet),
    topic: trends.rows.topic.map(topic),
    total: trends.rows.total.map(total),
  };
  const lines = trends.lines.map(speakerYear);
  const movement = movementsOf({ ...rows, lines }, correction);
  return {
    ...trends,
    rows,
    lines,
    speakerYears: () => correctBatches(trends.speakerYears(), speakerYear),
    speakerMonths: () => correctBatches(trends.speakerMonths(), speakerMonth),
    series: trends.series.map((series) => ({ ...series, correctedMovement: movement(series) })),
  };
}

/** The yearly rows of all statements and of each side, with corrected means wherever a row has coded statements. */
export function correctYears(
  rows: { readonly year: readonly TrendRow[]; readonly side: readonly TrendRow[] },
  correction: Correction,
): typeof rows {
  const { year, side } = rowCorrectors(correction);
  return { year: rows.year.map(year), side: rows.side.map(side) };
}

/** One for each table. Where too little is coded for a model they give rows back as they are. */
function rowCorrectors(correction: Correction) {
  const any = (keys: Keys) => tableOf(correction, keys, false);
  const own = (keys: Keys) => tableOf(correction, keys, true);
  const speaker = (place: PlacedStatement, period: string | null): readonly string[] =>
    place.speakerId === null || period === null ? [] : [keyOf(place.speakerId, period)];
  return {
    year: any((place) => [keyOf('', place.year)]),
    side: own((place) => [keyOf(place.side, place.year)]),
    sideMonth: own((place) => (place.month === null ? [] : [keyOf(place.side, place.month)])),
    sideWeek: own((place) => (place.week === null ? [] : [keyOf(place.side, place.week)])),
    outlet: any((place) => place.outlets.map((outlet) => keyOf(outlet, place.year))),
    topic: own((place) => place.topics.map((topic) => keyOf(topicOfSide(topic, place.side), place.year))),
    total: own((place) => speaker(place, 'all')),
    speakerYear: own((place) => speaker(place, place.year)),
    speakerMonth: own((place) => speaker(place, place.month)),
  };
}

/** Corrects rows of one table. Where rows are about a speaker or a side (`isOwn`), a statement of another speaker does not count. */
function tableOf(correction: Correction, keys: Keys, isOwn: boolean): RowCorrector {
  const all = correction.statements.map((statement) => observe(statement, correction.sides, isOwn));
  const model = fitModel(all);
  if (model === null) return (row) => row;
  const members = membersOf(correction.statements, all, keys);
  const spread = spreadOfRows([...members.values()], model);
  return (row) => {
    const own = members.get(keyOfGroup(row.group));
    return own === undefined ? row : { ...row, corrected: correctRow(frameOf(row), own, { model, spread }) };
  };
}

function membersOf(
  statements: readonly CodedPlace[],
  all: readonly Observation[],
  keys: Keys,
): ReadonlyMap<string, readonly Observation[]> {
  const pairs = statements.flatMap(({ place }, i) => keys(place).map((key) => ({ key, item: all[i] as Observation })));
  return new Map([...groupBy(pairs, ({ key }) => key)].map(([key, list]) => [key, list.map(({ item }) => item)]));
}

/** How far the rows of a table lie from the model, by the statements that are coded in each. */
export function spreadOfRows(rows: readonly (readonly Observation[])[], model: Model): Spread {
  return spreadOf(
    rows.flatMap((members) => {
      const called = members.filter((item) => item.isCalled);
      return called.length === 0 ? [] : [distanceFrom(model.predict(sampleFrame(called)), called, model)];
    }),
  );
}

/** Some called statements as if they were a row. */
function sampleFrame(called: readonly Observation[]): Frame {
  const share = (side: number): number => weightedMean(called, (item) => (item.side === side ? 1 : 0));
  const dated = called.filter((item) => item.year !== null);
  return {
    statements: called.length,
    relevant: called.length,
    mean: weightedMean(called, (item) => item.score),
    squaredError: null,
    articles: called.length,
    sides: [share(0), share(1), share(2)],
    year: dated.length === 0 ? null : weightedMean(dated, (item) => item.year ?? 0),
  };
}

/** What the estimators need of a coded statement; without a correction for the speaker where rows are not about one. */
export function observe({ coded, place }: CodedPlace, sides: readonly string[], isOwn: boolean): Observation {
  const side = sides.indexOf(place.side);
  return {
    weight: 1 / coded.probability,
    isCalled: place.tone !== null,
    score: (place.tone ?? 0) / 1e6,
    truth: isOwn ? coded.attributed : coded.relevant,
    truthTone: isOwn ? coded.attributedTone : coded.tone,
    article: place.article,
    side: side === 0 || side === 1 ? side : 2,
    year: place.year === 'undated' ? null : Number(place.year),
  };
}

/** What a row says of all of its statements. */
export function frameOf({ group, mean, squaredError }: TrendRow): Frame {
  const { relevant, firstSide, secondSide, dated, yearSum } = group;
  return {
    statements: group.statements,
    relevant,
    mean: mean ?? 0,
    squaredError,
    articles: group.citedArticles,
    sides: [firstSide / relevant, secondSide / relevant, (relevant - firstSide - secondSide) / relevant],
    year: dated === 0 ? null : yearSum / dated,
  };
}

function keyOf(what: string, period: string): string {
  return `${period} ${what}`;
}

function topicOfSide(topic: string, side: string): string {
  return `${topic} of ${side}`;
}

/** The speaker, side, outlet or topic that the row is of, within its period. */
function keyOfGroup({ speakerId, outlet, side, topic, period }: Group): string {
  return keyOf(topic === null ? (speakerId ?? outlet ?? side ?? '') : topicOfSide(topic, side ?? ''), period);
}

/** The movement of a series' corrected yearly means. */
function movementsOf(
  { year, side, outlet, lines }: Readonly<Record<'year' | 'side' | 'outlet' | 'lines', readonly TrendRow[]>>,
  { describeMovement }: Correction,
): (series: Series) => Movement | null {
  const byName = (rows: readonly TrendRow[]) => groupBy(rows, ({ group }) => group.speakerId ?? group.outlet ?? group.side ?? 'all');
  const tables = { all: byName(year), side: byName(side), outlet: byName(outlet), speaker: byName(lines) };
  return ({ kind, key }) => {
    const rows = tables[kind].get(key) ?? [];
    return describeMovement(
      rows.flatMap(({ corrected, group }) =>
        corrected === null || group.period === 'undated' ? [] : [{ year: Number(group.period), value: corrected.mean }],
      ),
    );
  };
}

async function* correctBatches(batches: AsyncIterable<readonly TrendRow[]>, correct: RowCorrector): AsyncIterable<readonly TrendRow[]> {
  for await (const batch of batches) yield batch.map(correct);
}
