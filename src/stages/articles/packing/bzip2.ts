/** bzip2, all streams of a file. The only door to seek-bzip. */
import Bunzip from 'seek-bzip';
import type { Outcome } from '../../../core/model/problems.ts';
import { setAside } from '../finish.ts';
import type { InputFile } from '../input.ts';
import { LARGEST_OUTPUT, limitFor, packingFault } from './limits.ts';

/** Thrown to leave the library's loop as soon as too much has come out. */
const FULL = new Error('too large');

/** The file inside a bzip2 file; its path loses the ending. */
export function unpackBzip2(file: InputFile, room = LARGEST_OUTPUT): Outcome<InputFile> {
  const bytes = bunzip2(file.bytes, limitFor(file.bytes.length, room));
  if (bytes === 'too large') return setAside(file, ...packingFault({ code: 'ERR_BUFFER_TOO_LARGE' }, 'bzip2'));
  return bytes === 'broken' ? setAside(file, ...packingFault({}, 'bzip2')) : { kept: [{ path: file.path, bytes }], problems: [] };
}

/** All streams of a bzip2 file; 'too large' where more than `limit` bytes come out, 'broken' where it cannot be read. */
function bunzip2(bytes: Uint8Array, limit: number): Uint8Array | 'too large' | 'broken' {
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
