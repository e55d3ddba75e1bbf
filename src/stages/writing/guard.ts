/**
 * What in a text must not reach a spreadsheet as it is, as regular expressions. The tables are written by two engines, Node's (csv.ts) and RE2 (csv-lines.ts),
 * so every class is spelt out in code points: neither engine's edition of Unicode decides about a byte.
 */

type Range = readonly [first: number, last: number];

const CONTROLS: readonly Range[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
];

/** Blanks and invisible format characters, which spreadsheets skip before a formula. */
const BLANKS: readonly Range[] = [
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0xad, 0xad],
  [0x600, 0x605],
  [0x61c, 0x61c],
  [0x6dd, 0x6dd],
  [0x70f, 0x70f],
  [0x890, 0x891],
  [0x8e2, 0x8e2],
  [0x1680, 0x1680],
  [0x180e, 0x180e],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
  [0x110bd, 0x110bd],
  [0x110cd, 0x110cd],
  [0x13430, 0x1343f],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0001, 0xe0001],
  [0xe0020, 0xe007f],
];

/** = + - @ in either width, and the minus sign. */
const SIGNS: readonly Range[] = [0x3d, 0x2b, 0x2d, 0x40, 0xff1d, 0xff0b, 0xff0d, 0xff20, 0x2212].map((code): Range => [code, code]);

const APOSTROPHE = 0x27;

const BYTE_ORDER_MARK: Range = [0xfeff, 0xfeff];

/** Characters that no spreadsheet or database reads alike. Tabs and line ends stay. */
const UNREADABLE: readonly Range[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x7f],
  [0xfffe, 0xffff],
];

const SURROGATES: Range = [0xd800, 0xdfff];

/** Comma and quote, as RFC 4180 asks, line ends, and what spreadsheets of other countries cut at. */
const CUTTING: readonly Range[] = [0x2c, 0x22, 0x0d, 0x0a, 0x3b, 0x09].map((code): Range => [code, code]);

/** What numbers, days, hours and amounts are written with, beside digits. */
const BETWEEN_DIGITS: readonly Range[] = [...' .,:/%$+-()eE\u00a0\u20ac\u00a3'].map(
  (sign): Range => [sign.charCodeAt(0), sign.charCodeAt(0)],
);
const DIGIT: readonly Range[] = [[0x30, 0x39]];
const MONTHS =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  );

/** Sources of the patterns for one engine. */
export interface Guard {
  /** What a spreadsheet may take for a formula. https://owasp.org/www-community/attacks/CSV_Injection */
  readonly formula: string;
  /** What a spreadsheet may take for a number, a day, an hour or a truth value, and would show in another form. */
  readonly lookalike: string;
  /** Lookalikes that keep their form: whole numbers of up to 15 digits, ISO days, months and weeks. */
  readonly plain: string;
  readonly unreadable: string;
  /** A cell that holds one of these stands in quotes. */
  readonly cutting: string;
  /** What is not readable, may be a formula or is a lookalike. */
  readonly special: string;
  /** Any of them but plain. */
  readonly any: string;
}

/** For Node, with the flag u. Surrogates occur only here: the database holds UTF-8. */
export const SCRIPT_GUARD = guardOf((code) => `\\u{${code.toString(16)}}`, [...UNREADABLE, SURROGATES]);

/** For RE2, as it stands in a literal of SQL. */
export const DATABASE_GUARD = guardOf((code) => `\\x{${code.toString(16)}}`, UNREADABLE);

function guardOf(spell: (code: number) => string, unreadable: readonly Range[]): Guard {
  const classOf = (ranges: readonly Range[]) => `[${ranges.map(([first, last]) => `${spell(first)}-${spell(last)}`).join('')}]`;
  // After apostrophes too: then the one that is put before it can be told from its own, and taken away again.
  const formula = `^${spell(APOSTROPHE)}*(?:${classOf([...CONTROLS, ...BLANKS])}*${classOf(SIGNS)}|${classOf([...CONTROLS, BYTE_ORDER_MARK])})`;
  const anyCase = (word: string) => [...word].map((letter) => `[${letter}${letter.toUpperCase()}]`).join('');
  const [between, digit] = [classOf(BETWEEN_DIGITS), classOf(DIGIT)];
  const numeric = classOf([...BETWEEN_DIGITS, ...DIGIT]);
  const month = `(?:${MONTHS.map(anyCase).join('|')})`;
  const truth = `${anyCase('true')}|${anyCase('false')}`;
  // Each class ends where the next one begins, so no text is tried twice.
  const amount = `${between}*${digit}${numeric}*`;
  const lookalike = `^${spell(APOSTROPHE)}*(?:${amount}|${digit}${numeric}*${month}${numeric}*|${month}${amount}|${truth})$`;
  return {
    formula,
    lookalike,
    plain: `^(?:0|[1-9]${digit}{0,14}|${digit}{4}-(?:W?${digit}{2}|${digit}{2}-${digit}{2}))$`,
    unreadable: classOf(unreadable),
    cutting: classOf(CUTTING),
    special: `${classOf(unreadable)}|${formula}|${lookalike}`,
    any: `${classOf([...unreadable, ...CUTTING])}|${formula}|${lookalike}`,
  };
}
