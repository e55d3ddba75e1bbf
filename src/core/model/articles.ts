/** One news text, from what was read to what is dated. Offsets are UTF-16 code units, end exclusive. */

/** [start, end) in the text of one article. */
export type Span = readonly [start: number, end: number];

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

/** An entry of a live blog: where it begins in the text, and its day, as '2024-03-06'. It ends where the next one begins. */
export interface Entry {
  readonly start: number;
  readonly day: string;
}

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
  /** Name and address of who sent it, where it came by e-mail. */
  readonly sender?: string;
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
  /** Entries of a live blog, in order; absent where there are none that tell their days. */
  readonly entries?: readonly Entry[];
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
