/** Sources that are no person's name: the body, group or document that a noun phrase stands for. */
import type { Speaker } from '../../core/model/statements.ts';
import { canSpeak, isNamedThing } from './agency.ts';
import { speakerOfPhrase } from './bodies.ts';
import type { Phrase } from './phrase.ts';
import type { Scene } from './scene.ts';

/** Parts of speech that no source has as its head. */
const NO_HEADS = new Set(['ADP', 'SCONJ', 'CCONJ', 'AUX', 'DET', 'PUNCT', 'PART', 'NUM']);
/** The phrase's own words, unless its head is a thing that cannot speak or no noun at all. */
export function nounSpeaker(phrase: Phrase, scene: Scene): Speaker | null {
  const head = scene.reading.tokens[phrase.core[1] - 1];
  const isRelative = /^(?:whose|what|there)$/i.test(scene.reading.tokens[phrase.tokens[0]]?.text ?? '');
  if (isNumbered(phrase, scene)) return speakerOfPhrase(phrase, scene);
  if (!head || phrase.kind !== 'noun' || isRelative || NO_HEADS.has(head.pos) || scene.discourse.contested.has(phrase.core[1] - 1))
    return null;
  const { vocabulary } = scene.roster;
  return (isProperAt(phrase, scene) ? !isNamedThing(head, vocabulary) : canSpeak(head, vocabulary)) ? speakerOfPhrase(phrase, scene) : null;
}

/** "the channel Harbour 1": a body whose name ends in a number. */
function isNumbered({ kind, core: [first, end] }: Phrase, { reading: { tokens }, roster }: Scene): boolean {
  const [name, number] = tokens.slice(Math.max(first, end - 2), end);
  if (kind !== 'noun' || number?.pos !== 'NUM' || !/^\d{1,2}$/.test(number.text) || !/^\p{Lu}/u.test(name?.text ?? '')) return false;
  const { institutions, sourceNouns } = roster.vocabulary;
  return tokens.slice(first, end - 1).some(({ lower }) => institutions.has(lower) || sourceNouns.get(lower) === 'group');
}

/** Whether the head is a name: a capital at the beginning of the source or in a line of capitals proves nothing of a word that is common elsewhere. */
function isProperAt({ core, tokens }: Phrase, { reading, cast, roster }: Scene): boolean {
  const head = reading.tokens[core[1] - 1];
  if (!head || !/^\p{Lu}/u.test(head.text)) return false;
  const word = head.lower;
  const isFirst = core[1] - core[0] === 1 && core[0] === tokens[0];
  const isShouted = /^\p{Lu}{3,}$/u.test(head.text);
  if (!isFirst && !isShouted) return true;
  if (roster.vocabulary.notSources.has(word)) return false;
  return (isShouted || head.pos === 'PROPN' || roster.vocabulary.institutions.has(word)) && !cast.isCommon(head.text);
}
