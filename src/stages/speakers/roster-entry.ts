import type { Speaker } from '../../core/model/statements.ts';
import type { Gender } from './gender.ts';

/** One row of speakers.csv. */
export interface RosterEntry {
  readonly speaker: Speaker;
  readonly gender: Gender | null;
  /** The item of Wikidata that is this person or body: 'Q42'; null where the row has none. */
  readonly wikidata: string | null;
  /** The name and its aliases. An alias of one word, as "Lavrov", may stand alone in an article. */
  readonly names: readonly string[];
}
