/** What a publication is made from. */
import type { RunFacts } from './facts.ts';
import type { PublishedRows } from './tables.ts';

/** Rows and facts of one run. */
export interface Published extends PublishedRows {
  readonly facts: RunFacts;
}
