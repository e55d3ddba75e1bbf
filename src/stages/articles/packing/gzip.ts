/** gzip, all members of a file, also where it ends in debris or breaks off. */
import { constants, gunzipSync, inflateRawSync } from 'node:zlib';
import type { Outcome } from '../../../core/model/problems.ts';
import { setAside } from '../finish.ts';
import type { InputFile } from '../input.ts';
import { LARGEST_OUTPUT, limitFor, packingFault } from './limits.ts';

const GZIP_HEADER = 10;
const GZIP_FOOTER = 8;
const DEFLATED = 8;

/**
 * The file inside a gzip file, all its members; its path loses the ending. Of a file that ends in debris the sound members are read; of one that breaks off
 * also what stands before the break, where the file inside `isOfRecords`, each of which tells itself whether it is whole.
 */
export function unpackGzip(file: InputFile, room = LARGEST_OUTPUT, isOfRecords = false): Outcome<InputFile> {
  try {
    return {
      kept: [{ path: file.path, bytes: gunzipSync(file.bytes, { maxOutputLength: limitFor(file.bytes.length, room) }) }],
      problems: [],
    };
  } catch (error) {
    const fault = setAside(file, ...packingFault(error, 'gzip'));
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return fault;
    const limit = limitFor(file.bytes.length, room);
    const isCutOff = (error as { code?: string }).code === 'Z_BUF_ERROR';
    const sound = isOfRecords && isCutOff ? beforeTheBreak(file.bytes, limit) : soundMembers(file.bytes, limit);
    return sound.length === 0 ? fault : { kept: [{ path: file.path, bytes: sound }], problems: fault.problems };
  }
}

/** What stands before the end of a file that breaks off. */
function beforeTheBreak(bytes: Uint8Array, most: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return new Uint8Array(0);
  }
}

/** What the members before the first broken one hold, each unpacked by itself. */
function soundMembers(bytes: Uint8Array, most: number): Uint8Array {
  const members: Uint8Array[] = [];
  let room = most;
  for (let at = 0; at + GZIP_HEADER + GZIP_FOOTER < bytes.length; ) {
    const start = endOfGzipHeader(bytes, at);
    if (start === null) break;
    try {
      const { buffer, engine } = inflateRawSync(bytes.subarray(start), {
        maxOutputLength: Math.max(1, room),
        info: true,
      }) as unknown as Inflated;
      members.push(buffer);
      room -= buffer.length;
      at = start + engine.bytesWritten + GZIP_FOOTER;
    } catch {
      // The rest is broken; what came before it stands.
      break;
    }
  }
  return Buffer.concat(members);
}

interface Inflated {
  readonly buffer: Uint8Array;
  /** Bytes that were taken in. */
  readonly engine: { readonly bytesWritten: number };
}

/** Where the packed bytes of a member begin (RFC 1952), or null where no member begins. */
function endOfGzipHeader(bytes: Uint8Array, at: number): number | null {
  if (bytes[at] !== 0x1f || bytes[at + 1] !== 0x8b || bytes[at + 2] !== DEFLATED) return null;
  const flags = bytes[at + 3] ?? 0;
  let end = at + GZIP_HEADER;
  if (flags & 4) end += 2 + (bytes[end] ?? 0) + (bytes[end + 1] ?? 0) * 256;
  for (const flag of [8, 16]) if (flags & flag) end = bytes.indexOf(0, end) + 1 || bytes.length;
  if (flags & 2) end += 2;
  return end < bytes.length ? end : null;
}
