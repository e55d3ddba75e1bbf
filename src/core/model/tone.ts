/** How a statement stands toward cooperation, and how that came about. */
import type { Span } from './articles.ts';
import type { QuotationKind } from './statements.ts';

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
  /** The sides that its article is about; those that the title names stand twice. */
  readonly background: readonly string[];
  /** What stands shortly before and behind the statement, with " … " between; '' where there is no article. */
  readonly around: string;
}
