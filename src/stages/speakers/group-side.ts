/** Whose a group or body is that no roster has: by a people or place in its words, a listed body or a listed person. */
import { employerOf } from './homes.ts';
import type { Phrase } from './phrase.ts';
import type { Scene } from './scene.ts';
import { nameKey } from './spelling.ts';
import { textOf } from './tokens.ts';
import type { NameVocabulary } from './vocabulary.ts';

/** In words. */
const LONGEST_BODY = 4;

/** The side of "Norland officials", "State Department officials" and "Dell's lawyers"; null where the words do not tell. */
export function sideOfGroup(name: string, phrase: Phrase, scene: Scene): string | null {
  // "Norland experts", "Kremlin critics" and "Dell's allies" study, watch or face whom they are named with.
  const isApart = !name.includes(' and ') && scene.roster.vocabulary.kinds.apart.has(scene.reading.tokens[phrase.core[1] - 1]?.lemma ?? '');
  const byPeople = sideOfNamed(name, scene.roster.vocabulary, isApart);
  if (name.includes(' and ')) return sideOfTwo([...sidesOfNamed(name, scene.roster.vocabulary), sideOfBodyIn(phrase, scene)]);
  if (byPeople !== null || isApart) return byPeople;
  return sideOfBodyIn(phrase, scene) ?? sideOfPersonIn(phrase, scene);
}

/** Whom an unnamed person speaks or works for. */
export interface Employer {
  readonly side: string;
  /** The words that tell it, from behind the noun on: "for the White House". */
  readonly words: string;
}

/** "a spokesman for the White House", "an adviser to Norland's president"; null where the words tell no side. */
export function employerIn({ core, tokens }: Phrase, { reading, roster }: Scene): Employer | null {
  const words = reading.tokens.slice(core[0], Math.min(tokens[1], core[1] + LONGEST_EMPLOYER)).map(({ text }) => text);
  const home = employerOf(words, core[1] - 1 - core[0], roster);
  for (let at = 0; at < home.length; at++) {
    for (let length = Math.min(LONGEST_BODY, home.length - at); length > 0; length--) {
      const name = home.slice(at, at + length).join(' ');
      const side = roster.vocabulary.demonyms.get(name.toLowerCase())?.side ?? roster.byName.get(nameKey(name))?.speaker.side;
      if (side) return { side, words: words.slice(core[1] - core[0], indexOfAll(words, home) + home.length).join(' ') };
    }
  }
  return null;
}

/** Where a stretch of words begins in others. */
function indexOfAll(words: readonly string[], part: readonly string[]): number {
  return words.findIndex((_, at) => part.every((word, i) => words[at + i] === word));
}

/** In tokens. */
const LONGEST_EMPLOYER = 12;

/** "Norland and other officials" are on Norland's side; those of both sides of the pair on neither. */
function sideOfTwo(sides: readonly (string | null)[]): string | null {
  const known = new Set(sides.filter((side) => side !== null));
  const ofPair = [...known].filter((side) => side !== 'other');
  if (ofPair.length > 1) return null;
  return ofPair[0] ?? (known.size > 0 ? 'other' : null);
}

function sidesOfNamed(name: string, { demonyms }: NameVocabulary): readonly string[] {
  return name.split(/[\s’']+/).flatMap((word) => demonyms.get(word.toLowerCase())?.side ?? []);
}

/** "Russian experts" are Russians, "Russia experts" study it. */
function sideOfNamed(name: string, { demonyms }: NameVocabulary, isApart: boolean): string | null {
  for (const word of name.split(/[\s’']+/)) {
    const demonym = demonyms.get(word.toLowerCase());
    if (demonym && !(isApart && demonym.kind === 'place')) return demonym.side;
  }
  return null;
}

/** The side of the first listed body before the head; "Washington-based" and "US-backed" tell of no side. */
function sideOfBodyIn({ core: [first, end] }: Phrase, { reading, roster }: Scene): string | null {
  for (let at = first; at < end - 1; at++) {
    for (let to = Math.min(at + LONGEST_BODY, end - 1); to > at; to--) {
      if ([to - 1, to].some((i) => /^[-‑–]/.test(reading.tokens[i]?.text ?? ''))) continue;
      const speaker = roster.byName.get(nameKey(textOf(reading, [at, to])))?.speaker;
      if (speaker?.role === 'institution' && speaker.side) return speaker.side;
    }
  }
  return null;
}

function sideOfPersonIn({ core: [first, end] }: Phrase, scene: Scene): string | null {
  for (let at = first; at < end - 1; at++) {
    const side = scene.namingAt(at)?.member.listed?.speaker.side;
    if (side) return side;
  }
  return null;
}
