/** The statistics of groups, ready to be written. */
import type { Group, Grouping, TermGroup } from './groups.ts';
import type { ToneLabel } from './tone.ts';

/** Two ends of a 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** One row of a trend table: a group with its statistics. What is too thin to say is null. */
export interface TrendRow {
  readonly group: Group;
  readonly mean: number | null;
  readonly median: number | null;
  readonly deviation: number | null;
  readonly interval: Interval | null;
  /** Squared standard error of the mean, clustered by article; null for fewer than two articles. */
  readonly squaredError: number | null;
  /** The mean drawn toward the mean of its period, the more the thinner it is. */
  readonly shrunk: number | null;
  readonly positive: Share | null;
  readonly neutral: Share | null;
  readonly negative: Share | null;
  /** (positive − negative) / relevant. */
  readonly net: number | null;
  /** Lowe's log((positive + ½) / (negative + ½)). */
  readonly logRatio: number | null;
  readonly sentiment: number | null;
  /** Mean of this year less that of the calendar year before. */
  readonly change: Change | null;
  /** Null where nobody has coded statements of the row. */
  readonly corrected: Corrected | null;
}

/** A row's mean as coders would give it, with a 95 % interval that holds the errors of detente's scores too. Tones in [-1, 1]. */
export interface Corrected extends Interval {
  readonly mean: number;
  /** Coded statements of the row. */
  readonly coded: number;
  /** 'design': the row's own coded statements decide. 'pooled': there are few, and those of the whole job help. */
  readonly basis: 'design' | 'pooled';
}

/** What coders say of one statement: means over those who answered, tones in [-1, 1]. */
export interface CodedStatement {
  readonly id: string;
  /** With which it was drawn. */
  readonly probability: number;
  /** Share for whom it is a statement about the two sides; and mean tone, 0 where it is none. */
  readonly relevant: number;
  readonly tone: number;
  /** The same, where the speaker is right as well. */
  readonly attributed: number;
  readonly attributedTone: number;
}

/** A statement by its words, with whom and when it has. */
export interface WordedStatement {
  readonly id: string;
  readonly speaker: string | null;
  readonly said: string | null;
  readonly text: string;
}

/** Where a coded statement stands in the tables, and how it is scored now. */
export interface PlacedStatement {
  readonly id: string;
  readonly speakerId: string | null;
  /** As in the tables: 'unattributed' where nobody is named. */
  readonly side: string;
  /** '2018' or 'undated'; '2018-03', 'undated', or null where only the year is known. */
  readonly year: string;
  readonly month: string | null;
  /** '2018-W12', 'undated', or null where no day is known. */
  readonly week: string | null;
  /** Millionths; null where not relevant. */
  readonly tone: number | null;
  /** Outlets that carry it, as in the tables. */
  readonly outlets: readonly string[];
  readonly topics: readonly string[];
  /** Number of the article that is cited for it. */
  readonly article: number;
  /** Its words, and what else validation tells apart. */
  readonly text: string;
  readonly speaker: string | null;
  readonly said: string | null;
  readonly label: ToneLabel | null;
  readonly kind: string;
  /** The outlet of the cited article. */
  readonly outlet: string;
}

/** A share with its Wilson interval. */
export interface Share extends Interval {
  readonly share: number;
}

/** A difference with its interval, null where either side has fewer than three observations. */
export interface Change {
  readonly difference: number;
  readonly interval: Interval | null;
}

/** How the yearly means of one series move; null where it has fewer than eight dated years. */
export interface Movement {
  /** Theil–Sen: tone points a year. */
  readonly slope: number;
  readonly slopeInterval: Interval;
  /** Mann–Kendall, two-sided, ties corrected. */
  readonly p: number;
  /** First years of the levels after the first one. */
  readonly changeYears: readonly number[];
}

/** The years of one line: 'all', a side, a speaker or an outlet. */
export interface Series {
  readonly kind: 'all' | 'side' | 'speaker' | 'outlet';
  readonly key: string;
  readonly name: string;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Dated years with a mean. */
  readonly years: number;
  readonly relevant: number;
  readonly movement: Movement | null;
  /** The same of the corrected yearly means; null where fewer than eight years are corrected. */
  readonly correctedMovement: Movement | null;
}

/** A term's part in a year's tone. */
export interface TermRow {
  readonly group: TermGroup;
  /** Raw points it added per relevant statement of the year: over all terms these add up to the mean raw score. */
  readonly points: number;
  /** The same less that of the calendar year before. */
  readonly change: number | null;
  /** Mean tone of the statements that hold it; null in a year that it has vanished from. */
  readonly meanTone: number | null;
}

/** A mean over many groups, for a comparison. */
export interface Pooled {
  /** A role or an outlet. */
  readonly name: string;
  /** Null where sides are taken together. */
  readonly side: string | null;
  /** Relevant statements. */
  readonly statements: number;
  /** Speakers of them; null where they are not counted. */
  readonly speakers: number | null;
  /** [-1, 1]. */
  readonly mean: number;
  /** Null where there are too few speakers or articles for one. */
  readonly interval: Interval | null;
}

/** All trend rows, ready to be written. */
export interface Trends {
  readonly rows: Readonly<Record<Grouping, readonly TrendRow[]>>;
  /** Yearly rows of the leading speakers, for the page; drawn toward each other only. */
  readonly lines: readonly TrendRow[];
  readonly speakerYears: () => AsyncIterable<readonly TrendRow[]>;
  readonly speakerMonths: () => AsyncIterable<readonly TrendRow[]>;
  readonly series: readonly Series[];
  readonly terms: readonly TermRow[];
  /** Roles by side, and outlets, over all years. */
  readonly roles: readonly Pooled[];
  readonly outlets: readonly Pooled[];
}
