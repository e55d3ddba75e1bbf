/** What a night says while it runs: JSON lines, or a line of progress and a sentence for a person, always on standard error. */

import { printableJson, printableLine } from '../core/printable.ts';

/** How a night speaks. */
export interface JournalOptions {
  /** JSON lines instead of words. */
  readonly isJson: boolean;
  /** Whether somebody watches. */
  readonly isTerminal: boolean;
  readonly write: (text: string) => void;
  /** The time now, as ISO 8601. */
  readonly now: () => string;
}

/** Writes what is to be said, each thing in the form that was asked for. */
export class Journal {
  readonly #options: JournalOptions;
  #hasLine = false;

  constructor(options: JournalOptions) {
    this.#options = options;
  }

  /** Something for the log alone. */
  event(event: string, details: Readonly<Record<string, unknown>>, level: 'info' | 'warning' | 'error' = 'info'): void {
    if (!this.#options.isJson) return;
    this.#options.write(`${printableJson({ time: this.#options.now(), level, event, ...details })}\n`);
  }

  /** A line that the next one replaces; only where somebody watches. */
  progress(line: string): void {
    if (this.#options.isJson || !this.#options.isTerminal) return;
    this.#hasLine = true;
    this.#options.write(`\r${printableLine(line)}\u001b[K`);
  }

  /** Something that a person needs to know: a sentence, and lines that belong to it. */
  tell(level: 'warning' | 'error', event: string, ...lines: readonly string[]): void {
    this.endProgress();
    if (this.#options.isJson) this.event(event, { message: lines.join('\n') }, level);
    else this.#options.write(`detente: ${lines.map(printableLine).join('\n')}\n`);
  }

  /** Clears the line of progress. */
  endProgress(): void {
    if (this.#hasLine) this.#options.write('\r\u001b[K');
    this.#hasLine = false;
  }
}
