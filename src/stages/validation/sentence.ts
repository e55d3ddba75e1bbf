/** Figures as a reader of the page is told them. */
import type { ValidationSummary } from '../../core/validation.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
/** Below this agreement of the coders no conclusion should be drawn: Krippendorff 2004, p. 241. */
export const LEAST_ALPHA = 0.667;
/** Differences smaller than this are not worth a word. */
const WORTH_TELLING = 0.01;

/** "On 400 statements coded by two coders (alpha .81) detente's label agrees with theirs in 58 %; US means are .09 too low; corrected means are drawn." */
export function summarySentence(summary: Omit<ValidationSummary, 'sentence'>): string {
  const { coded, coders, alpha, sameLabel, sides } = summary;
  if (coded === 0) return 'No statement of this job is coded yet: nothing is corrected.';
  const by = `${NUMBERS[coders] ?? coders} coder${coders === 1 ? '' : 's'}`;
  const agreement = alpha === null ? '' : ` (alpha ${decimals(alpha)}${alpha < LEAST_ALPHA ? ', too low to rely on' : ''})`;
  const label = sameLabel === null ? [] : [`detente's label agrees with theirs in ${Math.round(100 * sameLabel)} %`];
  const means = sides.flatMap(({ side, mean, corrected }) =>
    mean === null || corrected === null ? [] : [meanClause(side, mean - corrected.mean)],
  );
  const drawn = means.length > 0 ? ['corrected means are drawn'] : ['too few are coded to correct a mean'];
  return `On ${coded} statement${coded === 1 ? '' : 's'} coded by ${by}${agreement} ${[...label, ...means, ...drawn].join('; ')}.`;
}

function meanClause(side: string, error: number): string {
  if (Math.abs(error) < WORTH_TELLING) return `${side} means are right on average`;
  return `${side} means are ${decimals(Math.abs(error))} too ${error < 0 ? 'low' : 'high'}`;
}

/** '.81', '-.05', '1.00'. */
export function decimals(value: number): string {
  return value.toFixed(2).replace(/^(-?)0\./, '$1.');
}
