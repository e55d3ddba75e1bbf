import type { Speaker } from '../../core/model/statements.ts';
import type { Gender } from './gender.ts';

/** One row of speakers.csv. */
export interface RosterEntry {
  readonly speaker: Speaker;
  readonly gender: Gender | null;
  /** The item of Wikidata that is this person or body: 'Q42'; null where the row has none. */
  readonly wikidata: string | null;
  /** The country that the person or body speaks or spoke for, ISO 3166-1: 'DE'; null where there is none, as for a secretary general of NATO. */
  readonly country: string | null;
  /** The name and its aliases. An alias of one word, as "Lavrov", may stand alone in an article. */
  readonly names: readonly string[];
}
