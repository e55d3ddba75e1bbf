import { expect, test } from 'vitest';
import type { Dated, DateHint } from '../../../src/core/model/articles.ts';
import { compileCalendar } from '../../../src/stages/dates/calendar.ts';
import { gatherEvidence } from '../../../src/stages/dates/infer.ts';
import { datePublished } from '../../../src/stages/dates/publish.ts';
import { clippingOf } from './clipping.ts';

const calendar = compileCalendar({}).value;
const TEXT = 'A headline of five words\n\nThe envoy said that talks would go on. It was a long day for everyone.';

function dated(hints: readonly DateHint[], text = TEXT): Dated | null {
  return datePublished(clippingOf(text, hints), { calendar, reference: '2026-11-20' });
}

const meta = (name: string, value: string): DateHint => ({ kind: 'metadata', name, value });
const published = meta('article:published_time', '2019-05-02T10:00:00Z');

const HINTED: readonly (readonly [what: string, hints: readonly DateHint[], day: string, basis: string])[] = [
  ['metadata', [published], '2019-05-02', 'metadata'],
  ['JSON-LD', [meta('json-ld article NewsArticle datePublished', '2019-05-02')], '2019-05-02', 'metadata'],
  ['a field of a record', [{ kind: 'field', name: 'date', value: '2019-05-02' }], '2019-05-02', 'field'],
  ['a header line', [{ kind: 'header line', name: 'date', value: 'May 2, 2019' }], '2019-05-02', 'header line'],
  ['the address', [{ kind: 'url', name: 'url', value: 'https://a.example/2019/05/02/talks' }], '2019-05-02', 'url'],
  [
    'an archived address',
    [{ kind: 'url', name: 'url', value: 'https://web.archive.org/web/20210101000000/https://a.example/2019/05/02/talks' }],
    '2019-05-02',
    'url',
  ],
  ['a time element', [{ kind: 'time element', name: 'published', value: '2019-05-02' }], '2019-05-02', 'time element'],
  ['the file name', [{ kind: 'file name', name: 'path', value: 'post_2019-05-02_talks' }], '2019-05-02', 'file name'],
  ['a modified date where there is no other', [meta('article:modified_time', '2019-05-02')], '2019-05-02', 'metadata'],
  ['the published date, not the later modified one', [meta('article:modified_time', '2020-01-01'), published], '2019-05-02', 'metadata'],
  [
    'the article, not a comment',
    [
      { kind: 'time element', name: 'comment-date', value: '2021-01-01' },
      { kind: 'time element', name: 'date', value: '2019-05-02' },
    ],
    '2019-05-02',
    'time element',
  ],
  [
    'local time where the address was made on the eve',
    [
      { kind: 'url', name: 'url', value: 'https://a.example/2019/05/01/talks' },
      meta('article:published_time', '2019-05-02T00:10:00+02:00'),
    ],
    '2019-05-02',
    'metadata',
  ],
];

test.each(HINTED)('%s dates an article', (_, hints, day, basis) => {
  expect(dated(hints)).toEqual({ day, basis, earliest: day, latest: day });
});

const DATELINES: readonly (readonly [line: string, day: string])[] = [
  ['2018-12-22 09:01:13Agency Editor : Ann Lee', '2018-12-22'],
  ['MOSCOW, May 14, 2019 (Agency) — The talks went on.', '2019-05-14'],
  ['Published Dec. 7, 2018', '2018-12-07'],
  ['By Ann Lee | March 3, 2016 at 10:15 a.m.', '2016-03-03'],
  ['Karlsruhe, (12.11.2021). Die Gespräche gehen weiter.', '2021-11-12'],
  ['Hamburg, 2. November 2021', '2021-11-02'],
];

test.each(DATELINES)('the line "%s" dates the text %s', (line, day) => {
  const text = `A headline of five words\n\n${line}\n\nThe envoy said that talks would go on for a while.`;
  expect(dated([], text)).toMatchObject({ day, basis: 'dateline' });
});

const NOT_DATELINES = [
  'The treaty was signed on April 8, 2010, in Prague by both presidents after a year of talks.',
  '© 2020 The Invented Post. All rights reserved.',
  'The next meeting will be held on 5 February 2020 in the old town hall, the organisers said.',
  'Do you agree with the plan of May 3, 2021? Vote now and tell your friends about this poll.',
];

test.each(NOT_DATELINES)('"%s" dates no text', (line) => {
  expect(dated([], `A headline of five words\n\nThe envoy said that talks would go on for a while.\n\n${line}\n\nShe left.`)).toBeNull();
});

test('an ambiguous date stays unread without the job’s order', () => {
  const hints = [{ kind: 'field', name: 'date', value: '04/03/2019' }];
  expect(dated(hints)).toBeNull();
  expect(datePublished(clippingOf(TEXT, hints), { calendar, reference: '2026-11-20', dateOrder: 'dmy' })?.day).toBe('2019-03-04');
});

const beside = (name: string, value: string, kind = 'dated element'): DateHint => ({ kind, name: `beside headline ${name}`.trim(), value });
const url = (value: string): DateHint => ({ kind: 'url', name: 'url', value });

