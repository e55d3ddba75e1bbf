/** Names in a statement: persons, countries, places, bodies. Each is one thing, however many words it has. */

import type { Words } from '../../core/patterns/matcher.ts';
import type { Anchor } from './anchors.ts';
import type { ToneLexicon } from './lexicon.ts';
import type { Piece } from './pieces.ts';

/** A name at its place in the text. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  /** Whom it names; null for a name that no list has. */
  readonly anchor: Anchor | null;
  /** The plain word that stands for it in the fair copy. */
  readonly word: string;
}

/** Words that a reader of grammar knows as a name, as a quality and as a people. */
const THING = 'Germany';
const QUALITY = 'German';
const PEOPLE = 'Germans';

const CAPITALISED = /^\p{Lu}[\p{L}\p{N}]*$/u;
const SHOUT = /^\p{Lu}{2,}$/u;
const SMALL = /^\p{Ll}/u;
const SENTENCE_END = /^[.!?:;“”"‘(—–…-]$/;
/** "The then president of the United States". */
const BEFORE_TITLE: ReadonlySet<string> = new Set([
  ...['current', 'former', 'then', 'incumbent', 'late', 'acting', 'new', 'deputy', 'first', 'vice'],
  ...['foreign', 'defense', 'defence', 'prime', 'national', 'security'],
]);
/** "Secretary of State". */
const DEPARTMENTS: ReadonlySet<string> = new Set(['state', 'defense', 'defence', 'energy', 'commerce', 'treasury']);

interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly anchor: Anchor;
}

/** Names from left to right, each with its titles, given names and article; names by themselves that no list has count too. */
export function findNames(pieces: readonly Piece[], words: Words, lexicon: ToneLexicon): readonly NameSpan[] {
  const known = findKnown(words, lexicon);
  const names: NameSpan[] = [];
  let i = 0;
  let next = 0;
  while (i < pieces.length) {
    while (next < known.length && (known[next] as Stretch).first < i) next += 1;
    const group = groupFrom(i, pieces, { lexicon, known, next });
    if (group === null) i += 1;
    else {
      names.push(nameOf(group, pieces, lexicon));
      i = group.last + 1;
    }
  }
  return names;
}

function findKnown(words: Words, { anchors }: ToneLexicon): readonly Stretch[] {
  return anchors
    .find(words, ({ side }) => side !== 'both')
    .map(({ entry, from, to }) => ({ anchor: entry, first: words.tokens[from] as number, last: words.tokens[to - 1] as number }));
}

interface Group {
  readonly first: number;
  readonly last: number;
  readonly anchor: Anchor | null;
  /** Nothing but the adjective or noun of a people ("Russian", "the Americans"). */
  readonly isDemonym: boolean;
}

interface Ground {
  readonly lexicon: ToneLexicon;
  readonly known: readonly Stretch[];
  readonly next: number;
}

/** The longest name that begins with this piece: titles, given names, known names, capitalised words, joined by blanks or "of". */
function groupFrom(first: number, pieces: readonly Piece[], { lexicon, known, next }: Ground): Group | null {
  let at = first;
  let last = -1;
  let anchor: Anchor | null = null;
  let isDemonym = false;
  let stretch = next;
  let isOpenTitle = false;
  while (at < pieces.length && (at === first || isNextTo(pieces, at))) {
    const piece = pieces[at] as Piece;
    while ((known[stretch]?.first ?? pieces.length) < at) stretch += 1;
    const here = known[stretch]?.first === at ? known[stretch] : undefined;
    if (here !== undefined) {
      if (anchor !== null && !isDemonym && !isOpenTitle) break;
      isDemonym = lexicon.demonyms.has(textOf(pieces, here.last).toLowerCase()) && here.last - here.first <= 1;
      anchor = anchor !== null && isDemonym ? anchor : here.anchor;
      last = here.last;
      isOpenTitle = false;
    } else if (
      lexicon.titles.has(piece.text.toLowerCase()) &&
      (CAPITALISED.test(piece.text) || anchor !== null || isBeforeName(at, pieces, { lexicon, known, next: stretch }))
    ) {
      last = at;
      isDemonym = false;
      isOpenTitle = true;
    } else if (isOpenTitle && piece.text === 'of' && isOfName(at + 1, pieces, { lexicon, known, next: stretch })) {
      last = at;
      if (pieces[at + 1]?.text === 'the' || DEPARTMENTS.has(textOf(pieces, at + 1).toLowerCase())) last += 1;
    } else if (BEFORE_TITLE.has(piece.text.toLowerCase()) && isTitled(at + 1, pieces, { lexicon, known, next: stretch })) {
      last = at;
    } else if (isUnknownName(at, pieces, lexicon, last >= first)) {
      last = at;
      isOpenTitle = false;
    } else break;
    at = last + 1;
  }
  return last < first || (isOpenTitle && anchor === null && !isUnknownTitled(first, last, pieces))
    ? null
    : { first, last, anchor, isDemonym };
}

