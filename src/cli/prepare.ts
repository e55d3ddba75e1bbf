/** From a checked job to what a night is told. */
import { stopForFaults } from '../core/stop.ts';
import type { InputPath } from '../files/inputs.ts';
import type { Job } from '../job/job.ts';
import type { NightWatch } from '../night/progress.ts';
import type { NightRequest, NightSettings } from '../night/request.ts';
import { freeStamp } from '../night/run-folders.ts';
import { peakMemory } from './night-report.ts';

/** What the command line changes in a job. */
export interface JobChanges {
  readonly threads?: number;
  /** Inputs that were set aside do not change the exit code. */
  readonly lenient?: boolean;
}

/** A job as the command line wants it. */
export function changeJob(job: Job, { threads, lenient }: JobChanges): Job {
  return { ...job, ...(threads && { threads }), ...(lenient && { onProblems: 'succeed' as const }) };
}

/** What decides a night beside its settings. */
export interface NightFrame {
  readonly settings: NightSettings;
  readonly inputs: readonly InputPath[];
  /** output/<job>. */
  readonly folder: string;
  /** Date of the run; today where nothing is said. */
  readonly date: string | undefined;
  /** Who is meant by a name in corrections.csv. */
  readonly speakerOf: NightRequest['speakerOf'];
  readonly started: Date;
  readonly watch: NightWatch;
}

/** What a night is told, the people's codes included. */
export async function requestNight({ settings, inputs, folder, date, speakerOf, started, watch }: NightFrame): Promise<NightRequest> {
  const { job } = settings;
  const now = started.toISOString();
  return {
    settings,
    inputs,
    folder,
    ...(await readPeople(job)),
    speakerOf,
    date: date ?? now.slice(0, 10),
    stamp: freeStamp(folder, date ?? `${now.slice(0, 19).replaceAll(':', '')}Z`),
    since: now,
    watch,
    tellTimes: () => ({
      started: now,
      ended: new Date().toISOString(),
      node: process.version,
      threads: job.threads,
      seconds: watch.durations(),
      rooms: watch.rooms(),
      peakMemory: peakMemory(),
    }),
  };
}

/** What people have coded and corrected of the job's statements, and how its feeds fare; all faults at once. */
async function readPeople(job: Job): Promise<Pick<NightRequest, 'codes' | 'corrections' | 'feeds'>> {
  const coded = job.validation === undefined ? NO_CODES : (await import('../job/validation.ts')).readValidation(job);
  const corrected = job.corrections === undefined ? NO_CORRECTIONS : (await import('../job/corrections.ts')).readCorrections(job);
  const ledger = job.feeds === undefined ? NO_FEEDS : (await import('../job/feeds.ts')).readFeedLedger(job);
  const faults = [...coded.faults, ...corrected.faults, ...ledger.faults];
  if (faults.length > 0) throw stopForFaults(faults);
  return { codes: coded.validation, corrections: corrected.value, feeds: ledger.feeds };
}

const NO_CODES = { validation: null, faults: [] };
const NO_CORRECTIONS = { value: [], faults: [] };
const NO_FEEDS = { feeds: [], faults: [] };
