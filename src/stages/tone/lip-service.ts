/** "They speak of peace while they fire missiles": words that the deeds of the same party belie. */
import type { Token } from '../../core/model/reading.ts';
import type { Found } from './found.ts';
import { mentionBefore } from './mentions.ts';
import type { Scene } from './scene.ts';
import { NO_SHIFT, type ShiftRule } from './shift.ts';

/** Tokens before a good within which the verb of speaking stands: "talks about wanting a lasting peace". */
const REACH = 6;
/** Tokens of the sentence that are looked at behind the good. */
const LONGEST_REST = 40;
const SPEAKING: ReadonlySet<string> = new Set(
  'talk speak preach promise proclaim profess claim say declare pledge tout praise call pretend'.split(' '),
);
const SETTING_AGAINST: ReadonlySet<string> = new Set(['while', 'but', 'yet', 'whereas']);
const PERSONS: ReadonlySet<string> = new Set(['they', 'it', 'he', 'she']);
/** "While its troops burn villages". */
const OWNED: ReadonlySet<string> = new Set(['their', 'its', 'his', 'her']);
/** "But it takes two", "but it remains to be seen": no deeds. */
const NO_DEEDS: ReadonlySet<string> = new Set('take need remain depend mean seem appear matter look'.split(' '));
const BELIED = -0.7;

/**
 * A good that the other side only speaks of, where its own deed is set against it in the same sentence: behind "while", "but" or "yet" stands a verb whose
 * subject is a pronoun for the speaking party, or none ("… but bombs"), or the sentence opens with "while". Somebody else's deed ("but we doubt it"), a state
 * ("but it is too late") and a deed that is good itself ("and it kept its word") belie nothing.
 */
export const lipService: ShiftRule = {
  id: 'words and deeds',
  shifts(found, value, scene) {
    if (value <= 0) return NO_SHIFT;
    const { tokens } = scene.reading;
    const speaking = verbOfSpeaking(found, scene);
    if (speaking === null || !isOfOther(speaking, scene)) return NO_SHIFT;
    const deed = deedBehind(found, scene) ?? (opensWithWhile(speaking, scene) ? deedAfterComma(found, scene) : null);
    if (deed === null || isGood(deed, scene)) return NO_SHIFT;
    return [{ kind: 'words and deeds', word: (tokens[speaking] as Token).text, factor: BELIED }];
  },
};

/** The place of the verb or noun of speaking before the good in its clause, or in the one before "that". */
function verbOfSpeaking({ first, sentence }: Found, { reading: { tokens } }: Scene): number | null {
  for (let i = first - 1; i >= Math.max(0, first - REACH) && tokens[i]?.sentence === sentence; i--) {
    const { lemma, pos } = tokens[i] as Token;
    if (SPEAKING.has(lemma)) return pos === 'VERB' || OF.has(tokens[i + 1]?.lemma ?? '') ? i : null;
    if (pos === 'PUNCT') return null;
  }
  return null;
}

/** "Their talk of peace". */
const OF: ReadonlySet<string> = new Set(['of', 'about']);

/** The party that stands last before the verb of speaking in its sentence is the other side, or a pronoun for it. */
function isOfOther(speaking: number, { mentions, reading: { tokens } }: Scene): boolean {
  const last = mentionBefore(mentions, speaking);
  return last?.party === 'other' && tokens[last.token]?.sentence === tokens[speaking]?.sentence;
}

/** "While it fires", "but they bomb", "but bombs": the place of the deed. */
function deedBehind({ last, sentence }: Found, { reading: { tokens } }: Scene): number | null {
  for (let i = last + 1; i < last + LONGEST_REST && tokens[i]?.sentence === sentence; i++) {
    if (!SETTING_AGAINST.has(tokens[i]?.lemma ?? '')) continue;
    const deed = deedAt(i + 1, tokens);
    if (deed !== null) return deed;
  }
  return null;
}

function opensWithWhile(speaking: number, { reading: { sentences, tokens } }: Scene): boolean {
  const [first] = sentences[tokens[speaking]?.sentence ?? 0] ?? [0];
  const { lemma = '' } = tokens[first] ?? {};
  return lemma === 'while' || lemma === 'whereas' || lemma === 'although';
}

/** "While they talk of peace, they bomb". */
function deedAfterComma({ last, sentence }: Found, { reading: { tokens } }: Scene): number | null {
  for (let i = last + 1; i < last + LONGEST_REST && tokens[i]?.sentence === sentence; i++) {
    if (tokens[i]?.text === ',' && PERSONS.has(tokens[i + 1]?.lemma ?? '')) return deedAt(i + 1, tokens);
  }
  return null;
}

/** The verb behind a pronoun for the party, behind what is the party's, or without a subject; past adverbs and forms of "be" and "have" that belong to it. */
function deedAt(from: number, tokens: readonly Token[]): number | null {
  let i = from;
  const isPerson = PERSONS.has(tokens[i]?.lemma ?? '');
  if (isPerson) i += 1;
  else if (OWNED.has(tokens[i]?.lower ?? '') && tokens[i + 1]?.pos === 'NOUN') i += 2;
  let isProgressive = false;
  while (tokens[i]?.pos === 'ADV' || (tokens[i]?.pos === 'AUX' && !MODALS.has(tokens[i]?.lower ?? ''))) {
    isProgressive ||= tokens[i]?.lemma === 'be';
    i += 1;
  }
  if (isProgressive && !tokens[i]?.lower.endsWith('ing')) return null;
  // "It shells the town": behind a pronoun stands a verb, also where the reader of grammar takes it for a noun.
  const isVerb = tokens[i]?.pos === 'VERB' || (isPerson && i === from + 1 && tokens[i]?.pos === 'NOUN');
  return isVerb && !NO_DEEDS.has(tokens[i]?.lemma ?? '') ? i : null;
}

const MODALS: ReadonlySet<string> = new Set(['will', 'would', 'may', 'might', 'can', 'could', 'should', 'must', "'ll"]);

/** True where the deed's clause says something good and nothing evil. */
function isGood(deed: number, { bearersIn, clauses, reading: { tokens } }: Scene): boolean {
  const told = (bearersIn.get(tokens[deed]?.sentence ?? 0) ?? []).filter(({ clause }) => clause === clauses[deed]);
  return told.some(({ term }) => term.weight > 0) && !told.some(({ term }) => term.weight < 0);
}
