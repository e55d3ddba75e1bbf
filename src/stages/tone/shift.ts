/** How a shift is written down. */
import type { Token } from '../../core/model/reading.ts';
import type { Shift } from '../../core/model/tone.ts';
import type { Found } from './found.ts';
import type { ModifierGroup, Scene } from './scene.ts';

/** One rule: the shifts that it adds to a bearer of weight, given the value that earlier rules left. */
export interface ShiftRule {
  readonly id: string;
  shifts(found: Found, value: number, scene: Scene): readonly Shift[];
}

export const NO_SHIFT: readonly Shift[] = [];

/** A shift by a modifier, with the words that it stands in. */
export function shiftBy(modifier: Found, factor: number, scene: Scene): Shift {
  return { kind: modifier.term.class, word: wordsOf(modifier, scene), factor };
}

function wordsOf({ first, last }: Found, { reading }: Scene): string {
  return reading.text.slice((reading.tokens[first] as Token).start, (reading.tokens[last] as Token).end);
}

/** The modifiers of a group in the term's sentence, without those inside the term; a negator that begins before the term has its "not" outside ("not want" and "want peace"). */
export function modifiersNear(found: Found, scene: Scene, group: ModifierGroup): readonly Found[] {
  const near = scene.modifiers[group].get(found.sentence) ?? NOBODY;
  const isOutside = (modifier: Found): boolean =>
    !overlaps(modifier, found) || (group === 'negator' && modifier.first < found.first && modifier.last <= found.last);
  return near.every(isOutside) ? near : near.filter(isOutside);
}

/** True where two share a token. */
export function overlaps(one: Found, other: Found): boolean {
  return one.first <= other.last && other.first <= one.last;
}

const NOBODY: readonly Found[] = [];
