/** The cue of a statement that was denied. */
import type { Shift } from '../../core/model/tone.ts';
import { NO_SHIFT, type ShiftRule } from './shift.ts';

/** Who denies an evil nearly takes it back … */
const DENIED_EVIL = -0.3;
/** … who denies a good turns it. */
const DENIED_GOOD = -1;
/** Who denies or plays down a contact says that there was none, which is no complaint. */
const DENIED_CONTACT = 0;

/** "Denied meddling" is no attack. */
export const denial: ShiftRule = {
  id: 'cue',
  shifts({ term }, value, { cue, context }): readonly Shift[] {
    if (!cue?.isTurning) return NO_SHIFT;
    const factor = term.isContact ? DENIED_CONTACT : value > 0 ? DENIED_GOOD : DENIED_EVIL;
    return [{ kind: 'cue', word: context.cue ?? '', factor }];
  },
};
