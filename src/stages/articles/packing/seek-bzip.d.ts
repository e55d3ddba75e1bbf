/** What is used of seek-bzip, which brings no types. */
declare module 'seek-bzip' {
  const Bunzip: {
    decode(input: Uint8Array, output: { writeByte(byte: number): void }, multistream: boolean): void;
  };
  export default Bunzip;
}
