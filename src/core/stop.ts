/** How a command ends early: with words for a person and an exit code for cron. */
import type { Fault } from './model/problems.ts';
import { printable, printableLine } from './printable.ts';

/** Exit codes of DESIGN, by what they mean. */
export const exitCodes = {
  done: 0,
  bug: 1,
  usage: 2,
  someSetAside: 3,
  tooManySetAside: 4,
  shardsMissing: 5,
  locked: 11,
  cannotWrite: 74,
  tryAgain: 75,
} as const;

/** Thrown to end a command with a message on standard error and an exit code; not a bug. */
export class Stop extends Error {
  readonly code: number;
  /** What is said, line by line, with no character that commands a terminal. */
  readonly lines: readonly string[];

  constructor(code: number, sentence: string, list: readonly string[] = []) {
    const lines = [sentence, ...list].map(printableLine);
    super(lines.join('\n'));
    this.code = code;
    this.lines = lines;
  }

  /** Prints why a command ended and gives its exit code. Anything that is not a Stop is our own fault and keeps its stack. */
  static report(error: unknown): number {
    const { code, exitCode } = (error ?? {}) as { readonly code?: unknown; readonly exitCode?: unknown };
    // commander has printed its own words by now; help and version are no faults.
    if (typeof code === 'string' && code.startsWith('commander.')) return exitCode === 0 ? exitCodes.done : exitCodes.usage;
    if (error instanceof Stop) {
      process.stderr.write(`detente: ${error.message}\n`);
      return error.code;
    }
    if (code === 'EPIPE') return exitCodes.done;
    const found = String(error instanceof Error ? error.stack : error);
    process.stderr.write(`detente: this is a bug, please report it\n${printable(found)}\n`);
    return exitCodes.bug;
  }
}

/** All faults at once, one line each: `file:line: what was found, what was expected`. */
export function stopForFaults(faults: readonly Fault[]): Stop {
  const lines = faults.map((fault) => `  ${fault.file}:${fault.line}: ${fault.message}`);
  const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`;
  return new Stop(exitCodes.usage, `${count} in the job or its lexicons, nothing was read`, lines);
}
