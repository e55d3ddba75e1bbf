/** Which weights coded statements speak about: those on which every period with enough statements says the same. */
import { type Estimate, lossOf, rawOf, type Sample } from './ordinal.ts';

/** Statements with a row that a period needs before it has a say on the row's weight. */
export const ENOUGH_IN_PERIOD = 5;
/** Periods that need to have a say. */
export const FEWEST_PERIODS = 2;

/** A coded statement as the composition sees it, with its period. */
export interface DatedSample extends Sample {
  readonly period: string;
}

/** For each row 1 where its weight should rise, -1 where it should fall, 0 where the periods are too few or do not agree. */
export function directionsOf(samples: readonly DatedSample[], estimate: Estimate): Int8Array {
  const rows = estimate.priors.length;
  const directions = new Int8Array(rows);
  const says = new Uint8Array(rows);
  const isSplit = new Uint8Array(rows);
  for (const period of new Set(samples.map((sample) => sample.period))) {
    const { pull, counts } = pullOf(
      samples.filter((sample) => sample.period === period),
      estimate,
    );
    for (let row = 0; row < rows; row++) {
      if ((counts[row] as number) < ENOUGH_IN_PERIOD) continue;
      const direction = Math.sign(pull[row] as number);
      if (direction === 0 || (directions[row] as number) * direction < 0) isSplit[row] = 1;
      directions[row] = direction;
      says[row] = (says[row] as number) + 1;
    }
  }
  return directions.map((direction, row) => (isSplit[row] === 1 || (says[row] as number) < FEWEST_PERIODS ? 0 : direction));
}

/** Where the likelihood of the labels pulls each weight, and in how many statements each row stands. */
function pullOf(samples: readonly Sample[], estimate: Estimate): { readonly pull: Float64Array; readonly counts: Uint32Array } {
  const pull = new Float64Array(estimate.priors.length);
  const counts = new Uint32Array(estimate.priors.length);
  for (const sample of samples) {
    const { slope } = lossOf(sample, rawOf(sample, estimate.priors), estimate);
    sample.columns.forEach((column, i) => {
      pull[column] = (pull[column] as number) - slope * (sample.factors[i] as number);
      counts[column] = (counts[column] as number) + 1;
    });
  }
  return { pull, counts };
}
