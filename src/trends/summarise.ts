/** Groups → trend rows. The doorway of this room. */
import type { Grouped, Trends } from '../model.ts';

/** All trend rows, series and terms of the grouped sums. */
export function summariseGroups(grouped: Grouped): Trends {
  return {
    rows: { year: [], side: [], speaker: [], month: [], outlet: [], total: [] },
    series: [],
    terms: grouped.terms.map(() => never()),
  };
}

function never(): never {
  throw new Error('summariseGroups: not written yet');
}
