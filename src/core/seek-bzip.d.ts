/** What is used of seek-bzip, which brings no types. */
declare module 'seek-bzip' {
  /** Where packed bytes come from. */
  interface Source {
    readByte(): number;
    read(buffer: Uint8Array, offset: number, length: number): number;
  }
  interface Sink {
    writeByte(byte: number): void;
  }
  /** Unpacks block after block; the names are those by which its own `decode` calls them. */
  export default class Bunzip {
    constructor(source: Source, sink: Sink);
    readonly reader: { read(bits: number): number };
    readonly streamCRC: number;
    _init_block(): boolean;
    _read_bunzip(): void;
    _start_bunzip(source: Source, sink: Sink): void;
  }
}
