/** Where a term stands: beside the point, about somebody else, in factual talk, in the reporter's words. */
import type { Shift, Token } from '../../core/model.ts';
import type { Found, Scene } from './scene.ts';
import { modifiersNear, NO_SHIFT, type ShiftRule, shiftBy } from './shift.ts';

/** Factual frames ("met with", "in 1987") never take away more than this. */
const LEAST_LEFT = 0.4;
/** A sentence that names neither side speaks of something else as often as not. */
const ASIDE = 0.8;
/** Goodwill toward somebody else is none toward the other side … */
const GOOD_ELSEWHERE = 0.3;
/** … and a quarrel with somebody else no quarrel with it. */
const EVIL_ELSEWHERE = 0.6;
/** A third party this many tokens away is whom a term is about, unless a side stands nearer. */
const ELSEWHERE_REACH = 6;
/** A statement of fewer tokens than this is short. */
const SHORT = 26;
const BARE_NAME = 0.25;
/** Saying it again adds half. */
const AGAIN = 0.5;
/** The reporter's words around a partial quotation. */
const CARRIER = 0.8;

/** Factual frames in the term's sentence. */
export const frame: ShiftRule = {
  id: 'frame',
  shifts(found, _value, scene) {
    const near = modifiersNear(found, scene, 'frame');
    if (near.length === 0) return NO_SHIFT;
    const shifts: Shift[] = [];
    let left = 1;
    for (const modifier of near) {
      const factor = Math.max(modifier.term.weight, LEAST_LEFT / left);
      if (factor >= 1) continue;
      left *= factor;
      shifts.push(shiftBy(modifier, factor, scene));
    }
    return shifts;
  },
};

/** Sentences that name neither side, in a text where others do. */
export const aside: ShiftRule = {
  id: 'aside',
  shifts(found, _value, scene) {
    if (scene.named.size === 0 || isAboutSides(found.sentence, scene)) return NO_SHIFT;
    return [{ kind: 'aside', word: 'sentence names neither side', factor: ASIDE }];
  },
};

function isAboutSides(sentence: number, { named }: Scene): boolean {
  const sides = named.get(sentence);
  return sides !== undefined && (sides.size > 1 || !sides.has('third'));
}

/** "Our partnership with Beijing": a term whose nearest name is a third party's. Terms that name somebody themselves are left alone. */
export const elsewhere: ShiftRule = {
  id: 'elsewhere',
  shifts(found, value, scene) {
    const sides = scene.named.get(found.sentence);
    if (!sides?.has('third')) return NO_SHIFT;
    const nearest = nearestAnchor(found, scene);
    if (nearest === null || nearest.anchor.side !== 'third') return NO_SHIFT;
    const [first, last] = [scene.reading.tokens[nearest.first] as Token, scene.reading.tokens[nearest.last] as Token];
    return [
      { kind: 'elsewhere', word: scene.reading.text.slice(first.start, last.end), factor: value > 0 ? GOOD_ELSEWHERE : EVIL_ELSEWHERE },
    ];
  },
};

function nearestAnchor(found: Found, scene: Scene) {
  let nearest = null;
  let shortest = ELSEWHERE_REACH + 1;
  for (const anchored of scene.anchors) {
    if (anchored.sentence !== found.sentence) continue;
    const distance =
      anchored.last < found.first ? found.first - anchored.last : anchored.first > found.last ? anchored.first - found.last : 0;
    if (distance === 0) return null;
    if (distance < shortest || (distance === shortest && anchored.anchor.side !== 'third')) {
      shortest = distance;
      nearest = anchored;
    }
  }
  return nearest;
}

/** In a short statement a name by itself ("Moscow and Washington") says little: what counts is what is said of it. */
export const name: ShiftRule = {
  id: 'name',
  shifts(found, _value, scene) {
    if (!found.isName || scene.reading.tokens.length >= SHORT) return NO_SHIFT;
    return [{ kind: 'name', word: 'a name in a short statement', factor: BARE_NAME }];
  },
};

/** The same term a second time in one statement. */
export const repetition: ShiftRule = {
  id: 'repetition',
  shifts({ isAgain }) {
    return isAgain ? SAID_BEFORE : NO_SHIFT;
  },
};

const SAID_BEFORE: readonly Shift[] = [{ kind: 'repetition', word: 'said before', factor: AGAIN }];

/** Words outside the content. */
export const carrier: ShiftRule = {
  id: 'carrier',
  shifts(found, _value, scene) {
    const { content } = scene.context;
    if (content === null) return NO_SHIFT;
    const { start } = scene.reading.tokens[found.first] as Token;
    if (content.some(([from, to]) => start >= from && start < to)) return NO_SHIFT;
    return [{ kind: 'carrier', word: "the reporter's words", factor: CARRIER }];
  },
};