/** A title by itself ("the President") names nobody; with a capital inside a sentence it stands for a name. */
function isUnknownTitled(first: number, last: number, pieces: readonly Piece[]): boolean {
  return last > first && CAPITALISED.test(textOf(pieces, last));
}

function isNextTo(pieces: readonly Piece[], at: number): boolean {
  const gap = (pieces[at] as Piece).start - (pieces[at - 1] as Piece).end;
  return gap === 1 || (gap === 0 && pieces[at - 1]?.text === '.');
}

/** A lower-case title belongs to a name only where "of" and a name follow, or it follows one. */
function isBeforeName(at: number, pieces: readonly Piece[], ground: Ground): boolean {
  return pieces[at + 1]?.text === 'of' && isOfName(at + 2, pieces, ground);
}

function isOfName(at: number, pieces: readonly Piece[], { known }: Ground): boolean {
  if (DEPARTMENTS.has(textOf(pieces, at).toLowerCase())) return true;
  const from = pieces[at]?.text === 'the' ? at + 1 : at;
  return known.some(({ first }) => first === from);
}

/** "The former Russian president", "the current president of the United States". */
function isTitled(at: number, pieces: readonly Piece[], ground: Ground): boolean {
  const { lexicon, known } = ground;
  if (known.some(({ first, last }) => first === at && lexicon.titles.has(textOf(pieces, last + 1).toLowerCase()))) return true;
  const text = textOf(pieces, at).toLowerCase();
  if (BEFORE_TITLE.has(text)) return isTitled(at + 1, pieces, ground);
  if (!lexicon.titles.has(text)) return false;
  return isBeforeName(at, pieces, ground) || known.some(({ first }) => first === at + 1) || isTitled(at + 1, pieces, ground);
}

/** A capitalised word that the lexicon does not know in small letters; at the beginning of a sentence only a given name, or what goes on a name. */
function isUnknownName(at: number, pieces: readonly Piece[], lexicon: ToneLexicon, isGoing: boolean): boolean {
  const { text } = pieces[at] as Piece;
  if (!CAPITALISED.test(text) || text === 'I') return false;
  const small = text.toLowerCase();
  if (lexicon.givenNames.has(small)) return true;
  if (lexicon.symbols.isWord(small) || isShouted(at, pieces)) return false;
  return isGoing || !isSentenceStart(at, pieces);
}

/** In a line of capitals a capital says nothing. */
function isShouted(at: number, pieces: readonly Piece[]): boolean {
  return SHOUT.test(textOf(pieces, at)) && (SHOUT.test(textOf(pieces, at - 1)) || SHOUT.test(textOf(pieces, at + 1)));
}

function isSentenceStart(at: number, pieces: readonly Piece[]): boolean {
  const before = pieces[at - 1];
  return before === undefined || SENTENCE_END.test(before.text);
}

function nameOf({ first, last, anchor, isDemonym }: Group, pieces: readonly Piece[], lexicon: ToneLexicon): NameSpan {
  const { end } = pieces[last] as Piece;
  const { start } = pieces[first] as Piece;
  const text = textOf(pieces, last).toLowerCase();
  if (isDemonym) {
    const isPeople = text.endsWith('s') && lexicon.demonyms.has(text.slice(0, -1)) && !SMALL.test(nextWord(last, pieces));
    return { start, end, anchor, word: isPeople ? PEOPLE : QUALITY };
  }
  const article = pieces[first - 1];
  const hasArticle = article !== undefined && /^the$/i.test(article.text) && article.end + 1 === start;
  return { start: hasArticle ? article.start : start, end, anchor, word: THING };
}

function nextWord(last: number, pieces: readonly Piece[]): string {
  const next = pieces[last + 1];
  return next && next.start === (pieces[last] as Piece).end + 1 ? next.text : '';
}

function textOf(pieces: readonly Piece[], at: number): string {
  return pieces[at]?.text ?? '';
}
