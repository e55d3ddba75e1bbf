/** Lines that are no news by their form, wherever they stand: menus, captions, credits, bare addresses. */
import type { Line } from './lines.ts';

/** How often a line is printed, and where first. */
export interface Copies {
  readonly count: number;
  readonly first: number;
}

/** What a rule sees beside the line: how often each is printed. */
export interface Sight {
  readonly copies: ReadonlyMap<string, Copies>;
}

/** One decision about one line. */
export interface LineRule {
  readonly id: string;
  readonly isMet: (line: Line, index: number, sight: Sight) => boolean;
}

const COPYRIGHT = /©|\(c\)\s*(?:19|20)\d\d|\bcopyright\b.{0,40}(?:19|20)\d\d|\ball rights reserved\b/i;
const CREDIT_IN_BRACKETS =
  /\((?:photo|image|picture|credit|courtesy|file|video|graphic|source)\b[^()]{0,120}\)|\([^()\s]*\/[^()]{1,60}\)|\((?:AP|AFP|Reuters|Getty|EPA|TASS)(?:\s(?:photo|images))?[^()]{0,60}\)/i;
const CREDIT_WORDS =
  /^(?:photo|photograph|image|picture|file photo|illustration|graphic|video|credit|caption|source)s?\s?(?:by|:|credit|courtesy|\/)/i;
const ADDRESS_ONLY = /^(?:https?:\/\/\S+|www\.\S+|[^\s@]+@[^\s@]*\.\w+|[@#]\w+(?:\s+[@#]\w+)*)$/i;
/** "- ## Harbour watch: the talks", as a page's list of links is written out. */
const LISTED_HEADLINE = /^[-–*•]\s*#{1,6}\s/;
const MOST_CAPTION_WORDS = 60;

/** In order; any of them marks the line. */
export const LINE_RULES: readonly LineRule[] = [
  { id: 'no-words', isMet: ({ text }) => !/[\p{L}\p{N}]/u.test(text) },
  { id: 'copyright', isMet: ({ text, words }) => words <= 60 && COPYRIGHT.test(text) },
  { id: 'address', isMet: ({ text }) => ADDRESS_ONLY.test(text) },
  { id: 'listed-headline', isMet: ({ text }) => LISTED_HEADLINE.test(text) },
  { id: 'menu', isMet: ({ text, words }) => words <= 60 && isMenu(text) },
  { id: 'credit', isMet: ({ text, words }) => words <= 25 && CREDIT_WORDS.test(text) },
  { id: 'caption-with-credit', isMet: ({ text, words, isProse }) => words <= MOST_CAPTION_WORDS && isCreditAtEnd(text, isProse) },
  { id: 'printed-twice', isMet: isPrintedTwice },
];

/** "Links | About Us | Jobs", "Home » World » Europe": short pieces between bars. */
function isMenu(text: string): boolean {
  const pieces = text
    .split(/[|»›•·]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  if (pieces.length < 3) return /^home\s*[»›>]/i.test(text);
  return (
    pieces.every((piece) => piece.length <= 60) &&
    !/[.!?]["”]?\s/.test(text) &&
    pieces.filter((piece) => piece.split(' ').length <= 4).length >= pieces.length * 0.6
  );
}

function isCreditAtEnd(text: string, isProse: boolean): boolean {
  const match = CREDIT_IN_BRACKETS.exec(text);
  // "(lake/harbour)" at the end of a sentence is no credit: credits are names.
  if (!match || (isProse && !/\p{Lu}/u.test(match[0]))) return false;
  const after = text.slice(match.index + match[0].length).replace(/[\s.]+/g, '');
  return after === '' && (!isProse || match.index > 0) && !/[“”"]/.test(text.slice(0, match.index));
}

/** A caption is often in the text twice; of a paragraph with quotation marks only the copy is marked, of a caption both. */
function isPrintedTwice({ plain, words, isProse, text }: Line, index: number, { copies }: Sight): boolean {
  const copy = copies.get(plain);
  if (words < 4 || !copy || copy.count < 2) return false;
  return copy.first !== index || (index > 2 && !isProse && !/["“”]/.test(text));
}
