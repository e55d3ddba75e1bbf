/** The cue of a statement that was denied. */
import type { Shift } from '../../core/model/tone.ts';
import type { Found } from './found.ts';
import type { Scene } from './scene.ts';
import { NO_SHIFT, type ShiftRule } from './shift.ts';

/** Who denies an evil takes it back and no more … */
const DENIED_EVIL = -0.1;
/** … who denies a good turns it. */
const DENIED_GOOD = -1;
/** Who denies or plays down a contact says that there was none, which is no complaint. */
const DENIED_CONTACT = 0;
/** "Dismissed it as groundless": what the denied thing is called is the denier's own word. */
const CALLED = 0;
const REACH_OF_AS = 3;

/** "Denied meddling" is no attack. */
export const denial: ShiftRule = {
  id: 'cue',
  shifts(found, value, scene): readonly Shift[] {
    if (!scene.cue?.isTurning) return NO_SHIFT;
    return [{ kind: 'cue', word: scene.context.cue ?? '', factor: factorOf(found, value, scene) }];
  },
};

function factorOf(found: Found, value: number, scene: Scene): number {
  if (found.term.isContact) return DENIED_CONTACT;
  if (isWhatItIsCalled(found, scene)) return CALLED;
  return value > 0 ? DENIED_GOOD : DENIED_EVIL;
}

function isWhatItIsCalled({ first, clause }: Found, { clauses, reading: { tokens } }: Scene): boolean {
  for (let i = first - 1; i >= Math.max(0, first - REACH_OF_AS) && clauses[i] === clause; i--) {
    if (tokens[i]?.lemma === 'as') return true;
  }
  return false;
}
