/** What the run tells the page and the data package about itself. */

import type { FeedRecord } from '../../core/feed-ledger.ts';
import type { LexiconEffect } from '../../core/model/groups.ts';
import type { Identifiers } from '../../core/model/statements.ts';
import type { ChartEvent } from './chart-events.ts';

/** One lexicon file of the run. */
export interface LexiconFact {
  readonly path: string;
  readonly rows: number;
  readonly sha256: string;
}

/** What the page and the data package say about the run. Nothing here may come from the clock: two runs over one store give the same bytes. */
export interface RunFacts {
  /** The job's name and title. */
  readonly job: string;
  readonly title: string;
  /** The job's date, '2026-11-20'. */
  readonly date: string;
  /** Sides in the job's order, as ['US', 'Russia']; 'other' and 'unattributed' follow by themselves. */
  readonly sides: readonly string[];
  /** detente's own version first, then readers and libraries: { detente: '0.1.0', ... }. */
  readonly versions: Readonly<Record<string, string>>;
  readonly lexicons: readonly LexiconFact[];
  /** What an edit of the lexicon moved since the last publication; null where it is the same. */
  readonly lexiconEffect: LexiconEffect | null;
  /** The job's topics in their order: ids as in topic_years.csv, and what readers call them. */
  readonly topics: readonly { readonly id: string; readonly name: string }[];
  /** Events that charts mark: what a lexicon's chart-events.csv lists. */
  readonly events?: readonly ChartEvent[];
  /** What the roster has of each speaker that other registers know, by id. */
  readonly identifiers?: Readonly<Record<string, Identifiers>>;
  /** The feeds that the articles come from, as `detente collect` last saw them; none where the job names no ledger. */
  readonly feeds?: readonly FeedRecord[];
  /** The run before, where lexicons or versions differ from it. */
  readonly before?: RunBefore;
}

/** What the run before was made with, and the means that it found. */
export interface RunBefore {
  readonly date: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly lexicons: readonly LexiconFact[];
  readonly means: readonly { readonly side: string; readonly period: string; readonly mean: number | null }[];
}
