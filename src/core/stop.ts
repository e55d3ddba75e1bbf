/** How a command ends early: with words for a person and an exit code for cron. */
import type { Fault } from './model/problems.ts';

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

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
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
    process.stderr.write(`detente: this is a bug, please report it\n${error instanceof Error ? error.stack : String(error)}\n`);
    return exitCodes.bug;
  }
}

/** All faults at once, one line each: `file:line: what was found, what was expected`. */
export function stopForFaults(faults: readonly Fault[]): Stop {
  const lines = faults.map((fault) => `  ${fault.file}:${fault.line}: ${fault.message}`);
  const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`;
  return new Stop(exitCodes.usage, `${count} in the job or its lexicons, nothing was read\n${lines.join('\n')}`);
}
