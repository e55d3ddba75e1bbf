/** What goes wrong in inputs and in what people edit. Every type of the domain is readonly. */

/** An input, or a part of one, that was left out. The night goes on; problems.csv has a row for it. */
export interface Problem {
  readonly path: string;
  /** Where in the file: "line 12", "record 3", "byte 512", or "" for the whole file. */
  readonly place: string;
  /** A stable word for the kind of fault: 'not text', 'empty', 'too large', 'bad json', 'unknown layout', 'not english', ... */
  readonly code: string;
  /** One sentence without a full stop: what is there, what was expected. */
  readonly reason: string;
}

/** What a room kept, and why the rest stayed behind: kept + problems accounts for all that entered. */
export interface Outcome<T> {
  readonly kept: readonly T[];
  readonly problems: readonly Problem[];
}

/** A fault in the job file or in a lexicon: it stops the run before the first article. Printed as `file:line: what was found, what was expected`. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** One row of a CSV that people edit, with the place it came from. Cells are trimmed; a column that is absent is undefined. */
export interface Row {
  readonly file: string;
  readonly line: number;
  readonly cells: Readonly<Record<string, string | undefined>>;
}

/** The rows of all lexicon files of a job, by file name without its ending; files of one name in several folders are joined in the job's order. */
export type Tables = Readonly<Record<string, readonly Row[]>>;

/** A vocabulary made ready for use, with everything that is wrong in its rows. */
export interface Compiled<T> {
  readonly value: T;
  readonly faults: readonly Fault[];
}
