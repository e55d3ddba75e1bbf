/** What comes in by standard input. */
import { readSync } from 'node:fs';
import { PIECE } from './read.ts';

/** Standard input in pieces of at most 1 MB, as they come. Each piece is overwritten by the next one. */
export function* readInputPieces(): Generator<Uint8Array> {
  const buffer = new Uint8Array(PIECE);
  for (let read = readInput(buffer); read > 0; read = readInput(buffer)) yield buffer.subarray(0, read);
}

/** All of standard input as text. */
export function readInputText(): string {
  const pieces: Uint8Array[] = [];
  for (const piece of readInputPieces()) pieces.push(piece.slice());
  return Buffer.concat(pieces).toString('utf8');
}

/** Waits for input that is not there yet: a pipe that does not block answers EAGAIN. */
function readInput(buffer: Uint8Array): number {
  for (;;) {
    try {
      return readSync(0, buffer);
    } catch (error) {
      const { code } = error as { readonly code?: string };
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
