/**
 * Every domain type, readonly. A type per doorway between two rooms: a room takes one and returns the next, nothing is filled in later.
 * Offsets are UTF-16 code units, end exclusive.
 */

/** [start, end) in the text of one article. */
export type Span = readonly [start: number, end: number];

// ---------- what goes wrong

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

// ---------- articles and dates

/** Something in a page or record that may tell when the article was published. The dates room judges it. */
export interface DateHint {
  /** Where it stands, in words that name a basis: 'metadata' | 'time element' | 'url' | 'file name' | 'header line' | 'field'. */
  readonly kind: string;
  /** The name it has there, as 'article:published_time', 'datePublished', 'date'. */
  readonly name: string;
  readonly value: string;
  /** How the file writes 04/03/2019, where its other dates show it. */
  readonly order?: 'dmy' | 'mdy';
}

/** A quotation that the input had already cut out (GDELT GQG, Quotebank). */
export interface GivenQuote {
  readonly span: Span;
  /** The speaker that the input names, or null where it names none. */
  readonly speaker: string | null;
  /** How sure the input is, 0 to 1; 1 where it does not say. */
  readonly probability: number;
  /** Wikidata ids that the input gives for the speaker; several where the name is that of several people. */
  readonly qids?: readonly string[];
  /** How often the input says that the words were printed, and further addresses where they were. */
  readonly occurrences?: number;
  readonly urls?: readonly string[];
}

/** Characters of a text as it was read, and those of the text as it was given that they stand for: the same ones where both are equally many. */
export interface Stretch {
  readonly read: Span;
  readonly given: Span;
}

/** Where the whole of a text that was mended stood before, in order. */
export type Origin = readonly Stretch[];

/** One news text as it was read, not dated yet. All spans point into `text`, which nobody changes. */
export interface Clipping {
  /** The file's name without its ending, or the record's own id. */
  readonly id: string;
  readonly path: string;
  /** Where in the file: '' for a file with one article, else 'line 12', 'record 3'. */
  readonly place: string;
  readonly layout: 'article' | 'transcript' | 'quotes';
  /** Name of the format that it was read in, as 'html', 'nexis', 'jsonl'. */
  readonly reader?: string;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly author: string | null;
  readonly url: string | null;
  /** ISO 639 code of the language the text is in, 'en' or 'de'; absent where it is too short to tell. */
  readonly language?: string;
  readonly text: string;
  /** Where the text stood in the text that was given; absent where both are one, and where there was only markup, or cells to be joined. */
  readonly origin?: Origin;
  readonly paragraphs: readonly Span[];
  /** Menus, captions, polls, footers: marked, never cut. No statement or speaker comes from there. */
  readonly boilerplate: readonly Span[];
  readonly given: readonly GivenQuote[];
  readonly hints: readonly DateHint[];
}

/** A day, month or year, and how it is known. */
export interface Dated {
  /** '2018-12-22', '2018-12' or '2018'. */
  readonly day: string;
  /** 'metadata' | 'time element' | 'url' | 'dateline' | 'file name' | 'field' | 'text' | 'published' (said on the day of publication, for want of better). */
  readonly basis: string;
  /** First and last day that it can be; both equal `day` where the day is certain. */
  readonly earliest: string;
  readonly latest: string;
}

/** One dated news text. */
export interface Article extends Omit<Clipping, 'hints'> {
  readonly published: Dated | null;
}

// ---------- one reading

/** One token of the article, as wink-nlp read it. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Lower-case base form. */
  readonly lemma: string;
  /** Universal part of speech: NOUN, VERB, AUX, PROPN, PRON, ... */
  readonly pos: string;
  /** Index of the sentence it stands in. */
  readonly sentence: number;
  /** A small number that only tokens of the same text, lemma and part of speech share in this process, so that what is known of a word can be kept in a list. */
  readonly word?: number;
}

/** The one reading of a text that every room shares. Tokens are in order and never overlap; white space is no token. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Per sentence: index of its first token and one past its last. */
  readonly sentences: readonly Span[];
}

// ---------- quotations

export type QuotationKind = 'direct' | 'mixed' | 'indirect' | 'post' | 'turn' | 'headline';

/** Words that are quoted or reported. Nobody is attached yet, though the finder says which cue and which source words it saw. */
export interface Quotation {
  /** The content without its outer marks, in order; several where a cue stands between them ("Q1," he said. "Q2"). */
  readonly spans: readonly Span[];
  readonly kind: QuotationKind;
  /** The words of saying that the finder relied on ("said", "according to"); null where the marks alone were the sign. */
  readonly cue: Span | null;
  /** The words that name the source, where the finder's own rule needed them (all indirect speech does); null leaves it to the speakers room. */
  readonly source: Span | null;
  /** The clause a partial quotation stands in, whose verb may carry the tone; null where the content stands for itself. */
  readonly carrier: Span | null;
  /** Id of the rule that found it. */
  readonly rule: string;
}

// ---------- speakers

/** A person or body that speaks. */
export interface Speaker {
  /** Roster id, or made from the name. */
  readonly id: string;
  readonly name: string;
  /** 'US', 'Russia', a side of the job's own, or 'other' for a third country; null where neither text nor roster tells. */
  readonly side: string | null;
  /** 'official' | 'former official' | 'candidate' | 'institution' | 'expert' | 'media' | 'other'. */
  readonly role: string;
  readonly isOnRoster: boolean;
}

