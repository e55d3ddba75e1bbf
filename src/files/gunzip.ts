/** Unpacks a gzip file chunk by chunk, so that memory stays flat whatever its size. */
import { createGunzip, type Gunzip } from 'node:zlib';
import { HIGHEST_RATIO, mostUnpacked } from '../core/packing.ts';

/** Why unpacking ended before the end of the file. */
export interface PackingFault {
  readonly code: 'too large' | 'bad archive';
  readonly reason: string;
}

/** Packed bytes that are taken at a time: what packs 1,000 to 1 stays small, and little is lost where a step is broken. */
const STEP = 16 * 1024;
const OUTPUT = 256 * 1024;

/**
 * What some packed bytes hold, all their members. A fault is told to `onFault`, and what was sound before the step in which it was met is given out, the
 * same whatever the chunks. All chunks are taken in any case. Those that come must stand until the next one is asked for.
 */
export async function* gunzipPieces(chunks: Iterable<Uint8Array>, onFault: (fault: PackingFault) => void): AsyncGenerator<Uint8Array> {
  const unpacker = new Unpacker();
  const size = { packed: 0, unpacked: 0 };
  let fault: PackingFault | null = null;
  for (const step of stepsOf(chunks)) {
    if (fault !== null) continue;
    const taken = await unpacker.take(step);
    fault = taken.fault;
    size.packed += step.length;
    size.unpacked += taken.unpacked.reduce((sum, { length }) => sum + length, 0);
    if (size.unpacked > mostUnpacked(size.packed))
      fault = { code: 'too large', reason: `the gzip file packs better than ${HIGHEST_RATIO} to 1` };
    else yield* taken.unpacked;
  }
  if (fault === null) {
    const taken = await unpacker.end();
    yield* taken.unpacked;
    fault = taken.fault;
  }
  if (fault !== null) onFault(fault);
}

/** Steps of one size, however the chunks are parted. */
function* stepsOf(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  let held = Buffer.alloc(0);
  for (const chunk of chunks) {
    let at = STEP - held.length;
    if (chunk.length < at) {
      held = Buffer.concat([held, chunk]);
      continue;
    }
    yield Buffer.concat([held, chunk.subarray(0, at)]);
    for (; at + STEP <= chunk.length; at += STEP) yield chunk.subarray(at, at + STEP);
    held = Buffer.from(chunk.subarray(at));
  }
  if (held.length > 0) yield held;
}

interface Taken {
  readonly unpacked: readonly Uint8Array[];
  readonly fault: PackingFault | null;
}

/** Node's unpacker, step by step: what a step gives is known before the next one is taken. */
class Unpacker {
  readonly #stream: Gunzip = createGunzip({ chunkSize: OUTPUT });
  #unpacked: Uint8Array[] = [];
  #error: NodeJS.ErrnoException | null = null;
  #hasEnded = false;
  #settle: () => void = () => undefined;

  constructor() {
    this.#stream.on('data', (piece: Uint8Array) => this.#unpacked.push(piece));
    this.#stream.on('error', (error: NodeJS.ErrnoException) => {
      this.#error = error;
      this.#settle();
    });
    // Behind the last member there may be padding, for which nobody is called back.
    this.#stream.on('end', () => {
      this.#hasEnded = true;
      this.#settle();
    });
  }

  take(step: Uint8Array): Promise<Taken> {
    return this.#settled((done) => this.#stream.write(step, () => done()));
  }

  end(): Promise<Taken> {
    return this.#settled(() => this.#stream.end());
  }

  async #settled(work: (done: () => void) => void): Promise<Taken> {
    if (this.#error === null && !this.#hasEnded)
      await new Promise<void>((resolve) => {
        this.#settle = resolve;
        work(resolve);
      });
    while (this.#stream.read() !== null);
    const unpacked = this.#unpacked;
    this.#unpacked = [];
    if (this.#error === null) return { unpacked, fault: null };
    return {
      unpacked: [],
      fault: { code: 'bad archive', reason: `the gzip file cannot be opened (${this.#error.code ?? 'unknown fault'})` },
    };
  }
}
