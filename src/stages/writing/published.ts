/** What a publication is made from. */
import type { ValidationSummary } from '../../core/validation.ts';
import type { RunFacts } from './facts.ts';
import type { Listing } from './listed-facts.ts';
import type { PublishedRows } from './tables.ts';

/** Rows and facts of one run. */
export interface Published extends PublishedRows {
  readonly facts: RunFacts;
  /** The newest statements. */
  readonly listing: Listing;
  /** What is known of how far the means can be relied on; null where no statement of the job is coded. */
  readonly validation?: ValidationSummary | null;
}