const PLACES: readonly (readonly [what: string, hints: readonly DateHint[], day: string | undefined])[] = [
  ['the day that no word of change announces', [beside('post-date', 'Mis à jour le 09.04.2019 - Publié le 05.03.2019')], '2019-03-05'],
  ['the day before the change', [beside('post-date', 'Publicerad 2019-03-05 Uppdaterad 2019-04-09')], '2019-03-05'],
  ['a day with a short year where a page shows its day', [beside('date', '5.3.19, 10:30 Uhr')], '2019-03-05'],
  ['no number of a version', [beside('download-title', 'Kernel 5.3.19')], undefined],
  ['no day on which the page is looked at', [beside('today', 'Friday, March 5, 2021'), beside('site-header', 'March 5, 2021')], undefined],
  ['no day of the ticker', [beside('news-ticker time', '2021-03-05', 'time element')], undefined],
  ['the month by its name in the address', [url('https://a.example/news/2019/mar/05/talks')], '2019-03-05'],
  [
    'the month of the address and the day beside the headline',
    [url('https://a.example/2019/03/talks'), beside('date', 'Tuesday, March 5')],
    '2019-03-05',
  ],
  ['the same in other words', [url('https://a.example/2019/03/talks'), beside('', '5. März, 10:30', 'page text')], '2019-03-05'],
  ['the same in Japanese', [url('https://a.example/2019/03/talks'), beside('date', '03月05日 11時30分')], '2019-03-05'],
  ['no day of another month', [url('https://a.example/2019/03/talks'), beside('date', 'Tuesday, May 5')], '2019-03'],
  ['no day of a change', [url('https://a.example/2019/03/talks'), beside('updated', 'March 5')], '2019-03'],
  [
    'the evening before in America, which the page’s own script names',
    [meta('article:published_time', '2019-03-05T01:23:33Z'), { kind: 'script', name: 'dateCreation', value: '2019-03-04' }],
    '2019-03-04',
  ],
  [
    'Greenwich time where the script gives no other day',
    [meta('article:published_time', '2019-03-05T01:23:33Z'), { kind: 'script', name: 'modified', value: '2019-03-04' }],
    '2019-03-05',
  ],
];

test.each(PLACES)('a page has %s', (_, hints, day) => {
  expect(dated(hints)?.day).toBe(day);
});

test.each([
  ['https://www.a.example.uk/talks', '2019-03-04'],
  ['https://news.a.in', '2019-03-04'],
  ['https://www.a.gov/talks', '2019-04-03'],
  ['https://www.a.com/uk/talks', undefined],
])('in %s a slashed day is read as %s', (address, day) => {
  const clipping = { ...clippingOf(TEXT, [beside('date', '04/03/2019')]), url: address };
  expect(datePublished(clipping, { calendar, reference: '2026-11-20' })?.day).toBe(day);
});

test('a clock that is wrong by decades dates nothing', () => {
  expect(dated([meta('date', '1970-01-01')])).toBeNull();
});

const events = [
  { file: 'events.csv', line: 2, cells: { day: '2019-05-14', name: 'Visit', phrases: 'envoy+freedonia', kind: 'sudden', origin: 'test' } },
];
const withEvent = compileCalendar({ events }).value;

test('a dateline without a year takes it from what the text tells', () => {
  const text = 'A headline of five words\n\nMOSCOW, May 16 (Agency) — The envoy came back from Freedonia and said that talks would go on.';
  expect(datePublished(clippingOf(text), { calendar: withEvent, reference: '2026-11-20' })).toMatchObject({
    day: '2019-05-16',
    basis: 'text',
  });
});

test('an address with a month gives the month, and the text may narrow it', () => {
  const hints = [{ kind: 'url', name: 'url', value: 'https://a.example/2019/05/talks' }];
  expect(dated(hints)).toEqual({ day: '2019-05', basis: 'url', earliest: '2019-05-01', latest: '2019-05-31' });
  const text = 'A headline of five words\n\nThe envoy came back from Freedonia on Tuesday and said that talks would go on.';
  expect(datePublished(clippingOf(text, hints), { calendar: withEvent, reference: '2026-11-20' })?.day).toBe('2019-05-15');
});

test('the reasons of an inferred date can be asked for', () => {
  const text = 'A headline of five words\n\nThe envoy came back from Freedonia on Tuesday.';
  expect(gatherEvidence(clippingOf(text), withEvent, 2026).map(({ reason }) => reason)).toContain('Visit: weekday');
});

test('no year is the last one: what an article of 2030 tells dates it, in a reading of that year or later alone', () => {
  const told = {
    file: 'events.csv',
    line: 2,
    cells: { day: '2030-05-14', name: 'Visit', phrases: 'envoy+freedonia', kind: 'sudden', origin: 'test' },
  };
  const calendar = compileCalendar({ events: [told] }).value;
  const text = 'A headline of five words\n\nMOSCOW, May 16 (Agency) — The envoy came back from Freedonia and said that talks would go on.';
  expect(datePublished(clippingOf(text), { calendar, reference: '2031-01-10' })?.day).toBe('2030-05-16');
  expect(datePublished(clippingOf(text), { calendar, reference: '2029-12-31' })).toBeNull();
});
