/** Limits of what is packed: a file that claims or holds far more than it should is set aside before it fills the memory. */
import { HIGHEST_RATIO, mostUnpacked } from '../../../core/packing.ts';

/** Most bytes that come out of one packed file, with all that is packed in it. */
export const LARGEST_OUTPUT = 128 * 1024 * 1024;
/** Most files that are taken out of one archive. */
export const MOST_ENTRIES = 20_000;
/** Files that systems hide. */
export const HIDDEN = /(?:^|[\\/])(?:__MACOSX[\\/]|\.(?!\.?[\\/])|thumbs\.db$|desktop\.ini$)/i;

/** Bytes that may come out of so many packed ones; at least one, which zlib asks for. */
export function limitFor(packed: number, room: number): number {
  return Math.max(1, Math.min(room, LARGEST_OUTPUT, mostUnpacked(packed)));
}

/** Why a packed file cannot be opened, from the error of the unpacker. */
export function packingFault(error: unknown, kind: string): [code: string, reason: string] {
  const code = (error as { code?: string }).code;
  if (code === 'ERR_BUFFER_TOO_LARGE')
    return ['too large', `the ${kind} file holds more than ${LARGEST_OUTPUT} bytes or packs better than ${HIGHEST_RATIO} to 1`];
  return ['bad archive', `the ${kind} file cannot be opened (${code ?? 'unknown fault'})`];
}
