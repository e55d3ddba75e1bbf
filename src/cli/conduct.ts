/** What surrounds a command that works for long: it says how far it is, heeds signals, and ends with a sentence and a code that cron and schedulers understand. */
import { setFlagsFromString } from 'node:v8';
import { exitCodes, Stop } from '../core/stop.ts';
import { Journal } from '../night/log.ts';
import { NightWatch } from '../night/progress.ts';
import { Interruption } from '../night/signals.ts';
import { isStorageFault } from '../stages/store/open.ts';

/** What the work of a command is given. */
export interface Surroundings {
  readonly journal: Journal;
  readonly watch: NightWatch;
}

/** Node lets a heap grow to several times of what is in use before it cleans up; a night works among others, and cleans up at a third more. */
const GROWTH_PERCENT = 30;

/**
 * How much a function does before it is compiled for speed, four times of what Node takes for enough. Each thread compiles for itself, and beside it: of a night of 1,500 articles on two threads
 * compiling took a fifth of the processor, and half of it was for functions that had little left to do.
 */
const WORK_BEFORE_COMPILING = 270_336;
/** The major version of V8, that of Node 20, up to which this can be said. */
const LAST_WITH_BUDGET = 11;

/** Does the work of a command and sets the exit code that it gives, or that its end by a signal, a Stop or a fault of the disk means. */
export async function conduct(log: 'text' | 'json' | undefined, work: (around: Surroundings) => Promise<number>): Promise<void> {
  keepHeapsSmall();
  compileLate();
  const journal = new Journal({
    isJson: log === 'json',
    isTerminal: process.stderr.isTTY === true,
    write: (text) => process.stderr.write(text),
    now: () => new Date().toISOString(),
  });
  const interruption = new Interruption();
  interruption.listen();
  try {
    process.exitCode = await work({ journal, watch: new NightWatch(journal, interruption) });
  } catch (error) {
    const stop = interruption.stop() ?? (!(error instanceof Stop) && isStorageFault(error) ? storageStop(error) : error);
    if (!(stop instanceof Stop)) throw error;
    journal.tell('error', 'stopped', ...stop.lines);
    process.exitCode = stop.code;
  } finally {
    interruption.close();
  }
}

/** Heaps of this process and of its threads to come. */
export function keepHeapsSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}

/** Later versions go on without: a V8 that does not know a word says so on the error output, and a night would send a mail. */
function compileLate(): void {
  if (Number.parseInt(process.versions.v8, 10) <= LAST_WITH_BUDGET) setFlagsFromString(`--interrupt-budget=${WORK_BEFORE_COMPILING}`);
}

/** How the database says which file it could not write. */
const UNWRITTEN = /Could not write file "(?<path>.+)": (?<why>.+)$/;

/** A fault of the store, in one line. */
export function storageStop(error: unknown): Stop {
  const [first = ''] = String(error instanceof Error ? error.message : error).split('\n');
  const { path = 'the store', why = first } = UNWRITTEN.exec(first)?.groups ?? {};
  return new Stop(exitCodes.cannotWrite, `${path}: cannot be written (${why})`);
}
