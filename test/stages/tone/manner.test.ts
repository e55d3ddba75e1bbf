import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/core/language.ts';
import { calibrate, type Labelled } from '../../../src/stages/tone/calibrate.ts';
import { compileToneLexicon } from '../../../src/stages/tone/lexicon.ts';
import { compileManner, lemmasOf, mannerShifts } from '../../../src/stages/tone/manner.ts';
import { rawScore, scoreTone } from '../../../src/stages/tone/score.ts';
import { withManner } from '../../../src/stages/tone/weights.ts';
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

describe('calibration of manner', () => {
  const coded = (count: number, text: (i: number) => string, tone: number): readonly Labelled[] =>
    Array.from({ length: count }, (_, i) => ({ reading: readText(long(text(i))), context: contextOf(), tone }));
  const labelled = [
    ...coded(40, (i) => `Moscow and Washington discuss dialogue on day ${i}.`, 0),
    ...coded(40, (i) => `Moscow and Washington embrace dialogue on day ${i}.`, 1),
    ...coded(40, (i) => `Moscow and Washington embrace a quarrel on day ${i}.`, -1),
  ];
  const shuffled = labelled.map((_, i) => labelled[(i * 11) % labelled.length] as Labelled);
  const lexicon = compileToneLexicon({ ...tablesOf(['dialogue,object,1', 'quarrel,object,-1']), manner: [] }, ['US', 'Russia']).value;
  const found = calibrate(shuffled, lexicon).manner;
  const factorOf = (word: string): number => found?.words.find((each) => each.word === word)?.factor ?? 1;

  test('words of neutral statements mute, words of polar ones do not', () => {
    expect(factorOf('discuss')).toBeLessThan(0.95);
    expect(factorOf('embrace')).toBeGreaterThan(1.02);
  });

  test('the file is replaced row by row, its comments stay, and a second time gives the same bytes', () => {
    const csv = 'word,factor,statements\n# estimated\nold,0.5,3\n';
    const once = withManner(csv, { base: 0.75, words: [{ word: 'discuss', factor: 0.8, statements: 40 }] }, 120);
    expect(once).toBe('word,factor,statements\n# estimated\n*,0.75,120\ndiscuss,0.8,40\n');
    expect(withManner(once, { base: 0.75, words: [{ word: 'discuss', factor: 0.8, statements: 40 }] }, 120)).toBe(once);
  });
});
