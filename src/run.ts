/** The corridor of a night, read from top to bottom. It prints nothing and knows no clock: what it is told decides every byte but run.json's durations. */
import { join } from 'node:path';
import { makeFolder } from './disk.ts';
import { identifyVersions } from './editions.ts';
import { holdStore } from './holding.ts';
import type { InputPath } from './inputs.ts';
import { finishPublication, type Publication, writeTables } from './publishing.ts';
import { dropGone, readInputs, scoreStatements, type Watch } from './reading.ts';
import type { Settings } from './settings.ts';
import { exitCodes } from './stop.ts';
import { markPublished, readCounts, type StoreCounts } from './store/counts.ts';
import { mergePrintings, settleStatements } from './store/merge.ts';
import { startThreads, type WorkerSettings } from './threads.ts';

/** What a night is told. */
export interface NightRequest {
  readonly settings: Settings;
  readonly inputs: readonly InputPath[];
  /** output/<job>. */
  readonly folder: string;
  /** The run's date, '2026-11-20'. */
  readonly date: string;
  /** Name of the folder of its tables. */
  readonly stamp: string;
  /** When the run began, for whoever finds the store held. */
  readonly since: string;
  readonly watch: Watch;
}

/** How a night ended. */
export interface NightOutcome {
  readonly code: number;
  readonly counts: StoreCounts;
  readonly read: number;
  readonly unchanged: number;
  readonly gone: number;
  readonly publication: Publication | null;
}

/** Reads what is new, scores what has no score, and publishes. */
export async function runNight(request: NightRequest): Promise<NightOutcome> {
  const { settings, folder, watch } = request;
  const { job } = settings;
  makeFolder(join(folder, 'store'));
  const store = await holdStore(folder, request.since);
  const editions = identifyVersions(settings);
  const threads = startThreads({ threads: job.threads, deadline: job.deadline, settings: workerSettings(settings) });
  try {
    const plan = await readInputs({ store, threads, inputs: request.inputs, reader: editions.reader, format: job.format, watch });
    await dropGone(store, plan, job.missing);
    watch.phase('statements');
    await mergePrintings(store);
    await scoreStatements({ store, threads, tone: editions.tone, watch });
    await settleStatements(store);
    const counts = await readCounts(store);
    const done = { counts, read: plan.read.length, unchanged: plan.unchanged, gone: plan.gone.length };
    if (counts.share > job.maxProblems) return { ...done, code: exitCodes.tooManySetAside, publication: null };
    watch.phase('publication');
    await markPublished(store, request.date);
    await settleStatements(store);
    const publishing = {
      store,
      folder,
      stamp: request.stamp,
      excel: job.excel,
      keepRuns: job.keepRuns,
      facts: {
        job: job.name,
        title: job.name,
        date: request.date,
        sides: job.sides,
        versions: editions.versions,
        lexicons: editions.lexicons,
      },
    };
    const publication = await writeTables(publishing);
    await finishPublication(publishing, { ...done, files: publication.files, versions: editions.versions, lexicons: editions.lexicons });
    return { ...done, code: counts.newProblems > 0 ? exitCodes.someSetAside : exitCodes.done, publication };
  } finally {
    await threads.close();
    store.close();
  }
}

function workerSettings({ job, lexicons }: Settings): WorkerSettings {
  return { lexicons, sides: job.sides, format: job.format, columns: job.columns, dateOrder: job.dateOrder };
}
