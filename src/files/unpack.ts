/** Unpacks a gzip or bzip2 file chunk by chunk, so that memory stays flat whatever its size. */
import { bunzipBlocks } from '../core/bunzip.ts';
import { HIGHEST_RATIO, mostUnpacked } from '../core/packing.ts';
import { gunzipPieces, type PackingFault } from './gunzip.ts';

/** First byte of a bzip2 file; those of a gzip file begin otherwise. */
const BZIP2 = 0x42;

/** What some packed bytes hold, as `gunzipPieces` gives it; the first byte tells how they are packed. */
export async function* unpackPieces(chunks: Iterable<Uint8Array>, onFault: (fault: PackingFault) => void): AsyncGenerator<Uint8Array> {
  const rest = chunks[Symbol.iterator]();
  const { value: first } = rest.next() as { value: Uint8Array | undefined };
  if (first === undefined) return;
  const whole = startingWith(first, rest);
  if (first[0] === BZIP2) yield* bunzipPieces(whole, onFault);
  else yield* gunzipPieces(whole, onFault);
}

function* startingWith(first: Uint8Array, rest: Iterator<Uint8Array>): Generator<Uint8Array> {
  yield first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

/** Blocks that are sound, up to the first that is not; all chunks are taken in any case. */
function* bunzipPieces(chunks: Iterable<Uint8Array>, onFault: (fault: PackingFault) => void): Generator<Uint8Array> {
  const size = { packed: 0, unpacked: 0 };
  const counted = countedChunks(chunks, size);
  try {
    for (const block of bunzipBlocks(counted)) {
      size.unpacked += block.length;
      if (size.unpacked > mostUnpacked(size.packed)) {
        onFault({ code: 'too large', reason: `the bzip2 file packs better than ${HIGHEST_RATIO} to 1` });
        break;
      }
      yield block;
    }
  } catch (error) {
    onFault({ code: 'bad archive', reason: `the bzip2 file cannot be opened (${(error as Error).message})` });
  }
  for (let next = counted.next(); !next.done; next = counted.next());
}

function* countedChunks(chunks: Iterable<Uint8Array>, size: { packed: number }): Generator<Uint8Array> {
  for (const chunk of chunks) {
    size.packed += chunk.length;
    yield chunk;
  }
}
