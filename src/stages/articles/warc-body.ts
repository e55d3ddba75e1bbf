/** The body of an HTTP answer in a web archive: out of its chunks and its packing. */
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/** A body that came in chunks; crawlers often join them and leave the header as it was. */
export function joinChunks(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const line = /^([0-9a-f]{1,8})[^\r\n]{0,200}\r?\n/i.exec(Buffer.from(bytes.subarray(at, at + 256)).toString('latin1'));
    if (!line) return parts.length === 0 ? bytes : Buffer.concat(parts);
    const length = Number.parseInt(line[1] ?? '0', 16);
    if (length === 0) break;
    const start = at + line[0].length;
    parts.push(bytes.subarray(start, start + length));
    at = start + length;
    while (bytes[at] === 0x0d || bytes[at] === 0x0a) at++;
  }
  return Buffer.concat(parts);
}

/** A body out of its packing; crawlers often unpack it and leave the header as it was. Null where it unpacks to more than `limit` bytes. */
export function unpackBody(body: Uint8Array, encoding: string, limit: number): Uint8Array | null {
  const unpack = /gzip/.test(encoding)
    ? gunzipSync
    : /br\b/.test(encoding)
      ? brotliDecompressSync
      : /deflate/.test(encoding)
        ? inflateSync
        : null;
  if (!unpack) return body;
  try {
    return unpack(body, { maxOutputLength: limit });
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? null : body;
  }
}
