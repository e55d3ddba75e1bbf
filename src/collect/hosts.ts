/** Politeness: one request at a time to a host, and a pause between the end of one and the beginning of the next. */

/** Time as it is, or as a test has it. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Pause at a host that asks for none. */
const LEAST_PAUSE = 1000;
/** Longest pause that is waited for; a host that asks for more gets one request a run. */
const LONGEST_PAUSE = 10 * 60_000;

interface Host {
  /** Ends when the last request that was asked for has ended. */
  last: Promise<unknown>;
  /** When the next request may begin. */
  free: number;
  /** When the last one ended. */
  ended: number;
  pause: number;
  /** Until then the host wants no request (Retry-After). */
  closedUntil: number;
}

/** Told instead of an answer: the host is not asked now. */
export interface Postponed {
  readonly postponed: string;
}

/** The hosts of one run. */
export class Hosts {
  readonly #clock: Clock;
  readonly #deadline: number;
  readonly #hosts = new Map<string, Host>();

  /** No request begins after the deadline. */
  constructor(clock: Clock, deadline: number) {
    this.#clock = clock;
    this.#deadline = deadline;
  }

  /** Sets the pause that a host asks for, in seconds; never less than one. */
  setPause(name: string, seconds: number): void {
    const host = this.#host(name);
    host.pause = Math.max(LEAST_PAUSE, seconds * 1000);
    host.free = Math.max(host.free, host.ended + host.pause);
  }

  /** The host wants no request until then. */
  close(name: string, until: number): void {
    const host = this.#host(name);
    host.closedUntil = Math.max(host.closedUntil, until);
  }

  /** Runs a request when it is the host's turn; requests to other hosts do not wait for it. */
  async ask<T>(name: string, request: () => Promise<T>): Promise<T | Postponed> {
    const host = this.#host(name);
    const turn = host.last.then(() => this.#askNow(host, request));
    host.last = turn.catch(() => undefined);
    return turn;
  }

  async #askNow<T>(host: Host, request: () => Promise<T>): Promise<T | Postponed> {
    const { now, sleep } = this.#clock;
    if (host.free > this.#deadline || now() > this.#deadline) return { postponed: 'the time of this run is over' };
    if (host.free - now() > LONGEST_PAUSE) return { postponed: 'the host asks for a pause that is longer than a run' };
    while (host.free > now()) await sleep(host.free - now());
    // The answer before may have closed the host only just now.
    if (host.closedUntil > now()) return { postponed: `the host wants no request until ${new Date(host.closedUntil).toISOString()}` };
    try {
      return await request();
    } finally {
      host.ended = now();
      host.free = host.ended + host.pause;
    }
  }

  #host(name: string): Host {
    const host = this.#hosts.get(name) ?? { last: Promise.resolve(), free: 0, ended: 0, pause: LEAST_PAUSE, closedUntil: 0 };
    this.#hosts.set(name, host);
    return host;
  }
}
