/** Follows a night from outside: how long each part takes, how far it is, and whether it is to end early. */

import type { Journal } from './log.ts';
import type { Interruption } from './signals.ts';
import type { RoomSeconds } from './stopwatch.ts';

/** How far a part of a night is. */
export interface Step {
  /** Bytes or statements, done and in all. */
  readonly done: number;
  readonly total: number;
  /** Articles or statements so far. */
  readonly items: number;
}

/** Told by the rooms' corridor how far it is. */
export interface Watch {
  phase(name: string): void;
  progress(step: Step): void;
  /** Adds what the rooms took in a thread. */
  addRooms(seconds: RoomSeconds): void;
  /** Throws when the night is to end early. */
  check(): void;
  /** Called when the night is to end early, to break off what is under way. */
  onSignal(ending: () => void): void;
}

/** Milliseconds between two lines of progress. */
const PACE = 200;

/** Times the parts of a night and shows progress. */
export class NightWatch implements Watch {
  readonly #journal: Journal;
  readonly #interruption: Interruption;
  readonly #seconds = new Map<string, number>();
  #phase: { readonly name: string; readonly since: number } | null = null;
  #shown = 0;
  readonly #rooms = new Map<string, number>();

  constructor(journal: Journal, interruption: Interruption) {
    this.#journal = journal;
    this.#interruption = interruption;
  }

  phase(name: string): void {
    this.#close();
    this.#phase = { name, since: performance.now() };
    this.#shown = 0;
    this.#journal.event('phase', { phase: name });
    this.#interruption.check();
  }

  progress(step: Step): void {
    const now = performance.now();
    if (this.#phase === null || now - this.#shown < PACE) return;
    this.#shown = now;
    const seconds = (now - this.#phase.since) / 1000;
    this.#journal.progress(describeStep(this.#phase.name, step, seconds));
  }

  addRooms(seconds: RoomSeconds): void {
    for (const [room, more] of Object.entries(seconds)) this.#rooms.set(room, (this.#rooms.get(room) ?? 0) + more);
  }

  check(): void {
    this.#interruption.check();
  }

  onSignal(ending: () => void): void {
    this.#interruption.onSignal(ending);
  }

  /** Seconds that each part took, in the order in which they began. */
  durations(): Readonly<Record<string, number>> {
    this.#close();
    return rounded(this.#seconds);
  }

  /** Seconds that each room worked, all threads together. */
  rooms(): RoomSeconds {
    return rounded(new Map([...this.#rooms].sort(([a], [b]) => (a < b ? -1 : 1))));
  }

  #close(): void {
    if (this.#phase === null) return;
    const { name, since } = this.#phase;
    this.#seconds.set(name, (this.#seconds.get(name) ?? 0) + (performance.now() - since) / 1000);
    this.#phase = null;
  }
}

/** To the millisecond. */
function rounded(seconds: ReadonlyMap<string, number>): RoomSeconds {
  return Object.fromEntries([...seconds].map(([name, value]) => [name, Math.round(value * 1000) / 1000]));
}

/** `articles: 1200 done, 310 a second, 42 %, about 5 s left` */
export function describeStep(phase: string, step: Step, seconds: number): string {
  const share = step.total === 0 ? 1 : Math.min(1, step.done / step.total);
  const rate = seconds > 0 ? Math.round(step.items / seconds) : 0;
  const left = share > 0 ? (seconds / share) * (1 - share) : 0;
  return `${phase}: ${step.items} done, ${rate} a second, ${Math.floor(share * 100)} %, about ${describeTime(left)} left`;
}

function describeTime(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  if (seconds < 100 * 60) return `${Math.ceil(seconds / 60)} min`;
  return `${Math.ceil(seconds / 3600)} h`;
}
