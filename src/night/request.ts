/** What a night is told, and what it tells when it has ended. */
import type { Correction } from '../core/corrections.ts';
import type { FeedRecord } from '../core/feed-ledger.ts';
import type { LexiconEffect } from '../core/model/groups.ts';
import type { Identifiers } from '../core/model/statements.ts';
import type { InputPath } from '../files/inputs.ts';
import type { SpeakerOf, Unmatched } from '../stages/store/corrections.ts';
import type { CommonProblem, StoreCounts } from '../stages/store/counts.ts';
import type { FallOff } from '../stages/store/volume.ts';
import type { ChartEvent } from '../stages/writing/chart-events.ts';
import type { RunFacts } from '../stages/writing/publish.ts';
import type { Codes } from './correct.ts';
import type { EditionFacts, Editions } from './fingerprints.ts';
import type { Watch } from './progress.ts';
import type { Publication } from './publish.ts';
import type { ReadingDone } from './read.ts';

/** A checked job with its lexicons as they lie on the disk. */
export interface NightSettings extends Omit<EditionFacts, 'date'> {
  readonly topics: RunFacts['topics'];
  readonly events: readonly ChartEvent[];
  /** The item of Wikidata of each speaker of the roster who has one, by id. */
  readonly identifiers: Readonly<Record<string, Identifiers>>;
}

/** What a night is told. */
export interface NightRequest {
  readonly settings: NightSettings;
  readonly inputs: readonly InputPath[];
  /** output/<job>. */
  readonly folder: string;
  /** The run's date, '2026-11-20'. */
  readonly date: string;
  /** Name of the folder of its tables. */
  readonly stamp: string;
  /** What people have coded; null where the job has no sample. */
  readonly codes: Codes | null;
  /** How the feeds fare that the articles come from; none where the job names no ledger. */
  readonly feeds: readonly FeedRecord[];
  /** What a person has set right in single statements. */
  readonly corrections: readonly Correction[];
  readonly speakerOf: SpeakerOf;
  /** When the run began, for whoever finds the store held. */
  readonly since: string;
  readonly watch: Watch;
  /** What run.json says beside the facts of the night. */
  readonly tellTimes: () => Readonly<Record<string, unknown>>;
}

/** What a night did to the store. */
export interface NightFacts {
  readonly counts: StoreCounts;
  readonly plan: ReadingDone;
  readonly fallOffs: readonly FallOff[];
  readonly worst: readonly CommonProblem[];
  readonly editions: Editions;
}

/** How a night ended. */
export interface NightOutcome extends NightFacts {
  readonly code: number;
  /** Nothing is new: what was published before is what would be published now, and stays as it is. */
  readonly isUnchanged: boolean;
  readonly publication: Published | null;
  /** Corrections whose statement is not there. */
  readonly unmatched: readonly Unmatched[];
}

/** What was published, and what another lexicon moved of what was published before. */
export interface Published extends Publication {
  readonly lexiconEffect: LexiconEffect | null;
}
