/** "If they wanted peace, they would leave", "but for them there would be peace": what is said not to be so. */
import type { Token } from '../../core/model/reading.ts';
import type { Found } from './found.ts';
import { mentionBefore, mentionFrom } from './mentions.ts';
import type { Scene } from './scene.ts';
import { NO_SHIFT, type ShiftRule } from './shift.ts';

/** Tokens between "if" and the subject, and between the subject and its verb. */
const REACH_OF_SUBJECT = 4;
const REACH_OF_VERB = 4;
/** Past forms of verbs of attitude: of a present state they tell that it is not so ("if they wanted"), while "if they agreed" is an offer. */
const ATTITUDES: ReadonlySet<string> = new Set(
  'wanted sought cared meant respected intended wished desired valued needed loved understood were was'.split(' '),
);
const UNREAL_MODALS: ReadonlySet<string> = new Set(['would', "'d", 'could', 'might']);
/** What is left of a good that is not so, under the "if" and in what would follow from it … */
const NOT_SO = -0.8;
/** … of what the speaker's own side would do then … */
const NOT_DONE = 0.2;
/** … and of what somebody alone stands in the way of, or alone made possible. */
const BUT_FOR = -0.8;

/**
 * The counterfactual condition whose subject is the other side: a past form of a state of mind, "were" or a past perfect under "if" or in inversion, with
 * "would" in the sentence. Its goods are said not to be there. Open conditions ("if they withdraw", "if they were to agree", "if they stopped") stay as they are,
 * and so do wishes for both ("if we were friends"). "But for them", "had it not been for them" turn what would be so.
 */
export const unreal: ShiftRule = {
  id: 'unreal',
  shifts(found, value, scene) {
    const { sentences, tokens } = scene.reading;
    const [from, to] = sentences[found.sentence] ?? [0, 0];
    if (value === 0 || !hasUnrealModal(from, to, tokens)) return NO_SHIFT;
    for (let i = from; i < to; i++) {
      const opener = openerAt(i, from, tokens);
      if (opener === null) continue;
      const cause = causeBehind(i, scene);
      if (cause !== null) return found.first > cause ? [shift(tokens[i] as Token, BUT_FOR)] : NO_SHIFT;
      if (value < 0 || !isUnder(found, i, scene) || !isCounterfactual(i, opener, scene)) continue;
      return [shift(tokens[i] as Token, isOwnDoing(found, i, scene) ? NOT_DONE : NOT_SO)];
    }
    return NO_SHIFT;
  },
};

function shift({ text }: Token, factor: number) {
  return { kind: 'unreal', word: text, factor } as const;
}

function hasUnrealModal(from: number, to: number, tokens: readonly Token[]): boolean {
  for (let i = from; i < to; i++) if (UNREAL_MODALS.has(tokens[i]?.lower ?? '')) return true;
  return false;
}

/** In the clause of the condition, or in one with "would". */
function isUnder({ clause, sentence }: Found, at: number, { clauses, reading: { sentences, tokens } }: Scene): boolean {
  if (clause === clauses[at]) return true;
  const [from, to] = sentences[sentence] ?? [0, 0];
  for (let i = from; i < to; i++) if (clauses[i] === clause && UNREAL_MODALS.has(tokens[i]?.lower ?? '')) return true;
  return false;
}

type Opener = 'if' | 'inverted';

/** "If", or "were", "had", "but" at the head of the sentence. */
function openerAt(at: number, from: number, tokens: readonly Token[]): Opener | null {
  const lower = tokens[at]?.lower ?? '';
  if (lower === 'if') return 'if';
  return at === from && (lower === 'were' || lower === 'had' || lower === 'but') ? 'inverted' : null;
}

/** The first party behind a place, if it is the other side and stands near. */
function otherBehind(at: number, { mentions, reading: { tokens } }: Scene): number | null {
  const next = mentionFrom(mentions, at + 1);
  if (next === undefined || next.party !== 'other' || next.token > at + REACH_OF_SUBJECT) return null;
  return tokens.slice(at + 1, next.token).some(({ pos }) => pos === 'VERB' || pos === 'PUNCT') ? null : next.token;
}

/** "But for them", "had it not been for them", "if it were not for them": the place of "them". */
function causeBehind(at: number, scene: Scene): number | null {
  const { tokens } = scene.reading;
  const end = at + REACH_OF_VERB + 2;
  for (let i = at + 1; i < end; i++) {
    if (tokens[i]?.lemma !== 'for') continue;
    const isBut = tokens[at]?.lower === 'but' && i === at + 1;
    const isDenied = tokens.slice(at, i).some(({ lemma }) => lemma === 'not');
    return isBut || isDenied ? otherBehind(i, scene) : null;
  }
  return null;
}

function isCounterfactual(at: number, opener: Opener, scene: Scene): boolean {
  const { tokens } = scene.reading;
  const subject = otherBehind(at, scene);
  if (subject === null || tokens[at]?.lower === 'but' || tokens[at - 1]?.pos === 'ADJ') return false;
  if (opener === 'inverted') return tokens[subject + 1]?.lower !== 'to';
  for (let i = subject + 1; i <= subject + REACH_OF_VERB; i++) {
    const { lower = '', pos } = tokens[i] ?? {};
    // "If they and we were friends", "it would be good if they …": wishes.
    if (lower === 'and') return false;
    if (ATTITUDES.has(lower)) return tokens[i]?.lemma !== 'be' || !tokens.slice(i + 1, i + 3).some(({ lower: next }) => next === 'to');
    if (lower === 'had') return isParticiple(tokens[i + 1]) || isParticiple(tokens[i + 2]);
    if (pos === 'VERB' || pos === 'PUNCT') return false;
  }
  return false;
}

/** Also one that the reader of grammar takes for an adjective. */
function isParticiple(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (/(?:ed|en)$/.test(token.lower) || (token.pos === 'VERB' && token.lower !== token.lemma && !token.lower.endsWith('s')))
  );
}

/** "… we would help": what the speaker's own side would do. */
function isOwnDoing({ clause, first }: Found, at: number, { mentions, clauses }: Scene): boolean {
  if (clause === clauses[at]) return false;
  const before = mentionBefore(mentions, first);
  return before?.party === 'own' && clauses[before.token] === clause;
}
