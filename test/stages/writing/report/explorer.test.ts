import { expect, test } from 'vitest';
import {
  cutAtMarks,
  explorerScript,
  isAskedFor,
  type Listed,
  orderListed,
  readQuery,
} from '../../../../src/stages/writing/report/explorer.ts';

const ANY = { word: '', speaker: '', side: '', year: '', label: '', order: '' };

const listed = (rest: Partial<Listed> = {}): Listed => ({
  ...{
    speaker: 'Ada Bell',
    speakerId: 'ada-bell',
    side: 'US',
    said: '2018-12-22',
    label: 'positive',
    tone: 0.4,
    text: 'We want talks.',
    marks: [],
  },
  ...{ outlet: 'Riverside Post', title: 'A title', url: null, articles: 1, ...rest },
});

test.each([
  [{}, true],
  [{ side: 'US' }, true],
  [{ side: 'Russia' }, false],
  [{ year: '2018', speaker: 'ada-bell', label: 'positive' }, true],
  [{ year: '2019' }, false],
  [{ word: 'TALKS' }, true],
  [{ word: 'walks' }, false],
  [{ label: 'not relevant' }, false],
])('asked for %j: %s', (query, isFound) => {
  expect(isAskedFor(listed(), { ...ANY, ...query })).toBe(isFound);
});

test('an undated, unattributed, irrelevant statement can be asked for', () => {
  const nobody = listed({ said: null, side: null, label: null, tone: null });
  expect(isAskedFor(nobody, { ...ANY, year: 'undated', side: 'unattributed', label: 'not relevant' })).toBe(true);
});

test('an address tells the query, whatever it holds', () => {
  expect(readQuery('#find?side=US&year=2018')).toEqual({ ...ANY, side: 'US', year: '2018' });
  expect(readQuery('#find?word=a%26b%3Cc')).toEqual({ ...ANY, word: 'a&b<c' });
  expect(readQuery('#find')).toEqual(ANY);
});

test('the order by tone puts what has none last', () => {
  const list = [listed({ tone: 0.2 }), listed({ tone: null }), listed({ tone: -0.5 })];
  expect(orderListed(list, 'negative').map(({ tone }) => tone)).toEqual([-0.5, 0.2, null]);
  expect(orderListed(list, 'positive').map(({ tone }) => tone)).toEqual([0.2, -0.5, null]);
  expect(orderListed(list, '')).toBe(list);
});

test('text is cut at its marks, and marks that overlap or lie outside are left out', () => {
  expect(cutAtMarks('We want talks.', [[8, 13, 1]])).toEqual([
    { text: 'We want ', sign: 0 },
    { text: 'talks', sign: 1 },
    { text: '.', sign: 0 },
  ]);
  expect(
    cutAtMarks('abc', [
      [0, 2, 1],
      [1, 3, -1],
      [2, 9, 1],
    ]),
  ).toEqual([
    { text: 'ab', sign: 1 },
    { text: 'c', sign: 0 },
  ]);
});

test('the script stands for itself: it names no module and ends no script element', () => {
  const script = explorerScript();
  expect(() => new Function(script)).not.toThrow();
  expect(script).not.toMatch(/__vi|import|require|<\/script|innerHTML|eval\(/);
});
