/** What the store sums and lists for publication. Sums are integers, so neither order nor threads change them. */
import type { Problem } from './problems.ts';
import type { ToneLabel } from './tone.ts';

/** How the statements are put together: all of a year; those of a side or outlet within each year; those of a side within each month or week; those of
 * a topic and side within each year; those of a speaker over all time. */
export type Grouping = 'year' | 'side' | 'sideMonth' | 'sideWeek' | 'outlet' | 'topic' | 'total';

/** Sums over the statements of one group, in millionths, so that neither order nor threads change them. Columns that the grouping does not use are null. */
export interface Group {
  /** '2018', '2018-03', '2018-W12' (ISO 8601), 'undated', or 'all' for a total. */
  readonly period: string;
  readonly side: string | null;
  readonly speakerId: string | null;
  readonly speaker: string | null;
  readonly role: string | null;
  readonly outlet: string | null;
  readonly topic: string | null;
  /** Distinct statements; a statement is one observation however often it was printed. */
  readonly statements: number;
  readonly speakers: number;
  readonly relevant: number;
  /** Relevant statements in which no row of the lexicon weighed: their tone is 0 for want of evidence. */
  readonly withoutHits: number;
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
  /** Sum and sum of squares of the tone of relevant statements; their median, doubled so that it stays an integer. */
  readonly toneSum: bigint;
  readonly toneSquares: bigint;
  readonly toneMedianDoubled: bigint | null;
  /** The relevant statements by the article that is cited for each: how many articles; and over the articles the sums of count², count × tone sum, tone sum². */
  readonly citedArticles: number;
  readonly articleCounts: bigint;
  readonly articleProducts: bigint;
  readonly articleSquares: bigint;
  /** Relevant statements of the first and of the second side of the job. */
  readonly firstSide: number;
  readonly secondSide: number;
  /** Relevant statements that are dated, and the sum of their years. */
  readonly dated: number;
  readonly yearSum: number;
  /** Sum of the general sentiment of the same relevant statements. */
  readonly sentimentSum: bigint;
  /** Distinct articles and outlets that carried them. */
  readonly articles: number;
  readonly outlets: number;
  /** First and last day, month or year said; null where undated. */
  readonly firstSaid: string | null;
  readonly lastSaid: string | null;
}

/** What a series needs of a year. */
export type YearSum = Pick<Group, 'period' | 'speakerId' | 'speaker' | 'relevant' | 'toneSum'>;

/** What one row of the lexicon did in one year. */
export interface TermGroup {
  /** Id of the row. */
  readonly term: string;
  /** The words that it matched most often, as printed. */
  readonly words: string;
  readonly period: string;
  /** Relevant statements that hold it, times that it was found, times that a modifier changed it. */
  readonly statements: number;
  readonly hits: number;
  readonly shifted: number;
  /** Sum of the values it added to raw scores, and of the tone of its statements, in millionths. */
  readonly valueSum: bigint;
  readonly toneSum: bigint;
}

/** What came in on one day from one outlet. */
export interface CoverageRow {
  /** Publication day, month or year, or 'undated'. */
  readonly period: string;
  readonly outlet: string;
  readonly articles: number;
  /** Printed statements, copies included; those of them without a day of saying, without a speaker. */
  readonly statements: number;
  readonly undated: number;
  readonly unattributed: number;
  readonly setAside: number;
}

/** A value of a table: null is missing. */
export type Cell = string | number | boolean | null;

/** One distinct statement as the page shows it, with its first appearance. */
export interface StatementRow {
  readonly id: string;
  readonly speakerId: string | null;
  readonly speaker: string | null;
  readonly side: string | null;
  readonly said: string | null;
  readonly text: string;
  /** The text that was scored, where it is not `text` itself: with its carrier clause. Hits point into what was scored. */
  readonly passage: string | null;
  /** [-1, 1]; null where not relevant. */
  readonly tone: number | null;
  readonly label: ToneLabel | null;
  readonly articles: number;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly url: string | null;
  /** The file of the first appearance, as the job names it. */
  readonly path: string;
  readonly kind: string;
  /** The words of saying: "warned". */
  readonly cue: string | null;
  /** JSON of Span[]: where its parts stand in the article. */
  readonly spans: string;
  /** JSON of Hit[]. */
  readonly hits: string;
}

/** What the last run that brought anything new brought, by year. */
export interface Arrival {
  readonly period: string;
  readonly articles: number;
  readonly statements: number;
  readonly relevantBefore: number;
  readonly relevantAfter: number;
  /** Millionths. */
  readonly toneSumBefore: bigint;
  readonly toneSumAfter: bigint;
}

/** A row of the lexicon that moved a year: its weight before and now (null where it weighed nothing there), and the raw points that it added. */
export interface MovedRow {
  readonly period: string;
  /** Id of the row. */
  readonly term: string;
  readonly weightBefore: number | null;
  readonly weightAfter: number | null;
  /** Statements in which its points changed. */
  readonly statements: number;
  readonly points: number;
}

/** A yearly mean over statements of the last publication, as it was and as the same statements have it now. */
export interface MovedYear {
  readonly period: string;
  /** Null for all sides together. */
  readonly side: string | null;
  readonly relevantBefore: number;
  readonly relevantAfter: number;
  readonly before: number | null;
  readonly after: number | null;
}

/** What an edit of the lexicon, or another version of detente, moved since the last publication. New statements have no part in it. */
export interface LexiconEffect {
  /** By year, then side; only means that changed. */
  readonly years: readonly MovedYear[];
  /** By year, the rows that moved it most first. */
  readonly rows: readonly MovedRow[];
}

/** What is done to the records of a CSV to make another one of it. Records count from 0, which is the header. */
export interface RecordEdits {
  /** Records in all. */
  readonly records: number;
  /** Records that go, in their order. */
  readonly removed: readonly number[];
  /** Lines with their ends that come before a record, in their order; before as many as there are: at the end. */
  readonly inserted: readonly { readonly before: number; readonly line: string }[];
}

/** All that the store sums and lists for publication. */
export interface Grouped {
  readonly groups: Readonly<Record<Grouping, readonly Group[]>>;
  /** Yearly sums of the speakers who have eight years or the most statements: those that make a series; and all figures of the latter. */
  readonly lines: readonly YearSum[];
  readonly leading: readonly Group[];
  /** Groups of all speakers, one batch per year or month in their order, read when asked for: they may be too many to hold. */
  readonly speakerYears: () => AsyncIterable<readonly Group[]>;
  readonly speakerMonths: () => AsyncIterable<readonly Group[]>;
  readonly terms: readonly TermGroup[];
  readonly coverage: readonly CoverageRow[];
  readonly problems: readonly Problem[];
  readonly arrivals: readonly Arrival[];
  /** Stamp of the run that brought the arrivals; null in an empty store. */
  readonly arrivedIn: string | null;
  /** The newest statements for the page, newest first, some at a time: their words are too long to hold them all. */
  readonly newest: () => AsyncIterable<readonly StatementRow[]>;
  readonly strongest: readonly StatementRow[];
  /** The strongest of the statements that the last run with anything new brought. */
  readonly arrived: readonly StatementRow[];
  /** Statements in all. */
  readonly total: number;
}
