/** Names in a statement: persons, countries, places, bodies. Each is one thing, however many words it has. */

import type { Token } from '../../core/model/reading.ts';
import type { Words } from '../../core/patterns/words.ts';
import type { Anchor } from './anchors.ts';
import type { ToneLexicon } from './lexicon.ts';
import {
  type Ground,
  goesOnToTitle,
  isBeforeName,
  isInitial,
  isOfName,
  isPost,
  isTitled,
  isUnknownName,
  type Stretch,
} from './name-words.ts';
import type { Surface } from './surfaces.ts';

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

/** A text cut into words and marks, what is known of each, and its words as patterns see them. */
export interface CutText {
  readonly pieces: readonly Token[];
  readonly surfaces: readonly Surface[];
  readonly words: Words;
}

/** Names from left to right, each with its titles, given names and article; names by themselves that no list has count too. */
export function findNames({ pieces, surfaces, words }: CutText, lexicon: ToneLexicon): readonly NameSpan[] {
  const ground = { pieces, surfaces, known: findKnown(words, lexicon), titled: new Map<number, boolean>() };
  const names: NameSpan[] = [];
  let i = 0;
  while (i < pieces.length) {
    const { group, end } = groupFrom(i, ground);
    if (group !== null) names.push(nameOf(group, ground));
    i = Math.max(i + 1, end);
  }
  return names;
}

/** The names that lists have, by the piece that each begins with; an office before the name that it begins with. */
function findKnown(words: Words, { anchors, offices }: ToneLexicon): ReadonlyMap<number, Stretch> {
  const known = new Map<number, Stretch>();
  for (const { entry, from, to } of [...offices.find(words, () => true), ...anchors.find(words, ({ side }) => side !== 'both')]) {
    const first = words.tokens[from] as number;
    if (!known.has(first)) known.set(first, { first, last: words.tokens[to - 1] as number, anchor: entry });
  }
  return known;
}

interface Group {
  readonly first: number;
  readonly last: number;
  readonly anchor: Anchor | null;
  /** Nothing but the adjective or noun of a people ("Russian", "the Americans"). */
  readonly isDemonym: boolean;
}

/** A name, or null, and the piece up to which that was decided: a name that fails there fails from every piece before it. */
interface Decided {
  readonly group: Group | null;
  readonly end: number;
}

/** The longest name that begins with this piece: titles, given names, known names, capitalised words, joined by blanks or "of". */
function groupFrom(first: number, ground: Ground): Decided {
  const { pieces, surfaces, known } = ground;
  let at = first;
  let last = -1;
  let anchor: Anchor | null = null;
  let isDemonym = false;
  let isOpenTitle = false;
  let isPosted = false;
  while (at < pieces.length && (at === first || isNextTo(pieces, at))) {
    const surface = surfaces[at] as Surface;
    const here = known.get(at);
    if (here !== undefined) {
      if (anchor !== null && !isDemonym && !isOpenTitle) break;
      // "The Russian NATO envoy", "the Russian ambassador to NATO" are Russians.
      const isTheirPost = isPosted || (isDemonym && surfaces[here.last + 1]?.isTitle === true);
      isDemonym = surfaces[here.last]?.isDemonym === true && here.last - here.first <= 1;
      anchor = anchor !== null && (isDemonym || isTheirPost) ? anchor : here.anchor;
      last = here.last;
      isOpenTitle = false;
    } else if (surface.isTitle && (surface.isCapitalised || anchor !== null || isBeforeName(at, ground))) {
      last = at;
      isDemonym = false;
      isOpenTitle = true;
    } else if (isOpenTitle && pieces[at]?.text === 'of' && isOfName(at + 1, ground)) {
      last = at;
      if (pieces[at + 1]?.text === 'the' || surfaces[at + 1]?.isDepartment) last += 1;
    } else if (isOpenTitle && anchor !== null && isPost(at, ground)) {
      last = pieces[at + 1]?.text === 'the' ? at + 1 : at;
      isPosted = true;
    } else if (surface.isBeforeTitle && (isTitled(at + 1, ground) || (anchor !== null && goesOnToTitle(at + 1, ground)))) {
      last = at;
    } else if (isInitial(at, ground)) {
      last = at + 1;
      isOpenTitle = false;
    } else if (isUnknownName(at, ground, last >= first)) {
      last = at;
      isOpenTitle = false;
    } else break;
    at = last + 1;
  }
  const isName = last >= first && (!isOpenTitle || anchor !== null || isUnknownTitled(first, last, surfaces));
  return { group: isName ? { first, last, anchor, isDemonym } : null, end: last + 1 };
}

/** A title by itself ("the President") names nobody; with a capital inside a sentence it stands for a name. */
function isUnknownTitled(first: number, last: number, surfaces: readonly Surface[]): boolean {
  return last > first && surfaces[last]?.isCapitalised === true;
}

function isNextTo(pieces: readonly Token[], at: number): boolean {
  const before = pieces[at - 1] as Token;
  const gap = (pieces[at] as Token).start - before.end;
  return gap === 1 || (gap === 0 && before.text === '.');
}

function nameOf({ first, last, anchor, isDemonym }: Group, { pieces, surfaces }: Ground): NameSpan {
  const { end } = pieces[last] as Token;
  const { start } = pieces[first] as Token;
  if (isDemonym) {
    const isPeople = surfaces[last]?.isPeople === true && !isSmallNext(last, pieces, surfaces);
    return { start, end, anchor, word: isPeople ? PEOPLE : QUALITY };
  }
  const article = pieces[first - 1];
  const hasArticle = article?.lemma === 'the' && article.end + 1 === start;
  return { start: hasArticle ? article.start : start, end, anchor, word: THING };
}

function isSmallNext(last: number, pieces: readonly Token[], surfaces: readonly Surface[]): boolean {
  return pieces[last + 1]?.start === (pieces[last] as Token).end + 1 && surfaces[last + 1]?.isSmall === true;
}
