/** How long each room worked, told by whoever runs the rooms: they themselves know no clock. */

import type { Timed } from '../stages/timed.ts';

/** Seconds by room. */
export type RoomSeconds = Readonly<Record<string, number>>;

/** Adds up the time that each room takes; a room that is called by another one stops the clock of that one. */
export class Stopwatch {
  readonly #seconds = new Map<string, number>();
  #room: string | null = null;
  #since = 0;

  readonly time: Timed = (room, work) => {
    const outer = this.#room;
    this.#enter(room);
    try {
      return work();
    } finally {
      this.#enter(outer);
    }
  };

  /** The time since it was last asked. */
  take(): RoomSeconds {
    const taken = Object.fromEntries(this.#seconds);
    this.#seconds.clear();
    return taken;
  }

  #enter(room: string | null): void {
    const now = performance.now();
    if (this.#room !== null) this.#seconds.set(this.#room, (this.#seconds.get(this.#room) ?? 0) + (now - this.#since) / 1000);
    this.#room = room;
    this.#since = now;
  }
}
