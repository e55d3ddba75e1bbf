/** Bodies and groups that speak: from a noun phrase of the article to the speaker that it names. */
import type { Speaker } from '../../core/model/statements.ts';
import { countBelow } from '../../core/ordered.ts';
import { employerIn, sideOfGroup } from './group-side.ts';
import { listedBody } from './listed-body.ts';
import type { NameMention } from './names.ts';
import { singularsOf } from './number.ts';
import type { Phrase } from './phrase.ts';
import { kindOfRole, rolePhrase } from './role-phrase.ts';
import type { Scene } from './scene.ts';
import { idFromName } from './spelling.ts';
import { textOf } from './tokens.ts';
import type { NameVocabulary } from './vocabulary.ts';

/** How many names back a body may have been named in full. */
const MOST_BODIES = 100;

/** The speaker that a noun phrase names: a body of the roster, one named in full before, else the phrase's own words. */
export function speakerOfPhrase(phrase: Phrase, scene: Scene): Speaker | null {
  const short = fullNameBefore(phrase, scene) ?? nameOfPhrase(phrase, scene);
  if (idFromName(short) === '') return null;
  const { body, place } = listedBody(short, phrase, scene);
  if (body) return body;
  const plain = `${short} ${place}`.trimEnd();
  const vocabulary = scene.roster.vocabulary;
  const own = sideOfGroup(plain, phrase, scene);
  // "spokesman for the White House": without the employer there are many.
  const employer = own === null ? employerIn(phrase, scene) : null;
  const name = employer ? `${plain} ${employer.words}` : plain;
  const side = own ?? employer?.side ?? null;
  const kind = kindOfBody(short.split(' '), vocabulary);
  const isNamed = /^\p{Lu}/u.test(name);
  const role = isNamed && kind !== undefined ? kind : roleOfNoun(phrase, scene);
  return { id: idFromName(name), name, side, role, isOnRoster: false };
}

/** "U.S. officials", "a former Pentagon official", "Norland experts": what persons without a name are, by their noun. */
function roleOfNoun({ core, head }: Phrase, { reading, roster: { vocabulary } }: Scene): string {
  const words = reading.tokens.slice(core[0], core[1] - 1).map(({ lower }) => lower);
  const noun = singularsOf(head).find((form) => vocabulary.roles.has(form));
  const kind = noun === undefined ? null : kindOfRole(rolePhrase(noun, words), vocabulary);
  return kind === 'official' && words.some((word) => word === 'former' || word === 'ex') ? 'former official' : (kind ?? 'other');
}

/** By the last word; an agency or service with a word of the press before it is one: "TASS news agency". */
function kindOfBody(words: readonly string[], { institutions, kinds }: NameVocabulary): string | undefined {
  const name = words.at(-1) ?? '';
  const last = name.toLowerCase();
  const isPress =
    /^(?:agency|service|network|channel)$/.test(last) && words.some((word) => institutions.get(word.toLowerCase()) === 'media');
  const kind = isPress ? 'media' : institutions.get(last);
  // Other words of the press are a newspaper's only with a capital: "one Norland insider" is a person.
  return kind === 'media' && !kinds.press.has(last) && /^\p{Ll}/u.test(name) ? undefined : kind;
}

/** "the ministry" after "the Russian Foreign Ministry": the last body whose name ends so. */
function fullNameBefore(phrase: Phrase, scene: Scene): string | null {
  if (!phrase.isDefinite || phrase.core[1] - phrase.core[0] !== 1 || !scene.roster.vocabulary.institutions.has(phrase.head)) return null;
  const body = lastBefore(scene.cast.others, phrase.core[0]).find((other) => other.words.at(-1)?.toLowerCase() === phrase.head);
  return body && body.whole[1] - body.whole[0] > 1 ? textOf(scene.reading, body.whole).replace(/\s+/g, ' ') : null;
}

/** The last names that stand before a token, nearest first. */
function lastBefore(others: readonly NameMention[], token: number): readonly NameMention[] {
  const count = countBelow(others, token, ({ whole }) => whole[0]);
  return others.slice(Math.max(0, count - MOST_BODIES), count).reverse();
}

/** "the Ashton-based Harbour Group" is the Harbour Group. */
const WHERE_AND_WHOSE = /^\S+[-‑](?:based|owned|backed|led|run|controlled|funded|sponsored) (?=(?:\S+ )*\p{Lu}\S*$)/u;

/** The core's words; a common noun that opens a sentence loses its capital, so that "Experts" and "experts" are one speaker. */
function nameOfPhrase(phrase: Phrase, scene: Scene): string {
  const name = textOf(scene.reading, phrase.core).replace(/\s+/g, ' ').replace(WHERE_AND_WHOSE, '');
  const first = scene.reading.tokens[phrase.core[0]];
  const last = scene.reading.tokens[phrase.core[1] - 1];
  if (!first || !last || !/^\p{Lu}\p{Ll}+$/u.test(first.text) || scene.roster.vocabulary.demonyms.has(first.lower)) return name;
  const isCommon = (/^\p{Ll}/u.test(last.text) || first === last) && (scene.cast.isCommon(first.text) || first.pos === 'ADJ');
  return isCommon ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
