/** How V8, the engine beneath Node, works in this process and in its threads to come. */
import { setFlagsFromString } from 'node:v8';

interface Engine {
  /** Percent by which a heap may grow before it is cleaned up; Node lets it grow to several times of what is in use. */
  readonly growth: number;
  /** How much a function does before it is compiled for speed; Node's own measure is a quarter of the lower one. */
  readonly workBeforeCompiling: number;
}

/**
 * A night works among others, and cleans up at a third more. Each thread compiles for itself, and beside it: of a night of 1,500 articles on two threads compiling
 * took a fifth of the processor, and half of it was for functions that had little left to do.
 */
const LONG: Engine = { growth: 30, workBeforeCompiling: 270_336 };

/** Little is read, so little is worth compiling, and heaps stay far from what a long night has room for: with both a night of 200 articles takes an eighth less. */
const SHORT: Engine = { growth: 100, workBeforeCompiling: 1_081_344 };

/** Up to so many bytes of inputs, some hundreds of articles, and statements without a score a night is short. */
const SHORT_BYTES = 2_000_000;
const SHORT_STATEMENTS = 5_000;

/** The major version of V8, that of Node 20, up to which the work can be said. */
const LAST_WITH_BUDGET = 11;

/** For a command of which nobody knows yet how long it will work. */
export function tuneEngine(): void {
  tune(LONG);
}

/** For so many bytes to read; before threads start. */
export function tuneToReading(bytes: number): void {
  tune(bytes <= SHORT_BYTES ? SHORT : LONG);
}

/** For so many statements to score, which may be all of a store of which nothing is read. */
export function tuneToScoring(statements: number): void {
  if (statements > SHORT_STATEMENTS) tune(LONG);
}

/** Later versions go on without the second: a V8 that does not know a word says so on the error output, and a night would send a mail. */
function tune({ growth, workBeforeCompiling }: Engine): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`);
  if (Number.parseInt(process.versions.v8, 10) <= LAST_WITH_BUDGET) setFlagsFromString(`--interrupt-budget=${workBeforeCompiling}`);
}
