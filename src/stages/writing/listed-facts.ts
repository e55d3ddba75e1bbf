/** The newest statements as the page has them. */
import type { StatementRow } from '../../core/model/groups.ts';

/** A listed statement without its words. */
export interface ListedFacts
  extends Pick<StatementRow, 'speakerId' | 'speaker' | 'side' | 'said' | 'tone' | 'path' | 'title' | 'outlet' | 'url'> {
  /** No row of the lexicon was found in it. */
  readonly isWithoutHits: boolean;
}

/** The newest statements. */
export interface Listing {
  /** The newest first. */
  readonly rows: readonly ListedFacts[];
  /** The statements as JSON in UTF-8, some in each piece, with commas between them: it cannot end a script element. */
  readonly data: readonly Uint8Array[];
  /** Id of a tone row → the words it matched most often in the last year that can be compared with the one before, and in that one. */
  readonly words: ReadonlyMap<string, string>;
}
