/** Where a noun phrase begins and ends in a reading, without a parser. */
import type { Token } from '../../core/model/reading.ts';

/** Words before a name, in lower case. */
export const TITLES = new Set(
  'mr. mrs. ms. dr. sen. rep. gov. gen. rev. mr mrs ms dr sen rep gov gen rev lt. col. sgt. capt. prof. president senator representative governor secretary'.split(
    ' ',
  ),
);
/** Words of time that a noun phrase would otherwise swallow: "on Monday Mr. Smith said". */
export const DAYS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow later earlier then now week month year morning afternoon evening night january february march april june july august september october november december'.split(
    ' ',
  ),
);
/** Months in short, in lower case. */
export const SHORT_MONTH = /^(?:jan|feb|aug|sept|oct|nov|dec)\.?$/;
const NO_SUBJECTS = new Set("there there’s there's who which that what whom".split(' '));
/** A capital alone does not make these a name: "When Hollis left". */
const NEVER_NAMES = new Set('ADV SCONJ CCONJ ADP AUX PART'.split(' '));
/** These are subjects: in "said she and Hollis left" the two left. */
const SUBJECTS = new Set('he she they we i'.split(' '));
const LINKS = new Set('of for at from in with to on by'.split(' '));

/** A token in lower case, or the empty string outside the text. */
export function wordAt(tokens: readonly Token[], index: number): string {
  return tokens[index]?.lower ?? '';
}

/** First token of the noun phrase that ends at `last`. */
export function phraseStart(tokens: readonly Token[], last: number, floor: number): number {
  let i = runStart(tokens, last, floor);
  for (let links = 0; links < 4; links++) {
    const link = wordAt(tokens, i - 1);
    if (i - 2 < floor || !isNominal(tokens[i - 2])) break;
    const before = LINKS.has(link) || link === 'and' || link === '&' || link === 'or' ? runStart(tokens, i - 2, floor) : i;
    const isJoint =
      before === floor ||
      wordAt(tokens, before - 1) === ',' ||
      opensPhrase(tokens, before, floor) ||
      (before === i - 2 && SUBJECTS.has(wordAt(tokens, before)));
    if (before === i || (link === 'and' && !isJoint)) break;
    if (LINKS.has(link) && before > floor && tokens[before - 1]?.pos === 'VERB') break;
    i = before;
  }
  return i;
}

/** "Experts on Norland | and Ashton": both hang on a plural that opens its sentence or clause, and "and" joins no clauses. */
function opensPhrase(tokens: readonly Token[], run: number, floor: number): boolean {
  const head = tokens[run - 2];
  if (!LINKS.has(wordAt(tokens, run - 1)) || run - 2 < floor || head?.pos !== 'NOUN' || !head.text.endsWith('s')) return false;
  const start = runStart(tokens, run - 2, floor);
  return start === floor || wordAt(tokens, start - 1) === ',';
}

/** First token of a run of nouns, adjectives, names and their possessives, ended on the left by its determiner. */
export function runStart(tokens: readonly Token[], last: number, floor: number): number {
  let i = last;
  if (!isNominal(tokens[i]) && !isNameMark(tokens, i)) return i + 1;
  while (i > floor) {
    const token = tokens[i];
    const previous = tokens[i - 1];
    if (isCompoundEnd(tokens, i - 1) && i - 3 >= floor && isNominal(token)) {
      i -= 3;
      continue;
    }
    if (token?.pos === 'DET' && !isPossessive(previous)) break;
    if (token && TITLES.has(token.lower) && previous?.pos === 'PROPN' && DAYS.has(wordAt(tokens, i - 1))) break;
    if (!isNominal(previous) && !isPossessive(previous) && !isNameMark(tokens, i - 1)) break;
    if (DAYS.has(wordAt(tokens, i - 1)) && !isPossessive(token) && token?.text !== '-') break;
    if (
      previous?.pos === 'PRON' &&
      !isPossessive(token) &&
      previous.lemma !== 'his' &&
      previous.lemma !== 'her' &&
      previous.lemma !== 'their'
    )
      break;
    i--;
  }
  return i;
}

/** "based" in "the Ashton-based columnist": a participle behind a hyphen describes the noun. */
function isCompoundEnd(tokens: readonly Token[], at: number): boolean {
  const [first, hyphen, last] = tokens.slice(Math.max(0, at - 2), at + 1);
  return (
    last?.pos === 'VERB' &&
    /(?:ed|run|held|led|built)$/.test(last.text) &&
    hyphen?.text === '-' &&
    hyphen.end === last.start &&
    isNominal(first)
  );
}

/** A token that can stand in a noun phrase. */
export function isNominal(token: Token | undefined): boolean {
  if (!token) return false;
  if (token.text === 'elect') return true;
  if (token.pos === 'PROPN' || token.pos === 'NOUN' || token.pos === 'ADJ' || token.pos === 'NUM' || token.pos === 'DET') return true;
  return (token.pos === 'PRON' && !NO_SUBJECTS.has(token.lower)) || (!NEVER_NAMES.has(token.pos) && /^[A-Z]\p{L}/u.test(token.text));
}

function isPossessive(token: Token | undefined): boolean {
  return token?.text === "'s" || token?.text === '’s' || token?.text === "'" || token?.text === '’';
}

/** Hyphens, initials' points, nicknames' marks and ampersands between two parts of a name. */
export function isNameMark(tokens: readonly Token[], index: number): boolean {
  const word = wordAt(tokens, index);
  return (
    (word === '-' || word === '.' || word === '&' || word === '/' || word === '"' || word === '“' || word === '”') &&
    isNominal(tokens[index - 1]) &&
    isNominal(tokens[index + 1])
  );
}

/** The token after the last one of a noun phrase that begins at `first`. */
export function phraseEnd(tokens: readonly Token[], first: number, ceiling: number): number {
  let i = first;
  while (i < ceiling) {
    const token = tokens[i];
    if (isNominal(token) || isPossessive(token) || (i > first && isNameMark(tokens, i))) {
      if (i > first && DAYS.has(wordAt(tokens, i)) && !isDayBeforeNoun(tokens, i)) break;
      if (i > first && token?.pos === 'DET' && !LINKS.has(wordAt(tokens, i - 1)) && wordAt(tokens, i - 1) !== 'and') break;
      if (i > first && token?.pos === 'PRON' && !LINKS.has(wordAt(tokens, i - 1))) break;
      i++;
    } else if (i > first && isLinkInside(tokens, i, ceiling)) i++;
    else break;
  }
  return i;
}

/** "a June report", "the Monday talks": behind an article and before a noun the name of a day or month describes the noun. */
function isDayBeforeNoun(tokens: readonly Token[], index: number): boolean {
  const [before, day, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  return before?.pos === 'DET' && day?.pos === 'PROPN' && next?.pos === 'NOUN' && !DAYS.has(next.lower);
}

function isLinkInside(tokens: readonly Token[], index: number, ceiling: number): boolean {
  const word = wordAt(tokens, index);
  if (index + 1 >= ceiling || !isNominal(tokens[index + 1]) || DAYS.has(wordAt(tokens, index + 1))) return false;
  if (word === 'of' || word === 'and' || word === '&') return true;
  return (word === 'for' || word === 'with' || word === 'at' || word === 'from') && tokens[index - 1]?.pos === 'NOUN';
}
