/** What commands say to people: whatever a line holds of strangers' text, it begins no other line and commands no terminal. */
import { printableLine } from '../core/printable.ts';

/** Lines to standard output. */
export function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.map(printableLine).join('\n')}\n`);
}

/** A sentence to standard error. */
export function warn(sentence: string): void {
  process.stderr.write(`detente: ${printableLine(sentence)}\n`);
}
