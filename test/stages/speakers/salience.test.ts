import { describe, expect, test } from 'vitest';
import { openSalience } from '../../../src/stages/speakers/salience.ts';

const HERE = { sentence: 0, paragraph: 0 };
/** A hundred persons, named in the order of their numbers, all by the same part. */
function afterAHundred() {
  const salience = openSalience();
  for (let member = 0; member < 100; member++) salience.note(member, 'subject', HERE);
  return salience;
}

describe('a reader has a hundred persons in mind', () => {
  test('and all of them at that number', () => {
    const salience = afterAHundred();
    expect([0, 50, 99].map((member) => salience.lastSentence(member))).toEqual([0, 0, 0]);
  });

  test('with one more, the one named longest ago is forgotten, and nobody else', () => {
    const salience = afterAHundred();
    salience.note(100, 'subject', HERE);
    expect([0, 1, 99, 100].map((member) => salience.lastSentence(member))).toEqual([null, 0, 0, 0]);
    expect(salience.best(HERE, (member) => member === 0)).toBeNull();
  });

  test('who is named again is not the one named longest ago', () => {
    const salience = afterAHundred();
    salience.note(0, 'subject', { sentence: 1, paragraph: 0 });
    salience.note(100, 'subject', { sentence: 1, paragraph: 0 });
    expect([0, 1, 2].map((member) => salience.lastSentence(member))).toEqual([1, null, 0]);
  });
});

test('the most present is meant, and nobody where two are equally so', () => {
  const salience = openSalience();
  salience.note(1, 'subject', HERE);
  salience.note(2, 'object', HERE);
  expect(salience.best(HERE, () => true)).toBe(1);
  salience.note(2, 'object', HERE);
  expect(salience.best(HERE, () => true)).toBeNull();
});
