/** "You must not attack", "nobody should interfere", "we asked them not to destroy it": a deed that is forbidden, not denied. */
import type { Token } from '../../core/model/reading.ts';
import { aboutWhom } from './about.ts';
import type { Found } from './found.ts';
import type { Scene } from './scene.ts';
import { isDoneToOther, namedAt } from './toward.ts';

const FORBIDDING: ReadonlySet<string> = new Set(['must', 'should', 'shall', 'may', 'can', 'ca', 'ought']);
/** Words between a negator and its modal verb, on either side. */
const MODAL_REACH = 2;
const ASKING: ReadonlySet<string> = new Set(['ask', 'tell', 'urge', 'warn', 'beg', 'advise', 'caution', 'call', 'implore']);
const ASKING_REACH = 6;

/**
 * True for a deed behind its negator that is forbidden to somebody: he is feared or known to do it, so it stays a charge. What neither of the two may do
 * is wished away by both, and what one's own side may not do is a promise.
 */
export function isForbidden(negator: Found, found: Found, scene: Scene): boolean {
  const { tokens } = scene.reading;
  if (negator.last > found.first || !(found.term.isDeed || tokens[found.first]?.pos === 'VERB')) return false;
  if (isAsked(negator, tokens)) return true;
  if (!isUnderModal(negator, tokens)) return false;
  if (isToldTo(negator, scene)) return true;
  const whom = aboutWhom(found, scene);
  return whom !== 'relation' && whom !== 'own side';
}

/** "We should not provoke Russia", "nobody may humiliate Moscow": a wrong that is not to be done to the other side. */
export function isRestraint(negator: Found, found: Found, scene: Scene): boolean {
  return negator.last < found.first && isUnderModal(negator, scene.reading.tokens) && isDoneToOther(found, scene);
}

/** "Russia should not threaten us": the other side, by name, right before the modal verb. */
function isToldTo({ first }: Found, scene: Scene): boolean {
  return FORBIDDING.has(scene.reading.tokens[first - 1]?.lower ?? '') && namedAt(first - 2, scene) !== null;
}

function isUnderModal({ first, last }: Found, tokens: readonly Token[]): boolean {
  return tokens.slice(Math.max(0, first - MODAL_REACH), last + 1 + MODAL_REACH).some(({ lower }) => FORBIDDING.has(lower));
}

/** "Urged them not to attack". */
function isAsked({ first, last }: Found, tokens: readonly Token[]): boolean {
  if (tokens[last + 1]?.lemma !== 'to') return false;
  return tokens.slice(Math.max(0, first - ASKING_REACH), first).some(({ lemma }) => ASKING.has(lemma));
}
