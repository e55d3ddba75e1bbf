import { describe, expect, test } from 'vitest';
import { compileSentiment } from '../../../src/stages/tone/sentiment.ts';
import { rowsOf } from './made.ts';

const rows = (lines: readonly string[]) => rowsOf('sentiment.csv', 'word,value,next', lines);
const mended = compileSentiment(rows(['united,0,states|nations', 'fire,0,'])).value;
const plain = compileSentiment([]).value;

describe('general sentiment', () => {
  test.each([
    ['United States', 0, 0.5],
    ['a united front', 1 / 3, 1 / 3],
    ['cease fire', 0, -1],
    ['I don’t like it', -0.5, -0.5],
    ["I don't like it", -0.5, -0.5],
    ['', 0, 0],
  ])('of "%s" is %f, without the overrides %f', (text, expected, unmended) => {
    expect(mended(text)).toBeCloseTo(expected, 5);
    expect(plain(text)).toBeCloseTo(unmended, 5);
  });

  test('stays between -1 and 1', () => {
    expect(plain('outstanding superb breathtaking')).toBe(1);
  });

  test('overrides do not leak into another vocabulary', () => {
    compileSentiment(rows(['good,-5,']));
    expect(plain('good')).toBe(1);
  });
});

test('faults of overrides', () => {
  const { faults } = compileSentiment(rows(['united states,0,', 'good,9,', 'bad,,']));
  expect(faults.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    '2: word must be a single word, found "united states"',
    '3: value must be from -5 to 5, found "9"',
    '4: value must be from -5 to 5, found ""',
  ]);
});
