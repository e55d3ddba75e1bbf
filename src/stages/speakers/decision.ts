/** What the rules of attribution hand to each other. */
import type { Attribution, Speaker } from '../../core/model/statements.ts';

/** A speaker, or null, with the rule that decided. */
export interface Decision {
  readonly speaker: Speaker | null;
  readonly rule: string;
  readonly certainty: Attribution['certainty'];
}

/** What was attributed before, on the way through the article. */
export interface Running {
  readonly speaker: Speaker;
  /** A body, a group or a document is no running speaker. */
  readonly isPerson: boolean;
  readonly paragraph: number;
  /** Offset where its quotation or its source ended, whichever came later. */
  readonly end: number;
}
