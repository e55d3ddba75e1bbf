/** A bzip2 file, all its streams. */
import { bunzipBlocks } from '../../../core/bunzip.ts';
import type { Outcome } from '../../../core/model/problems.ts';
import { setAside } from '../finish.ts';
import type { InputFile } from '../input.ts';
import { LARGEST_OUTPUT, limitFor, packingFault } from './limits.ts';

/** The file inside a bzip2 file; its path loses the ending. Of one that `isOfRecords` and is broken, what stands before the break is read. */
export function unpackBzip2(file: InputFile, room = LARGEST_OUTPUT, isOfRecords = false): Outcome<InputFile> {
  const limit = limitFor(file.bytes.length, room);
  const blocks: Uint8Array[] = [];
  let length = 0;
  const inside = (): readonly InputFile[] => [{ path: file.path, bytes: Buffer.concat(blocks) }];
  try {
    for (const block of bunzipBlocks([file.bytes])) {
      length += block.length;
      if (length > limit) return setAside(file, ...packingFault({ code: 'ERR_BUFFER_TOO_LARGE' }, 'bzip2'));
      blocks.push(block);
    }
    return { kept: inside(), problems: [] };
  } catch {
    return { kept: isOfRecords && length > 0 ? inside() : [], problems: setAside(file, ...packingFault({}, 'bzip2')).problems };
  }
}
