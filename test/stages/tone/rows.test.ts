import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/core/language.ts';
import { parseRows } from '../../../src/core/rows.ts';
import { misleadingTerms } from '../../../src/stages/tone/examples.ts';
import { compileToneLexicon } from '../../../src/stages/tone/lexicon.ts';
import { neverMatching } from '../../../src/stages/tone/unreachable-rows.ts';
import { bundled } from './bundled.ts';

const { value: lexicon, faults } = bundled;

describe('the tone lexicon', () => {
  test('has no faults', () => {
    expect(faults).toEqual([]);
  });

  test('has no row that can never match', () => {
    expect(neverMatching(lexicon, readText).map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
  });

  test('every row finds its own example, and not its counterexample', () => {
    expect(misleadingTerms(lexicon.entries, lexicon).map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
  });
});

describe('a row of tone.csv', () => {
  const header = 'id,pattern,class,weight,dimension,side,flip,example_hit,example_miss';
  const faultsOf = (row: string): readonly string[] => {
    const { value, faults: wrong } = compileToneLexicon({ tone: parseRows(`${header}\n${row}\n`, 'tone.csv').value }, ['US', 'Russia']);
    return [...wrong, ...misleadingTerms(value.entries, value)].map(({ line, message }) => `${line}: ${message}`);
  };

  test.each([
    [
      'an example without its words',
      'thaw,thaw,valence,1,,,,They sat.,',
      '2: example_hit "They sat." does not hold the pattern, expected its words',
    ],
    [
      'a counterexample with its words',
      'thaw,thaw,valence,1,,,,,A thaw came.',
      '2: example_miss "A thaw came." holds the pattern, expected other words',
    ],
    ['a flip that is none', 'thaw,thaw,valence,1,,,maybe,,', '2: flip must be yes, good, evil, topic, toward or empty, found "maybe"'],
    [
      'a dimension that is none',
      'thaw,thaw,valence,1,tonne,,,,',
      '2: dimension must be tone, blame, contact, joint, yielding, evidence, outlook or empty, found "tonne"',
    ],
    ['a side with a slip in it', 'thaw,thaw,valence,1,,Rusia,,,', '2: side is "Rusia", expected "Russia"'],
  ])('with %s is a fault', (_what, row, expected) => {
    expect(faultsOf(row)).toEqual([expected]);
  });

  test.each([
    ['with both examples right', 'thaw,thaw,valence,1,,,,A thaw came.,They sat.'],
    ['for one side', 'thaw,thaw,valence,1,tone,Russia,good,A thaw came.,'],
  ])('%s has none', (_what, row) => {
    expect(faultsOf(row)).toEqual([]);
  });
});
