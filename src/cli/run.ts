/** `detente run`: the command around a night. It alone knows the clock, and says what a person needs to know. */
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { exitCodes, Stop, stopForFaults } from '../core/stop.ts';
import { listInputs } from '../files/inputs.ts';
import { readCorrections } from '../job/corrections.ts';
import { readFeedLedger } from '../job/feeds.ts';
import { loadSettings, outputFolder } from '../job/load.ts';
import { readValidation } from '../job/validation.ts';
import { Journal } from '../night/log.ts';
import { type Metrics, writeMetrics } from '../night/metrics.ts';
import { type NightOutcome, type NightRequest, type NightSettings, runNight } from '../night/night.ts';
import { NightWatch } from '../night/progress.ts';
import { freeStamp, previousStory } from '../night/run-folders.ts';
import { Interruption } from '../night/signals.ts';
import { speakerNamed } from '../stages/speakers/by-name.ts';
import { isStorageFault } from '../stages/store/open.ts';
import { describeFallOffs, describePage, describeProblems, describeUnmatched, summarise } from './summary.ts';

/** Options of the command line. */
export interface RunOptions {
  readonly input?: readonly string[];
  readonly output?: string;
  readonly date?: string;
  readonly threads?: number;
  readonly log?: 'text' | 'json';
  readonly metrics?: string;
  /** Nothing is said when all is well. */
  readonly quiet?: boolean;
  /** Inputs that were set aside do not change the exit code. */
  readonly lenient?: boolean;
}

/** Node lets a heap grow to several times of what is in use before it cleans up; a night works among others, and cleans up at a third more. */
const GROWTH_PERCENT = 30;

/** Runs a job. It ends with the path of the page; --quiet is silent where all is well. */
export async function runCommand(path: string | undefined, options: RunOptions): Promise<void> {
  keepHeapsSmall();
  const journal = new Journal({
    isJson: options.log === 'json',
    isTerminal: process.stderr.isTTY === true,
    write: (text) => process.stderr.write(text),
    now: () => new Date().toISOString(),
  });
  const interruption = new Interruption();
  interruption.listen();
  try {
    process.exitCode = await spendNight(path, { options, journal, interruption });
  } catch (error) {
    const stop = interruption.stop() ?? (isStorageFault(error) ? storageStop(error) : error);
    if (!(stop instanceof Stop)) throw error;
    journal.tell('error', 'stopped', stop.message);
    process.exitCode = stop.code;
  } finally {
    interruption.close();
  }
}

/** A Node that does not know the word goes on without. */
function keepHeapsSmall(): void {
  try {
    setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
  } catch {
    // Memory alone depends on it.
  }
}

interface Surroundings {
  readonly options: RunOptions;
  readonly journal: Journal;
  readonly interruption: Interruption;
}

async function spendNight(path: string | undefined, around: Surroundings): Promise<number> {
  const { options, journal } = around;
  const watch = new NightWatch(journal, around.interruption);
  const started = new Date();
  const request = prepareNight(path, { options, started, watch });
  journal.event('begin', { job: request.settings.job.name, inputs: request.inputs.length, folder: request.folder });
  const before = previousStory(request.folder);
  let outcome: NightOutcome | null = null;
  let code: number = exitCodes.bug;
  try {
    outcome = await runNight(request);
    code = outcome.code;
  } catch (error) {
    code = error instanceof Stop ? error.code : isStorageFault(error) ? exitCodes.cannotWrite : code;
    throw error;
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
  if (options.log !== 'json' && !options.quiet && outcome.publication !== null)
    process.stdout.write(process.stdout.isTTY ? summarise(outcome, request) : `${describePage(outcome, request.folder)}\n`);
  return code;
}

/** A night whose tables are out has not failed because its metrics cannot be written. */
async function keepMetrics(path: string, metrics: Metrics, journal: Journal): Promise<void> {
  try {
    await writeMetrics(path, metrics);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    journal.tell('warning', 'metrics', error.message.replace(/; what was published before still stands$/, '; the run is not affected'));
  }
}

interface Preparation {
  readonly options: RunOptions;
  readonly started: Date;
  readonly watch: NightWatch;
}

function prepareNight(path: string | undefined, { options, started, watch }: Preparation): NightRequest {
  const { speakerOf, ...settings } = loadForNight(path, options);
  const { job } = settings;
  const folder = outputFolder(job, options.output);
  const { inputs, missing } = options.input ? listInputs(options.input, process.cwd(), folder) : listInputs(job.inputs, job.base, folder);
  const missed = missing.map((name) => `${name}: no such file or folder, or nothing in it; expected articles`);
  if (missed.length > 0) throw new Stop(exitCodes.usage, missed.join('\n'));
  const now = started.toISOString();
  const { validation, faults } = job.validation === undefined ? { validation: null, faults: [] } : readValidation(job);
  const corrections = readCorrections(job);
  const ledger = readFeedLedger(job);
  const all = [...faults, ...corrections.faults, ...ledger.faults];
  if (all.length > 0) throw stopForFaults(all);
  return {
    settings,
    inputs,
    folder,
    codes: validation,
    feeds: ledger.feeds,
    corrections: corrections.value,
    speakerOf,
    date: options.date ?? now.slice(0, 10),
    stamp: freeStamp(folder, options.date ?? `${now.slice(0, 19).replaceAll(':', '')}Z`),
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

/** The vocabulary itself is left to the threads once it is known to be free of faults. */
function loadForNight(path: string | undefined, options: RunOptions): NightSettings & Pick<NightRequest, 'speakerOf'> {
  const { job, lexicons, vocabulary } = loadSettings(path, options.input);
  const changes = { ...(options.threads && { threads: options.threads }), ...(options.lenient && { onProblems: 'succeed' as const }) };
  return {
    job: { ...job, ...changes },
    lexicons,
    toneTables: vocabulary.toneTables,
    topics: vocabulary.topics.list,
    events: vocabulary.events,
    speakerOf: (name) => speakerNamed(name, null, vocabulary.roster),
  };
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
    isPublished: outcome !== null && outcome.publication !== null,
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

/** Bytes. */
function peakMemory(): number {
  return process.resourceUsage().maxRSS * 1024;
}

function storageStop(error: unknown): Stop {
  const [first] = String(error instanceof Error ? error.message : error).split('\n');
  return new Stop(exitCodes.cannotWrite, `the store cannot be written (${first}); what was published before still stands`);
}
