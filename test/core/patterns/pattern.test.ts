import { describe, expect, test } from 'vitest';
import { parsePattern, type Step, sequencesOf } from '../../../src/core/patterns/pattern.ts';

const show = (sequence: readonly Step[]) =>
  sequence.map((step) => (step.kind === 'gap' ? '_' : step.kind === 'prefix' ? `${step.text}*` : step.text)).join(' ');

describe('a lexicon pattern', () => {
  test.each([
    ['lift', ['lift']],
    ['cold war', ['cold war']],
    ['sanction*', ['sanction*']],
    ['[lift|ease off] _ sanction*', ['lift _ sanction*', 'ease off _ sanction*']],
    ['de-escalat*', ['de escalat*']],
    ["can't", ["ca n't"]],
    ['don’t', ["do n't"]],
    ["russia's patience", ["russia 's patience"]],
  ])('%s reads as %j', (pattern, expected) => {
    expect(parsePattern(pattern)).toEqual({ parts: expect.anything(), fault: null });
    expect(sequencesOf(parsePattern(pattern).parts).map(show)).toEqual(expected);
  });

  test.each([
    ['', 'empty'],
    ['[a|b', 'brackets'],
    ['a] b', 'brackets'],
    ['_ talks', 'gap'],
    ['talks _', 'gap'],
    ['*', 'stands alone'],
    ['san*tion', 'inside a word'],
    ['[a|]', 'empty'],
  ])('%j is refused: %s', (pattern, reason) => {
    expect(parsePattern(pattern).fault).toContain(reason);
  });
});
