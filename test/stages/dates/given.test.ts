import { expect, test } from 'vitest';
import type { DateHint } from '../../../src/core/model/articles.ts';
import { dateProblem, datePublished } from '../../../src/stages/dates/publish.ts';
import { clippingOf } from './clipping.ts';

const options = { calendar: { events: [], terms: [] }, reference: '2026-11-20' };
const TEXT = 'Envoys meet on the lake\n\n“We are ready,” Marta Klein said.';
const field = (value: string, order?: 'dmy' | 'mdy'): DateHint => ({ kind: 'field', name: 'date', value, ...(order && { order }) });
const published = (hints: readonly DateHint[], text = TEXT): string | undefined => datePublished(clippingOf(text, hints), options)?.day;

const READ: readonly (readonly [value: string, day: string])[] = [
  ['45356', '2024-03-05'],
  ['43525.75', '2019-03-01'],
  ['1709632800', '2024-03-05'],
  ['1709632800000000000', '2024-03-05'],
  ['Mar 5 2024 11:30PM', '2024-03-05'],
  ['March 2024', '2024-03'],
  ['2026-11-21', '2026-11-21'],
];

test.each(READ)('a field "%s" is %s', (value, day) => {
  expect(published([field(value)])).toBe(day);
  expect(dateProblem(clippingOf(TEXT, [field(value)]), options)).toBeNull();
});

const UNUSABLE: readonly (readonly [hint: DateHint, why: string])[] = [
  [field('2034-03-05'), 'is later than the day of the run'],
  [{ kind: 'metadata', name: 'article:published_time', value: '2034-03-05T10:00:00Z' }, 'is later than the day of the run'],
  [field('3/5/2024'), 'can be 2024-05-03 or 2024-03-05'],
  [{ kind: 'metadata', name: 'json-ld article NewsArticle datePublished', value: '05-03-2024' }, 'can be 2024-03-05 or 2024-05-03'],
  [field('2023-02-29'), 'is no day that can be read'],
  [field('1900-01-00'), 'is no day that can be read'],
];

test.each(UNUSABLE)('a date that cannot be used is told of, and the article has none of it: %j', (hint, why) => {
  expect(published([hint])).toBeUndefined();
  expect(dateProblem(clippingOf(TEXT, [hint]), options)).toMatchObject({ code: 'unusable date', reason: expect.stringContaining(why) });
});

test('no date at all is no problem', () => {
  for (const hints of [[], [field('soon')]]) expect(dateProblem(clippingOf(TEXT, hints), options)).toBeNull();
});

test('a date of a comment, clear but not the page’s own, is no doubt', () => {
  const hint: DateHint = { kind: 'dated element', name: 'beside headline comment-date', value: '8 hours ago, Aug 28, 2018' };
  expect(published([hint])).toBeUndefined();
  expect(dateProblem(clippingOf(TEXT, [hint]), options)).toBeNull();
});

const address: DateHint = { kind: 'url', name: 'url', value: 'https://lake.example/2014/03/18/a-treaty-remembered' };
const stamped = (value: string): DateHint => ({ kind: 'metadata', name: 'article:published_time', value });

test.each([
  ['the same day ten years on is an anniversary', [address, stamped('2024-03-18T10:00:00Z')], '2024-03-18'],
  ['another day of a later year is that of an import', [address, stamped('2024-03-05T10:00:00Z')], '2014-03-18'],
  ['one of the days is that of the address', [address, stamped('2024-03-18T10:00:00Z'), stamped('2014-03-18T10:00:00Z')], '2014-03-18'],
] as const)('of a day in the address and a later one in metadata: %s', (_, hints, expected) => {
  expect(published(hints)).toBe(expected);
});

test('the order of a file reads its unclear days', () => {
  expect([published([field('3/5/2024', 'mdy')]), published([field('3/5/2024', 'dmy')])]).toEqual(['2024-03-05', '2024-05-03']);
});

test('a time of the small hours in Greenwich is the evening before where the dateline names it', () => {
  const text = `WASHINGTON, March 5 (Agency) — ${TEXT}`;
  expect(published([field('2024-03-06T02:30:00Z')], text)).toBe('2024-03-05');
  expect(published([field('2024-03-06T02:30:00+05:00')], text)).toBe('2024-03-06');
  expect(published([field('2024-03-06T02:30:00Z')])).toBe('2024-03-06');
});

test.each(['202403/05', '2024/0305'])('an address may write its day as /%s/', (day) => {
  expect(published([{ kind: 'url', name: 'url', value: `https://lake.example/${day}/a.html` }])).toBe('2024-03-05');
});

const DATELINED: readonly (readonly [what: string, text: string, day: string | undefined])[] = [
  ['its own day', 'GENEVA, March 5 (Agency) — The envoys met on the lake.', '2024-03-05'],
  ['the day before, day first', 'GENEVA, 2 May – The envoys met on the lake.', '2024-05-03'],
  ['another day', 'GENEVA, June 9 (Agency) — The envoys met on the lake.', undefined],
  ['no day', 'GENEVA — The envoys met on March 5.', undefined],
];

test.each(DATELINED)('a field "3/5/2024" is the one of its two days that the dateline names: %s', (_, text, day) => {
  const clipping = clippingOf(text, [field('3/5/2024')]);
  const dated = datePublished(clipping, options);
  if (day) expect(dated).toMatchObject({ day, basis: 'dateline' });
  else expect(dated?.day ?? 'none').not.toMatch(/^2024-(?:03-05|05-03)$/);
  expect(dateProblem(clipping, options) === null).toBe(day !== undefined);
});

test('a day that can be read in two ways is no problem where the address names one of them', () => {
  const url: DateHint = { kind: 'url', name: 'url', value: 'https://lake.example/2024/03/05/envoys-meet' };
  expect(published([field('3/5/2024'), url])).toBe('2024-03-05');
  expect(dateProblem(clippingOf(TEXT, [field('3/5/2024'), url]), options)).toBeNull();
});
