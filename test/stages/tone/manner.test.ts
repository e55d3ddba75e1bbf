import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/core/language.ts';
import { compileToneLexicon } from '../../../src/stages/tone/lexicon.ts';
import { compileManner, lemmasOf, mannerShifts } from '../../../src/stages/tone/manner.ts';
import { rawScore, scoreTone } from '../../../src/stages/tone/score.ts';
import { contextOf, rowsOf, tablesOf } from './made.ts';

const rows = rowsOf('manner.csv', 'word,factor,statements', ['*,0.8,900', 'whether,0.5,30', 'pressure,2,40', 'matter,0.9,50']);
const { value: manner } = compileManner(rows);
const long = (text: string): string => `${text} ${'and so on '.repeat(40)}`;

describe('manner of speaking', () => {
  test.each([
    ['They ask whether it was so.', 'whether', 0.4],
    ['It adds to the pressure.', 'pressure', 1.6],
    ['Whether there was pressure does not matter.', 'whether, matter, 1 more', 0.72],
    ['Whether or whether not.', 'whether', 0.4],
    ['The envoys are on their way.', '', 0.8],
  ])('%s', (text, word, factor) => expect(mannerShifts(readText(long(text)), manner)).toEqual([{ kind: 'manner', word, factor }]));

  test('a short statement hardly shows one', () => {
    const [shift] = mannerShifts(readText('They ask whether it was so.'), manner);
    expect(shift?.factor).toBeGreaterThan(0.9);
  });

  test('names, numbers and marks are no manner', () => {
    expect(lemmasOf(readText('In 2010 Moscow asked, and Ellen Hathaway answered.'))).toEqual(['in', 'ask', 'and', 'answer']);
  });

  test('every term of a statement carries it, and the trace still adds up', () => {
    const lexicon = compileToneLexicon({ ...tablesOf(['dialogue,object,1', 'trust,valence,0.7']), manner: rows }, ['US', 'Russia']).value;
    const { hits } = scoreTone(readText(long('Moscow asks whether dialogue with Washington needs trust.')), contextOf(), lexicon);
    expect(hits.map(({ value }) => value)).toEqual([0.4, 0.28]);
    expect(rawScore(hits)).toBe(0.68);
  });

  test('a job without manner.csv has none', () => {
    expect(compileManner(undefined)).toEqual({ value: null, faults: [] });
    expect(mannerShifts(readText('They ask whether it was so.'), null)).toEqual([]);
  });

  test.each([
    [',0.5,1', 'word is empty, expected a lemma or *'],
    ['any,5,1', 'factor must be from 0.3 to 3, found "5"'],
    ['any,much,1', 'factor must be from 0.3 to 3, found "much"'],
  ])('a wrong row %s is a fault', (line, message) => {
    expect(compileManner(rowsOf('manner.csv', 'word,factor,statements', [line])).faults).toEqual([
      { file: 'manner.csv', line: 2, message },
    ]);
  });
});
