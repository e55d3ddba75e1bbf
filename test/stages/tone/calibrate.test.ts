import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/core/language.ts';
import { calibrate, type Labelled } from '../../../src/stages/tone/calibrate.ts';
import { describeChanges, withWeights } from '../../../src/stages/tone/weights.ts';
import { contextOf, lexiconOf } from './made.ts';

const statement = (text: string, tone: number | null): Labelled => ({ reading: readText(text), context: contextOf(), tone });
const many = (count: number, text: (i: number) => string, tone: number) =>
  Array.from({ length: count }, (_, i) => statement(text(i), tone));

const lexicon = lexiconOf(['dialogue,object,1', 'quarrel,object,-1', 'schedule,valence,1', 'harvest,valence,1']);
const labelled = [
  ...many(20, (i) => `Moscow and Washington want dialogue on day ${i}.`, 1),
  ...many(20, (i) => `Moscow and Washington quarrel on day ${i}.`, -1),
  ...many(20, (i) => `Moscow and Washington keep the schedule on day ${i}.`, 0),
  ...many(3, (i) => `Moscow and Washington quarrel over the harvest on day ${i}.`, -1),
  statement('The weather is fine.', null),
];
const shuffled = labelled.map((_, i) => labelled[(i * 11) % labelled.length] as Labelled);
const weights = (statements: readonly Labelled[]) =>
  Object.fromEntries(calibrate(statements, lexicon).changes.map(({ term, after }) => [term.pattern, after]));

describe('calibration', () => {
  test('moves weights to where the labels are', () => {
    const found = weights(shuffled);
    expect(found.dialogue).toBeGreaterThan(1);
    expect(found.quarrel).toBeLessThan(-1);
    expect(Math.abs(found.schedule ?? 1)).toBeLessThan(0.5);
  });

  test('keeps the sign that a person gave where little evidence is against it', () => {
    expect(weights(shuffled).harvest).toBeGreaterThan(0);
  });

  test('leaves statements aside that are not about the two sides', () => {
    expect(calibrate(shuffled, lexicon).after.statements).toBe(labelled.length - 1);
  });

  test('gives the same weights again', () => {
    expect(calibrate(shuffled, lexicon)).toEqual(calibrate(shuffled, lexicon));
  });

  test('improves on the weights that it started from', () => {
    const { before, after } = calibrate(shuffled, lexicon);
    expect(after.accuracy).toBeGreaterThanOrEqual(before.accuracy);
    expect(after.wrongSign).toBe(0);
  });
});

describe('new weights in a lexicon file', () => {
  const { changes } = calibrate(shuffled, lexicon);
  const csv = [
    'pattern,class,weight,note',
    'dialogue,object,1,"wanted, by both"',
    'quarrel,object,-1,',
    'schedule,valence,1,',
    'harvest,valence,1,',
    '# a comment, with a comma',
    '',
  ].join('\n');
  const found = Object.fromEntries(changes.map(({ term, after }) => [term.pattern, after]));

  test('only the weight changes, and the first weight is kept as the prior', () => {
    expect(withWeights(csv, 'tone.csv', changes).split('\n')).toEqual([
      'pattern,class,weight,note,prior',
      `dialogue,object,${found.dialogue},"wanted, by both",1`,
      `quarrel,object,${found.quarrel},,-1`,
      `schedule,valence,${found.schedule},,1`,
      `harvest,valence,${found.harvest},,1`,
      '# a comment, with a comma',
      '',
    ]);
  });

  test('writing twice gives the same bytes', () => {
    const once = withWeights(csv, 'tone.csv', changes);
    expect(withWeights(once, 'tone.csv', changes)).toBe(once);
  });

  test('the difference is readable', () => {
    expect(describeChanges(changes, 1)).toHaveLength(1);
    expect(describeChanges(changes, 10).join('\n')).toMatch(/1\.00 → .* schedule {2}\(20 statements\)/);
  });
});
