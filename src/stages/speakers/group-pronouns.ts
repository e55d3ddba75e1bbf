/** "it" and "they": the body or group that was spoken of, or that spoke, just before. */
import type { Token } from '../../core/model/reading.ts';
import type { Speaker } from '../../core/model/statements.ts';
import type { Running } from './decision.ts';
import { nounSpeaker } from './noun-speaker.ts';
import { type Phrase, readPhrase } from './phrase.ts';
import type { Scene } from './scene.ts';

/** Sentences back to the body that "it" may mean. */
const FARTHEST_BODY = 2;
/** Tokens from an "it" to the clause that it stands for. */
const FARTHEST_THAT = 6;
const PERSON_PRONOUNS = new Set(['he', 'she']);
const GROUP_PRONOUNS = new Set(['they', 'their', 'it', 'its']);

/** "they" and "it" right after a statement by a body or a group. */
export function groupSpeaker(phrase: Phrase, scene: Scene, { running }: { readonly running: Running | null }): Speaker | null {
  if (
    !running ||
    running.isPerson ||
    !(GROUP_PRONOUNS.has(phrase.pronoun) || (PERSON_PRONOUNS.has(phrase.pronoun) && isRole(running.speaker.name, scene)))
  )
    return null;
  const paragraph = scene.paragraphAt(scene.reading.tokens[phrase.core[0]]?.start ?? 0);
  return paragraph - running.paragraph <= 1 ? running.speaker : null;
}

/** A capital at the beginning of a sentence makes no body of "Excerpts". */
function isBody({ role }: Speaker, phrase: Phrase, { reading, roster }: Scene): boolean {
  const isGroup = roster.vocabulary.sourceNouns.get(phrase.head) === 'group';
  return (
    role === 'institution' || role === 'media' || isGroup || phrase.kind === 'person' || reading.tokens[phrase.core[1] - 1]?.pos === 'PROPN'
  );
}

/** "A spokesman said … He said": the unnamed one goes on. */
function isRole(name: string, { roster }: Scene): boolean {
  return roster.vocabulary.roles.has(name.split(' ').at(-1)?.toLowerCase() ?? '');
}

/** "The Norland embassy hit back. … it said", "Priests are petitioning … they claim": the body or group that is the subject of the sentence, or of one before. */
export function bodySpeaker(phrase: Phrase, scene: Scene): Speaker | null {
  if (phrase.pronoun !== 'it' && phrase.pronoun !== 'they') return null;
  const { tokens, sentences } = scene.reading;
  const own = tokens[phrase.core[0]]?.sentence ?? 0;
  for (let sentence = own; sentence >= Math.max(0, own - FARTHEST_BODY); sentence--) {
    const [first, last] = sentences[sentence] ?? [0, 0];
    const end = Math.min(last, phrase.core[0]);
    const start = afterFronted(tokens, first, end);
    const verb = clauseBreak(tokens, start, end);
    const subject = verb > start && verb < end ? readPhrase(scene.reading, [start, verb], scene.namingAt) : null;
    const speaker = subject && (subject.kind === 'noun' ? nounSpeaker(subject, scene) : bodyNamed(subject, scene));
    if (subject && speaker && (phrase.pronoun === 'they' ? /s$|police$|people$/.test(speaker.name) : isBody(speaker, subject, scene)))
      return speaker;
  }
  return null;
}

/** "Yukos is suing four companies. It …": a single name that nothing shows to be a person's. */
function bodyNamed({ naming, pronoun }: Phrase, scene: Scene): Speaker | null {
  if (!naming || pronoun !== '' || naming.member.listed || naming.member.gender !== null || naming.member.titles.size > 0) return null;
  return naming.member.name.includes(' ') ? null : scene.speakerOf(naming.member);
}

/** "However, | the bank …", "On Tuesday, | the bank …". */
function afterFronted(tokens: readonly Token[], first: number, end: number): number {
  if (!/^(?:ADP|ADV|CCONJ)$/.test(tokens[first]?.pos ?? '')) return afterExpletive(tokens, first, end);
  const at = clauseBreak(tokens, first, end);
  return afterExpletive(tokens, tokens[at]?.text === ',' ? at + 1 : first, end);
}

/** "It emerged that | the bank …": this "it" stands for the clause. */
function afterExpletive(tokens: readonly Token[], first: number, end: number): number {
  if (!/^it$/i.test(tokens[first]?.text ?? '')) return first;
  for (let at = first + 1; at < Math.min(end, first + FARTHEST_THAT); at++) if (tokens[at]?.text === 'that') return at + 1;
  return first;
}

function clauseBreak(tokens: readonly Token[], from: number, end: number): number {
  let at = from;
  while (at < end && !/^(?:VERB|AUX|PUNCT)$/.test(tokens[at]?.pos ?? '')) at++;
  return at;
}
