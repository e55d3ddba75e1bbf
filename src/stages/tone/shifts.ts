/** The rules that change a term's weight, in order; each sees the value that the earlier ones left. */
import type { Shift } from '../../core/model/tone.ts';
import { about } from './about.ts';
import { attribute } from './attribute.ts';
import { denial } from './denial.ts';
import { carrier, repetition, scareMarks } from './emphasis.ts';
import { foregone } from './foregone.ts';
import type { Found } from './found.ts';
import { lipService } from './lip-service.ts';
import { mood } from './modality.ts';
import { negation } from './negation.ts';
import { reversal } from './reversal.ts';
import type { Scene } from './scene.ts';
import type { ShiftRule } from './shift.ts';
import { strength } from './strength.ts';
import { unreal } from './unreal.ts';
import { victim } from './victim.ts';

/**
 * What takes a term away or denies it comes first, for it looks at the sign that is left; then what a whole sentence makes of it (chosen over, spoiled, belied, unreal),
 * how strongly and how surely it is said, and whom it is about.
 */
export const SHIFT_RULES: readonly ShiftRule[] = [
  reversal,
  negation,
  scareMarks,
  denial,
  foregone,
  attribute,
  lipService,
  unreal,
  strength,
  mood,
  victim,
  about,
  repetition,
  carrier,
];

/** Every shift on a term, in the order of the rules; `weight` is what they begin with, the term's own unless a calibration asks. */
export function shiftsOn(found: Found, scene: Scene, weight = found.term.weight): readonly Shift[] {
  let value = weight;
  let all: readonly Shift[] = [];
  for (const rule of SHIFT_RULES) {
    const shifts = rule.shifts(found, value, scene);
    if (shifts.length === 0) continue;
    for (const shift of shifts) value *= shift.factor;
    all = all.length === 0 ? shifts : [...all, ...shifts];
  }
  return all;
}
