/** bzip2, block by block, all streams of a file. The only door to seek-bzip. */
import Bunzip from 'seek-bzip';

/** Bits of the checksum behind the last block of a stream. */
const CHECKSUM = 32;

/**
 * What packed bytes hold, a block at a time (at most 900 kB, or 46 MB where one letter is repeated). Throws at the first block that is broken or breaks off;
 * zeros behind the last stream are padding.
 */
export function* bunzipBlocks(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  const source = new Source(chunks);
  const sink = new Sink();
  const unpacker = new Bunzip(source, sink);
  for (;;) {
    if (unpacker._init_block()) {
      unpacker._read_bunzip();
      yield sink.take();
      continue;
    }
    if (unpacker.reader.read(CHECKSUM) >>> 0 !== unpacker.streamCRC) throw new Error('a checksum is wrong');
    if (!source.peek()) return;
    unpacker._start_bunzip(source, sink);
  }
}

/** Gives byte after byte of the chunks. */
class Source {
  readonly #chunks: Iterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array(0);
  #at = 0;

  constructor(chunks: Iterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.iterator]();
  }

  /** The next byte, which stays the next one; undefined at the end. */
  peek(): number | undefined {
    while (this.#at >= this.#chunk.length) {
      const { done, value } = this.#chunks.next();
      if (done) return undefined;
      this.#chunk = value;
      this.#at = 0;
    }
    return this.#chunk[this.#at];
  }

  readByte(): number {
    const byte = this.#at < this.#chunk.length ? this.#chunk[this.#at] : this.peek();
    if (byte === undefined) throw new Error('it breaks off');
    this.#at++;
    return byte;
  }

  read(buffer: Uint8Array, offset: number, length: number): number {
    for (let i = 0; i < length; i++) buffer[offset + i] = this.readByte();
    return length;
  }
}

/** Takes byte after byte, and doubles its room when it is full. */
class Sink {
  #bytes = new Uint8Array(1024 * 1024);
  #length = 0;

  writeByte(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = byte;
  }

  /** What has come in since, as a copy. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }
}
