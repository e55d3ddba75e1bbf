import { expect, test } from 'vitest';
import type { DateHint } from '../../../src/core/model/articles.ts';
import { compileCalendar } from '../../../src/stages/dates/calendar.ts';
import { dateProblem, datePublished } from '../../../src/stages/dates/publish.ts';
import { clippingOf } from './clipping.ts';

const options = { calendar: compileCalendar({}).value, reference: '2026-11-20' };
const TEXT = 'A headline of five words\n\nThe envoy said that talks would go on. It was a long day for everyone.';
const url: DateHint = { kind: 'url', name: 'url', value: 'https://a.example/2014/03/05/talks' };
const meta = (value: string): DateHint => ({ kind: 'metadata', name: 'article:published_time', value });
const shown = (value: string): DateHint => ({ kind: 'dated element', name: 'beside headline post-date', value });
const told = (sentence: string): string => `${TEXT} ${sentence}`;

const CASES: readonly (readonly [
  what: string,
  hints: readonly DateHint[],
  text: string,
  day: string | null,
  basis: string | null,
  isNoted: boolean,
])[] = [
  [
    'words of the address count the years between',
    [{ ...url, value: 'https://a.example/2014/03/05/ferry-sunk-ten-years-on' }, meta('2024-02-01')],
    TEXT,
    '2024-02-01',
    'metadata',
    false,
  ],
  [
    'words of the address count other years',
    [{ ...url, value: 'https://a.example/2014/03/05/ferry-sunk-five-years-on' }, meta('2024-02-01')],
    TEXT,
    '2014-03-05',
    'url',
    true,
  ],
  ['nothing else tells: the address, with a note', [url, meta('2024-02-01')], TEXT, '2014-03-05', 'url', true],
  ['metadata of an earlier day: the address, with a note', [url, meta('2009-02-01')], TEXT, '2014-03-05', 'url', true],
  ['the page shows the day of the address', [url, meta('2024-02-01'), shown('March 5, 2014')], TEXT, '2014-03-05', 'url', false],
  [
    'the page shows the day of the metadata, which one system writes',
    [url, meta('2024-02-01'), shown('February 1, 2024')],
    TEXT,
    '2014-03-05',
    'url',
    true,
  ],
  ['the page shows a third day', [url, meta('2024-02-01'), shown('June 7, 2019')], TEXT, null, null, true],
  [
    'the text tells of a day after that of the address',
    [url, meta('2024-02-01')],
    told('They had met on June 7, 2019.'),
    '2024-02-01',
    'metadata',
    false,
  ],
  [
    'a day that lies ahead says nothing',
    [url, meta('2024-02-01')],
    told('They will meet again on June 7, 2019.'),
    '2014-03-05',
    'url',
    true,
  ],
  ['the text tells of an older day', [url, meta('2024-02-01')], told('They had met on June 7, 2009.'), '2014-03-05', 'url', true],
  ['less than a month apart is no contradiction', [url, meta('2014-03-20')], TEXT, '2014-03-05', 'url', false],
  ['an anniversary is none either', [url, meta('2019-03-05')], TEXT, '2019-03-05', 'metadata', false],
  [
    'the dateline has the day of the metadata',
    [url, meta('2024-02-01')],
    TEXT.replace('\n\nThe', '\n\nMOSCOW, Feb. 1, 2024 (Agency) — The'),
    '2024-02-01',
    'dateline',
    false,
  ],
  [
    'a field of a record decides',
    [{ kind: 'field', name: 'date', value: '2019-06-07' }, url, meta('2024-02-01')],
    TEXT,
    '2019-06-07',
    'field',
    false,
  ],
];

test.each(CASES)('an address of one day and metadata of another: %s', (_, hints, text, day, basis, isNoted) => {
  const clipping = clippingOf(text, hints);
  const found = datePublished(clipping, options);
  expect([found?.day ?? null, found?.basis ?? null]).toEqual([day, basis]);
  expect(dateProblem(clipping, options)?.code ?? null).toBe(isNoted ? 'doubtful date' : null);
});
