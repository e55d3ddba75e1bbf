/** Where a term stands: in scare marks, said before, or in the reporter's words. */
import type { Token } from '../../core/model/reading.ts';
import type { Shift } from '../../core/model/tone.ts';
import type { Found } from './found.ts';
import type { Scene } from './scene.ts';
import { NO_SHIFT, type ShiftRule } from './shift.ts';

/** Saying it again adds half. */
const AGAIN = 0.5;
/** The reporter's words around a partial quotation. */
const CARRIER = 0.8;

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

/** Words between marks that a speaker sets off are not his own: "their 'help'". */
const SET_OFF = -1;
const OPENING_MARK = /^["“‘'«„]$/;
const CLOSING_MARK = /^["”’'»“]$/;
const MOST_SET_OFF = 2;

/** A good word or two between quotation marks, which are not those of the statement itself; in a reporter's sentence the marks are. */
export const scareMarks: ShiftRule = {
  id: 'scare marks',
  shifts({ first, last, term }, value, { reading: { tokens, text }, context: { content, kind } }) {
    // "Not 'hostile'" sets a bad word off and says nothing against the denial.
    if (term.weight <= 0 || value <= 0 || kind === 'mixed' || kind === 'indirect') return NO_SHIFT;
    const near = tokens.slice(Math.max(0, first - MOST_SET_OFF), first);
    const at = near.findLastIndex(({ text: mark }) => OPENING_MARK.test(mark));
    const opening = near[at];
    const closing = tokens.slice(last + 1, last + 1 + MOST_SET_OFF).find(({ text: mark }) => CLOSING_MARK.test(mark));
    if (opening === undefined || closing === undefined || isCalled(first - near.length + at, tokens)) return NO_SHIFT;
    if (content?.some(([from]) => from === opening.end)) return NO_SHIFT;
    return [{ kind: 'scare marks', word: text.slice(opening.start, closing.end), factor: SET_OFF }];
  },
};

/** "When people call you 'brilliant'": the marks give a word that somebody used, and nobody doubts it. */
const CALLING: ReadonlySet<string> = new Set(['call', 'describe', 'hail', 'label', 'term', 'dub', 'praise', 'say']);
const REACH_OF_CALLING = 5;

function isCalled(opening: number, tokens: readonly Token[]): boolean {
  return tokens
    .slice(Math.max(0, opening - REACH_OF_CALLING), opening)
    .some(({ lemma, lower }) => CALLING.has(lemma) && lower !== 'so-called');
}

/** True for a term that is the cue once more: "accused" in the reporter's words around a partial quotation, which has its own hit. */
export function repeatsCue({ first, last }: Found, { cue, context, reading: { tokens, text } }: Scene): boolean {
  if (cue === null || context.cue === null || context.content === null) return false;
  const { start } = tokens[first] as Token;
  if (context.content.some(([from, to]) => start >= from && start < to)) return false;
  return text
    .slice(start, (tokens[last] as Token).end)
    .toLowerCase()
    .includes(context.cue.toLowerCase());
}
