/** Rows → files. The doorway of this room: it names every file of a run and makes its content; the run writes them to disk. */
import type { Cell, Grouped, Trends } from '../model.ts';

/** One file to be written under output/<job>/runs/<stamp>/; chunks are made when asked for, in order, and joined without anything between. */
export interface OutputFile {
  /** 'years.csv', 'charts/years.vl.json', ... */
  readonly name: string;
  readonly chunks: AsyncIterable<string>;
}

/** One lexicon file of the run. */
export interface LexiconFact {
  readonly path: string;
  readonly rows: number;
  readonly sha256: string;
}

/** What the page and the data package say about the run. Nothing here may come from the clock: two runs over one store give the same bytes. */
export interface RunFacts {
  /** The job's name and title. */
  readonly job: string;
  readonly title: string;
  /** The job's date, '2026-11-20'. */
  readonly date: string;
  /** Sides in the job's order, as ['US', 'Russia']; 'other' and 'unattributed' follow by themselves. */
  readonly sides: readonly string[];
  /** detente's own version first, then readers and libraries: { detente: '0.1.0', ... }. */
  readonly versions: Readonly<Record<string, string>>;
  readonly lexicons: readonly LexiconFact[];
}

export interface Published {
  readonly grouped: Grouped;
  readonly trends: Trends;
  /** All statements in published order, as arrays of cells, asked for once (store/published.ts: readStatements). */
  readonly statements: AsyncIterable<readonly (readonly Cell[])[]>;
  readonly facts: RunFacts;
}

export interface PublishOptions {
  /** CSVs begin with a BOM, for Excel. */
  readonly excel: boolean;
}

/** Every file of a run but run.json and statements.parquet (store/published.ts: exportParquet). */
export function publishTables(_published: Published, _options: PublishOptions): readonly OutputFile[] {
  return [];
}
