/** Who and what can make a statement: persons, groups, bodies and documents. A missile, a treaty or a price says nothing. */
import type { Token } from '../../core/model/reading.ts';
import { singularsOf } from './number.ts';
import type { NameVocabulary } from './vocabulary.ts';

/** Endings of nouns for persons; nouns for things that end so are listed in source-nouns.csv. */
const PERSON_ENDING = /.{2}(?:er|or|ist|ian|ant|ee|crat|phile|man|woman|maker|person)$/;
/** First parts that leave a person a person: "co-author", "cyberexperts". */
const COMPOUND = /^(?:co-|ex-|vice-|cyber-?|super-?)(?=\p{L}{4})/u;
const PERSON_PARTS = new Set(['NOUN', 'PROPN']);

/** True where a common noun, as it is written, is one for somebody or something that can make a statement; unknown nouns are things. */
export function canSpeak({ text, pos }: Token, { notSources, sourceNouns, roles }: NameVocabulary): boolean {
  const word = text.toLowerCase();
  if (notSources.has(word)) return false;
  const forms = singularsOf(word.replace(COMPOUND, ''));
  for (const form of forms) {
    if (roles.has(form)) return true;
    const kind = sourceNouns.get(form);
    if (kind !== undefined) return kind !== 'thing' && kind !== 'text';
  }
  const isPlural = forms.length > 1;
  return (PERSON_PARTS.has(pos) || isPlural) && forms.some((form) => PERSON_ENDING.test(form));
}

/** True where the last word of a proper name says that it names a thing: "Carter Doctrine", "Kyoto Protocol". */
export function isNamedThing({ text }: Token, { institutions }: NameVocabulary): boolean {
  return institutions.get(text.toLowerCase()) === 'thing';
}
