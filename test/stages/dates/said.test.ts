import { expect, test } from 'vitest';
import { readText } from '../../../src/core/language.ts';
import type { Attribution, Dated } from '../../../src/core/model.ts';
import { dateSaid } from '../../../src/stages/dates/said.ts';
import { clippingOf } from './clipping.ts';

/** The statement is between the straight marks; published on Saturday, 22 December 2018. */
const SAID: readonly (readonly [text: string, day: string, basis: string])[] = [
  ['"We are ready," the minister said on Thursday.', '2018-12-20', 'text'],
  ['"We are ready," the minister said Saturday.', '2018-12-22', 'text'],
  ['The minister said on Sunday: "We are ready."', '2018-12-16', 'text'],
  ['"We are ready," the minister said yesterday.', '2018-12-21', 'text'],
  ['"We are ready," the minister said on Nov. 11.', '2018-11-11', 'text'],
  ['"We are ready," the minister said on March 4, 2014.', '2014-03-04', 'text'],
  ['"We are ready," the minister said in July.', '2018-07', 'text'],
  ['"We are ready," the minister said last year.', '2017', 'text'],
  ['"We are ready," the minister said last month.', '2018-11', 'text'],
  ['In 2016 the minister said: "We are ready."', '2016', 'text'],
  ['"We are ready," the minister said.', '2018-12-22', 'published'],
  ['"We will be ready on Monday," the minister said.', '2018-12-22', 'published'],
  ['It rained on Monday. "We are ready," the minister said.', '2018-12-22', 'published'],
];

const day = '2018-12-22';
const PUBLISHED: Dated = { day, basis: 'metadata', earliest: day, latest: day };

function said(text: string, published: Dated | null): Dated | null {
  const start = text.indexOf('"') + 1;
  const cue = text.indexOf('said');
  const attribution: Attribution = {
    quotation: {
      spans: [[start, text.indexOf('"', start)]],
      kind: 'direct',
      cue: [cue, cue + 4],
      source: null,
      carrier: null,
      rule: 'test',
    },
    cue: [cue, cue + 4],
    mention: null,
    speaker: null,
    rule: 'test',
    certainty: 'known',
  };
  return dateSaid(attribution, { ...clippingOf(text), published }, readText(text));
}

test.each(SAID)('%s is dated %s', (text, expected, basis) => {
  expect(said(text, PUBLISHED)).toMatchObject({ day: expected, basis });
});

test('a week gives its first and last day, and the month that holds both', () => {
  expect(said('"We are ready," he said last week.', PUBLISHED)).toEqual({
    day: '2018-12',
    basis: 'text',
    earliest: '2018-12-10',
    latest: '2018-12-16',
  });
});

test('a weekday says nothing where only the year of publication is known', () => {
  const year: Dated = { day: '2018', basis: 'text', earliest: '2018-01-01', latest: '2018-12-31' };
  expect(said('"We are ready," he said on Monday.', year)).toMatchObject({ day: '2018', basis: 'published' });
});

test('an undated article leaves its statements undated', () => {
  expect(said('"We are ready," he said on Monday.', null)).toBeNull();
});
