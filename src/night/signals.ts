/** Signals that ask a night to end: it stops at the next step, publishes nothing by half, and gives the exit code that shells expect. */
import { Stop } from '../core/stop.ts';

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
type Name = keyof typeof SIGNALS;

/** After this long a night that has not ended by itself is ended by the signal: work in the store is a transaction, tables are unseen until the last step. */
const PATIENCE_MILLISECONDS = 4_000;

/** Listens for signals while a night runs. */
export class Interruption {
  #caught: Name | null = null;
  readonly #endings: (() => void)[] = [];
  readonly #listener = (name: NodeJS.Signals): void => this.#catch(name as Name);

  listen(): void {
    for (const name of Object.keys(SIGNALS)) process.on(name, this.#listener);
  }

  close(): void {
    for (const name of Object.keys(SIGNALS)) process.off(name, this.#listener);
  }

  /** Called when a signal comes: breaks off what is under way. */
  onSignal(ending: () => void): void {
    this.#endings.push(ending);
    if (this.#caught !== null) ending();
  }

  /** Throws when a signal has come. */
  check(): void {
    const stop = this.stop();
    if (stop !== null) throw stop;
  }

  /** How the command ends when a signal has come, whatever error that led to. */
  stop(): Stop | null {
    if (this.#caught === null) return null;
    return new Stop(SIGNALS[this.#caught], `ended by ${this.#caught}; what was read is kept, what was published before still stands`);
  }

  #catch(name: Name): void {
    if (this.#caught !== null) {
      this.#give(name);
      return;
    }
    this.#caught = name;
    setTimeout(() => this.#give(name), PATIENCE_MILLISECONDS).unref();
    for (const ending of this.#endings) ending();
  }

  /** Lets the signal do what it does by itself. */
  #give(name: Name): void {
    this.close();
    process.kill(process.pid, name);
  }
}
