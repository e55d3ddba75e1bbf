/** What a word is beside its neighbours: part of a title, of a post, of a name that no list has. */
import type { Token } from '../../core/model/reading.ts';
import type { Anchor } from './anchors.ts';
import type { Surface } from './surfaces.ts';

/** A name of a list at its pieces [first, last]. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly anchor: Anchor;
}

/** A text cut into pieces, and the names of the lists by the piece that each begins with. */
export interface Ground {
  readonly pieces: readonly Token[];
  readonly surfaces: readonly Surface[];
  readonly known: ReadonlyMap<number, Stretch>;
  /** What has been found of pieces that may stand before a titled name. */
  readonly titled: Map<number, boolean>;
}

/** A lower-case title belongs to a name only where "of" and a name follow, or it follows one. */
export function isBeforeName(at: number, ground: Ground): boolean {
  return ground.pieces[at + 1]?.text === 'of' && isOfName(at + 2, ground);
}

/** A department, or a name of a list. */
export function isOfName(at: number, { pieces, surfaces, known }: Ground): boolean {
  if (surfaces[at]?.isDepartment) return true;
  return known.has(pieces[at]?.text === 'the' ? at + 1 : at);
}

/** "The former Russian president", "the current president of the United States". */
export function isTitled(from: number, ground: Ground): boolean {
  const { surfaces, titled } = ground;
  let at = from;
  let answer = titled.get(at);
  while (answer === undefined) {
    const surface = surfaces[at];
    if (isTitledHere(at, ground)) answer = true;
    else if (!surface?.isBeforeTitle && !surface?.isTitle) answer = false;
    else {
      at += 1;
      answer = titled.get(at);
    }
  }
  for (let i = from; i <= at; i++) titled.set(i, answer);
  return answer;
}

/** Whom one country sends to another. */
const SENT: ReadonlySet<string> = new Set(['ambassador', 'envoy', 'emissary', 'representative', 'consul', 'diplomat']);
const POSTED: ReadonlySet<string> = new Set(['to', 'in', 'at', 'for']);

/** "The Russian ambassador | to the United States": the post is part of the name. */
export function isPost(at: number, ground: Ground): boolean {
  const { pieces } = ground;
  if (!POSTED.has(pieces[at]?.text ?? '') || !SENT.has(pieces[at - 1]?.lemma ?? '')) return false;
  const place = pieces[at + 1]?.text === 'the' ? at + 2 : at + 1;
  return ground.known.has(place) || (place < pieces.length && isUnknownName(place, ground, true));
}

/** Words before a title that stand one behind the other ("deputy foreign minister"). */
const MOST_BEFORE_TITLE = 4;

/** "The Russian foreign minister": behind the adjective of a country the words before a title are part of the name. */
export function goesOnToTitle(from: number, { surfaces }: Ground): boolean {
  const words = surfaces.slice(from, from + MOST_BEFORE_TITLE);
  return words.find(({ isBeforeTitle, isTitle }) => isTitle || !isBeforeTitle)?.isTitle === true;
}

function isTitledHere(at: number, ground: Ground): boolean {
  const { surfaces, known } = ground;
  const here = known.get(at);
  if (here !== undefined && surfaces[here.last + 1]?.isTitle) return true;
  if (surfaces[at]?.isBeforeTitle || !surfaces[at]?.isTitle) return false;
  return isBeforeName(at, ground) || known.has(at + 1);
}

/** A capitalised word that the lexicon does not know in small letters; at the beginning of a sentence only a given name, or what goes on a name. */
export function isUnknownName(at: number, { pieces, surfaces }: Ground, isGoing: boolean): boolean {
  const surface = surfaces[at] as Surface;
  if (!surface.isCapitalised || pieces[at]?.text === 'I') return false;
  if (surface.isGivenName) return true;
  if (surface.isWord || isShouted(at, surfaces)) return false;
  // "Moscow Praises Washington" is a headline; "Ada Banks" is a name.
  if (surface.isInflected && !surfaces[at - 1]?.isGivenName && !surfaces[at - 1]?.isTitle) return false;
  return isGoing || !isSentenceStart(at, surfaces);
}

/** "George | H. | W. Tarn": a capital and its point, with another one or a name behind them. */
export function isInitial(at: number, ground: Ground): boolean {
  const { pieces, known } = ground;
  let next = at;
  while (next < at + 2 * MOST_INITIALS && isLetterAndPoint(next, pieces)) next += 2;
  return next > at && next < pieces.length && (known.has(next) || isUnknownName(next, ground, true));
}

const INITIAL = /^(?!I)\p{Lu}$/u;
const MOST_INITIALS = 3;

function isLetterAndPoint(at: number, pieces: readonly Token[]): boolean {
  const letter = pieces[at];
  const point = pieces[at + 1];
  return letter !== undefined && point?.text === '.' && point.start === letter.end && INITIAL.test(letter.text);
}

/** In a line of capitals a capital says nothing. */
function isShouted(at: number, surfaces: readonly Surface[]): boolean {
  return surfaces[at]?.isShout === true && (surfaces[at - 1]?.isShout === true || surfaces[at + 1]?.isShout === true);
}

function isSentenceStart(at: number, surfaces: readonly Surface[]): boolean {
  return surfaces[at - 1]?.isSentenceEnd ?? true;
}
