/** Every table with its rows. */
import { statesByOutlet } from '../../core/feed-ledger.ts';
import type { Grouped } from '../../core/model/groups.ts';
import type { TrendRow, Trends } from '../../core/model/trends.ts';
import type { Column, Table } from './column.ts';
import { formatHeader, formatRows } from './csv.ts';
import type { RunFacts } from './facts.ts';
import { COVERAGE, PROBLEMS, TERMS } from './list-tables.ts';
import { SERIES } from './series-table.ts';
import { STATEMENTS } from './statement-table.ts';
import {
  OUTLET_YEARS,
  SIDE_MONTHS,
  SIDE_WEEKS,
  SIDE_YEARS,
  SPEAKER_MONTHS,
  SPEAKER_YEARS,
  SPEAKERS,
  type SpeakerRow,
  TOPIC_YEARS,
  YEARS,
} from './trend-tables.ts';
import { wideRows, wideTables } from './wide-tables.ts';

/** Every table of a job with these two sides, in the order in which the dictionary explains them. */
export function tablesOf(sides: readonly string[]): readonly Table<never>[] {
  const wide = wideTables(sides);
  return [
    ...[
      STATEMENTS,
      SPEAKERS,
      YEARS,
      SIDE_YEARS,
      SIDE_MONTHS,
      SIDE_WEEKS,
      wide.years,
      wide.months,
      SPEAKER_YEARS,
      SPEAKER_MONTHS,
      OUTLET_YEARS,
      TOPIC_YEARS,
    ],
    ...[SERIES, TERMS, COVERAGE, PROBLEMS],
  ] as unknown as readonly Table<never>[];
}

/** A table that only needs to be asked for its text. */
export interface FilledTable {
  readonly name: string;
  readonly csv: (isForExcel: boolean) => AsyncIterable<string>;
}

/** What the tables are made from. */
export interface PublishedRows {
  readonly grouped: Grouped;
  readonly trends: Trends;
  /** What is told of the run: its sides name columns, its feeds stand in coverage.csv, its identifiers in speakers.csv. */
  readonly facts: Pick<RunFacts, 'sides' | 'feeds' | 'identifiers'>;
}

type Batches<Row> = AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;

/** The tables whose rows are at hand. statements.csv is written by the database (csv-lines.ts), those of streamTables while the database sums. */
export function fillTables({ grouped, trends, facts: { sides, feeds, identifiers } }: PublishedRows): readonly FilledTable[] {
  const states = statesByOutlet(feeds ?? []);
  const bySpeaker = new Map(trends.series.filter(({ kind }) => kind === 'speaker').map((series) => [series.key, series]));
  const known = new Map(Object.entries(identifiers ?? {}));
  const withMovement = (row: TrendRow): SpeakerRow => ({
    ...row,
    series: bySpeaker.get(row.group.speakerId ?? '') ?? null,
    wikidata: known.get(row.group.speakerId ?? '')?.wikidata ?? null,
    country: known.get(row.group.speakerId ?? '')?.country ?? null,
  });
  const wide = wideTables(sides);
  return [
    filled(SPEAKERS, inBatches(trends.rows.total, withMovement)),
    filled(YEARS, inBatches(trends.rows.year)),
    filled(SIDE_YEARS, inBatches(trends.rows.side)),
    filled(SIDE_MONTHS, inBatches(trends.rows.sideMonth)),
    filled(SIDE_WEEKS, inBatches(trends.rows.sideWeek)),
    filled(wide.years, inBatches(wideRows(trends.rows.side))),
    filled(wide.months, inBatches(wideRows(trends.rows.sideMonth))),
    filled(OUTLET_YEARS, inBatches(trends.rows.outlet)),
    filled(TOPIC_YEARS, inBatches(trends.rows.topic)),
    filled(SERIES, inBatches(trends.series)),
    filled(TERMS, inBatches(trends.terms)),
    filled(
      COVERAGE,
      inBatches(grouped.coverage, (row) => ({ ...row, feed: states.get(row.outlet) ?? null })),
    ),
    filled(PROBLEMS, inBatches(grouped.problems)),
  ];
}

/** The tables that may have too many rows to hold. */
export function streamTables({ trends }: PublishedRows): readonly FilledTable[] {
  return [filled(SPEAKER_YEARS, trends.speakerYears()), filled(SPEAKER_MONTHS, trends.speakerMonths())];
}

function filled<Row>(table: Table<Row>, batches: Batches<Row>): FilledTable {
  return { name: table.name, csv: (isForExcel) => csvChunks(table.columns, batches, isForExcel) };
}

async function* csvChunks<Row>(columns: readonly Column<Row>[], batches: Batches<Row>, isForExcel: boolean): AsyncIterable<string> {
  yield formatHeader(columns, isForExcel);
  for await (const batch of batches) yield formatRows(columns, batch);
}

/** Rows are made and formatted by so many at a time, so that no string grows long and no second list of them is held. */
const BATCH = 2000;

function inBatches<Row>(rows: readonly Row[]): Iterable<readonly Row[]>;
function inBatches<From, Row>(rows: readonly From[], make: (row: From) => Row): Iterable<readonly Row[]>;
function* inBatches<From>(rows: readonly From[], make: (row: From) => unknown = (row) => row): Iterable<readonly unknown[]> {
  for (let start = 0; start < rows.length; start += BATCH) yield rows.slice(start, start + BATCH).map(make);
}
