/** Rows → files. The doorway of this room: it names every file of a run and makes its content; the run writes them to disk. */
import { publishedCharts } from './charts/publish.ts';
import { type CsvLines, csvLines } from './csv-lines.ts';
import { describePackage } from './datapackage.ts';
import { writeDictionary } from './dictionary.ts';
import { type ParquetTable, parquetTable } from './parquet.ts';
import type { Published } from './published.ts';
import { writeReport } from './report/page.ts';
import { STATEMENTS } from './statement-table.ts';
import { type FilledTable, fillTables, streamTables, tablesOf } from './tables.ts';

export type { LexiconFact, RunFacts } from './facts.ts';
export type { Published } from './published.ts';
export { listNewest } from './report/listing.ts';

/** One file to be written under output/<job>/runs/<stamp>/; chunks are made when asked for, in order, and joined without anything between. */
export interface OutputFile {
  /** 'years.csv', 'charts/years.vl.json', ... */
  readonly name: string;
  readonly chunks: AsyncIterable<string | Uint8Array>;
}

export interface PublishOptions {
  /** CSVs begin with a BOM, for Excel. */
  readonly excel: boolean;
}

/** How statements.csv is written; the database does it (store/published.ts: exportLines), for it is as long as the store. */
export function statementLines(isForExcel: boolean): CsvLines {
  return csvLines(STATEMENTS.columns, isForExcel);
}

/** Every table that is made into Parquet from its CSV; statements.parquet is not. */
export function parquetTables(sides: readonly string[]): readonly ParquetTable[] {
  return tablesOf(sides)
    .filter(({ name }) => name !== STATEMENTS.name)
    .map(({ name, columns }) => parquetTable(name, columns));
}

/** Every file of a run but run.json and those that the database writes: statements.csv and the Parquet files. */
export interface OutputFiles {
  /** Made from what is at hand, while the database may be busy with something else. */
  readonly ready: readonly OutputFile[];
  /** Read from the database piece by piece. */
  readonly streamed: readonly OutputFile[];
}

/** The files of a run. */
export function publishTables(published: Published, { excel }: PublishOptions): OutputFiles {
  const tableFile = ({ name, csv }: FilledTable): OutputFile => ({ name: `${name}.csv`, chunks: csv(excel) });
  return {
    ready: [
      ...fillTables(published).map(tableFile),
      { name: 'datapackage.json', chunks: once(() => describePackage(tablesOf(published.facts.sides), published.facts)) },
      ...Object.entries(publishedCharts(published)).map(([name, spec]) => ({
        name: `charts/${name}.vl.json`,
        chunks: once(() => `${JSON.stringify(spec, null, 2)}\n`),
      })),
      { name: 'report.html', chunks: writeReport(published) },
    ],
    streamed: streamTables(published).map(tableFile),
  };
}

/** The data dictionary, output/README.md, with the two sides of the bundled job. */
export function dictionary(sides: readonly string[]): string {
  return writeDictionary(tablesOf(sides));
}

async function* once(make: () => string | Promise<string>): AsyncIterable<string> {
  yield await make();
}
