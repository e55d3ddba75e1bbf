import { expect, test } from 'vitest';
import {
  addressOf,
  countValues,
  isAskedFor,
  type Listed,
  listedAsCsv,
  orderListed,
  readQuery,
} from '../../../../src/stages/writing/report/query.ts';
import { pageScript } from '../../../../src/stages/writing/report/script.ts';
import { cutAtMarks } from '../../../../src/stages/writing/report/showing.ts';

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
  ...{ id: 's1', cue: 'said', isQuoted: true, why: [], path: 'news/a.txt' },
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
  const nobody = listed({ said: null, speaker: null, speakerId: null, side: null, label: null, tone: null });
  expect(isAskedFor(nobody, { ...ANY, year: 'undated', side: 'unattributed', label: 'not relevant' })).toBe(true);
});

test('somebody whose side nothing tells is unknown, not unattributed', () => {
  const stranger = listed({ side: null });
  expect(isAskedFor(stranger, { ...ANY, side: 'unknown' })).toBe(true);
  expect(isAskedFor(stranger, { ...ANY, side: 'unattributed' })).toBe(false);
});

test('what is not about the two sides is listed where everything is asked for', () => {
  const apart = listed({ label: null, tone: null });
  expect(isAskedFor(apart, ANY)).toBe(false);
  expect(isAskedFor(apart, { ...ANY, label: 'all' })).toBe(true);
});

test('a filter tells how many statements each of its values would leave', () => {
  const list = [listed(), listed({ side: 'Russia' }), listed({ side: 'Russia', said: null }), listed({ label: null, tone: null })];
  const counts = (query: object, name: 'side' | 'year' | 'label') => Object.fromEntries(countValues(list, { ...ANY, ...query }, name));
  expect(counts({ side: 'US' }, 'side')).toEqual({ US: 1, Russia: 2 });
  expect(counts({}, 'year')).toEqual({ 2018: 2, undated: 1 });
  expect(counts({}, 'label')).toEqual({ positive: 3, 'not relevant': 1 });
});

test('a query goes into the address and comes back', () => {
  const query = { ...ANY, word: 'a&b <c', year: '2018' };
  expect(readQuery(addressOf(query))).toEqual(query);
  expect(addressOf(ANY)).toBe('#find');
});

test('what is found can be saved as CSV, in which no text is a formula', () => {
  const [, row] = listedAsCsv([listed({ text: '=1+1', title: 'say "no", twice', tone: -0.5 })]).split('\r\n');
  expect(row).toBe('s1,2018-12-22,Ada Bell,US,said,\'=1+1,-0.5,positive,Riverside Post,"say ""no"", twice",,news/a.txt,1');
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
  expect(orderListed(list, 'newest')).toBe(list);
  expect(orderListed(list, '').map(({ tone }) => tone)).toEqual([-0.5, 0.2, null]);
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
  const script = pageScript();
  expect(() => new Function(script)).not.toThrow();
  expect(script).not.toMatch(/__vi|import|require|<\/script|innerHTML|eval\(/);
});
