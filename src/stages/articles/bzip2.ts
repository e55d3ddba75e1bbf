/** The only door to seek-bzip: bzip2 bytes → what they hold, within a limit. */
import Bunzip from 'seek-bzip';

/** Thrown to leave the library's loop as soon as too much has come out. */
const FULL = new Error('too large');

/** All streams of a bzip2 file; 'too large' where more than `limit` bytes come out, 'broken' where it cannot be read. */
export function bunzip2(bytes: Uint8Array, limit: number): Uint8Array | 'too large' | 'broken' {
  const output = new Output(limit);
  try {
    Bunzip.decode(bytes, output, true);
    return output.bytes();
  } catch (error) {
    return error === FULL ? 'too large' : 'broken';
  }
}

/** Takes byte after byte, and doubles its room when it is full. */
class Output {
  readonly #limit: number;
  #bytes = new Uint8Array(64 * 1024);
  #length = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  writeByte(byte: number): void {
    if (this.#length >= this.#limit) throw FULL;
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = byte;
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}
