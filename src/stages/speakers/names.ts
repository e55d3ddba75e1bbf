/** What a run of capitalised words names: a person in full, a single name, or something else. */
import type { Span } from '../../core/model/articles.ts';
import type { Run, RunWord } from './runs.ts';
import { foldWord } from './spelling.ts';
import { isGivenName, type NameVocabulary } from './vocabulary.ts';

/** A name in the text. */
export interface NameMention {
  /** Tokens of the name itself, without titles. */
  readonly tokens: Span;
  /** Tokens with the titles and country words before it. */
  readonly whole: Span;
  readonly words: readonly string[];
  /** What stands before it in the run, in lower case without stops: "foreign", "minister", "mr". */
  readonly titles: readonly string[];
  readonly isPossessive: boolean;
  /** The word before the run, in lower case. */
  readonly before: string;
  readonly isDoubtful: boolean;
  /** An office without a name, unless somebody in the article is called so. */
  readonly isOffice: boolean;
  /** "Jr." stands behind it: not the father. */
  readonly isJunior: boolean;
  readonly kind: 'full' | 'single' | 'other';
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;
const LONGEST_NAME = 4;
/** Of a party tag: "R-S.C.", "D-Calif.", "R", "N.C.". */
const PARTY_WORD = /^(?:[RDI](?:[-–]\p{Lu}[\p{L}.]*)?|(?:\p{Lu}\.){2,})$/u;
/** "CraneCrane", where a caption and a sentence were run together. */
const DOUBLED = /^(\p{Lu}\p{Ll}{3,})\1$/u;

/** The name in a run. A run that ends in an institution's word or an acronym names no person. */
export function readName(run: Run, vocabulary: NameVocabulary): NameMention {
  const words = run.words;
  const start = nameStart(words, vocabulary);
  const name = words.slice(start);
  const core = name.filter((word) => !SUFFIX.test(foldWord(word.text)));
  const before = words.slice(0, start).map((word) => titleKey(word.text));
  // "the envoy to Norland Ada Roe": where somebody is sent is not whose they are.
  const isPosted = run.before === 'to' && before.length > 0 && before.every((word) => vocabulary.demonyms.get(word)?.kind === 'place');
  const titles = isPosted ? [] : before;
  return {
    tokens: spanOf(name),
    whole: spanOf(isPosted ? name : words),
    words: core.map((word) => (isShouted(core) ? shortPlainCase(plainCase(word.text)) : plainCase(word.text))),
    titles,
    isPossessive: run.isPossessive,
    before: isPosted ? (before.at(-1) ?? '') : run.before,
    isDoubtful: run.isDoubtful,
    isOffice: isTitleAlone(core, { titles, vocabulary }),
    isJunior: name.some((word) => foldWord(word.text) === 'jr'),
    kind: isPlaceName(words, vocabulary) ? 'other' : kindOf(core, { titles, vocabulary }),
  };
}

/** "Sen." → "sen", "Vice" → "vice". */
export function titleKey(word: string): string {
  return word.replace(/\.$/, '').toLowerCase();
}

/** Index of the name's first word: past the last title, else at a given name that follows other words. */
function nameStart(words: readonly RunWord[], vocabulary: NameVocabulary): number {
  let start = 0;
  for (let i = 0; i < words.length - 1; i++) {
    const isTitle = vocabulary.titles.has(titleKey(words[i]?.text ?? ''));
    const isSurname = i > start && isGivenName(words[i - 1]?.text ?? '', vocabulary) && isLastName(words, i);
    if (isTitle && !isSurname) start = i + 1;
  }
  for (let i = start; i < words.length - 1; i++) {
    const word = words[i]?.text ?? '';
    const next = words[i + 1]?.text ?? '';
    // "Israel Lund" and "India Lund" are persons; a country of the pair is hardly ever a given name.
    const isCountry = (vocabulary.demonyms.get(word.toLowerCase())?.side ?? 'other') !== 'other';
    if (!isQualifier(word, vocabulary) || (isGivenName(word, vocabulary) && !isCountry)) continue;
    if (isGivenName(next, vocabulary) || i + 2 === words.length) start = i + 1;
  }
  return start;
}

function isLastName(words: readonly RunWord[], at: number): boolean {
  return words.slice(at + 1).every((word) => SUFFIX.test(foldWord(word.text)));
}

/** A word that stands before names without being a title: "Russian", "House", "News". */
function isQualifier(word: string, vocabulary: NameVocabulary): boolean {
  const key = word.toLowerCase();
  const isPlural = key.endsWith('s') && vocabulary.demonyms.get(key.slice(0, -1))?.kind === 'people';
  return isPlural || vocabulary.demonyms.has(key) || vocabulary.institutions.has(key);
}

/** "Global South": a place with a word in it that may be a title. */
function isPlaceName(words: readonly RunWord[], { places }: NameVocabulary): boolean {
  return words.length > 1 && places.has(words.map((word) => word.text.toLowerCase()).join(' '));
}

interface KindContext {
  /** What stands before the name in the run, as `titleKey` gives it. */
  readonly titles: readonly string[];
  readonly vocabulary: NameVocabulary;
}

function kindOf(core: readonly RunWord[], context: KindContext): NameMention['kind'] {
  const last = core.at(-1)?.text ?? '';
  const first = core[0]?.text ?? '';
  if (core.every((word) => PARTY_WORD.test(word.text))) return 'other';
  if (last === '' || core.length > LONGEST_NAME || /^[\p{Lu}.]{1,3}$/u.test(last)) return 'other';
  const isInstitution = isQualifier(last, context.vocabulary);
  const isPlace = context.titles.length === 0 && context.vocabulary.places.has(core.map((word) => word.text.toLowerCase()).join(' '));
  if (isPlace) return 'other';
  if (core.length > 1 && isTitleAlone(core, context)) return 'other';
  if (core.length === 1) return isInstitution || isAcronym(last) ? 'other' : 'single';
  if (isInstitution && !(isGivenName(first, context.vocabulary) && core.length === 2 && context.titles.length > 0)) return 'other';
  return core.some((word) => context.vocabulary.demonyms.has(word.text.toLowerCase())) ? 'other' : 'full';
}

/** "Deputy Secretary", "Minority Leader", "FBI Official": an office without a name. "Stephen King" and "Mr. Speaker" have one. */
function isTitleAlone(core: readonly RunWord[], { titles, vocabulary }: KindContext): boolean {
  const last = titleKey(core.at(-1)?.text ?? '');
  const isOffice = vocabulary.titles.get(last)?.kind === 'official' || vocabulary.titles.get(last)?.kind === 'rank';
  const isNamed =
    isGivenName(core[0]?.text ?? '', vocabulary) || titles.some((title) => vocabulary.titles.get(title)?.kind === 'honorific');
  return isOffice && !isNamed;
}

/** "FBI" and "U.S."; a longer word in capitals may be a name in a transcript. */
function isAcronym(word: string): boolean {
  return /^\p{Lu}{2,4}$/u.test(word) || /^(?:\p{Lu}\.)+$/u.test(word);
}

/** "WALLACE" → "Wallace"; short words in capitals stay. */
function plainCase(word: string): string {
  const bare = word.replace(/['’]s$/, '').replace(DOUBLED, '$1');
  return /^[\p{Lu}'’-]{4,}$/u.test(bare) ? bare.replace(/(?<=\p{L})\p{Lu}+/gu, (rest) => rest.toLowerCase()) : bare;
}

/** "ANN REED": a name that is all in capitals, and longer than an acronym. */
function isShouted(words: readonly RunWord[]): boolean {
  return words.length > 1 && words.every(({ text }) => /^[\p{Lu}.'’-]+$/u.test(text)) && words.some(({ text }) => text.length > 3);
}

/** "ANN" → "Ann" in such a name; initials stay. */
function shortPlainCase(word: string): string {
  return /^\p{Lu}{3}$/u.test(word) && /[AEIOUY]/.test(word) ? word.charAt(0) + word.slice(1).toLowerCase() : word;
}

function spanOf(words: readonly RunWord[]): Span {
  return [words[0]?.tokens[0] ?? 0, words.at(-1)?.tokens[1] ?? 0];
}