/** A quotation with the one who said it, or null where the text does not tell. */
export interface Attribution {
  readonly quotation: Quotation;
  readonly cue: Span | null;
  /** The words in the text that name the source: "he", "the minister". */
  readonly mention: Span | null;
  readonly speaker: Speaker | null;
  /** Who else said it together with the speaker: "X and Y said in a joint statement". */
  readonly joint: readonly Speaker[];
  /** Who carried the words: "Interfax" in "Interfax quoted X as saying"; null where the speaker is reported at first hand. */
  readonly via: string | null;
  /** Id of the rule that decided. */
  readonly rule: string;
  /** known: named at the cue. implied: by pronoun, role, or running speaker. */
  readonly certainty: 'known' | 'implied';
}

// ---------- statements

/** One printing of a statement. */
export interface Appearance {
  readonly articleId: string;
  readonly path: string;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly published: Dated | null;
  readonly kind: QuotationKind;
  readonly spans: readonly Span[];
  readonly mention: string | null;
  readonly mentionSpan: Span | null;
  /** Who carried the words, where the article names a carrier between itself and the speaker. */
  readonly via: string | null;
  readonly cue: string | null;
  readonly rule: string;
  readonly certainty: 'known' | 'implied';
}

/** What the tone room reads: the content, with its carrier clause where the content alone is only a part of it. */
export interface Passage {
  /** The pieces joined by one space. Equals the statement's text where there is no carrier. */
  readonly text: string;
  /** Where each piece of `text` stands in the article; pieces are in order. */
  readonly pieces: readonly Span[];
  /** Where the content stands in `text`. */
  readonly content: readonly Span[];
  /** What the article says shortly before and behind the passage, with " … " between; '' where there is nothing. */
  readonly around: string;
}

/** One printed statement with all that its score needs: article in, utterances out. */
export interface Utterance {
  readonly speaker: Speaker | null;
  /** Who else said it, together with the speaker. */
  readonly joint: readonly Speaker[];
  readonly said: Dated | null;
  /** The content's pieces joined by one space. */
  readonly text: string;
  readonly passage: Passage;
  /** Sides that the article itself is about, by its title and first paragraphs; relevance may lean on them. */
  readonly background: readonly string[];
  readonly appearance: Appearance;
}

/** One thing said once by one speaker, wherever it was printed. */
export interface Statement {
  readonly id: string;
  readonly speaker: Speaker | null;
  readonly said: Dated | null;
  readonly text: string;
  readonly passage: Passage;
  readonly background: readonly string[];
  /** In canonical order: earliest publication, then path, then offset. The first is the one that is cited. */
  readonly appearances: readonly Appearance[];
}

// ---------- tone

/** One factor that changed a term's weight, and the word that did it. */
export interface Shift {
  /** 'reverser' | 'negation' | 'intensifier' | 'diminisher' | 'hedge' | 'contrast' | 'condition' | 'question' | ... */
  readonly kind: string;
  readonly word: string;
  readonly factor: number;
}

/**
 * Whom a hit is about, seen from the speaker: the other side, the relation between the two, the speaker's own side, the two together with
 * a third party, a third party alone, or nobody that the text names. For a speaker of neither side both are the other side.
 */
export type About = 'other side' | 'relation' | 'own side' | 'shared third party' | 'third party' | 'nobody';

/** A row of the lexicon found in a statement. The values of all hits add up to the raw score. */
export interface Hit {
  /** Id of the row. */
  readonly term: string;
  /** As printed; the cue where it is the cue that weighs. */
  readonly words: string;
  /** In the text that was scored. */
  readonly span: Span;
  readonly about: About;
  readonly base: number;
  readonly shifts: readonly Shift[];
  readonly value: number;
}

export type ToneLabel = 'negative' | 'neutral' | 'positive';

/** How a statement stands toward cooperation between the two sides, and how that came about. */
export interface Score {
  readonly isRelevant: boolean;
  /** Why it is or is not about the two sides. */
  readonly relevance: string;
  /** [-1, 1]; null where the statement is not relevant. */
  readonly tone: number | null;
  readonly label: ToneLabel | null;
  /** AFINN through `sentiment`, [-1, 1]: the contrast column, always given. */
  readonly sentiment: number;
  readonly hits: readonly Hit[];
}

/** A score with what the statement speaks of, which moves no score. */
export interface ScoredStatement extends Score {
  /** Ids of topics.csv, in its order. */
  readonly topics: readonly string[];
}

/** What the tone room needs to know beside the words. */
export interface ToneContext {
  readonly speaker: string | null;
  readonly side: string | null;
  /** ISO day, month or year, or null. */
  readonly date: string | null;
  /** Lemma of the cue, where there is one: "deny", "praise". */
  readonly cue: string | null;
  readonly kind: QuotationKind | null;
  /** Where the content stands in the text, when the text holds its carrier clause too; null means all of it. */
  readonly content: readonly Span[] | null;
  readonly background: readonly string[];
  /** What stands shortly before and behind the statement, with " … " between; '' where there is no article. */
  readonly around: string;
}

// ---------- groups and trends

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
  /** The newest relevant statements for the page, newest first, and how many statements there are in all. */
  readonly newest: readonly StatementRow[];
  readonly strongest: readonly StatementRow[];
  /** The strongest of the statements that the last run with anything new brought. */
  readonly arrived: readonly StatementRow[];
  readonly total: number;
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
}
