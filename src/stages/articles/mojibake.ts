/**
 * UTF-8 that somebody read as windows-1252 (“â€œWe donâ€™tâ€\u009d”), undone where it is certain. The rule is that of ftfy (Speer 2019):
 * a run is mended if its characters are the bytes of sound UTF-8 and the run is one that no writing has.
 */
import { type Mended, replaceIn } from './mended.ts';
import { byteOf1252 } from './windows-1252.ts';

/** Characters that stand for the bytes 0x80–0xBF, which follow a leading byte. */
const NEXT =
  '[\\u0080-\\u00bf\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u2013\\u2014\\u2018-\\u201a\\u201c-\\u201e\\u2020-\\u2022\\u2026\\u2030\\u2039\\u203a\\u20ac\\u2122]';
/** Three bytes and four: nothing but such debris looks so. */
const LONG = new RegExp(`[\\u00e0-\\u00ef]${NEXT}${NEXT}|[\\u00f0-\\u00f4]${NEXT}${NEXT}${NEXT}`, 'g');
/** Two bytes, as Ã© and Â£: Â and Ã before a sign. */
const LATIN = new RegExp(`[\\u00c2\\u00c3]${NEXT}`, 'g');
/** Two bytes of any alphabet. */
const SHORT = new RegExp(`[\\u00c2-\\u00df]${NEXT}`, 'g');
/** Two bytes as in ErdoÄŸan: a capital Ä or Å behind a small letter stands in no word. */
const INSIDE = new RegExp(`(?<=\\p{Ll})[\\u00c4\\u00c5]${NEXT}`, 'gu');
/** A closing mark whose last byte, 0x9D, was thrown away. */
const CUT_MARK = /\u00e2\u20ac(?=[\s.,;:!?)\]]|$)/g;
/** Russian, Greek or Polish debris comes in runs. */
const FEWEST_SHORT = 3;
/** Text that was read wrongly again and again. */
const MOST_ROUNDS = 6;

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The text without such runs; the same text where there are none. */
export function mendMojibake(given: Mended): Mended {
  let mended = given;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = mendOnce(mended);
    if (next.text === mended.text) break;
    mended = next;
  }
  return mended;
}

function mendOnce(given: Mended): Mended {
  const long = mend(given, LONG);
  const isSure = long.text !== given.text;
  const latin = mend(mend(long, LATIN), INSIDE);
  const short = isSure || (latin.text.match(SHORT)?.length ?? 0) >= FEWEST_SHORT ? mend(latin, SHORT) : latin;
  return isSure ? replaceIn(short, CUT_MARK, () => '”') : short;
}

function mend(given: Mended, runs: RegExp): Mended {
  return replaceIn(given, runs, (run) => decodeRun(run) ?? run);
}

/** What the bytes of a run say in UTF-8; null where they are no UTF-8, or stand for nothing that is written. */
function decodeRun(run: string): string | null {
  const bytes = Uint8Array.from(run, byteOf1252);
  try {
    const decoded = UTF8.decode(bytes);
    return /\p{Unassigned}|\p{Private_Use}|\p{Control}/u.test(decoded) && !/[\u0080-\u009f]/.test(decoded) ? null : decoded;
  } catch {
    return null;
  }
}
