import { expect, test } from 'vitest';
import { readText } from '../../../src/core/language.ts';
import type { Dated, Entry } from '../../../src/core/model/articles.ts';
import type { Attribution } from '../../../src/core/model/statements.ts';
import { dateSaid } from '../../../src/stages/dates/said.ts';
import { clippingOf } from './clipping.ts';

/** The statement is between the straight marks; published on Saturday, 22 December 2018. */
const SAID: readonly (readonly [text: string, day: string, basis: string])[] = [
  ['"We are ready," the minister said on Thursday.', '2018-12-20', 'text'],
  ['"We are ready," the minister said Saturday.', '2018-12-22', 'text'],
  ['Earlier Thursday, the minister said: "We are ready."', '2018-12-20', 'text'],
  ['Earlier Sunday, the minister said: "We are ready."', '2018-12-22', 'text'],
  ['Three days earlier, on 2 July, the minister said: "We are ready."', '2018-07-02', 'text'],
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

/** Times that belong to something else than the verb of saying: the statement keeps the day of publication. */
const NOT_SAID: readonly string[] = [
  '"We are ready," the minister said ahead of talks on Friday.',
  '"We are ready," the minister said of next Monday’s talks.',
  '"We are ready," the minister said of the pact that was signed on May 9.',
  '"We are ready," the minister said two days before the vote of March 20.',
  '"We are ready," the minister said a day after the vote on Sunday.',
  'Following the fire on February 1, the minister said: "We are ready."',
  'Three days earlier the minister had said: "We are ready."',
  '"We are ready," said Lena Orr, who became envoy in 2014.',
  '"We are ready," said Lena Orr, the envoy, who was named last year.',
  '"We are ready," said Lena Orr, the envoy, who signed the pact on April 8, 2010.',
  '"We are ready," said Lena Orr, who has held the post since January.',
  '"We are ready," said Lena Orr, a critic of the Red Sunday report.',
  '"We are ready," Orr told the Mail on Sunday.',
  '"We are ready," Orr told The Sunday Journal.',
  '"We are ready," Orr said to Bob Sunday, a reporter.',
  '"We are ready," said Orr, an aide who believes in May.',
  '"We are ready," Orr said in June Albright’s show.',
  '"We are ready," said Orr as soldiers began to march 10 abreast.',
  '"We are ready," Orr said on the anniversary of the Dec. 7, 1941 raid.',
  'The pact signed in 2010 binds us, Orr said: "We are ready."',
  '"We are ready," Orr said, and on Thursday the ministry closed the office.',
  '"We are ready," Orr said on Dec. 28.',
];

/** Further forms that do belong to it. */
const BELONGING: readonly (readonly [text: string, day: string])[] = [
  ['"We are ready," said Lena Orr, the envoy, on Thursday.', '2018-12-20'],
  ['"We are ready," Orr said to reporters in Lakeport on Thursday.', '2018-12-20'],
  ['"We are ready," Orr said in a March 2017 interview.', '2017-03'],
  ['"We are ready," Orr said at a hearing last month.', '2018-11'],
  ['Orr on Thursday said: "We are ready."', '2018-12-20'],
  ['Speaking on Thursday, Orr said: "We are ready."', '2018-12-20'],
  ['In a statement released Thursday, Orr said: "We are ready."', '2018-12-20'],
  ['After talks on Thursday, Orr said: "We are ready."', '2018-12-20'],
  ['"We are ready," Orr said two weeks ago.', '2018-12-08'],
  ['"We are ready," Orr said three days ago.', '2018-12-19'],
  ['"We are ready," Orr said on Jan. 4.', '2018-12-22'],
];

const day = '2018-12-22';
const PUBLISHED: Dated = { day, basis: 'metadata', earliest: day, latest: day };

function said(text: string, published: Dated | null, entries?: readonly Entry[]): Dated | null {
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
    joint: [],
    via: null,
  };
  return dateSaid(attribution, { ...clippingOf(text), published, ...(entries && { entries }) }, readText(text));
}

test.each(SAID)('%s is dated %s', (text, expected, basis) => {
  expect(said(text, PUBLISHED)).toMatchObject({ day: expected, basis });
});

test.each(NOT_SAID)('%s keeps the day of publication', (text) => {
  expect(said(text, PUBLISHED)).toEqual({ ...PUBLISHED, basis: 'published' });
});

test.each(BELONGING)('the time in %s gives %s', (text, expected) => {
  expect(said(text, PUBLISHED)?.day).toBe(expected);
});

test('a day in the night of the new year is read as the one just past, not as one to come', () => {
  const newYear: Dated = { day: '2019-01-03', basis: 'metadata', earliest: '2019-01-03', latest: '2019-01-03' };
  expect(said('"We are ready," Orr said on Dec. 30.', newYear)).toMatchObject({ day: '2018-12-30', basis: 'text' });
});

test('a day that is one ahead of publication is that day, as time zones make it, and not one of the year before', () => {
  expect(said('"We are ready," Orr said on Dec. 23.', PUBLISHED)).toMatchObject({ day: '2018-12-23', basis: 'text' });
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

const BLOG: readonly Entry[] = [
  { start: 40, day: '2018-12-24' },
  { start: 80, day: '2018-12-23' },
];
const line = (words: string): string => words.padEnd(40);
const INSIDE: readonly (readonly [text: string, day: string, basis: string])[] = [
  ['"We are ready," he said.', '2018-12-22', 'published'],
  [`${line('It rained.')}"We are ready," he said.`, '2018-12-24', 'entry'],
  [`${line('It rained.')}${line('It snowed.')}"We are ready," he said.`, '2018-12-23', 'entry'],
  [`${line('It rained.')}"We are ready," he said on Sunday.`, '2018-12-23', 'text'],
];

test.each(INSIDE)('an entry of a live blog dates what is said in it: %s', (text, expected, basis) => {
  expect(said(text, PUBLISHED, BLOG)).toMatchObject({ day: expected, basis });
});

test('an entry that is more than a month from its page is a slip', () => {
  expect(said('"We are ready," he said.', PUBLISHED, [{ start: 0, day: '2016-12-24' }])).toMatchObject({ day, basis: 'published' });
});
