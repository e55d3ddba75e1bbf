/** What is found in a statement, at its place: terms, anchors, mentions of parties. */
import type { Anchor } from './anchors.ts';
import type { Term } from './terms.ts';

/** A term at its place: tokens [first, last]. */
export interface Found {
  readonly term: Term;
  readonly first: number;
  readonly last: number;
  readonly clause: number;
  /** The clause that its last word opens or stands in ("no reason why | we cannot agree"). */
  readonly lastClause: number;
  readonly sentence: number;
  /** The row names a party itself ("arm <third party>"): an act that is told of somebody. */
  readonly isPartyIncluded: boolean;
  /** The same term stood before in the text. */
  readonly isAgain: boolean;
}

/** An anchor at its place. */
export interface Anchored {
  readonly anchor: Anchor;
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
}

/** One party at its token. `own` and `other` are seen from the speaker; for a speaker of neither side each side is `other`. */
export interface Mention {
  readonly token: number;
  readonly party: 'own' | 'other' | 'relation' | 'third';
  /** The side that is named; null for a pronoun, a third party and the relation. */
  readonly side: string | null;
}

/** Who is spoken of in some clauses. */
export interface Parties {
  readonly parties: ReadonlySet<Mention['party']>;
  readonly hasBothSides: boolean;
}
