/** Lines to standard output, as fast as the reader takes them. */
import { once } from 'node:events';
import { printableJson } from '../core/printable.ts';

const CHUNK = 64 * 1024;

/** Prints JSON lines; waits while the pipe is full, so memory stays flat. */
export class LinePrinter {
  #buffer = '';

  async print(value: unknown): Promise<void> {
    this.#buffer += `${printableJson(value)}\n`;
    if (this.#buffer.length >= CHUNK) await this.flush();
  }

  async flush(): Promise<void> {
    const chunk = this.#buffer;
    this.#buffer = '';
    if (chunk !== '' && !process.stdout.write(chunk)) await once(process.stdout, 'drain');
  }
}
