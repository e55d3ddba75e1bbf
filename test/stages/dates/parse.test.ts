import { expect, test } from 'vitest';
import { findDates, parseTimestamp } from '../../../src/stages/dates/parse.ts';

const WRITTEN: readonly (readonly [text: string, day: string])[] = [
  ['2018-12-22', '2018-12-22'],
  ['2018-12-22T09:01:13+08:00', '2018-12-22'],
  ['2018-12-22 09:01:13Agency', '2018-12-22'],
  ['2018/3/7', '2018-03-07'],
  ['20180307', '2018-03-07'],
  ['20180307121500', '2018-03-07'],
  ['March 7, 2018', '2018-03-07'],
  ['Mar. 7th, 2018', '2018-03-07'],
  ['7 March 2018', '2018-03-07'],
  ['Wednesday, 7th of March, 2018', '2018-03-07'],
  ['Wed, 07 Mar 2018 10:00:00 GMT', '2018-03-07'],
  ['Wed Mar  7 10:00:00 UTC 2018', '2018-03-07'],
  ['7. März 2018', '2018-03-07'],
  ['den 7. Dezember 2018', '2018-12-07'],
  ['1er mars 2018', '2018-03-01'],
  ['7 de marzo de 2018', '2018-03-07'],
  ['7 marzo 2018', '2018-03-07'],
  ['7 марта 2018 г.', '2018-03-07'],
  ['7 березня 2018', '2018-03-07'],
  ['7 marca 2018', '2018-03-07'],
  ['7 martie 2018', '2018-03-07'],
  ['7 maart 2018', '2018-03-07'],
  ['7 de março de 2018', '2018-03-07'],
  ['7 Mart 2018', '2018-03-07'],
  ['7. března 2018', '2018-03-07'],
  ['2018年3月7日', '2018-03-07'],
  ['07.03.2018', '2018-03-07'],
  ['7. 3. 2018', '2018-03-07'],
  ['27/03/2018', '2018-03-27'],
  ['03/27/2018', '2018-03-27'],
  ['7-Mar-18', '2018-03-07'],
  ['March 2018', '2018-03'],
  ['2018-03', '2018-03'],
];

test.each(WRITTEN)('%s is read as %s', (text, day) => {
  expect(findDates(text).map((found) => found.day)).toEqual([day]);
});

const NO_DATES = [
  '31.02.2018',
  '2018-13-01',
  'version 1.2.2018.4',
  '04/03/2019',
  'Dummy 7, 2018',
  '192.168.20.18',
  'room 2018',
  '12 percent in 2018',
  '99/99/2018',
];

test.each(NO_DATES)('%s is no day', (text) => {
  expect(findDates(text).filter(({ day }) => day.length > 4)).toEqual([]);
});

test('an ambiguous day is read as the job says, and not at all otherwise', () => {
  expect(findDates('04/03/2019', 'dmy')[0]?.day).toBe('2019-03-04');
  expect(findDates('04/03/2019', 'mdy')[0]?.day).toBe('2019-04-03');
  expect(findDates('04/03/2019')).toEqual([]);
});

test('seconds and milliseconds since 1970 are days', () => {
  expect(parseTimestamp('1545469273')).toBe('2018-12-22');
  expect(parseTimestamp('1545469273000')).toBe('2018-12-22');
  expect(parseTimestamp('123')).toBeNull();
});
