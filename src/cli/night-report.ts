/** Conducts a night and tells of it: metrics, warnings, and one line or a summary at its end. */
import { resolve } from 'node:path';
import { exitCodes, Stop } from '../core/stop.ts';
import { FileFault } from '../files/faults.ts';
import type { Journal } from '../night/log.ts';
import { type Metrics, writeMetrics } from '../night/metrics.ts';
import type { NightWatch } from '../night/progress.ts';
import type { NightOutcome, NightRequest } from '../night/request.ts';
import { previousStory } from '../night/run-folders.ts';
import { isStorageFault } from '../stages/store/open.ts';
import { type Surroundings, storageStop } from './conduct.ts';
import { say } from './say.ts';
import { describeFallOffs, describePage, describeProblems, describeUnmatched, summarise } from './summary.ts';

/** How a night is to be told of. */
export interface ReportOptions {
  readonly log?: 'text' | 'json';
  readonly metrics?: string;
  /** Nothing is said when all is well. */
  readonly quiet?: boolean;
}

/** A night that is to be conducted, and how. */
export interface Conducted {
  readonly request: NightRequest;
  readonly started: Date;
  readonly options: ReportOptions;
  readonly perform: (request: NightRequest) => Promise<NightOutcome>;
}

/** Gives the exit code. */
export async function reportNight({ request, started, options, perform }: Conducted, { journal, watch }: Surroundings): Promise<number> {
  journal.event('begin', { job: request.settings.job.name, inputs: request.inputs.length, folder: request.folder });
  const before = previousStory(request.folder);
  let outcome: NightOutcome | null = null;
  let code: number = exitCodes.bug;
  try {
    outcome = await perform(request);
    code = outcome.code;
  } catch (error) {
    const stop = stopOf(error);
    code = stop?.code ?? code;
    throw stop ?? error;
  } finally {
    journal.endProgress();
    if (options.metrics) await keepMetrics(resolve(options.metrics), metricsOf({ request, started, watch, outcome, code }), journal);
  }
  if (code !== exitCodes.done)
    journal.tell(code === exitCodes.someSetAside ? 'warning' : 'error', 'set aside', describeProblems(outcome, request.folder));
  const dry = outcome.fallOffs.filter(({ outlet }) => !before.fallOffs.includes(outlet));
  if (dry.length > 0) journal.tell('warning', 'fallen off', describeFallOffs(dry));
  if (outcome.unmatched.length > 0)
    journal.tell('warning', 'corrections', describeUnmatched(outcome.unmatched, request.settings.job.corrections));
  journal.event('end', { code, counts: outcome.counts });
  if (options.log !== 'json' && !options.quiet && (outcome.publication !== null || outcome.isUnchanged))
    say(...(process.stdout.isTTY && !outcome.isUnchanged ? summarise(outcome, request) : [describePage(outcome, request.folder)]));
  return code;
}

/** How a night ends early. A fault of the disk leaves what was published before. */
function stopOf(error: unknown): Stop | null {
  const fault = isStorageFault(error) ? storageStop(error) : error instanceof FileFault ? error : null;
  if (fault !== null) return new Stop(fault.code, `${fault.message}; what was published before still stands`);
  return error instanceof Stop ? error : null;
}

/** A night whose tables are out has not failed because its metrics cannot be written. */
async function keepMetrics(path: string, metrics: Metrics, journal: Journal): Promise<void> {
  try {
    await writeMetrics(path, metrics);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    journal.tell('warning', 'metrics', `${error.message}; the run is not affected`);
  }
}

interface Ended {
  readonly request: NightRequest;
  readonly started: Date;
  readonly watch: NightWatch;
  readonly outcome: NightOutcome | null;
  readonly code: number;
}

function metricsOf({ request, started, watch, outcome, code }: Ended): Metrics {
  const ended = Date.now();
  return {
    job: request.settings.job.name,
    ended: Math.floor(ended / 1000),
    seconds: (ended - started.getTime()) / 1000,
    exitCode: code,
    isPublished: outcome !== null && (outcome.publication !== null || outcome.isUnchanged),
    peakMemory: peakMemory(),
    counts: outcome === null ? {} : countsOf(outcome),
    phases: watch.durations(),
  };
}

function countsOf({ counts, fallOffs }: NightOutcome): Readonly<Record<string, number>> {
  const { inputs, articles, statements, speakers, problems, newArticles, newProblems } = counts;
  const added = { new_articles: newArticles, new_problems: newProblems, outlets_fallen_off: fallOffs.length };
  return { inputs, articles, statements, speakers, problems, ...added };
}

/** Most memory that the process has held, in bytes. */
export function peakMemory(): number {
  return process.resourceUsage().maxRSS * 1024;
}
