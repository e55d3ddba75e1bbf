/** How well a file may be packed before it is taken for padding that fills the memory. */

/** Text packs 3 to 20 times; a file that packs better than this holds nothing but padding. */
export const HIGHEST_RATIO = 200;
/** Below this size the ratio does not matter. */
const SMALL_OUTPUT = 8 * 1024 * 1024;

/** Most bytes that may come out of so many packed ones. */
export function mostUnpacked(packed: number): number {
  return Math.max(SMALL_OUTPUT, packed * HIGHEST_RATIO);
}
