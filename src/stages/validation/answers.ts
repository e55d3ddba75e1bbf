/** What a coder wrote into a cell, understood as spreadsheets and people leave it. */

/** The questions with a yes or a no, in the order of the sheet; then the tone. */
export const YES_NO = ['is_statement', 'speaker_right', 'about_relations', 'date_right'] as const;
export type YesNo = (typeof YES_NO)[number];

/** Answers of one coder about one statement; null where the cell is empty. */
export interface Answers extends Readonly<Record<YesNo, boolean | null>> {
  /** -2 (hostile) to 2 (cooperative). */
  readonly tone: number | null;
  readonly note: string;
}

/** A cell that was understood, or what was expected. */
export type Cell<T> = { readonly value: T | null } | { readonly expected: string };

const YES = new Set(['yes', 'y', 'ja', 'j', 'x', 'true', 'wahr', '1', 'oui', 'o', 'sí', 'si', 'sim', 'tak', 'da', 'да', '✓', '✔', '☑']);
const NO = new Set(['no', 'n', 'nein', 'false', 'falsch', '0', 'non', 'não', 'nao', 'nie', 'нет', '✗', '✘', '☐', '-']);

/** Yes, no, or nothing: "Yes", "ja", "X", "1", " N " are all understood. */
export function readYesNo(text: string): Cell<boolean> {
  const plain = plainOf(text).replace(/[.!]$/, '');
  if (plain === '') return { value: null };
  if (YES.has(plain)) return { value: true };
  return NO.has(plain) ? { value: false } : { expected: 'yes or no' };
}

/** A whole step from -2 to 2: "-2", "−2,0", "+1", "1.0", "'-1" are all understood. */
export function readTone(text: string): Cell<number> {
  const plain = plainOf(text)
    .replace(/[−–‒﹣－]/g, '-')
    .replace(',', '.')
    .replace(/\s+/g, '');
  if (plain === '') return { value: null };
  const tone = /^[+-]?\d+(?:\.0+)?$/.test(plain) ? Number(plain) : Number.NaN;
  return Math.abs(tone) <= 2 ? { value: tone === 0 ? 0 : tone } : { expected: '-2, -1, 0, 1 or 2' };
}

/** Lower case, without the blanks around it and the apostrophe by which a spreadsheet marks text. */
function plainOf(text: string): string {
  return text.normalize('NFKC').replace(/^\s*'/, '').trim().toLowerCase();
}
