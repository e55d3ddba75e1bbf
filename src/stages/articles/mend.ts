/** Text as its writer meant it: debris of encodings mended where that is certain, marks that nobody sees left out. Every offset can be led back to the text that was given. */

import type { Origin, Span } from '../../core/model/articles.ts';
import { type Mended, replaceIn, untouched } from './mended.ts';
import { mendMojibake } from './mojibake.ts';
import { decodeReference, REFERENCES } from './pages/entities.ts';
import { HIGH_1252 } from './windows-1252.ts';

/** Anything that mending may be needed for; most texts have none of it. */
const SUSPECT =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufb00-\ufb06\ufeff\ufff9-\ufffb]|\p{Surrogate}|\p{Mn}|[\u00c2-\u00c5\u00e2\u00d0\u00d1][\u0080-\u00ff\u0152-\u2122]|&[#a-z]|^=HYPERLINK\(/iu;
/** Marks of layout and direction, and controls that mean nothing in a text. */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
/** A joiner that joins no picture signs. */
const LOOSE_JOINER = /(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const LOOSE_ACCENT = /\p{Script=Latin}\p{Mn}+/gu;
/** "ﬁrst oﬀer", as printers and PDFs write it. */
const LIGATURE = /[\ufb00-\ufb06]/g;
/** The formula of a link that a spreadsheet has left in front of a text. */
const LINK_FORMULA = /^=HYPERLINK\("[^"]*"[,;]\s*"[^"]*"\)/gi;
const C1 = /[\u0080-\u009f]/g;

/** `&rsquo;` and `â€™` and U+0092 → ’; soft hyphens, zero-width marks, marks of direction and controls → nothing; letters with loose accents → one letter; ﬁ → fi. */
export function mendText(text: string): string {
  return SUSPECT.test(text) ? mend(untouched(text)).text : text;
}

/** A text that needs no mending any more, with its origin where one is known. */
export interface MendedText {
  readonly text: string;
  readonly origin?: Origin;
  /** The headline, where the layout shows which one it is. */
  readonly title?: string | null;
  readonly url?: string | null;
  /** What its layout shows to be no news. */
  readonly marked?: readonly Span[];
}

/** The same, with the origin of a text that was changed. */
export function mendGiven(text: string): MendedText {
  const mended = SUSPECT.test(text) ? mend(untouched(text)) : { text };
  return mended.text === text ? { text } : mended;
}

const STEPS: readonly (readonly [pattern: RegExp, replacement: (found: string) => string])[] = [
  [C1, (control) => HIGH_1252[control.charCodeAt(0) - 0x80] ?? ''],
  [UNSEEN, () => ''],
  [LOOSE_JOINER, () => ''],
  [LONE_SURROGATE, () => ''],
  [LOOSE_ACCENT, (letter) => letter.normalize('NFC')],
  [LIGATURE, (letters) => letters.normalize('NFKC')],
  [LINK_FORMULA, () => ''],
];

function mend(given: Mended): Mended {
  return STEPS.reduce((mended, [pattern, replacement]) => replaceIn(mended, pattern, replacement), mendMojibake(readLeftovers(given)));
}

/** Character references, also such as were written twice (`&amp;rsquo;`). */
function readLeftovers(given: Mended): Mended {
  return replaceIn(replaceIn(given, REFERENCES, decodeReference), REFERENCES, decodeReference);
}

/** Replacement characters in a text, each of which was a letter or a mark; from two on a quotation may be lost. */
export function isGarbled(text: string): boolean {
  const first = text.indexOf('\ufffd');
  return first >= 0 && text.indexOf('\ufffd', first + 1) >= 0;
}
