/** What surrounds a command that works for long: it says how far it is, heeds signals, and ends with a sentence and a code that cron and schedulers understand. */
import { exitCodes, Stop } from '../core/stop.ts';
import { tuneEngine } from '../night/engine.ts';
import { Journal } from '../night/log.ts';
import { NightWatch } from '../night/progress.ts';
import { Interruption } from '../night/signals.ts';
import { isStorageFault } from '../stages/store/open.ts';

/** What the work of a command is given. */
export interface Surroundings {
  readonly journal: Journal;
  readonly watch: NightWatch;
}

/** Does the work of a command and sets the exit code that it gives, or that its end by a signal, a Stop or a fault of the disk means. */
export async function conduct(log: 'text' | 'json' | undefined, work: (around: Surroundings) => Promise<number>): Promise<void> {
  tuneEngine();
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

/** How the database says which file it could not write. */
const UNWRITTEN = /Could not write file "(?<path>.+)": (?<why>.+)$/;

/** A fault of the store, in one line. */
export function storageStop(error: unknown): Stop {
  const [first = ''] = String(error instanceof Error ? error.message : error).split('\n');
  const { path = 'the store', why = first } = UNWRITTEN.exec(first)?.groups ?? {};
  return new Stop(exitCodes.cannotWrite, `${path}: cannot be written (${why})`);
}
