import { expect, test } from 'vitest';
import { summarySentence } from '../../../src/stages/validation/sentence.ts';

const corrected = (mean: number) => ({ mean, low: mean - 0.1, high: mean + 0.1, coded: 100, basis: 'design' as const });
const FACTS = {
  ...{ coded: 400, coders: 2, twice: 100, alpha: 0.81, sameLabel: 0.58, vanished: 0, changed: 0 },
  sides: [{ side: 'US', mean: -0.1, corrected: corrected(-0.01) }],
};

test.each([
  [
    {},
    "On 400 statements coded by two coders (alpha .81) detente's label agrees with theirs in 58 %; US means are .09 too low; corrected means are drawn.",
  ],
  [
    { coded: 1, coders: 1, alpha: null, sameLabel: null, sides: [] },
    'On 1 statement coded by one coder too few are coded to correct a mean.',
  ],
  [
    { alpha: 0.5, sides: [{ side: 'US', mean: 0.2, corrected: corrected(0.1) }] },
    "On 400 statements coded by two coders (alpha .50, too low to rely on) detente's label agrees with theirs in 58 %; US means are .10 too high; corrected means are drawn.",
  ],
  [
    { sides: [{ side: 'US', mean: 0.2, corrected: corrected(0.201) }] },
    "On 400 statements coded by two coders (alpha .81) detente's label agrees with theirs in 58 %; US means are right on average; corrected means are drawn.",
  ],
  [{ coded: 0 }, 'No statement of this job is coded yet: nothing is corrected.'],
])('%j is told in one sentence', (facts, sentence) => expect(summarySentence({ ...FACTS, ...facts })).toBe(sentence));
